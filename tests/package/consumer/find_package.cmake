set(CMAKE_PREFIX_PATH ${XENT_PREFIX})
find_package(xent ${XENT_VERSION} REQUIRED)

# Until 1.0 another minor version may be another interface.
find_package(xent 0.0 QUIET)
if(xent_FOUND)
  message(FATAL_ERROR "xent ${xent_VERSION} passes for version 0.0")
endif()

# With each compiler that exists: before C++20 xent refuses to compile, and says so instead of all
# that its headers cannot be then.
include(${CMAKE_CURRENT_LIST_DIR}/refusals.cmake)
set(refused "-std=c++17" "-std=gnu++17" "-std=c++11")
file(GLOB headers RELATIVE ${INCLUDE} ${INCLUDE}/xent/*.hpp)
list(REMOVE_ITEM headers xent/version.hpp)
foreach(header IN LISTS headers)
  message(STATUS ${header})
  check_refusals(${header} "xent needs C++20")
endforeach()

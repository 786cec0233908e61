include(CMakeFindDependencyMacro)
find_dependency(xent 0.1)
include(${CMAKE_CURRENT_LIST_DIR}/libraryTargets.cmake)

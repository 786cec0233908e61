# xent_find_or_fetch(PACKAGE VERSIONS ... REPOSITORY ... TAG ... DEBIAN ... OPTION ...): finds the
# first of the versions that is installed, or fetches the sources of the tag.
#
# Nothing asks the network where the package is installed. FetchContent ends the configuration with a
# message of its own where the repository does not answer, so git asks first, and we say what to do.
function(xent_find_or_fetch package)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "REPOSITORY;TAG;DEBIAN;OPTION" "VERSIONS")
  foreach(version IN LISTS arg_VERSIONS)
    find_package(${package} ${version} QUIET)
    if(${package}_FOUND)
      set(${package}_VERSION ${${package}_VERSION} PARENT_SCOPE)
      return()
    endif()
  endforeach()

  include(FetchContent)
  string(TOLOWER ${package} lower)
  string(TOUPPER ${package} upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper}
     AND NOT EXISTS ${FETCHCONTENT_BASE_DIR}/${lower}-src/CMakeLists.txt)
    set(unreachable ${FETCHCONTENT_FULLY_DISCONNECTED})
    if(NOT unreachable)
      execute_process(COMMAND git ls-remote --exit-code ${arg_REPOSITORY} ${arg_TAG} TIMEOUT 60
                      RESULT_VARIABLE unreachable OUTPUT_QUIET ERROR_QUIET)
    endif()
    if(unreachable)
      message(FATAL_ERROR "xent: ${package} is not installed and cannot be fetched from "
                          "${arg_REPOSITORY}. Install it (Debian: apt-get install "
                          "${arg_DEBIAN}), or do without it: -D ${arg_OPTION}=OFF.")
    endif()
  endif()
  # The warnings of others are no errors of ours.
  set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
  FetchContent_Declare(
    ${package} GIT_REPOSITORY ${arg_REPOSITORY} GIT_TAG ${arg_TAG} GIT_SHALLOW ON)
  FetchContent_MakeAvailable(${package})
  set(${package}_VERSION ${arg_TAG} PARENT_SCOPE)
endfunction()

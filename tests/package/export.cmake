# A project that has xent as a subproject exports libraries that link to it. What it installs has
# nothing of xent, unless it asks for that; another project finds the libraries in both cases.
function(configure source build)
  file(REMOVE_RECURSE ${build})
  execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${source} -B ${build} -G ${GENERATOR}
            -D CMAKE_CXX_COMPILER=${COMPILER} ${ARGN}
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(build build)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${build} ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# What lies in BUILD/installed is of the library alone.
function(expect_nothing_of_xent)
  file(GLOB_RECURSE installed RELATIVE ${BUILD}/installed ${BUILD}/installed/*)
  list(FILTER installed EXCLUDE REGEX "^lib/(lib)?(static|shared)_[^/]*$|^lib/cmake/library/")
  if(installed OR NOT EXISTS ${BUILD}/installed/lib/cmake/library/libraryTargets.cmake)
    message(FATAL_ERROR "besides the library's files there are: ${installed}")
  endif()
  file(STRINGS ${BUILD}/installed/lib/cmake/library/aloneTargets.cmake lines REGEX "xent::")
  if(lines)
    message(FATAL_ERROR "the library that needs no xent says ${lines}")
  endif()
  file(REMOVE_RECURSE ${BUILD}/installed)
endfunction()

configure(library ${BUILD} -D XENT_SOURCE=${SOURCE} -D CMAKE_INSTALL_PREFIX=${BUILD}/installed)
build(${BUILD} --target install)
expect_nothing_of_xent()
foreach(component IN ITEMS "" "--component;Unspecified")
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} ${component} COMMAND_ERROR_IS_FATAL ANY)
  expect_nothing_of_xent()
endforeach()

# xent as it was installed by itself; the library as built, then as installed.
configure(user ${BUILD}/of_built -D CMAKE_PREFIX_PATH=${PREFIX} -D library_DIR=${BUILD})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} COMMAND_ERROR_IS_FATAL ANY)
configure(user ${BUILD}/of_installed -D CMAKE_PREFIX_PATH=${PREFIX}
          -D library_DIR=${BUILD}/installed/lib/cmake/library)
build(${BUILD}/of_installed)

# Both installed by the one project.
set(asking ${BUILD}_asking)
configure(library ${asking} -D XENT_SOURCE=${SOURCE} -D XENT_INSTALL=ON
          -D CMAKE_INSTALL_PREFIX=${asking}/installed)
build(${asking} --target install)
configure(user ${asking}/of_installed -D CMAKE_PREFIX_PATH=${asking}/installed)
build(${asking}/of_installed)

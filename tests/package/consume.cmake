# Configures, builds and runs the consumer that takes xent in the way WAY, in BUILD, from the start:
# an old cache would hide what xent leaves in it. The consumer installs nothing, so xent must not.
file(REMOVE_RECURSE ${BUILD})
execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${BUILD} -G ${GENERATOR}
          -D CMAKE_CXX_COMPILER=${COMPILER} -D WAY=${WAY} -D XENT_SOURCE=${SOURCE}
          -D XENT_PREFIX=${PREFIX} -D XENT_VERSION=${VERSION} --no-warn-unused-cli
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${BUILD}/consumer COMMAND_ERROR_IS_FATAL ANY)

execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${BUILD}/installed
                COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE installed ${BUILD}/installed/*)
if(installed)
  message(FATAL_ERROR "xent installs ${installed}")
endif()

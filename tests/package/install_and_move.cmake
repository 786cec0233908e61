# Installs xent from BUILD, then moves what was installed to PREFIX: a package must not remember
# where it was built or first put.
file(REMOVE_RECURSE ${PREFIX} ${PREFIX}_from)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}_from
                COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${PREFIX}_from ${PREFIX})

# What makes programs of Catch2 tests.

# A unity build takes two thirds of the time, but there a source may use what only the one before it
# includes. The preset `clang` compiles every source by itself.
option(XENT_UNITY_SUITES "Compile all sources of a suite in one go, which instantiates templates once"
       ON)

# xent_add_suite_with_own_flags(NAME SOURCE...): one that may be compiled with other flags than the
# rest, and so instantiates all of its templates itself.
function(xent_add_suite_with_own_flags name)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${XENT_UNITY_SUITES}
                                           UNITY_BUILD_BATCH_SIZE 0)
  target_compile_definitions(${name} PRIVATE XENT_GOLDEN_DIR="${XENT_GOLDEN_VALUES}")
  target_link_libraries(${name} PRIVATE xent::xent xent_warnings xent_catch)
  set_property(GLOBAL APPEND PROPERTY XENT_SUITES ${name})
endfunction()

# xent_add_suite(NAME SOURCE...): one that takes the library's loops from xent_loops.
function(xent_add_suite name)
  xent_add_suite_with_own_flags(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE xent_loops)
endfunction()

# xent_add_suite_as_test(NAME SOURCE...): the same, and a CTest test that runs all of it.
function(xent_add_suite_as_test name)
  xent_add_suite(${name} ${ARGN})
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# When a test runs, and when its program is built. The presets select tests by their labels.

# xent_label_slow(TEST...): slow, or with compilers of its own, whatever compiler the preset names: so
# only the preset `clang` runs them.
function(xent_label_slow)
  set_tests_properties(${ARGN} PROPERTIES LABELS slow)
endfunction()

# xent_label_exhaustive(TEST...): takes minutes or hours, or repeats what another test proves with
# another compiler or on an emulated machine: run by hand, `ctest --preset exhaustive -R TEST`.
function(xent_label_exhaustive)
  set_tests_properties(${ARGN} PROPERTIES LABELS exhaustive)
endfunction()

# xent_build_as_fixture(TARGET LABEL): the default build leaves the target out; tests with this label
# that require the fixture TARGET have it built when they run.
function(xent_build_as_fixture target label)
  set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
  add_test(NAME build_${target}
           COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target ${target})
  set_tests_properties(build_${target} PROPERTIES FIXTURES_SETUP ${target} LABELS ${label}
                                                  RESOURCE_LOCK build_tree)
endfunction()

# xent_build_for_slow_tests(TARGET TEST...): these tests, which are then slow, are the only ones that
# need the target.
function(xent_build_for_slow_tests target)
  xent_build_as_fixture(${target} slow)
  set_tests_properties(${ARGN} PROPERTIES FIXTURES_REQUIRED ${target})
  xent_label_slow(${ARGN})
endfunction()

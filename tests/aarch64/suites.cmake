# The suites SOURCES, with the same golden files; compiled in one go, for they instantiate the same
# templates.
cmake_minimum_required(VERSION 3.21)
file(MAKE_DIRECTORY ${SCRATCH}/include)
file(CREATE_LINK ${CATCH} ${SCRATCH}/include/catch2 SYMBOLIC)
separate_arguments(SOURCES)
list(TRANSFORM SOURCES PREPEND "#include \"")
list(TRANSFORM SOURCES APPEND "\"\n")
list(JOIN SOURCES "" text)
file(WRITE ${SCRATCH}/suites.cpp "#include \"aarch64/catch_main.cpp\"\n${text}")
execute_process(
  COMMAND ${COMPILER} -std=c++20 -O2 -static -pthread -Wno-psabi -I${INCLUDE} -I${TESTS}
          -isystem ${SCRATCH}/include -DXENT_CATCH_MAJOR=2 "-DXENT_GOLDEN_DIR=\"${TESTS}/golden/values\""
          ${SCRATCH}/suites.cpp -o ${SCRATCH}/suites
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${RUNNER} ${SCRATCH}/suites COMMAND_ERROR_IS_FATAL ANY)

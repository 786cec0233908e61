# The suites that matter for arrays, against the same golden files.
cmake_minimum_required(VERSION 3.21)
file(MAKE_DIRECTORY ${SCRATCH}/include)
file(CREATE_LINK ${CATCH} ${SCRATCH}/include/catch2 SYMBOLIC)
execute_process(
  COMMAND ${COMPILER} -std=c++20 -O2 -static -Wno-psabi -I${INCLUDE} -isystem ${SCRATCH}/include
          -DXENT_CATCH_MAJOR=2 "-DXENT_GOLDEN_DIR=\"${TESTS}/golden\"" aarch64/catch_main.cpp golden.cpp
          specials.cpp arrays/accuracy.cpp arrays/positions.cpp -o ${SCRATCH}/suites
  WORKING_DIRECTORY ${TESTS} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${QEMU} ${SCRATCH}/suites COMMAND_ERROR_IS_FATAL ANY)

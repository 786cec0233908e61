# The checksums of bits/, from this machine and from AArch64: whatever fuses multiply-add agrees, and
# float's scalars and exact arrays agree anyhow.
cmake_minimum_required(VERSION 3.21)
include(${TESTS}/bits/sums.cmake)
file(MAKE_DIRECTORY ${SCRATCH})

function(collect_from who program compiler run_by)
  execute_process(
    COMMAND ${compiler} -std=c++20 -O2 ${ARGN} -I${INCLUDE} "-DXENT_GOLDEN_DIR=\"${TESTS}/golden\""
            ${TESTS}/bits/${program}.cpp -o ${SCRATCH}/${program}
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${run_by} ${SCRATCH}/${program} OUTPUT_VARIABLE lines
                  COMMAND_ERROR_IS_FATAL ANY)
  collect_sums("${program} on ${who}" "${lines}")
endfunction()

collect_from("this machine" scalars ${NATIVE_COMPILER} "" -march=native)
collect_from("this machine" arrays ${NATIVE_COMPILER} "" -march=native)
get_property(native GLOBAL PROPERTY whats)
collect_from(AArch64 scalars ${COMPILER} ${QEMU} -static -Wno-psabi)
collect_from(AArch64 arrays ${COMPILER} ${QEMU} -static -Wno-psabi)
get_property(all GLOBAL PROPERTY whats)
if(HAS_FMA AND NOT all STREQUAL native)
  message(SEND_ERROR "sums that this machine has not: ${all}, but here ${native}")
endif()

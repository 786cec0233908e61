# With each compiler that exists: xent refuses to compile where the compiler may not use the registers
# of floating-point numbers, and says so, before the standard library does.
include(${CMAKE_CURRENT_LIST_DIR}/refusals.cmake)
set(refused "-mgeneral-regs-only")
set(accepted "-O2")
check_refusals(xent/xent.hpp "xent needs floating-point registers")

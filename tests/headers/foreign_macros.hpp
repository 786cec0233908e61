#pragma once
// Macros that well-known headers define under names that xent could use: none of its headers may.
// Each stands for what no compiler accepts, so that every use shows. The standard library breaks on
// some as well: what xent takes of it comes first.

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <limits>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#define XENT_TEST_FOREIGN ? a foreign macro ?

// <windows.h> and what it includes.
#undef OVERFLOW
#undef UNDERFLOW
#undef DOMAIN
#define min(a, b) XENT_TEST_FOREIGN
#define max(a, b) XENT_TEST_FOREIGN
#define near XENT_TEST_FOREIGN
#define far XENT_TEST_FOREIGN
#define small XENT_TEST_FOREIGN
#define hyper XENT_TEST_FOREIGN
#define interface XENT_TEST_FOREIGN
#define pascal XENT_TEST_FOREIGN
#define cdecl XENT_TEST_FOREIGN
#define environ XENT_TEST_FOREIGN
#define IN XENT_TEST_FOREIGN
#define OUT XENT_TEST_FOREIGN
#define OPTIONAL XENT_TEST_FOREIGN
#define ERROR XENT_TEST_FOREIGN
#define DELETE XENT_TEST_FOREIGN
#define CONST XENT_TEST_FOREIGN
#define VOID XENT_TEST_FOREIGN
#define TRUE XENT_TEST_FOREIGN
#define FALSE XENT_TEST_FOREIGN
#define THIS XENT_TEST_FOREIGN
#define PURE XENT_TEST_FOREIGN
#define STRICT XENT_TEST_FOREIGN
#define ABSOLUTE XENT_TEST_FOREIGN
#define RELATIVE XENT_TEST_FOREIGN
#define DIFFERENCE XENT_TEST_FOREIGN

// <complex.h> and <math.h>.
#define I XENT_TEST_FOREIGN
#define complex XENT_TEST_FOREIGN
#define imaginary XENT_TEST_FOREIGN
#define DOMAIN XENT_TEST_FOREIGN
#define SING XENT_TEST_FOREIGN
#define OVERFLOW XENT_TEST_FOREIGN
#define UNDERFLOW XENT_TEST_FOREIGN
#define HUGE XENT_TEST_FOREIGN

// <ctype.h> of newlib and of the BSDs.
#define _U XENT_TEST_FOREIGN
#define _L XENT_TEST_FOREIGN
#define _N XENT_TEST_FOREIGN
#define _S XENT_TEST_FOREIGN
#define _P XENT_TEST_FOREIGN
#define _C XENT_TEST_FOREIGN
#define _X XENT_TEST_FOREIGN
#define _B XENT_TEST_FOREIGN

// <sys/sysmacros.h>, <termios.h>, <libintl.h>, and what GCC itself defines without -std=c++20.
#undef unix
#undef linux
#define major(device) XENT_TEST_FOREIGN
#define minor(device) XENT_TEST_FOREIGN
#define makedev(major_number, minor_number) XENT_TEST_FOREIGN
#define B0 XENT_TEST_FOREIGN
#define ECHO XENT_TEST_FOREIGN
#define _(text) XENT_TEST_FOREIGN
#define unix XENT_TEST_FOREIGN
#define linux XENT_TEST_FOREIGN

// <AssertMacros.h> of macOS, Qt, X11, Arduino, and what C programs call the hints of GCC.
#define check(assertion) XENT_TEST_FOREIGN
#define verify(assertion) XENT_TEST_FOREIGN
#define require(assertion, label) XENT_TEST_FOREIGN
#define slots XENT_TEST_FOREIGN
#define signals XENT_TEST_FOREIGN
#define emit XENT_TEST_FOREIGN
#define foreach XENT_TEST_FOREIGN
#define forever XENT_TEST_FOREIGN
#define None XENT_TEST_FOREIGN
#define Bool XENT_TEST_FOREIGN
#define Status XENT_TEST_FOREIGN
#define True XENT_TEST_FOREIGN
#define False XENT_TEST_FOREIGN
#define Success XENT_TEST_FOREIGN
#define F(text) XENT_TEST_FOREIGN
#define bit(i) XENT_TEST_FOREIGN
#define round(x) XENT_TEST_FOREIGN
#define sq(x) XENT_TEST_FOREIGN
#define PI XENT_TEST_FOREIGN
#define HIGH XENT_TEST_FOREIGN
#define LOW XENT_TEST_FOREIGN
#define likely(x) XENT_TEST_FOREIGN
#define unlikely(x) XENT_TEST_FOREIGN
#define always_inline XENT_TEST_FOREIGN
#define cold XENT_TEST_FOREIGN
#define hot XENT_TEST_FOREIGN

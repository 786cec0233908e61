#pragma once
// Catch2 of version 2 or 3, whichever the system has; XENT_CATCH_MAJOR comes from CMake.

#if XENT_CATCH_MAJOR >= 3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

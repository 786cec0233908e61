// There is no Catch2 for this machine: its version 2 is compiled here.

#define CATCH_CONFIG_MAIN
#include "../support/catch.hpp"

// Version 2 of Catch2 is compiled here; version 3 brings its main in a library.

#define CATCH_CONFIG_MAIN
#include "catch.hpp"

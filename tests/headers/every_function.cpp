// Prints checksums of what all functions return.

#include "every_function.hpp"

int main() { xent::test::call_every_function(); }

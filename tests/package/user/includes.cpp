// Gets xent's headers through the library.

#include <xent/bce_with_logits.hpp>

int main() { return xent::bce_with_logits(-15.0, 0.0) > 3.0e-7 ? 0 : 1; }

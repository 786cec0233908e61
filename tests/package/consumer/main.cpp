// A consumer: takes xent in one of the ways that CMakeLists.txt names, and uses it.

#include <cstdio>

#include <xent/xent.hpp>

int main() {
  const float loss = xent::bce_with_logits(-15.0f, 0);
  std::printf("loss at logit -15, label 0: %g\n", static_cast<double>(loss));
  return 3.0e-7f < loss && loss < 3.1e-7f ? 0 : 1;
}

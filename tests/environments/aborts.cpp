// aborts WHAT
//
// Compiled without exceptions and without run-time types: makes a call that is wrong in the way
// named, which must end the program with the message on stderr.

#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

#include <xent/threads.hpp>
#include <xent/xent.hpp>

int main(int argc, char** argv) {
  const char* const what = argc > 1 ? argv[1] : "";
  const auto is = [what](const char* name) { return std::strcmp(what, name) == 0; };
  std::vector<float> x(3, 1.5f), y(3, 2.0f), four(4);
  if (is("size")) xent::sigmoid(x, four);
  if (is("overlap")) xent::sigmoid(std::span(x).first(2), std::span(x).last(2));
  if (is("target")) xent::bce_with_logits_sum(x, y, xent::threads(2));
  if (is("option")) xent::bce_with_logits(x, x, y, {.label_smoothing = -1});
  if (is("isa")) xent::set_isa("none");
  if (is("nothing")) {
    xent::sigmoid(x, y);
    return y[0] == xent::sigmoid(1.5f) || y[0] > 0.8f ? 0 : 1;
  }
  std::puts("still here");
  return 3;
}

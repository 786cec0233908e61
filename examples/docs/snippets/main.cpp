// Runs every example of the documentation; exit status 1 where one claims what is not so.

#include "check.hpp"

int main() {
  snippets::scalars();
  snippets::losses();
  snippets::arrays();
  snippets::array_losses();
  snippets::reductions();
  snippets::settings();
}

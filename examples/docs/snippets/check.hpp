#pragma once
// The examples of the documentation claim things; here is who listens.

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace snippets {

// Ends the program where a claim of the documentation is wrong.
#define check(claim) \
  if (!(claim)) snippets::wrong(#claim, __FILE__, __LINE__)

[[noreturn]] inline void wrong(const char* claim, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: not so: %s\n", file, line, claim);
  std::exit(1);
}

// The same to four digits.
inline bool near(double a, double b) { return std::fabs(a - b) <= 1e-4 * std::fabs(b); }

void scalars();
void losses();
void arrays();
void array_losses();
void reductions();
void settings();

}  // namespace snippets

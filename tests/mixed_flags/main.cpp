// Calls one of three units that were compiled for different instruction sets, by its name.

#include <cstring>

void plain();
void with_avx2();
void with_avx512();

int main(int argc, char** argv) {
  const char* const unit = argc > 1 ? argv[1] : "";
  if (std::strcmp(unit, "plain") == 0) return plain(), 0;
  if (std::strcmp(unit, "with_avx2") == 0) return with_avx2(), 0;
  if (std::strcmp(unit, "with_avx512") == 0) return with_avx512(), 0;
  return 2;
}

#pragma once
// What a caller may have set in the floating-point unit before calling us: how results are rounded,
// and on x86 whether subnormal results (FTZ) and inputs (DAZ) become 0.

#include <cfenv>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace xent::test {

enum class setting { nearest, upward, downward, toward_zero, flushing };

inline constexpr std::string_view setting_names[] = {"nearest", "upward", "downward", "toward_zero",
                                                     "flushing"};

// In force while it lives.
class surroundings {
 public:
  explicit surroundings(setting wanted) {
    std::fegetenv(&before_);
    static constexpr int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    if (wanted != setting::flushing) {
      std::fesetround(modes[static_cast<std::size_t>(wanted)]);
    } else {
#if defined(__SSE2__)
      constexpr unsigned flush_to_zero = 0x8000, denormals_are_zero = 0x0040;
      _mm_setcsr(_mm_getcsr() | flush_to_zero | denormals_are_zero);
#endif
    }
  }
  ~surroundings() { std::fesetenv(&before_); }
  surroundings(const surroundings&) = delete;
  surroundings& operator=(const surroundings&) = delete;

 private:
  std::fenv_t before_;
};

// Where the compiler does not know the settings it must not evaluate across their change.
template <class Call> [[gnu::noinline]] void call_under(setting wanted, const Call& call) {
  const surroundings here(wanted);
  asm volatile("" ::: "memory");
  call();
  asm volatile("" ::: "memory");
}

}  // namespace xent::test

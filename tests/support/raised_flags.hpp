#pragma once
// The flags that a call must not raise, looked at, or made to trap.

#include <cfenv>
#include <iostream>
#include <string>

namespace xent::test {

inline constexpr int spurious = FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW;

// Those that the call raises. The compiler must not evaluate across the looks at them.
template <class Call> [[gnu::noinline]] int raised_by(const Call& call) {
  std::feclearexcept(FE_ALL_EXCEPT);
  asm volatile("" ::: "memory");
  call();
  asm volatile("" ::: "memory");
  return std::fetestexcept(spurious);
}

inline std::string names_of(int flags) {
  std::string names;
  if (flags & FE_INVALID) names += " invalid";
  if (flags & FE_DIVBYZERO) names += " division by zero";
  if (flags & FE_OVERFLOW) names += " overflow";
  return names;
}

// The call dies by SIGFPE where it raises one; where traps cannot be set this is an ordinary call.
template <class Call> [[gnu::noinline]] void call_with_traps(const Call& call) {
  std::feclearexcept(FE_ALL_EXCEPT);
#if defined(__GLIBC__)
  feenableexcept(spurious);
#endif
  asm volatile("" ::: "memory");
  call();
  asm volatile("" ::: "memory");
#if defined(__GLIBC__)
  fedisableexcept(spurious);
#endif
}

// Calls, each of which must raise none of them; the first that do are named. `describe` says which
// call it was.
class flag_watch {
 public:
  explicit flag_watch(bool traps) : traps_(traps) {}

  template <class Call, class Describe>
  void operator()(const Call& call, const Describe& describe) {
    if (traps_) return call_with_traps(call);
    const int flags = raised_by(call);
    if (flags == 0 || ++failures_ > 40) return;
    std::cout << describe() << ':' << names_of(flags) << '\n';
  }
  int failures() const { return failures_; }

 private:
  bool traps_;
  int failures_ = 0;
};

}  // namespace xent::test

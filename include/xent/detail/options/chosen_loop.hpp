#pragma once
// Which loop the options of a call ask for.

#include <xent/detail/options/checked_options.hpp>
#include <xent/detail/loops/choice.hpp>

namespace xent::inline XENT_ABI::detail {

// do_blocks(run), where run(block, scratch) does a block by the loop of the formulas that the
// options ask for: what a call does not use costs it nothing.
template <class Grade, class... Formulas, class T, class DoBlocks>
void with_loop(const adjustments<T>& adjust, std::size_t size, const DoBlocks& do_blocks) {
  constexpr bool can_clamp = (requires { typename Formulas::clamped; } && ...);
  const options<T>& o = adjust.given();
  if (!can_clamp && o.clamp == clamp::pytorch)
    adjust.refuse("clamp is for losses of probabilities");
  if (adjust.has_pos_weight()) {
    if constexpr ((of_probability<Formulas> && ...)) {
      adjust.refuse("pos_weight is for losses of logits");
    } else {
      const pos_weights<T> q(o.pos_weight, size);
      do_blocks([&](const auto& block, block_scratch<T>& scratch) {
        run_best<elementwise_loop<Grade, Formulas...>>(
            block.with(q.of(block.first, block.size, scratch.pos_weights)));
      });
    }
  } else if (o.clamp == clamp::pytorch) {
    if constexpr (can_clamp) {
      do_blocks([](const auto& block, auto&) {
        run_best<elementwise_loop<Grade, typename Formulas::clamped...>>(block);
      });
    }
  } else {
    do_blocks(
        [](const auto& block, auto&) { run_best<elementwise_loop<Grade, Formulas...>>(block); });
  }
}

}  // namespace xent::inline XENT_ABI::detail

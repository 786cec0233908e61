#include "second_unit.hpp"

#include "xent.hpp"

float loss_in_second_unit(float x, float y) { return xent::bce_with_logits(x, y); }

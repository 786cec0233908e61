#include <xent/xent.hpp>

#include "two_units.hpp"

double loss_in_second_unit(double x, double y) { return xent::bce_with_logits(x, y); }

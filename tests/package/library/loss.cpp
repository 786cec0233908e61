// A library of a project that has xent as a subproject.

#include <xent/bce_with_logits.hpp>

double loss(double logit, double label) { return xent::bce_with_logits(logit, label); }

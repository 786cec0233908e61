#pragma once
// What each of two translation units makes of the same headers.

double loss_in_first_unit(double x, double y);
double loss_in_second_unit(double x, double y);

// Calls the library, and knows nothing of xent.

double loss(double logit, double label);

int main() { return loss(-15, 0) > 3.0e-7 ? 0 : 1; }

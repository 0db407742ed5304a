// Included once for each width of register, by history_body.h.

// The exponential of each as chance takes it, in place.
static void WIDE(exponentials)(float *x) { EACH x[i] = ck_single_exp(x[i]); }

// The logistic function of each, in place.
static void WIDE(logistics)(double *x) {
  singles power;
  EACH_NARROWED power[i] = (float)-x[i];
  WIDE(exponentials)(power);
  EACH x[i] = 1 / (1 + (double)power[i]);
}

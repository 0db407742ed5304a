// Included once for each width of register, by history_body.h.

// The exponential of each as chance takes it, in place.
static void WIDE(exponentials)(double *x) {
  float power[ck_lanes];
  EACH power[i] = (float)x[i];
  EACH power[i] = ck_single_exp(power[i]);
  EACH x[i] = (double)power[i];
}

// The logistic function of each, in place.
static void WIDE(logistics)(double *x) {
  EACH x[i] = -x[i];
  WIDE(exponentials)(x);
  EACH x[i] = 1 / (1 + x[i]);
}

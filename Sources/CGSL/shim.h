#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_sf_gamma.h>

/* GSL keeps its methods in variables; Swift 6 reads them through a function. */
static inline const gsl_multimin_fminimizer_type *simplexMethod(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

// Included once for each width of register, by history_body.h. What the ACO's own programs achieve, cost
// and bill.

enum WIDE(program_slot) {
  WIDE(of_effect),
  WIDE(of_quality),
  WIDE(of_cost),
  WIDE(of_share)
};

// Normal scores of a program's own subject.
static void WIDE(program_scores)(
    float *restrict out, const struct ck_history *h, const struct ck_program *program,
    uint32_t slot) {
  four_words drawn;
  WIDE(keyed_block)(drawn, 0, h, program->key, program->second_key, programs, slot, 0);
  WIDE(normals)(out, drawn[slot % ck_four], ck_lanes);
}

// Once a trial; what is certain draws nothing.
static void WIDE(draw_programs)(struct ck_history *h, const struct ck_history_model *m) {
  TYPES EACH {
    h->factor[t][i] = 1;
    h->fees[t][i] = 0;
  }
  for (int p = 0; p < m->program_count; p++) {
    const struct ck_program *program = m->programs + p;
    double effect = program->effect_mean, spread = program->effect_spread;
    EACH h->program_effect[p][i] = effect;
    if (spread > 0) {
      WIDE(program_scores)(h->z, h, program, WIDE(of_effect));
      EACH h->program_effect[p][i] += spread * h->z[i];
    }
    EACH h->program_quality[p][i] = 0;
    if (program->moves_quality) {
      WIDE(program_scores)(h->z, h, program, WIDE(of_quality));
      EACH h->program_quality[p][i] = h->z[i];
    }
    spread = program->cost_spread;
    EACH h->program_cost[p][i] = 1;
    if (spread != 0) {
      WIDE(program_scores)(h->z, h, program, WIDE(of_cost));
      EACH_NARROWED h->z[i] = (float)(spread * h->z[i] - spread * spread / 2);
      WIDE(exponentials)(h->z);
      EACH h->program_cost[p][i] = h->z[i];
    }
    double share = program->share_estimate, centre = program->share_centre;
    spread = program->share_spread;
    EACH h->program_share[p][i] = share;
    if (spread != 0) {
      WIDE(program_scores)(h->z, h, program, WIDE(of_share));
      EACH h->program_share[p][i] = centre + spread * h->z[i];
      WIDE(logistics)(h->program_share[p]);
    }
  }
}

// The factors on expenditure of all programs' effects, which multiply; what the programs cost, and what
// they bill to whom.
static void WIDE(pay_programs)(
    struct ck_history *h, const struct ck_history_model *m, int y, double *columns) {
  if (m->program_count == 0) return;
  double least = m->constants[ck_least_factor];
  double *costs = columns + ck_y_program_cost * ck_lanes;
  double *fees = columns + ck_y_program_fees * ck_lanes;
  double *medicare = columns + ck_y_program_medicare * ck_lanes;
  double *avoided = columns + ck_y_program_avoided * ck_lanes;
  EACH costs[i] = fees[i] = medicare[i] = avoided[i] = 0;
  TYPES EACH {
    h->factor[t][i] = 1;
    h->fees[t][i] = 0;
  }
  for (int p = 0; p < m->program_count; p++) {
    const struct ck_program *program = m->programs + p;
    const double *serving = program->serving;
    double cost = program->cost[y], cost_each = program->cost_each[y];
    double part = program->medicare_share, fee = program->fee_each[y] * program->ramp[y];
    TYPES {
      double reached = program->reach[t] * program->ramp[y], served = serving[t];
      EACH {
        h->factor[t][i] *= ck_max(least, 1 + reached * h->program_effect[p][i]);
        h->fees[t][i] += served * (fee * h->program_share[p][i]) * part;
      }
    }
    EACH {
      double served = 0 + serving[0] * h->count[0][i];
      served += serving[1] * h->count[1][i];
      served += serving[2] * h->count[2][i];
      served += serving[3] * h->count[3][i];
      double stated = cost + cost_each * served;
      double billed = served * (fee * h->program_share[p][i]);
      costs[i] += stated * h->program_cost[p][i];
      fees[i] += billed;
      medicare[i] += billed * part;
    }
  }
  TYPES {
    double years_each = m->constants[ck_base_person_years + t];
    EACH h->fees[t][i] = h->fees[t][i] / years_each;
  }
}

// What the programs add to the year's score, as a logit; into h->a.
static void WIDE(program_logit)(struct ck_history *h, const struct ck_history_model *m, int y) {
  EACH h->a[i] = 0;
  for (int p = 0; p < m->program_count; p++) {
    double moved = m->programs[p].quality[y];
    EACH h->a[i] = h->a[i] + moved * h->program_quality[p][i];
  }
}

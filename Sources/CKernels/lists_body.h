// Included once for each width of register, by history_body.h. Who stays, joins and is
// assigned, and what other participants do to the benchmark years.

static void WIDE(draw_retention)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  double stated = k[ck_retention_mean], both = k[ck_retention_concentration];
  column mean;
  EACH {
    mean[i] = ck_min(ck_max(stated + h->p[ck_p_retention][i], 0), 1);
    int open = mean[i] > 0 && mean[i] < 1;
    double used = open ? mean[i] : 0.5;
    h->a[i] = used * both;
    h->b[i] = (1 - used) * both;
  }
  WIDE(betas)(h->retained, h->a, h->b, h, m, retention, 0);
  EACH h->retained[i] = mean[i] > 0 && mean[i] < 1 ? h->retained[i] : mean[i];
}

// Those who join a type, from h->a their mean, which is lost; into h->d. See `ck_draw_count`.
static void WIDE(draw_joiners)(struct ck_history *h, const struct ck_history_model *m, int t) {
  const double *dispersion = h->p[ck_p_joining_dispersion];
  const uint32_t *words = WIDE(words)(h, m, aco, joining, (uint32_t)t, 0);
  singles score;
  masks narrow, wide, rare, poisson;
  uint64_t some_narrow = 0, some_wide = 0, some_rare = 0, some_poisson = 0;
  const uint64_t all = ~(uint64_t)0;
  WIDE(normals)(score, words, ck_lanes);
  EACH {
    double d = dispersion[i];
    uint64_t large = h->a[i] >= CK_LEAST_VARIANCE ? all : 0, spread = d > 0 ? all : 0;
    uint64_t is_wide = d > CK_MOST_DISPERSION ? all : 0, some = h->a[i] > 0 ? all : 0;
    some_narrow |= narrow[i] = large & spread & ~is_wide;
    some_wide |= wide[i] = large & is_wide;
    some_rare |= rare[i] = some & ~large & spread;
    some_poisson |= poisson[i] = (large & is_wide) | ~spread;
    h->d[i] = 0;
  }
  if (some_narrow) EACH {
      double mean = narrow[i] ? h->a[i] : 1000, spread = narrow[i] ? dispersion[i] : 0.1;
      double count = ck_large_negative_binomial(score[i], mean, spread);
      h->d[i] = narrow[i] ? count : h->d[i];
    }
  if (some_rare) {
    struct WIDE(adding) law;
    EACH_NARROWED {
      double mean = rare[i] ? h->a[i] : 1, spread = rare[i] ? dispersion[i] : 1;
      double shape = 1 / (spread * spread);
      double rest = mean / (shape + mean);
      law.mass[i] = (float)(shape * ck_log(shape / (shape + mean)));
      law.a[i] = (float)(shape * rest);
      law.b[i] = (float)rest;
    }
    WIDE(counted)(h->d, rare, words, &law);
  }
  if (some_wide) {
    EACH h->b[i] = wide[i] ? 1 / (dispersion[i] * dispersion[i]) : 1;
    WIDE(gammas)(h->c, h->b, h, m, joining, (uint32_t)t, 1);
    EACH h->a[i] = wide[i] ? h->a[i] * h->c[i] : h->a[i];
  }
  if (some_poisson) WIDE(poissons)(h, words, score, poisson);
}

// What lists made `change` times as large keep of those on them before: BenchmarkLuck.
struct WIDE(relisting) {
  const struct lot *lot;
  const double *change;
  column overlap;
  // Parts of a score kept and drawn anew.
  column kept, fresh;
};

// One benchmark year's luck of one type, from these words; `variance` of the new scores, and its root.
static void WIDE(relist_luck)(
    struct ck_history *h, const struct ck_history_model *m, const struct WIDE(relisting) *to,
    const double *restrict variance, const double *restrict root, const uint32_t *words, int t,
    int y, uint32_t slot) {
  const struct lot *lot = to->lot;
  column luck, used, score, level, shape;
  singles fresh;
  WIDE(normals)(fresh, words, lot->filled);
  for (int i = 0; i < lot->filled; i++) {
    uint32_t lane = lot->lane[i];
    score[i] = to->kept[i] * h->luck_score[t][y][lane] + to->fresh[i] * fresh[i];
    shape[i] = h->luck_shape[t][y][lane] * to->change[i];
    // Where the luck is known it is left; here it only must not divide by zero.
    used[i] = variance[i] > 0 ? shape[i] / variance[i] : 1;
    level[i] = variance[i] > 0 ? score[i] / root[i] : 0;
  }
  struct WIDE(beside) at = {lot, h, m, benchmark_noise, slot, 0};
  WIDE(luck)(luck, (int)m->constants[ck_benchmark_law], used, level, lot->filled, &at);
  for (int i = 0; i < lot->count; i++) {
    uint32_t lane = lot->lane[i];
    h->luck_score[t][y][lane] = score[i];
    h->luck_shape[t][y][lane] = shape[i];
    h->luck[t][y][lane] = variance[i] > 0 ? luck[i] : h->luck[t][y][lane];
  }
}

// The luck of all benchmark years; slots from `slot` on.
static void WIDE(relist_years)(
    struct ck_history *h, const struct ck_history_model *m, const struct WIDE(relisting) *to,
    uint32_t slot) {
  const struct lot *lot = to->lot;
  column variance, root;
  for (int i = 0; i < lot->filled; i++) {
    double overlap = to->overlap[i];
    variance[i] = overlap * h->luck_variance[lot->lane[i]] + (1 - overlap);
    root[i] = ck_sqrt(variance[i]);
  }
  for (int y = 0; y < 3; y++) {
    uint32_t first = slot + 4 * (uint32_t)y;
    four_words drawn;
    WIDE(some_words)(drawn, lot, h, m, benchmark_noise, first);
    TYPES WIDE(relist_luck)(h, m, to, variance, root, drawn[t], t, y, first + (uint32_t)t);
  }
  for (int i = 0; i < lot->count; i++) h->luck_variance[lot->lane[i]] = variance[i];
}

// Base scores of one type, from these words.
static void WIDE(relist_scores)(
    struct ck_history *h, const struct WIDE(relisting) *to, const uint32_t *words, int t) {
  const struct lot *lot = to->lot;
  column before, sample, variance;
  singles score;
  WIDE(normals)(score, words, lot->filled);
  for (int i = 0; i < lot->filled; i++) before[i] = h->risk_sample_variance[t][lot->lane[i]];
  for (int i = 0; i < lot->filled; i++) sample[i] = h->risk_sample[t][lot->lane[i]];
  for (int i = 0; i < lot->filled; i++) {
    double fresh = to->fresh[i] * score[i];
    double kept = ck_sqrt(to->overlap[i] / before[i]) * sample[i];
    variance[i] = before[i] / to->change[i];
    sample[i] = ck_sqrt(variance[i]) * (kept + fresh);
  }
  for (int i = 0; i < lot->count; i++) {
    h->risk_sample[t][lot->lane[i]] = sample[i];
    h->risk_sample_variance[t][lot->lane[i]] = variance[i];
  }
}

// The benchmark years and base scores of some trials for lists made `change` times as large.
static void WIDE(relist)(
    struct ck_history *h, const struct ck_history_model *m, const struct lot *lot,
    const double *restrict change, int is_planned) {
  const double *k = m->constants;
  for (int i = 0; i < lot->count; i++) {
    uint32_t lane = lot->lane[i];
    h->rebased[lane] = 1;
    h->position_luck[lane] *= ck_min(1, 1 / change[i]);
  }
  struct WIDE(relisting) to;
  to.lot = lot;
  to.change = change;
  for (int i = 0; i < lot->filled; i++) {
    to.overlap[i] = ck_min(change[i], 1 / change[i]);
    to.kept[i] = ck_sqrt(to.overlap[i]);
    to.fresh[i] = ck_sqrt(1 - to.overlap[i]);
  }
  if ((int)k[ck_benchmark_law] != ck_law_none)
    WIDE(relist_years)(h, m, &to, is_planned ? 16 : 0);
  four_words drawn;
  WIDE(some_words)(drawn, lot, h, m, risk_score, is_planned ? 16 : 12);
  TYPES if (k[ck_estimate + ck_p_person_risk + t] > 0)
    WIDE(relist_scores)(h, &to, drawn[t], t);
}

static void WIDE(change_participants)(
    struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double planned = k[ck_planned_list + y];
  struct lot lot;
  column change;
  EACH h->rebased[i] = 0;
  EACH h->a[i] = planned;
  if (planned != 1) {
    lot.count = lot.filled = ck_lanes;
    EACH {
      lot.lane[i] = (uint32_t)i;
      lot.trial[i] = h->trials[i];
      change[i] = planned;
    }
    WIDE(relist)(h, m, &lot, change, 1);
  }
  if (k[ck_estimate + ck_p_change_chance] > 0) {
    const double *chance = h->p[ck_p_change_chance];
    const uint32_t *words = WIDE(words)(h, m, aco, participant_change, 0, 0);
    if (WIDE(guided)(h, m, participant_change, 0, 0)) {
      EACH h->b[i] = ck_event(words[i], chance[i], &h->d[i]) ? 1 : 0;
    } else {
      EACH h->b[i] = ck_uniform(words[i]) < chance[i] ? 1 : 0;
      WIDE(scores)(h->z, h, m, aco, participant_change, 1);
      EACH h->d[i] = h->z[i];
    }
    singles drawn;
    EACH_NARROWED {
      double spread = h->p[ck_p_change_spread][i];
      double jump = k[ck_change_mean] - spread * spread / 2 + spread * h->d[i];
      drawn[i] = (float)ck_min(ck_max(jump, -2), 2);
    }
    WIDE(exponentials)(drawn);
    EACH h->a[i] = h->b[i] == 0 ? planned : planned * drawn[i];
    choose(&lot, h, h->b);
    for (int i = 0; i < lot.filled; i++) change[i] = drawn[lot.lane[i]];
    if (lot.count > 0) WIDE(relist)(h, m, &lot, change, 0);
  }
  // A list that did not change is not rounded again: its counts are whole.
  TYPES EACH h->count[t][i] = ck_max(1, ck_round(h->count[t][i] * h->a[i]));
}

static void WIDE(settle_list)(struct ck_history *h, const struct ck_history_model *m) {
  const double *k = m->constants;
  EACH h->true_up[i] = 1;
  if (k[ck_is_prospective] != 0) {
    double loss = k[ck_in_year_loss];
    if (!(loss > 0)) return;
    struct WIDE(chances) staying;
    WIDE(set_chance)(&staying, 1 - loss);
    TYPES {
      const uint32_t *words = WIDE(words)(h, m, aco, true_up, 4 + (uint32_t)t, 0);
      EACH h->a[i] = ck_round(h->count[t][i] / (1 - loss));
      WIDE(binomials)(h->c, h->a, &staying, words);
      EACH h->count[t][i] = ck_max(1, h->c[i]);
    }
    return;
  }
  double spread = k[ck_true_up_spread], slope = k[ck_true_up_slope];
  if (!(spread > 0)) return;
  WIDE(scores)(h->z, h, m, aco, true_up, 0);
  double half = spread * spread / 2;
  singles lists;
  EACH_NARROWED {
    double change = spread * h->z[i];
    lists[i] = (float)(change - half);
    h->true_up[i] = (float)(slope * change - slope * slope * half);
  }
  WIDE(exponentials)(lists);
  WIDE(exponentials)(h->true_up);
  TYPES EACH h->count[t][i] = ck_max(1, ck_round(h->count[t][i] * lists[i]));
}

static void WIDE(assign)(struct ck_history *h, const struct ck_history_model *m, int y) {
  const double *k = m->constants;
  double voluntary = k[ck_voluntary_share], planned = k[ck_planned_retention];
  double least = k[ck_least_factor];
  column size, stay, join, kept[4];
  struct WIDE(chances) by_claims, aligned;
  WIDE(draw_retention)(h, m);
  EACH size[i] = h->count[0][i] + h->count[1][i] + h->count[2][i] + h->count[3][i];
  WIDE(set_chances)(&by_claims, h->retained);
  WIDE(set_chance)(&aligned, k[ck_voluntary_retention]);
  TYPES {
    EACH {
      h->a[i] = ck_round(h->count[t][i] * voluntary);
      h->b[i] = h->count[t][i] - h->a[i];
    }
    WIDE(both_binomials)(
        kept[t], h->b, &by_claims, h->a, &aligned, h, m, retention, 4 + (uint32_t)t);
  }
  EACH stay[i] = kept[0][i] + kept[1][i] + kept[2][i] + kept[3][i];
  EACH join[i] = 0;
  double plan = k[ck_planned_size + y];
  TYPES {
    EACH h->a[i] =
        ck_max(0, (plan * h->p[ck_p_size][i] - planned) * h->count[t][i]);
    WIDE(draw_joiners)(h, m, t);
    EACH {
      join[i] = join[i] + h->d[i];
      h->count[t][i] = ck_max(1, kept[t][i] + h->d[i]);
    }
  }
  double leaver = k[ck_leaver_expenditure], joiner = k[ck_joiner_expenditure];
  double leaver_risk = k[ck_leaver_risk], joiner_risk = k[ck_joiner_risk];
  EACH {
    double s = stay[i] / size[i], j = join[i] / size[i];
    double needed = ck_max(0, plan * h->p[ck_p_size][i] - planned);
    int open = s + j > 0 && planned + needed > 0;
    double both = open ? s + j : 1, wanted = open ? planned + needed : 1;
    double spent = (ck_max(1 - (1 - s) * leaver, least * s) + j * joiner) / both;
    double expected =
        (ck_max(1 - (1 - planned) * leaver, least * planned) + needed * joiner) / wanted;
    double scored = (ck_max(1 - (1 - s) * leaver_risk, least * s) + j * joiner_risk) / both;
    double score =
        (ck_max(1 - (1 - planned) * leaver_risk, least * planned) + needed * joiner_risk) / wanted;
    h->chosen_expenditure[i] =
        open ? h->chosen_expenditure[i] * (spent / expected) : h->chosen_expenditure[i];
    h->chosen_risk[i] = open ? h->chosen_risk[i] * (scored / score) : h->chosen_risk[i];
  }
  WIDE(change_participants)(h, m, y);
  WIDE(settle_list)(h, m);
}

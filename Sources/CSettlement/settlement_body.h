// Included once for each width of register; see settlement.c.

typedef double WIDE(column)[cs_lanes] __attribute__((aligned(64)));

// The sum over the types of what `part` makes of type `t` in lane `i`, in their order.
#define SUM(part_0, part_1, part_2, part_3) ((((part_0) + (part_1)) + (part_2)) + (part_3))
#define AT(column, t) (column)[(t) * cs_lanes + i]

static void WIDE(sign)(
    const struct cs_stated *restrict stated, const double *restrict luck,
    double *restrict historical, double *restrict leverage) {
  const double *w = stated->weights;
  for (int t = 0; t < cs_types; t++) {
    double amount = stated->historical[t], prospective = stated->prospective[t];
    const double *first = luck + 3 * t * cs_lanes;
    const double *second = first + cs_lanes, *third = second + cs_lanes;
    EACH {
      double factor =
          1 + w[0] * (first[i] - 1) + w[1] * (second[i] - 1) + w[2] * (third[i] - 1);
      double dollars = factor * amount;
      AT(historical, t) = dollars;
      AT(leverage, t) = prospective / dollars;
    }
  }
}

// ByEnrollmentType<Stratum>.riskAdjustment(under:): ratios held to the cap.
static inline __attribute__((always_inline)) void WIDE(adjust_risk)(
    const struct cs_year_terms *restrict terms, const struct cs_observed *restrict o,
    double (*restrict weight)[cs_lanes], double (*restrict ratio)[cs_lanes]) {
  const double *demographic = o->demographic;
  double growth = terms->risk_growth;
  if (terms->risk_cap != cs_cap_aggregate) {
    double ceiling = terms->risk_cap == cs_cap_per_type ? 1 + growth : __builtin_inf();
    for (int t = 0; t < cs_types; t++)
      EACH ratio[t][i] = lesser(AT(o->risk, t), ceiling);
    return;
  }
  EACH {
    double whole = SUM(weight[0][i], weight[1][i], weight[2][i], weight[3][i]);
    double risk = SUM(
        AT(o->risk, 0) * weight[0][i], AT(o->risk, 1) * weight[1][i],
        AT(o->risk, 2) * weight[2][i], AT(o->risk, 3) * weight[3][i]) / whole;
    double people = SUM(
        demographic[i] * weight[0][i], demographic[i] * weight[1][i],
        demographic[i] * weight[2][i], demographic[i] * weight[3][i]) /
                    whole;
    double ceiling = people + growth;
    ceiling = risk > ceiling ? ceiling : __builtin_inf();
    ratio[0][i] = lesser(AT(o->risk, 0), ceiling);
    ratio[1][i] = lesser(AT(o->risk, 1), ceiling);
    ratio[2][i] = lesser(AT(o->risk, 2), ceiling);
    ratio[3][i] = lesser(AT(o->risk, 3), ceiling);
  }
}

// ByEnrollmentType<Stratum>.regionalRiskGrowth(over:): the factor on each type's regional growth.
static inline __attribute__((always_inline)) void WIDE(raise_region)(
    const struct cs_year_terms *restrict terms, const struct cs_observed *restrict o,
    double (*restrict weight)[cs_lanes], double (*restrict factor)[cs_lanes]) {
  if (!terms->has_regional_cap) {
    for (int t = 0; t < cs_types; t++) EACH factor[t][i] = 1;
    return;
  }
  double excess = terms->regional_excess;
  EACH {
    double whole = SUM(weight[0][i], weight[1][i], weight[2][i], weight[3][i]);
    double ratio = SUM(
        AT(o->region_risk, 0) * weight[0][i], AT(o->region_risk, 1) * weight[1][i],
        AT(o->region_risk, 2) * weight[2][i], AT(o->region_risk, 3) * weight[3][i]) / whole;
    double people = SUM(
        AT(o->region_demographic, 0) * weight[0][i], AT(o->region_demographic, 1) * weight[1][i],
        AT(o->region_demographic, 2) * weight[2][i],
        AT(o->region_demographic, 3) * weight[3][i]) / whole;
    double years = SUM(
        AT(o->person_years, 0), AT(o->person_years, 1), AT(o->person_years, 2),
        AT(o->person_years, 3));
    double share = SUM(
        AT(o->share, 0) * AT(o->person_years, 0), AT(o->share, 1) * AT(o->person_years, 1),
        AT(o->share, 2) * AT(o->person_years, 2), AT(o->share, 3) * AT(o->person_years, 3)) /
                   years;
    double ceiling = people + excess;
    double cap = ceiling + share * greater(0, ratio - ceiling);
    int above = ratio > cap;
    factor[0][i] = above ? greater(1, AT(o->region_risk, 0) / cap) : 1;
    factor[1][i] = above ? greater(1, AT(o->region_risk, 1) / cap) : 1;
    factor[2][i] = above ? greater(1, AT(o->region_risk, 2) / cap) : 1;
    factor[3][i] = above ? greater(1, AT(o->region_risk, 3) / cap) : 1;
  }
}

// QualityMeasurement.result(under:inFirstYearOfFirstAgreement:extremeCircumstances:), of a score
// that is given.
static inline __attribute__((always_inline)) void WIDE(judge_quality)(
    const struct cs_year_terms *restrict terms, const struct cs_observed *restrict o,
    struct cs_measured *restrict out) {
  double least = terms->circumstances_share;
  int by_reporting = terms->first_year_by_reporting != 0;
  EACH {
    double score = o->score[i], standard = o->standard[i];
    int relieved = (o->months[i] > 0) & (o->months_share[i] >= least);
    double lifted = relieved ? greater(score, standard) : score;
    int counts = (o->reported[i] != 0) | relieved;
    int meets = relieved | (lifted >= standard) | (o->incentive[i] != 0) | by_reporting;
    double otherwise = o->alternative[i] != 0 ? cs_alternative_met : cs_not_met;
    double standing = meets ? cs_standard_met : otherwise;
    out->standing[i] = counts ? standing : cs_not_met;
    out->score[i] = counts ? lifted : 0;
    out->months[i] = o->months[i];
    out->months_share[i] = o->months_share[i];
  }
}

static void WIDE(measure)(
    const struct cs_year_terms *restrict terms, const struct cs_observed *restrict o,
    const struct cs_signed *restrict held, struct cs_measured *restrict out) {
  WIDE(column) weight[cs_types], ratio[cs_types], factor[cs_types];
  for (int t = 0; t < cs_types; t++)
    EACH weight[t][i] = AT(held->historical, t) * AT(o->person_years, t);
  WIDE(adjust_risk)(terms, o, weight, ratio);
  WIDE(raise_region)(terms, o, weight, factor);
  double of_trend = terms->prospective_weight, of_two_way = 1 - of_trend;
  double below = terms->growth_below, above = terms->growth_above;
  EACH {
    out->benchmark[i] = 0;
    out->guardrail[i] = 0;
    out->expenditure[i] = 0;
  }
  for (int t = 0; t < cs_types; t++) {
    double yearly = terms->growth[t];
    EACH {
      double nation = AT(o->nation, t), share = AT(o->share, t);
      double national = nation / AT(held->nation_before, t) - 1;
      double growth = lesser(greater(yearly, national - below), national + above);
      double trended = AT(held->prospective, t) * (1 + growth);
      AT(held->prospective, t) = trended;
      double trend = 1 + (trended - 1) * AT(held->leverage, t);
      double two_way = share * nation + (1 - share) * (AT(o->region, t) * factor[t][i]);
      double update = of_two_way * two_way + of_trend * trend;
      double historical = AT(held->historical, t), years = AT(o->person_years, t);
      double held_to = ratio[t][i];
      out->benchmark[i] = out->benchmark[i] + ((update * held_to) * historical) * years;
      out->guardrail[i] = out->guardrail[i] + ((two_way * held_to) * historical) * years;
      out->expenditure[i] = out->expenditure[i] + AT(o->expenditure, t) * years;
    }
  }
  double threshold = terms->low_revenue_threshold;
  int guarded = terms->has_guardrail != 0;
  EACH {
    out->assigned[i] = o->assigned[i];
    out->revenue[i] = o->revenue[i];
    out->is_low_revenue[i] = o->revenue[i] / out->expenditure[i] < threshold ? 1 : 0;
    // Without a guardrail it never exceeds the benchmark.
    out->guardrail[i] = guarded ? out->guardrail[i] : out->benchmark[i];
  }
  WIDE(judge_quality)(terms, o, out);
}

static void WIDE(variable_rates)(
    const struct cs_rate_table *restrict table, const struct cs_measured *restrict year,
    double *restrict rates) {
  double last = table->at_most[table->count - 1];
  EACH rates[i] = last;
  // The first band that reaches so far is the last to be written.
  for (int b = table->count - 1; b >= 0; b--) {
    double fewest = table->fewest[b], most = table->most[b];
    double low = table->at_fewest[b], rise = table->at_most[b] - low, width = most - fewest;
    EACH {
      double count = year->assigned[i];
      double within = low + ((count - fewest) / width) * rise;
      double rate = count > fewest ? within : low;
      rates[i] = count <= most ? rate : rates[i];
    }
  }
}

static void WIDE(settle)(
    const struct cs_track_terms *restrict terms, const struct cs_measured *restrict year,
    const double *restrict rates, double factor, double beside, struct cs_settled *restrict out) {
  const uint64_t elects = ALL(terms->has_elected), reduces = ALL(terms->has_reduced);
  const uint64_t two_sided = ALL(terms->is_two_sided), fixed = ALL(terms->has_fixed_loss);
  const uint64_t by_score = ALL(terms->met_times_score);
  const uint64_t alternative = ALL(terms->shares_alternative);
  const double elected = terms->elected, fewest = terms->fewest_for_election;
  const double sharing = terms->sharing, payment_limit = terms->payment_limit;
  const double sequestered = terms->sequestration;
  const double reduced = terms->reduced_factor, reduced_fewest = terms->reduced_fewest;
  const double loss_rate = terms->loss_rate, lower = terms->loss_lower, upper = terms->loss_upper;
  const double of_benchmark = terms->loss_of_benchmark, of_revenue = terms->loss_of_revenue;
  const uint64_t by_benchmark = ALL(terms->has_benchmark_limit);
  const uint64_t by_revenue = ALL(terms->has_revenue_limit);
  const double months = terms->months_in_year;
  EACH {
    double benchmark = year->benchmark[i], spent = year->expenditure[i];
    double assigned = year->assigned[i], score = year->score[i], standing = year->standing[i];
    double savings = benchmark - spent;
    double rate = chosen(elects & ALL(assigned >= fewest), elected, rates[i]);
    uint64_t met = ALL(standing == cs_standard_met), other = ALL(standing == cs_alternative_met);
    double scored = sharing * score;
    double share = chosen(met & ~by_score, sharing, scored);
    uint64_t shares = met | (other & alternative);

    // Savings.
    uint64_t full = reaches(savings, rate * benchmark, benchmark);
    uint64_t part = reduces & ALL(year->is_low_revenue[i] != 0) & ALL(assigned >= reduced_fewest);
    double applied = chosen(full, 1, reduced) * share;
    double before = applied * savings;
    double after = before - sequestered * before;
    double most = payment_limit * benchmark;
    uint64_t earns = ALL(savings > 0) & shares & (full | part);

    // Losses: tested again where the two-way benchmark is the larger.
    uint64_t tested = reaches(spent - benchmark, rate * benchmark, benchmark);
    double guardrail = year->guardrail[i], against = greater(benchmark, guardrail);
    double excess = spent - against;
    uint64_t beyond = ALL(excess > 0) & reaches(excess, rate * against, against);
    uint64_t owes = two_sided & ALL(savings < 0) & tested & beyond;
    double falling = lesser(greater(1 - scored, lower), upper);
    double shared = chosen(fixed, loss_rate, chosen(shares, falling, upper));
    double loss = shared * excess;
    double a = of_revenue * year->revenue[i], b = of_benchmark * against;
    double limit = chosen(by_revenue & by_benchmark, lesser(a, b), chosen(by_revenue, a, b));
    double held = chosen(by_revenue | by_benchmark, lesser(limit, loss), loss);
    double relief = ((year->months[i] / months) * year->months_share[i]) * held;
    double owed = held - relief;

    double earned = lesser(after, most);
    double amount = chosen(earns, earned, chosen(owes, -owed, 0));
    double cents = whole_cents(amount);
    out->cents[i] = cents;
    out->limit[i] =
        chosen(earns & ALL(after > most), 1, chosen(~earns & owes & ALL(held < loss), 16, 0));
    out->overrun[i] = chosen(beyond, 1, 0);
    out->added[i] = factor * cents + beside;
  }
}

static void WIDE(pay)(
    const struct cs_settled *restrict year, int32_t count, double *restrict net,
    int64_t *restrict payment, int64_t *restrict left, uint8_t *restrict hits) {
  if (payment)
    for (int32_t i = 0; i < count; i++) payment[i] = (int64_t)year->cents[i];
  if (left) {
    for (int32_t i = 0; i < count; i++) {
      net[i] += year->added[i];
      left[i] = (int64_t)cw_whole(net[i]);
    }
  }
  for (int32_t i = 0; i < count; i++) hits[i] = (uint8_t)(hits[i] + (int32_t)year->limit[i]);
}

static void WIDE(count_marks)(
    const uint16_t *restrict marks, int32_t count, struct cs_marked *restrict marked) {
  int32_t owed = 0, exhausted = 0, early = 0, first = 0, second = 0, third = 0, fourth = 0;
  int32_t fifth = 0;
  for (int32_t i = 0; i < count; i++) {
    uint16_t bits = marks[i], may_end = bits >> 4 & 7, ends = bits >> 8 & 7;
    owed += bits & 1;
    exhausted += bits >> 1 & 1;
    early += (ends > 0) & (ends < cs_most_years);
    first += may_end == 1;
    second += may_end == 2;
    third += may_end == 3;
    fourth += may_end == 4;
    fifth += may_end == 5;
  }
  *marked = (struct cs_marked){
      owed, exhausted, early, {first, second, third, fourth, fifth}};
}

// What a path has behind it.
struct WIDE(account) {
  WIDE(column) net, lowest, at_end, overruns, owes, may_end, ends;
};

static inline __attribute__((always_inline)) void WIDE(step)(
    const struct cs_settled *restrict year, const double *restrict quality_ends, double until,
    double number, double counts_on, const struct WIDE(account) *restrict before,
    struct WIDE(account) *restrict after) {
  // All is read before anything is chosen, so that choices stay in registers.
  EACH {
    double net = before->net[i] + year->added[i];
    double overruns = before->overruns[i] + year->overrun[i];
    double owed = before->owes[i], ended = before->ends[i], at_end = before->at_end[i];
    double might_end = before->may_end[i], quality = quality_ends[i];
    uint64_t may_end = ALL(overruns >= until);
    uint64_t must_end = ALL(quality != 0);
    uint64_t ends = (may_end | must_end) & ALL(ended == 0);
    uint64_t first = may_end & ALL(might_end == 0);
    after->net[i] = net;
    after->lowest[i] = lesser(before->lowest[i], net);
    after->owes[i] = chosen(ALL(year->cents[i] < 0), 1, owed);
    after->overruns[i] = counts_on * overruns;
    after->ends[i] = chosen(ends, number, ended);
    after->at_end[i] = chosen(ends, net, at_end);
    after->may_end[i] = chosen(first, number, might_end);
  }
}

static inline __attribute__((always_inline)) void WIDE(finish)(
    const struct WIDE(account) *restrict account, const struct cs_walk *restrict walk,
    int leaf) {
  double edge = -walk->reserve;
  int64_t *restrict net = walk->net + leaf * walk->stride;
  uint16_t *restrict marks = walk->marks + leaf * walk->stride;
  int64_t *restrict beyond = walk->beyond_end + leaf * cs_lanes;
  int64_t *restrict best = walk->best;
  EACH {
    int64_t left = (int64_t)cw_whole(account->net[i]);
    net[i] = left;
    best[i] = left > best[i] ? left : best[i];
  }
  EACH {
    double after = account->ends[i] != 0 ? account->net[i] - account->at_end[i] : 0;
    beyond[i] = (int64_t)cw_whole(after);
  }
  EACH {
    double exhausts = account->lowest[i] < edge ? 2 : 0;
    double bits = account->owes[i] + exhausts + 16 * account->may_end[i] + 256 * account->ends[i];
    marks[i] = (uint16_t)(int32_t)bits;
  }
}

static void WIDE(walk_paths)(const struct cs_walk *restrict walk) {
  // Of the path so far: the state before the first year, and after each.
  struct WIDE(account) along[cs_most_years + 1];
  memset(&along[0], 0, sizeof along[0]);
  EACH walk->best[i] = INT64_MIN;
  for (int place = 0; place < walk->count; place++) {
    struct cs_node node = walk->nodes[place];
    int y = node.year;
    WIDE(step)(
        walk->settled[y] + node.settlement, walk->quality_ends[y], walk->overruns_until[y], y + 1,
        node.ends_agreement ? 0 : 1, &along[y], &along[y + 1]);
    if (node.leaf >= 0) WIDE(finish)(&along[y + 1], walk, node.leaf);
  }
}

#undef SUM
#undef AT

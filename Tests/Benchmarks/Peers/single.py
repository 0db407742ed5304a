"""The model one trial at a time, in plain loops: compiled by numba, or run as it stands.

Arrays are flat and by year, then by type. `m` is the bound model; `s` the scratch of one worker,
whose fields a trial overwrites.
"""

from collections import namedtuple
from math import exp, floor, sqrt

ULPS = 4 * 2.0 ** -53  # Four units in the last place: Glidepath's allowance, here relative.

Scratch = namedtuple("Scratch", """
    z scores count before stayed joined nation
    risk_change risk_sum base_sample base_variance ratio health
    noise_level noise_shape luck_level luck_shape
    person_years spent_each share historical two_way regional regional_risk cents earned
""")

SIZES = dict(z=5, scores=5, luck_level=12, luck_shape=12, cents=6, earned=64)


def scratch(kind):
    return Scratch(*(kind(SIZES.get(name, 4)) for name in Scratch._fields))


def half_up(x):
    return floor(x + 0.5)


def start(rng, m, s):
    """Draws what is drawn once a trial; returns the root of the Student-t law's scale."""
    for e in range(4):
        s.count[e] = m.count[e]
        s.nation[e] = 1.0
        s.risk_change[e] = s.risk_sum[e] = 0.0
        s.noise_shape[e] = 0.0
        variance = m.person_risk_sd[e] ** 2 / (m.count[e] * m.person_years_each[e])
        s.base_variance[e] = variance
        s.base_sample[e] = sqrt(variance) * rng.standard_normal()
        shape = m.benchmark_shape[e]
        for k in range(3):
            s.luck_shape[3 * e + k] = shape
            s.luck_level[3 * e + k] = rng.standard_gamma(shape) if m.draws_benchmark else shape
    freedom = m.degrees_of_freedom
    return sqrt((freedom - 2) / (2 * rng.standard_gamma(freedom / 2)))


def relist(rng, m, s, change):
    overlap = min(change, 1 / change)
    for e in range(4):
        before = s.base_variance[e]
        variance = before / change
        fresh = sqrt(1 - overlap) * rng.standard_normal()
        s.base_sample[e] = sqrt(variance) * (sqrt(overlap / before) * s.base_sample[e] + fresh)
        s.base_variance[e] = variance
    if not m.draws_benchmark:
        return
    for place in range(12):
        shape = s.luck_shape[place]
        if change < 1:
            s.luck_level[place] *= rng.beta(change * shape, (1 - change) * shape)
        elif change > 1:
            s.luck_level[place] += rng.standard_gamma((change - 1) * shape)
        s.luck_shape[place] = change * shape


def rescale(s, factor):
    for e in range(4):
        s.count[e] = max(1.0, half_up(s.count[e] * factor))


def mean_of(stay, join, leaver, joiner):
    return (max(1 - (1 - stay) * leaver, 0.2 * stay) + join * joiner) / (stay + join)


def churn(rng, m, s, year):
    """Who stays and who joins; returns the shares of last year's size."""
    rate = rng.beta(m.retention_a, m.retention_b)
    needed = max(0.0, m.size_plan[year] - m.planned_retention)
    size = stay = join = 0.0
    for e in range(4):
        before = s.count[e]
        aligned = half_up(before * m.voluntary_share)
        stayed = rng.binomial(int(before - aligned), rate)
        stayed += rng.binomial(int(aligned), m.voluntary_retention)
        joined = 0
        if needed > 0:
            mean = needed * before
            joined = rng.poisson(rng.standard_gamma(m.joining_shape) * mean / m.joining_shape)
        size += before
        stay += stayed
        join += joined
        s.count[e] = max(1.0, stayed + joined)
    return stay / size, join / size, needed


def change_list(rng, m, s, year):
    factor = m.list_plan[year]
    if factor != 1:
        relist(rng, m, s, factor)
    happens = rng.random() < m.change_probability
    if happens:
        jump = m.change_mean - m.change_sd ** 2 / 2 + m.change_sd * rng.standard_normal()
        change = exp(min(max(jump, -2.0), 2.0))
        relist(rng, m, s, change)
        factor *= change
    if happens or factor != 1:
        rescale(s, factor)


def settle_list(rng, m, s):
    """What passes between the list worked and the list settled: the factor on spending."""
    if m.prospective:
        for e in range(4):
            listed = half_up(s.count[e] / (1 - m.in_year_loss))
            s.count[e] = max(1.0, rng.binomial(int(listed), 1 - m.in_year_loss))
        return 1.0
    change = m.true_up_sd * rng.standard_normal()
    half = m.true_up_sd ** 2 / 2
    rescale(s, exp(change - half))
    return exp(m.true_up_slope * change - m.true_up_slope ** 2 * half)


def score_risk(rng, m, s, score, gathered):
    h = m.health_share
    for e in range(4):
        own = sqrt(m.common_risk) * score + sqrt(1 - m.common_risk) * rng.standard_normal()
        s.risk_change[e] = m.risk_persistence * s.risk_change[e] + m.risk_sd[e] * own
        s.risk_sum[e] += m.risk_mean[e]
        variance = m.person_risk_sd[e] ** 2 / (s.count[e] * m.person_years_each[e])
        sample = sqrt(variance) * rng.standard_normal()
        change = s.risk_sum[e] + s.risk_change[e] + sample - s.base_sample[e]
        half = (gathered * m.risk_sd[e] ** 2 + variance + s.base_variance[e]) / 2
        s.ratio[e] = exp(change - half)
        s.health[e] = exp(h * change - h * h * half)


def claims_luck(rng, m, s, e, person_years):
    shape = person_years / m.person_variation_squared[e]
    before, kept, carried = s.noise_shape[e], 0.0, 0.0
    if before > 0:
        carried = m.claims_correlation * min(before, shape)
        if carried > 0:
            kept = s.noise_level[e] * rng.beta(carried, before - carried)
    s.noise_level[e] = kept + rng.standard_gamma(shape - carried)
    s.noise_shape[e] = shape
    return s.noise_level[e] / shape


def table_rate(m, assigned):
    for b in range(len(m.band_most)):
        if assigned <= m.band_most[b]:
            fewest, most = m.band_fewest[b], m.band_most[b]
            if assigned <= fewest:
                return m.band_low[b]
            part = (assigned - fewest) / (most - fewest)
            return m.band_low[b] + part * (m.band_high[b] - m.band_low[b])
    return m.band_high[len(m.band_most) - 1]


def settle(m, t, assigned, benchmark, guardrail, spent, revenue, low_revenue, met, barred, score,
           relief, by_table):
    """Whole cents earned, below zero where owed."""
    minimum = by_table
    if m.elected[t] >= 0 and assigned >= m.fewest_for_election[t]:
        minimum = m.elected[t]
    savings = benchmark - spent
    least = (minimum - ULPS) * benchmark
    if savings > 0:
        factor = 1.0
        if savings < least:
            if m.reduced[t] < 0 or not low_revenue or assigned < m.fewest_for_reduced[t]:
                return 0.0
            factor = m.reduced[t]
        if barred:
            return 0.0
        rate = factor * (m.sharing[t] if met else m.sharing[t] * score)
        shared = rate * savings * (1 - m.sequestration[t])
        return half_up(100 * min(shared, m.payment_limit[t] * benchmark) * (1 + ULPS))
    if not m.two_sided[t] or -savings < least:
        return 0.0
    against = max(benchmark, guardrail)
    losses = spent - against
    if losses <= 0 or losses < (minimum - ULPS) * against:
        return 0.0
    rate = m.most_loss_rate[t]
    if not barred:
        rate = min(max(1 - m.sharing[t] * score, m.least_loss_rate[t]), rate)
    owed = rate * losses
    if m.loss_of_benchmark[t] >= 0:
        owed = min(owed, m.loss_of_benchmark[t] * against)
    if m.loss_of_revenue[t] >= 0:
        owed = min(owed, m.loss_of_revenue[t] * revenue)
    return -half_up(100 * owed * relief * (1 + ULPS))


def benchmark_of(m, s, year, demographic):
    """The updated benchmark and that of the guardrail, in dollars."""
    total = ratio = regional_ratio = shared = people = 0.0
    for e in range(4):
        luck = 1.0
        for k in range(3):
            place = 3 * e + k
            luck += m.benchmark_weights[k] * (s.luck_level[place] / s.luck_shape[place] - 1)
        s.historical[e] = luck * m.benchmark[e]
        weight = s.historical[e] * s.person_years[e]
        total += weight
        ratio += s.ratio[e] * weight
        regional_ratio += s.regional_risk[e] * weight
        shared += s.share[e] * s.person_years[e]
        people += s.person_years[e]
    ceiling = demographic + m.risk_cap[year]
    capped = ratio / total > ceiling
    cap = regional_cap(m, s, year, demographic, regional_ratio / total, shared / people, total)
    benchmark = guardrail = 0.0
    w = m.prospective_weight[year]
    for e in range(4):
        risk = min(s.ratio[e], ceiling) if capped else s.ratio[e]
        raised = s.regional[e]
        if cap > 0:
            raised *= max(1.0, s.regional_risk[e] / cap)
        two_way = s.share[e] * s.nation[e] + (1 - s.share[e]) * raised
        prospective = 1 + m.prospective_growth[4 * year + e] * (
            m.prospective_dollars[e] / s.historical[e])
        adjusted = risk * s.historical[e] * s.person_years[e]
        benchmark += ((1 - w) * two_way + w * prospective) * adjusted
        guardrail += two_way * adjusted
    return benchmark, guardrail if m.guardrail[year] else 0.0


def regional_cap(m, s, year, demographic, ratio, share, total):
    """What the region's risk ratio may reach; zero where it does not exceed it."""
    if m.regional_risk_cap[year] < 0:
        return 0.0
    regional_demographic = 0.0
    for e in range(4):
        weight = s.historical[e] * s.person_years[e]
        regional_demographic += (1 - s.share[e] + s.share[e] * demographic) * weight
    ceiling = regional_demographic / total + m.regional_risk_cap[year]
    cap = ceiling + share * max(0.0, ratio - ceiling)
    return cap if ratio > cap else 0.0


def trial(rng, m, s, years):
    """Five years of one trial: cents of each option in `s.earned`, sums over histories in `years`."""
    tail = start(rng, m, s)
    national = region = persistent = demographic = quality = gathered = 0.0
    cost_of, risk_of = 1.0, 1.0
    for o in range(int(m.options)):
        s.earned[o] = 0.0
    for year in range(5):
        for i in range(5):
            s.z[i] = rng.standard_normal()
        for i in range(5):
            s.scores[i] = 0.0
            for j in range(i + 1):
                s.scores[i] += m.factor[5 * i + j] * s.z[j]
        # Nation, region, the ACO's own effect.
        if year == 0:
            national = m.national_sd * s.scores[0]
        else:
            national = (m.national_autocorrelation * national
                        + m.national_innovation * s.scores[0])
        growth = 0.0
        for e in range(4):
            shock = national + m.type_sd * rng.standard_normal() - m.national_half_variance
            s.nation[e] *= m.national_mean[4 * year + e] * exp(shock)
            growth += m.expenditure_share[e] * s.nation[e]
        region = m.region_persistence * region + m.region_sd * s.scores[1]
        deviation = exp(region + m.regional_centre[year])
        persistent = m.persistence * persistent + m.persistent_spread * s.scores[2] * tail
        effect = 1 + m.plan[year] + m.beside_plan + persistent
        if m.transitory_spread > 0:
            effect += m.transitory_spread * rng.standard_normal() * tail
        effect = max(0.2, effect)
        # Who is assigned, and how they differ.
        stay, join, needed = churn(rng, m, s, year)
        cost_of *= (mean_of(stay, join, m.leaver_expenditure, m.joiner_expenditure)
                    / mean_of(m.planned_retention, needed, m.leaver_expenditure,
                              m.joiner_expenditure))
        risk_of *= (mean_of(stay, join, m.leaver_risk, m.joiner_risk)
                    / mean_of(m.planned_retention, needed, m.leaver_risk, m.joiner_risk))
        change_list(rng, m, s, year)
        cost = effect * cost_of * settle_list(rng, m, s)
        demographic += m.demographic_mean + m.demographic_sd * rng.standard_normal()
        gathered = m.risk_persistence ** 2 * gathered + 1
        score_risk(rng, m, s, s.scores[3], gathered)
        # Quality and rare events.
        if year == 0:
            quality = s.scores[4]
        else:
            quality = m.quality_autocorrelation * quality + m.quality_innovation * s.scores[4]
        standard = m.quality_standard[year] + m.standard_sd * rng.standard_normal()
        standard = min(max(standard, 0.0), 1.0)
        score = 1 / (1 + exp(-m.quality_logit[year] - m.quality_spread[year] * quality))
        reported = rng.random() >= m.reporting_failure
        alternative = rng.random() < m.alternative_probability
        incentive = m.incentive_probability > 0 and rng.random() < m.incentive_probability
        months, part = 0, 0.0
        if rng.random() < m.circumstance_probability[year]:
            months = 1 + rng.binomial(11, m.circumstance_months)
            part = rng.beta(m.circumstance_a, m.circumstance_b)
        relieved = months > 0 and part >= m.relief_share[year]
        if relieved:
            score = max(score, standard)
        if not (reported or relieved):
            score, met, barred = 0.0, False, True
        else:
            met = relieved or score >= standard or incentive or m.first_year_meets[year] > 0
            barred = not met and not alternative
        # What CMS sees of each type.
        assigned = spent = 0.0
        demographic_ratio = exp(demographic)
        for e in range(4):
            count = s.count[e]
            assigned += count
            person_years = count * m.person_years_each[e]
            s.person_years[e] = person_years
            others = s.nation[e] * deviation
            worked = cost * claims_luck(rng, m, s, e, person_years) * s.health[e]
            risen = s.ratio[e] * risk_of
            s.ratio[e] = risen
            share = min(1.0, m.market_share[e] * (count / m.count[e]))
            s.share[e] = share
            base = max(0.2, s.luck_level[3 * e + 2] / s.luck_shape[3 * e + 2])
            s.regional[e] = others * (1 - share + share * (worked / (risen * base)))
            s.regional_risk[e] = 1 - share + share * risen
            spent += m.expenditure[e] * others * worked * person_years
        revenue = m.revenue * growth * (assigned / m.assigned)
        # The law.
        benchmark, guardrail = benchmark_of(m, s, year, demographic_ratio)
        low_revenue = revenue / spent < m.low_revenue[year]
        relief = 1 - months / m.months_in_year * part
        by_table = table_rate(m, assigned)
        for track in range(6):
            s.cents[track] = settle(
                m, 6 * year + track, assigned, benchmark, guardrail, spent, revenue, low_revenue,
                met, barred, score, relief, by_table)
        for o in range(int(m.options)):
            s.earned[o] += s.cents[int(m.option_tracks[5 * o + year])]
        add(years, 12 * year, assigned, benchmark, spent, score, met, barred)


def add(years, at, assigned, benchmark, spent, score, met, barred):
    rate = (benchmark - spent) / benchmark
    years[at] += assigned
    years[at + 1] += assigned * assigned
    years[at + 2] += benchmark
    years[at + 3] += benchmark * benchmark
    years[at + 4] += spent
    years[at + 5] += spent * spent
    years[at + 6] += rate
    years[at + 7] += rate * rate
    years[at + 8] += score
    years[at + 9] += score * score
    if met:
        years[at + 10] += 1
    if barred:
        years[at + 11] += 1


def loop(rng, m, s, trials, totals, years):
    for place in range(trials):
        trial(rng, m, s, years)
        for o in range(int(m.options)):
            totals[o, place] = s.earned[o]

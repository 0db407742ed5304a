"""The model in vectorised numpy: a batch of trials at a time, arrays of (type, trial)."""

import numpy as np
from bound import TRACKS, TYPES, YEARS
from settled import half_up, measure, settle


class Constants:
    """The bound model with its lists as arrays, those by type as columns."""

    BY_TYPE = ("count person_years_each expenditure expenditure_share market_share benchmark "
               "prospective_dollars person_variation_squared benchmark_shape risk_mean risk_sd "
               "person_risk_sd").split()
    BY_YEAR_AND_TYPE = "national_mean prospective_growth".split()

    def __init__(self, model):
        for name, value in zip(model._fields, model):
            array = np.array(value, float) if isinstance(value, list) else value
            if name in self.BY_TYPE:
                array = array[:, None]
            elif name in self.BY_YEAR_AND_TYPE:
                array = array.reshape(YEARS, TYPES)[:, :, None]
            setattr(self, name, array)
        self.factor = self.factor.reshape(5, 5)
        self.option_tracks = self.option_tracks.astype(int).reshape(self.options, YEARS)


class Batch:
    """Histories of `size` trials, a year at a time."""

    def __init__(self, c, rng, size):
        self.c, self.rng, self.size = c, rng, size
        shape = (TYPES, size)
        self.count = np.broadcast_to(c.count, shape).copy()
        self.nation = np.ones(shape)
        self.national_shock = self.region = self.persistent = self.demographic = 0.0
        self.selection_cost, self.selection_risk = np.ones(size), np.ones(size)
        self.quality = 0.0
        self.tail = np.sqrt(
            (c.degrees_of_freedom - 2) / rng.chisquare(c.degrees_of_freedom, size))
        self.risk_change, self.risk_variance, self.risk_sum = np.zeros(shape), 0.0, 0.0
        self.base_variance = c.person_risk_sd ** 2 / (self.count * c.person_years_each)
        self.base_sample = np.sqrt(self.base_variance) * rng.standard_normal(shape)
        self.noise_level, self.noise_shape = None, None
        # (benchmark year, type, trial)
        self.luck_shape = np.broadcast_to(c.benchmark_shape, (3,) + shape).copy()
        self.luck_level = (
            rng.standard_gamma(c.benchmark_shape, (3,) + shape) if c.draws_benchmark
            else self.luck_shape.copy())

    def next_year(self, year):
        """What is observed: a dictionary of arrays, by type where they go by type."""
        c, rng = self.c, self.rng
        scores = c.factor @ rng.standard_normal((5, self.size))
        self.grow(year, scores[0])
        self.region = c.region_persistence * self.region + c.region_sd * scores[1]
        others = self.nation * np.exp(self.region + c.regional_centre[year])
        effect = self.move(year, scores[2])
        cost = effect * self.assign(year) * self.selection_cost
        ratio, health = self.score_risk(scores[3])
        observed = dict(nation=self.nation)
        self.measure_quality(year, scores[4], observed)
        self.befall(year, observed)
        person_years = self.count * c.person_years_each
        luck = self.claims_luck(person_years)
        risen = ratio * self.selection_risk
        share = np.minimum(1, c.market_share * (self.count / c.count))
        base = np.maximum(0.2, self.luck_level[2] / self.luck_shape[2])
        worked = cost * luck * health
        demographic = np.exp(self.demographic)
        assigned = self.count.sum(0)
        observed.update(
            assigned=assigned, person_years=person_years,
            expenditure=c.expenditure * others * worked, risk=risen, demographic=demographic,
            regional=others * (1 - share + share * (worked / (risen * base))), share=share,
            regional_risk=1 - share + share * risen,
            regional_demographic=1 - share + share * demographic,
            revenue=c.revenue * (c.expenditure_share * self.nation).sum(0)
            * (assigned / c.assigned))
        return observed

    def grow(self, year, score):
        c = self.c
        self.national_shock = (
            c.national_sd * score if year == 0
            else c.national_autocorrelation * self.national_shock
            + c.national_innovation * score)
        own = c.type_sd * self.rng.standard_normal((TYPES, self.size))
        self.nation = self.nation * (
            c.national_mean[year]
            * np.exp(self.national_shock + own - c.national_half_variance))

    def move(self, year, score):
        c = self.c
        self.persistent = (
            c.persistence * self.persistent + c.persistent_spread * score * self.tail)
        effect = 1 + c.plan[year] + c.beside_plan + self.persistent
        if c.transitory_spread > 0:
            effect = effect + (
                c.transitory_spread * self.rng.standard_normal(self.size) * self.tail)
        return np.maximum(0.2, effect)

    # Who is assigned

    def assign(self, year):
        c, rng = self.c, self.rng
        before = self.count
        aligned = half_up(before * c.voluntary_share)
        rate = rng.beta(c.retention_a, c.retention_b, self.size)
        stayed = rng.binomial((before - aligned).astype(np.int64), rate)
        if c.voluntary_share > 0:
            stayed = stayed + rng.binomial(aligned.astype(np.int64), c.voluntary_retention)
        needed = max(0.0, c.size_plan[year] - c.planned_retention)
        joined = 0.0
        if needed > 0:
            joined = rng.negative_binomial(
                c.joining_shape, c.joining_shape / (c.joining_shape + needed * before))
        self.select(needed, before, stayed, joined)
        self.count = np.maximum(1.0, stayed + joined)
        self.change_list(year)
        if c.prospective:
            listed = half_up(self.count / (1 - c.in_year_loss)).astype(np.int64)
            self.count = np.maximum(1.0, rng.binomial(listed, 1 - c.in_year_loss))
            return 1.0
        change = c.true_up_sd * rng.standard_normal(self.size)
        half = c.true_up_sd ** 2 / 2
        self.scale(np.exp(change - half))
        return np.exp(c.true_up_slope * change - c.true_up_slope ** 2 * half)

    def select(self, needed, before, stayed, joined):
        c = self.c
        size = before.sum(0)
        stay, join = stayed.sum(0) / size, np.sum(joined, 0) / size
        for name, leaver, joiner in (
                ("selection_cost", c.leaver_expenditure, c.joiner_expenditure),
                ("selection_risk", c.leaver_risk, c.joiner_risk)):
            def mean(stay, join):
                return (np.maximum(1 - (1 - stay) * leaver, 0.2 * stay) + join * joiner) / (
                    stay + join)
            change = mean(stay, join) / mean(c.planned_retention, needed)
            setattr(self, name, getattr(self, name) * change)

    def scale(self, factor, trials=slice(None)):
        self.count[:, trials] = np.maximum(1.0, half_up(self.count[:, trials] * factor))

    def change_list(self, year):
        c, rng = self.c, self.rng
        planned = c.list_plan[year]
        everyone = np.arange(self.size)
        if planned != 1:
            self.relist(np.full(self.size, planned), everyone)
        drawn = np.flatnonzero(rng.random(self.size) < c.change_probability)
        jump = c.change_mean - c.change_sd ** 2 / 2 + c.change_sd * rng.standard_normal(drawn.size)
        change = np.exp(np.clip(jump, -2, 2))
        self.relist(change, drawn)
        factor = np.full(self.size, planned)
        factor[drawn] *= change
        if planned != 1:
            self.scale(factor)
        else:
            self.scale(change, drawn)

    def relist(self, change, trials):
        c, rng = self.c, self.rng
        overlap = np.minimum(change, 1 / change)
        before = self.base_variance[:, trials]
        variance = before / change
        fresh = np.sqrt(1 - overlap) * rng.standard_normal(before.shape)
        kept = np.sqrt(overlap / before) * self.base_sample[:, trials]
        self.base_sample[:, trials] = np.sqrt(variance) * (kept + fresh)
        self.base_variance[:, trials] = variance
        if not c.draws_benchmark:
            return
        fewer, more = trials[change < 1], trials[change > 1]
        shape, part = self.luck_shape[:, :, fewer], change[change < 1]
        self.luck_level[:, :, fewer] *= rng.beta(part * shape, (1 - part) * shape)
        self.luck_shape[:, :, fewer] = part * shape
        shape, part = self.luck_shape[:, :, more], change[change > 1]
        self.luck_level[:, :, more] += rng.standard_gamma((part - 1) * shape)
        self.luck_shape[:, :, more] = part * shape

    # Risk scores, quality, rare events, claims

    def score_risk(self, score):
        c, rng = self.c, self.rng
        shape = (TYPES, self.size)
        self.demographic = (
            self.demographic + c.demographic_mean
            + c.demographic_sd * rng.standard_normal(self.size))
        self.risk_change = c.risk_persistence * self.risk_change + c.risk_sd * (
            np.sqrt(c.common_risk) * score
            + np.sqrt(1 - c.common_risk) * rng.standard_normal(shape))
        self.risk_variance = c.risk_persistence ** 2 * self.risk_variance + c.risk_sd ** 2
        self.risk_sum = self.risk_sum + c.risk_mean
        sampled = c.person_risk_sd ** 2 / (self.count * c.person_years_each)
        sample = np.sqrt(sampled) * rng.standard_normal(shape)
        change = self.risk_sum + (self.risk_change + sample - self.base_sample)
        half = (self.risk_variance + sampled + self.base_variance) / 2
        h = c.health_share
        return np.exp(change - half), np.exp(h * change - h * h * half)

    def measure_quality(self, year, score, observed):
        c, rng = self.c, self.rng
        self.quality = score if year == 0 else (
            c.quality_autocorrelation * self.quality + c.quality_innovation * score)
        standard = c.quality_standard[year] + c.standard_sd * rng.standard_normal(self.size)
        chances = rng.random((4, self.size))
        observed.update(
            standard=np.clip(standard, 0, 1), reported=chances[0] >= c.reporting_failure,
            score=1 / (1 + np.exp(
                -c.quality_logit[year] - c.quality_spread[year] * self.quality)),
            alternative=chances[1] < c.alternative_probability,
            incentive=chances[2] < c.incentive_probability, befallen=chances[3])

    def befall(self, year, observed):
        c, rng = self.c, self.rng
        struck = np.flatnonzero(observed.pop("befallen") < c.circumstance_probability[year])
        months, part = np.zeros(self.size), np.zeros(self.size)
        months[struck] = 1 + rng.binomial(11, c.circumstance_months, struck.size)
        part[struck] = rng.beta(c.circumstance_a, c.circumstance_b, struck.size)
        observed.update(months=months, part=part)

    def claims_luck(self, person_years):
        c, rng = self.c, self.rng
        shape = person_years / c.person_variation_squared
        if self.noise_level is None:
            self.noise_level = rng.standard_gamma(shape)
        else:
            carried = c.claims_correlation * np.minimum(self.noise_shape, shape)
            kept = self.noise_level * rng.beta(carried, self.noise_shape - carried)
            self.noise_level = kept + rng.standard_gamma(shape - carried)
        self.noise_shape = shape
        return self.noise_level / shape

    def benchmark_luck(self):
        return self.luck_level / self.luck_shape


def run(model, trials, seed, size):
    """Five-year totals of each option and trial, in cents, and sums over histories by year."""
    c = Constants(model)
    rng = np.random.Generator(np.random.SFC64(seed))
    totals = np.zeros((c.options, trials), np.int64)
    years = np.zeros((YEARS, 12))
    for start in range(0, trials, size):
        rows = slice(start, min(start + size, trials))
        batch = Batch(c, rng, rows.stop - start)
        for year in range(YEARS):
            seen = batch.next_year(year)
            y = measure(c, year, seen, batch.benchmark_luck())
            add(years[year], y)
            cents = [settle(c, year, track, y) for track in range(TRACKS)]
            for option in range(c.options):
                totals[option, rows] += cents[c.option_tracks[option, year]]
    return totals, years


def add(sums, y):
    rate = (y["benchmark"] - y["spent"]) / y["benchmark"]
    for place, value in enumerate((y["assigned"], y["benchmark"], y["spent"], rate, y["score"])):
        sums[2 * place] += value.sum()
        sums[2 * place + 1] += value @ value
    sums[10] += y["met"].sum()
    sums[11] += y["barred"].sum()

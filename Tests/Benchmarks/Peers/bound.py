"""A scenario's plain numbers (written by Glidepath) bound for simulation: every constant of the
chance model and of the law that does not change from trial to trial.

Written from the same reference as Glidepath's `PathModel` and `Agreement`, and from nothing that
they compute, so that what both make of one scenario can be compared.

Values by enrollment type are in the order ESRD, disabled, aged/dual, aged/non-dual; by year first,
then by type, where they go by both. Amounts are dollars, of benchmark year 3 where they are levels.
"""

import json
import math
from collections import namedtuple

TYPES = 4
YEARS = 5
TRACKS = 6

Model = namedtuple("Model", """
    count person_years_each expenditure expenditure_share assigned revenue market_share
    benchmark prospective_dollars benchmark_weights benchmark_shape draws_benchmark
    person_variation_squared claims_correlation
    factor national_mean national_sd national_autocorrelation national_innovation type_sd
    national_half_variance region_sd region_persistence regional_centre
    plan beside_plan persistent_spread persistence transitory_spread degrees_of_freedom
    retention_a retention_b planned_retention voluntary_share voluntary_retention
    leaver_expenditure leaver_risk size_plan joining_shape joiner_expenditure joiner_risk
    list_plan change_probability change_mean change_sd
    prospective true_up_sd true_up_slope in_year_loss
    risk_mean risk_sd person_risk_sd common_risk health_share risk_persistence
    demographic_mean demographic_sd
    quality_logit quality_spread quality_autocorrelation quality_innovation quality_standard
    standard_sd reporting_failure alternative_probability incentive_probability
    circumstance_probability circumstance_months circumstance_a circumstance_b
    prospective_growth prospective_weight risk_cap guardrail regional_risk_cap first_year_meets
    relief_share low_revenue
    band_fewest band_most band_low band_high
    elected fewest_for_election sharing payment_limit sequestration reduced fewest_for_reduced
    two_sided least_loss_rate most_loss_rate loss_of_benchmark loss_of_revenue months_in_year
    option_tracks options
""")


def rounded(x):
    """To the nearest whole number, halves away from zero."""
    return math.floor(x + 0.5) if x >= 0 else -math.floor(0.5 - x)


def cholesky(rows):
    n = math.isqrt(len(rows))
    lower = [0.0] * (n * n)
    for i in range(n):
        for j in range(i + 1):
            rest = rows[i * n + j] - sum(lower[i * n + k] * lower[j * n + k] for k in range(j))
            lower[i * n + j] = math.sqrt(rest) if i == j else rest / lower[j * n + j]
    return lower


def logit_of_mean(mean, spread):
    """The centre of a normal logit whose logistic has this mean: Newton on a fine Riemann sum."""
    grid = [(k + 0.5) / 200 - 9 for k in range(3600)]
    weights = [math.exp(-z * z / 2) for z in grid]
    total = sum(weights)
    centre = math.log(mean / (1 - mean))
    for _ in range(50):
        values = [1 / (1 + math.exp(-centre - spread * z)) for z in grid]
        found = sum(w * v for w, v in zip(weights, values)) / total
        slope = sum(w * v * (1 - v) for w, v in zip(weights, values)) / total
        centre -= (found - mean) / slope
        if abs(found - mean) < 1e-14:
            break
    return centre


def read(path):
    with open(path) as file:
        facts = json.load(file)
    fields = {}
    fields.update(_population(facts))
    fields.update(_spending(facts["assumptions"], facts["population"]["assigned"]))
    fields.update(_assignment(facts["assumptions"], facts["agreement"]))
    fields.update(_risk_and_quality(facts["assumptions"]))
    fields.update(_law(facts))
    return Model(**fields), [option["name"] for option in facts["options"]]


def _population(facts):
    people, agreement = facts["population"], facts["agreement"]
    noise, luck = facts["assumptions"]["claimsNoise"], facts["assumptions"]["benchmarkNoise"]
    years = people["personYears"]
    growth = [(1 + g) ** people["yearsToBenchmark"] for g in people["growth"]]
    count = [max(1, rounded(people["assigned"] * y / sum(years))) for y in years]
    spent = [y * m for y, m in zip(years, people["expenditure"])]
    grown = [s * g for s, g in zip(spent, growth)]
    benchmark = [b * g for b, g in zip(people["benchmark"], growth)]
    national = people["nationalExpenditure"]
    mean = sum(spent) / sum(years)
    relative = sum(y / sum(years) * (m * c / mean) ** 2
                   for y, m, c in zip(years, people["expenditure"], noise["relativeSize"]))
    wanted = noise["scale"] ** 2 * sum(years) / people["assigned"]
    variation = [c * c * wanted / relative for c in noise["relativeSize"]]
    damped = 1 - luck["regionalWeight"] if luck["drawn"] else 0
    return dict(
        count=count, person_years_each=[y / n for y, n in zip(years, count)],
        expenditure=[m * g for m, g in zip(people["expenditure"], growth)],
        expenditure_share=[s / sum(grown) for s in grown], assigned=float(sum(count)),
        revenue=agreement["participantRevenue"] * sum(grown) / sum(spent),
        market_share=agreement["marketShare"], benchmark=benchmark,
        prospective_dollars=[b if n < 0 else g * r * n for b, n, g, r in zip(
            benchmark, national, growth, people["riskScore"])],
        benchmark_weights=[w * damped for w in facts["benchmarkWeights"]],
        benchmark_shape=[y / v for y, v in zip(years, variation)],
        draws_benchmark=luck["drawn"], person_variation_squared=variation,
        claims_correlation=noise["correlation"])


def _spending(stated, assigned):
    nation, region = stated["nationalGrowth"], stated["regionalDeviation"]
    effect = stated["expenditureEffect"]
    centre, gathered = [], 0.0
    for year in range(YEARS):
        gathered = region["persistence"] ** 2 * gathered + region["standardDeviation"] ** 2
        centre.append(region["drift"] * (year + 1) - gathered / 2)

    def sized(spread, scale):
        return math.sqrt(spread ** 2 + scale ** 2 / assigned)

    sd, kept = nation["standardDeviation"], nation["autocorrelation"]
    return dict(
        factor=cholesky(stated["correlation"]),
        national_mean=[max(0.2, 1 + nation["mean"][e][y])
                       for y in range(YEARS) for e in range(TYPES)],
        national_sd=sd, national_autocorrelation=kept,
        national_innovation=sd * math.sqrt(1 - kept ** 2),
        type_sd=nation["typeStandardDeviation"],
        national_half_variance=(sd ** 2 + nation["typeStandardDeviation"] ** 2) / 2,
        region_sd=region["standardDeviation"], region_persistence=region["persistence"],
        regional_centre=centre, plan=effect["plan"], beside_plan=effect["besidePlan"],
        persistent_spread=sized(effect["persistentStandardDeviation"], effect["persistentScale"]),
        persistence=effect["persistence"],
        transitory_spread=sized(effect["transitoryStandardDeviation"], effect["transitoryScale"]),
        degrees_of_freedom=effect["degreesOfFreedom"])


def _assignment(stated, agreement):
    stay, join = stated["retention"], stated["joining"]
    change, settled = stated["participantChange"], stated["trueUp"]
    return dict(
        retention_a=stay["mean"] * stay["concentration"],
        retention_b=(1 - stay["mean"]) * stay["concentration"],
        planned_retention=stay["countedOn"] * (1 - stay["voluntaryShare"])
        + stay["voluntaryRetention"] * stay["voluntaryShare"],
        voluntary_share=stay["voluntaryShare"], voluntary_retention=stay["voluntaryRetention"],
        leaver_expenditure=stay["leaverExpenditure"], leaver_risk=stay["leaverRisk"],
        size_plan=[math.exp(s) for s in join["sizePlan"]],
        joining_shape=1 / join["dispersion"] ** 2,
        joiner_expenditure=join["joinerExpenditure"], joiner_risk=join["joinerRisk"],
        list_plan=[math.exp(s) for s in change["planned"]],
        change_probability=change["probability"], change_mean=change["mean"],
        change_sd=change["standardDeviation"], prospective=agreement["prospective"],
        true_up_sd=settled["standardDeviation"], true_up_slope=settled["expenditureSlope"],
        in_year_loss=settled["inYearLoss"])


def _risk_and_quality(stated):
    risk, score = stated["riskScore"], stated["quality"]
    rare = stated["extremeCircumstances"]
    spread = [score["standardDeviation"] / (m * (1 - m)) for m in score["mean"]]
    return dict(
        risk_mean=risk["mean"], risk_sd=risk["standardDeviation"],
        person_risk_sd=risk["personStandardDeviation"], common_risk=risk["commonShare"],
        health_share=risk["healthShare"], risk_persistence=risk["persistence"],
        demographic_mean=risk["demographicMean"],
        demographic_sd=risk["demographicStandardDeviation"],
        quality_logit=[logit_of_mean(m, s) for m, s in zip(score["mean"], spread)],
        quality_spread=spread, quality_autocorrelation=score["autocorrelation"],
        quality_innovation=math.sqrt(1 - score["autocorrelation"] ** 2),
        quality_standard=[score["standard"] + score["standardDrift"] * y for y in range(YEARS)],
        standard_sd=score["standardStandardDeviation"],
        reporting_failure=score["reportingFailure"],
        alternative_probability=score["alternativeProbability"],
        incentive_probability=score["incentiveProbability"],
        circumstance_probability=rare["probability"],
        circumstance_months=(rare["months"] - 1) / 11,
        circumstance_a=rare["share"] * rare["shareConcentration"],
        circumstance_b=(1 - rare["share"]) * rare["shareConcentration"])


def _law(facts):
    years = facts["years"]
    growth = facts["assumptions"]["prospectiveTrend"]
    prospective, grown = [], [1.0] * TYPES
    for year in range(YEARS):
        grown = [g * (1 + growth[e][year]) for e, g in enumerate(grown)]
        prospective += [g - 1 for g in grown]
    terms = [track for year in facts["terms"] for track in year]
    bands = terms[0]["table"]
    assert all(t["table"] == bands for t in terms), "one table in all years"

    def of(name, items, kind=float):
        return [kind(item[name]) for item in items]

    return dict(
        prospective_growth=prospective, prospective_weight=of("prospectiveWeight", years),
        risk_cap=of("riskCap", years), guardrail=of("guardrail", years),
        regional_risk_cap=of("regionalRiskCap", years),
        first_year_meets=of("firstYearMeets", years), relief_share=of("reliefShare", years),
        low_revenue=of("lowRevenue", years),
        band_fewest=[b[0] for b in bands], band_most=[b[1] for b in bands],
        band_low=[b[2] for b in bands], band_high=[b[3] for b in bands],
        elected=of("elected", terms), fewest_for_election=of("fewestForElection", terms),
        sharing=of("sharing", terms), payment_limit=of("limit", terms),
        sequestration=of("sequestration", terms), reduced=of("reduced", terms),
        fewest_for_reduced=of("fewestForReduced", terms), two_sided=of("twoSided", terms),
        least_loss_rate=of("leastLossRate", terms), most_loss_rate=of("mostLossRate", terms),
        loss_of_benchmark=of("lossLimitOfBenchmark", terms),
        loss_of_revenue=of("lossLimitOfRevenue", terms),
        months_in_year=float(terms[0]["monthsInYear"]),
        option_tracks=[t for option in facts["options"] for t in option["tracks"]],
        options=len(facts["options"]))


def flatten(model, path):
    """Every constant on a line of its own, name first, for a program that reads no JSON."""
    with open(path, "w") as file:
        for name, value in zip(Model._fields, model):
            values = value if isinstance(value, list) else [value]
            print(name, len(values), *(repr(float(v)) for v in values), file=file)

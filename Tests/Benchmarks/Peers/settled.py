"""The law in vectorised numpy: a year as CMS sees it, measured and settled for all trials at once.

`c` holds the constants of `batches.Constants`; arrays go by (type, trial), or by trial.
"""

import numpy as np
from bound import TRACKS, TYPES, YEARS

ULPS = 4 * 2.0 ** -53  # Four units in the last place: Glidepath's allowance, here relative.


def half_up(x):
    """To the nearest whole number; of amounts not below zero."""
    return np.floor(x + 0.5)


def measure(c, year, seen, luck):
    """The year as CMS measures it: benchmark, expenditure and standing. `luck`: (3, type, trial)."""
    weights = c.benchmark_weights[:, None, None]
    historical = (1 + (weights * (luck - 1)).sum(0)) * c.benchmark
    prospective = 1 + c.prospective_growth[year] * (c.prospective_dollars / historical)
    person_years = seen["person_years"]
    weight = historical * person_years
    total = weight.sum(0)
    ceiling = (seen["demographic"] * weight).sum(0) / total + c.risk_cap[year]
    ratio = (seen["risk"] * weight).sum(0) / total
    risk = np.where(ratio > ceiling, np.minimum(seen["risk"], ceiling), seen["risk"])
    regional = seen["regional"]
    if c.regional_risk_cap[year] >= 0:
        regional = regional * regional_factor(c, year, seen, weight, total)
    share, w = seen["share"], c.prospective_weight[year]
    two_way = share * seen["nation"] + (1 - share) * regional
    adjusted = risk * weight
    benchmark = (((1 - w) * two_way + w * prospective) * adjusted).sum(0)
    spent = (seen["expenditure"] * person_years).sum(0)
    met, barred, score = standing(c, year, seen)
    return dict(
        assigned=seen["assigned"], benchmark=benchmark,
        guardrail=(two_way * adjusted).sum(0) if c.guardrail[year] else None, spent=spent,
        revenue=seen["revenue"], low_revenue=seen["revenue"] / spent < c.low_revenue[year],
        met=met, barred=barred, score=score,
        relief=1 - seen["months"] / c.months_in_year * seen["part"],
        table_rate=table_rate(c, seen["assigned"]))


def regional_factor(c, year, seen, weight, total):
    person_years = seen["person_years"]
    ratio = (seen["regional_risk"] * weight).sum(0) / total
    demographic = (seen["regional_demographic"] * weight).sum(0) / total
    share = (seen["share"] * person_years).sum(0) / person_years.sum(0)
    ceiling = demographic + c.regional_risk_cap[year]
    cap = ceiling + share * np.maximum(0, ratio - ceiling)
    return np.where(ratio > cap, np.maximum(1, seen["regional_risk"] / cap), 1.0)


def standing(c, year, seen):
    """Whether the standard is met, whether quality bars sharing, and the score."""
    relieved = (seen["months"] > 0) & (seen["part"] >= c.relief_share[year])
    score = np.where(relieved, np.maximum(seen["score"], seen["standard"]), seen["score"])
    met = relieved | (score >= seen["standard"]) | seen["incentive"]
    if c.first_year_meets[year]:
        met = np.ones_like(met)
    counts = seen["reported"] | relieved
    met = met & counts
    score = np.where(counts, score, 0.0)
    return met, ~met & ~(seen["alternative"] & counts), score


def table_rate(c, assigned):
    band = np.minimum(np.searchsorted(c.band_most, assigned), len(c.band_most) - 1)
    fewest, most = c.band_fewest[band], c.band_most[band]
    part = np.clip((assigned - fewest) / (most - fewest), 0, 1)
    return c.band_low[band] + part * (c.band_high[band] - c.band_low[band])


def settle(c, year, track, y):
    """Whole cents earned, below zero where owed."""
    dollars = earned(c, year, track, y)
    return np.copysign(half_up(np.abs(dollars) * 100 * (1 + ULPS)), dollars).astype(np.int64)


def earned(c, year, track, y):
    """Dollars earned before they are rounded, below zero where owed."""
    t = TRACKS * year + track
    benchmark, spent = y["benchmark"], y["spent"]
    if c.elected[t] >= 0:
        minimum = np.where(
            y["assigned"] >= c.fewest_for_election[t], c.elected[t], y["table_rate"])
    else:
        minimum = y["table_rate"]
    savings = benchmark - spent
    least = (minimum - ULPS) * benchmark
    factor = (savings >= least).astype(float)
    if c.reduced[t] >= 0:
        open_ = y["low_revenue"] & (y["assigned"] >= c.fewest_for_reduced[t])
        factor = np.where((factor == 0) & open_, c.reduced[t], factor)
    rate = np.where(y["met"], c.sharing[t],
                    np.where(y["barred"], 0.0, c.sharing[t] * y["score"]))
    shared = factor * rate * savings * (1 - c.sequestration[t])
    dollars = np.where(savings > 0, np.minimum(shared, c.payment_limit[t] * benchmark), 0.0)
    if c.two_sided[t]:
        dollars = np.where(savings < 0, -owed_losses(c, t, y, minimum, least), dollars)
    return dollars


def owed_losses(c, t, y, minimum, least):
    against = y["benchmark"]
    reached = y["spent"] - against >= least
    if y["guardrail"] is not None:
        against = np.maximum(against, y["guardrail"])
    losses = y["spent"] - against
    reached &= (losses > 0) & (losses >= (minimum - ULPS) * against)
    falling = np.clip(1 - c.sharing[t] * y["score"], c.least_loss_rate[t], c.most_loss_rate[t])
    rate = np.where(y["barred"], c.most_loss_rate[t], falling)
    owed = rate * losses
    if c.loss_of_benchmark[t] >= 0:
        owed = np.minimum(owed, c.loss_of_benchmark[t] * against)
    if c.loss_of_revenue[t] >= 0:
        owed = np.minimum(owed, c.loss_of_revenue[t] * y["revenue"])
    return np.where(reached, owed * y["relief"], 0.0)


def settle_observed(c, rows):
    """Dollars of each option, unrounded, on rows of histories that Glidepath wrote; see
    PeerHistories.swift. With Glidepath's cents; each (trial, year, option).
    """
    rows = rows.reshape(-1, YEARS, 57 + c.options)
    found = np.zeros((rows.shape[0], YEARS, c.options))
    for year in range(YEARS):
        column = rows[:, year, :].T
        names = ("person_years expenditure risk demographic nation regional share regional_risk "
                 "regional_demographic").split()
        seen = {name: column[1 + 4 * k:5 + 4 * k] for k, name in enumerate(names)}
        seen["assigned"] = column[0]
        flat = "reported score standard alternative incentive revenue months part".split()
        seen.update({name: column[37 + k] for k, name in enumerate(flat)})
        for name in ("reported", "alternative", "incentive"):
            seen[name] = seen[name] > 0
        luck = column[45:57].reshape(TYPES, 3, -1).transpose(1, 0, 2)
        y = measure(c, year, seen, luck)
        for option in range(c.options):
            found[:, year, option] = earned(c, year, c.option_tracks[option, year], y)
    return found, rows[:, :, 57:].astype(np.int64)

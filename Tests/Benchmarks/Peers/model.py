"""Glidepath's aggregate model under its options, in Python: a peer to compare with.

    model.py --engine numpy|numba|python PARAMETERS.json TRIALS SEED [--batch N]
    model.py --flatten CONSTANTS.txt PARAMETERS.json          for model.cpp
    model.py --law HISTORIES.f64 PARAMETERS.json              the law alone, against Glidepath's cents

Prints one line of JSON: what was found, and the processor seconds of the trials alone (compiling
and reading apart). One thread.

Luck of claims goes from year to year, and from list to list, as shares of gamma mass (Lewis, McKenzie &
Hugus 1989): each year of the gamma law, and neighbours of the correlation, that Glidepath's quantiles at
correlated scores have. A sampler that rejects draws it so in a tenth of the time of a gamma's quantile.
"""

import argparse
import json
import math
import os
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np
import bound

BATCH = 8192  # Trials in a batch of numpy: the fastest of 512 … 65,536 on the machine it was tried.


def numpy_engine(model, trials, seed, batch):
    import batches
    batches.run(model, 100, seed + 1, 100)  # Everything loaded and linked.
    return timed(lambda: batches.run(model, trials, seed, batch))


def numba_engine(model, trials, seed, _):
    import numba
    import single
    names = [name for name, value in vars(single).items() if callable(value)
             and getattr(value, "__module__", "") == "single" and name not in
             ("Scratch", "scratch")]
    kept = "NUMBA_CACHE_DIR" in os.environ  # Else it would be beside the sources.
    for name in names:
        compiled = numba.njit(error_model="numpy", cache=kept)(getattr(single, name))
        setattr(single, name, compiled)
    constants = record(model)
    scratch = record(single.scratch(lambda size: [0.0] * size))
    rng = np.random.Generator(np.random.SFC64(seed))

    def run(trials):
        totals, years = np.zeros((model.options, trials), np.int64), np.zeros(60)
        single.loop(rng, constants, scratch, trials, totals, years)
        return totals, years.reshape(5, 12)

    run(2)  # Compiled.
    return timed(lambda: run(trials))


def record(fields):
    """A named tuple of numbers and lists as one record: numba counts references to every array of a
    tuple at every call, and none to a record's."""
    values = [np.array(value, float) for value in fields]
    kind = np.dtype([(n, float, v.shape) for n, v in zip(fields._fields, values)])
    return np.rec.array([tuple(values)], dtype=kind)[0]


def python_engine(model, trials, seed, _):
    import single
    scratch = single.scratch(lambda size: [0.0] * size)
    rng = np.random.Generator(np.random.SFC64(seed))

    def run():
        totals, years = np.zeros((model.options, trials), np.int64), [0.0] * 60
        single.loop(rng, model, scratch, trials, totals, years)
        return totals, np.reshape(years, (5, 12))

    return timed(run)


def timed(work):
    start = time.process_time()
    totals, years = work()
    return totals, years, time.process_time() - start


def outcome(engine, names, totals, years, seconds):
    trials = totals.shape[1]
    options = []
    for name, cents in zip(names, totals):
        dollars = cents / 100
        spread = dollars.std(ddof=1)
        fourth = (((dollars - dollars.mean()) / spread) ** 4).mean() if spread > 0 else 1
        options.append(dict(
            name=name, mean=dollars.mean(), meanError=spread / math.sqrt(trials), spread=spread,
            fourth=fourth,  # Of the standardised total: 3 for a normal.
            owe=(cents < 0).mean(), fifth=np.partition(dollars, trials // 20)[trials // 20]))
    found = []
    for sums in years:
        year = {}
        for place, name in enumerate(
                ("assigned", "benchmark", "expenditure", "savingsRate", "qualityScore")):
            mean = sums[2 * place] / trials
            variance = max(0.0, sums[2 * place + 1] / trials - mean * mean)
            year[name] = [mean, math.sqrt(variance / trials)]
        found.append(dict(year, standardMet=sums[10] / trials, notMet=sums[11] / trials))
    return dict(engine=engine, trials=trials, seconds=seconds, options=options, years=found)


def law(model, path):
    import batches
    import settled
    theirs, ours = settled.settle_observed(batches.Constants(model), np.fromfile(path))
    # Totals of some hundred million dollars, added in another order, are a few millionths of a cent
    # apart: an amount that near half a cent may round either way.
    differing = np.abs(100 * theirs - ours) > 0.5 + 1e-4
    return dict(settlements=int(ours.size), differing=int(differing.sum()),
                paid=int((ours > 0).sum()), owed=int((ours < 0).sum()))


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--engine", choices=["numpy", "numba", "python"])
    words.add_argument("--batch", type=int, default=BATCH)
    words.add_argument("--flatten")
    words.add_argument("--law")
    words.add_argument("parameters")
    words.add_argument("trials", type=int, nargs="?")
    words.add_argument("seed", type=int, nargs="?")
    given = words.parse_args()
    model, names = bound.read(given.parameters)
    if given.flatten:
        return bound.flatten(model, given.flatten)
    if given.law:
        return json.dump(law(model, given.law), sys.stdout)
    engine = dict(numpy=numpy_engine, numba=numba_engine, python=python_engine)[given.engine]
    totals, years, seconds = engine(model, given.trials, given.seed, given.batch)
    print(json.dumps(outcome(given.engine, names, totals, years, seconds), default=float))


if __name__ == "__main__":
    main()

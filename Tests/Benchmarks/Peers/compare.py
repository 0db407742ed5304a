"""Glidepath beside the same model in other languages: agreement first, then time.

    compare.py --benchmarks PATH [--check] [--trials N] [--agree N] [--rounds N] [--build FOLDER]

compare.sh prepares what this needs and calls it. In order:

1. The law alone. On histories that Glidepath drew, the numpy peer settles every option, and every
   payment must be Glidepath's to the cent (or either side of half a cent, within a ten-thousandth).
2. Chance and law together. Every peer and Glidepath run many trials under different seeds, on the
   scenario timed and on one where every branch is taken. For each option the mean and the spread of
   five years' payments and the chance to owe, and for each year the means of the history, must be
   within 4 standard errors of the difference.
3. Only then time: one thread each, processor time of the trials alone, alternated, medians of the
   rounds with the least and the most, and ratios to Glidepath. Every engine keeps the five-year total
   of each option and trial, and sums over histories; Glidepath's time with the payment of every year
   kept as well stands below its own.

Ends with status 1, and times nothing, where anything disagrees.
"""

import argparse
import json
import math
import platform
import statistics
import subprocess
import sys
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENGINES = ["numpy", "numba", "c++", "python"]
TITLES = {"glidepath": "Glidepath", "every": "  every payment", "numpy": "numpy, vectorised", "numba": "numba",
          "c++": "C++ with GSL", "python": "plain Python"}
MOST_ERRORS = 4
# Plain Python is some fifty times slower: it gets as many times fewer trials.
FEWER = {"python": 50}


class Bench:
    def __init__(self, benchmarks, build, scenario):
        self.benchmarks, self.build = Path(benchmarks).resolve(), Path(build).resolve()
        self.scenario = HERE / f"{scenario}.yaml"
        self.parameters = self.build / f"{scenario}.json"
        self.constants = self.build / f"{scenario}.txt"
        self.histories = self.build / f"{scenario}.f64"
        self.glidepath("parameters", self.parameters, text=False)
        self.python("--flatten", self.constants, self.parameters)

    def glidepath(self, verb, *rest, text=True):
        words = [self.benchmarks, "peers", verb, self.scenario, *rest]
        return read(words) if text else call(words)

    def python(self, *words):
        return call([sys.executable, HERE / "model.py", *words])

    def run(self, engine, trials, seed):
        if engine == "glidepath":
            return self.glidepath("run", trials, seed)
        if engine == "c++":
            return read([self.build / "model", self.constants, trials, seed])
        return read([sys.executable, HERE / "model.py", "--engine", engine, self.parameters,
                     trials, seed])

    def law(self, trials):
        self.glidepath("histories", trials, self.histories, text=False)
        return json.loads(self.python("--law", self.histories, self.parameters))


def call(words):
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in words)} ended with {done.returncode}")
    return done.stdout


def read(words):
    return json.loads(call(words))


# Agreement

def differences(one, other):
    """Each figure's name, both values and their difference in its standard errors."""
    pairs = []
    for a, b in zip(one["options"], other["options"]):
        pairs.append((f"{a['name']} mean", a["mean"], b["mean"],
                      math.hypot(a["meanError"], b["meanError"])))
        pairs.append((f"{a['name']} P(owe)", a["owe"], b["owe"],
                      chance_error(a["owe"], one["trials"], b["owe"], other["trials"])))
        pairs.append((f"{a['name']} spread", a["spread"], b["spread"], b["spread"] * math.sqrt(
            (b["fourth"] - 1) / 4 * (1 / one["trials"] + 1 / other["trials"]))))
    for year, (a, b) in enumerate(zip(one["years"], other["years"]), 1):
        for name in ("assigned", "benchmark", "expenditure", "savingsRate", "qualityScore"):
            pairs.append((f"year {year} {name}", a[name][0], b[name][0],
                          math.hypot(a[name][1], b[name][1])))
        for name in ("standardMet", "notMet"):
            pairs.append((f"year {year} {name}", a[name], b[name],
                          chance_error(a[name], one["trials"], b[name], other["trials"])))
    return [(name, a, b, errors(a - b, error)) for name, a, b, error in pairs]


def chance_error(p, n, q, m):
    """Of the difference of two shares, from both together."""
    pooled = (p * n + q * m) / (n + m)
    return math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))


def errors(difference, error):
    if error > 0:
        return difference / error
    return 0.0 if difference == 0 else math.inf


def check_law(bench, trials):
    law = bench.law(trials)
    verdict = "the same to the cent" if law["differing"] == 0 else (
        f"{law['differing']} DIFFER")
    print(f"Law alone, {bench.scenario.stem}: {law['settlements']:,} payments on histories drawn by "
          f"Glidepath ({law['paid']:,} earned, {law['owed']:,} owed): {verdict}.")
    return law["differing"] == 0


def check(bench, trials):
    """Whether every peer agrees; prints what does not."""
    ours = bench.run("glidepath", trials, 1)
    agree = True
    for place, engine in enumerate(ENGINES, 2):
        theirs = bench.run(engine, trials // FEWER.get(engine, 1), place)
        found = differences(ours, theirs)
        options = [f for f in found if not f[0].startswith("year")]
        worst, years = (max(abs(f[3]) for f in some)
                        for some in (options, [f for f in found if f not in options]))
        print(f"Agreement, {bench.scenario.stem}, {TITLES[engine]}: {theirs['trials']:,} against "
              f"{trials:,} trials; furthest of {len(options)} option figures {worst:.1f} standard "
              f"errors, of {len(found) - len(options)} history figures {years:.1f}.")
        for name, a, b, apart in found:
            if abs(apart) > MOST_ERRORS:
                agree = False
                print(f"  DISAGREES: {name}: Glidepath {a:.6g}, peer {b:.6g}, {apart:+.1f} "
                      "standard errors")
        if bench.scenario.stem == "peers" and engine == "numpy":
            table(ours, theirs)
    return agree


def table(ours, theirs):
    print(f"\n  {'':10} {'mean, Glidepath':>22} {'mean, numpy':>22} {'P(owe)':>15} {'P5':>25}")
    for a, b in zip(ours["options"], theirs["options"]):
        print(f"  {a['name']:10} {a['mean']:>13,.0f} ±{a['meanError']:>7,.0f} "
              f"{b['mean']:>13,.0f} ±{b['meanError']:>7,.0f} {a['owe']:>7.4f} {b['owe']:>7.4f} "
              f"{a['fifth']:>12,.0f} {b['fifth']:>12,.0f}")
    print()


# Time

def microseconds(bench, engine, trials, seed):
    return 1e6 * bench.run(engine, trials, seed)["seconds"] / trials


def both(bench, trials, seed):
    """Glidepath's own: totals kept, and every payment."""
    took = bench.run("glidepath", trials, seed)
    return 1e6 * took["seconds"] / trials, 1e6 * took["everyPayment"] / trials


def machine():
    """The processor, and what the peers were made with."""
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line]
    made = subprocess.run(["g++", "--version"], stdout=subprocess.PIPE, text=True).stdout
    gsl = subprocess.run(["pkg-config", "--modversion", "gsl"], stdout=subprocess.PIPE, text=True)
    packages = ", ".join(f"{name} {metadata.version(name)}" for name in ("numpy", "numba"))
    return (f"{names[0] if names else 'unknown processor'}; Python {platform.python_version()}, "
            f"{packages}, {made.splitlines()[0]}, GSL {gsl.stdout.strip()}")


def compare(bench, trials, rounds):
    engines = ["glidepath"] + ENGINES
    times = {engine: [] for engine in engines}
    times["every"] = []
    for turn in range(rounds):
        for engine in engines:
            if engine == "glidepath":
                for name, took in zip((engine, "every"), both(bench, trials, 100 + turn)):
                    times[name].append(took)
                continue
            times[engine].append(
                microseconds(bench, engine, trials // FEWER.get(engine, 1), 100 + turn))
    own = statistics.median(times["glidepath"])
    print(f"\n{machine()}")
    print(f"\nMicroseconds of processor time a trial of five years, seven options, {trials:,} trials"
          f" ({trials // FEWER['python']:,} of plain Python), one thread; median of {rounds} rounds"
          " alternated\n")
    print(f"{'':20} {'median':>9} {'least':>9} {'most':>9} {'over Glidepath':>15} {'least … most':>15}")
    for engine in ["glidepath", "every"] + ENGINES:
        took = times[engine]
        ratios = [a / b for a, b in zip(took, times["glidepath"])]
        print(f"{TITLES[engine]:20} {statistics.median(took):>9.2f} {min(took):>9.2f} "
              f"{max(took):>9.2f} {statistics.median(took) / own:>15.2f} "
              f"{min(ratios):>7.2f} … {max(ratios):.2f}")


def grow(bench, most):
    """Cost as trials grow."""
    sizes = [most // 64, most // 16, most // 4, most]
    print("\nMicroseconds a trial as trials grow\n")
    print(f"{'':20} " + " ".join(f"{size:>12,}" for size in sizes))
    for engine in ["glidepath"] + [e for e in ENGINES if e != "python"]:
        row = [statistics.median(microseconds(bench, engine, size, 200 + k) for k in range(3))
               for size in sizes]
        print(f"{TITLES[engine]:20} " + " ".join(f"{t:>12.2f}" for t in row))


def main():
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--benchmarks", required=True, help="Glidepath's Benchmarks program")
    words.add_argument("--build", required=True, help="where the C++ peer is, and files may go")
    words.add_argument("--check", action="store_true", help="agreement only")
    words.add_argument("--trials", type=int, default=200_000, help="timed")
    words.add_argument("--agree", type=int, default=1_000_000, help="compared")
    words.add_argument("--rounds", type=int, default=5)
    given = words.parse_args()
    timed, branches = (
        Bench(given.benchmarks, given.build, name) for name in ("peers", "branches"))
    held = [check_law(bench, 10_000) for bench in (timed, branches)]
    held += [check(bench, given.agree) for bench in (timed, branches)]
    if not all(held):
        sys.exit("\nThe peers and Glidepath disagree: nothing is timed.")
    print("\nAll agree.")
    if not given.check:
        compare(timed, given.trials, given.rounds)
        grow(timed, 4 * given.trials)


if __name__ == "__main__":
    main()

// Glidepath's aggregate model under its options in C++ with GSL: a peer to compare with.
//
//   g++ -O3 -march=native -std=c++20 model.cpp -lgsl -lgslcblas -o model
//   model CONSTANTS.txt TRIALS SEED            constants written by model.py --flatten
//
// Prints one line of JSON without names of options: what was found, and the processor seconds of the
// trials alone. One thread; taus2, the fastest of GSL's good generators; the ziggurat for normals.

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr int types = 4, years = 5, tracks = 6, mostOptions = 64;
constexpr double ulps = 4 * 0x1p-53;  // Glidepath's allowance, here relative.

using ByType = std::array<double, types>;
using ByYear = std::array<double, years>;
using ByYearAndType = std::array<ByType, years>;

struct Band {
  double fewest, most, low, high;
};

struct Terms {
  double elected, fewestForElection, sharing, paymentLimit, sequestration, reduced;
  double fewestForReduced, twoSided, leastLossRate, mostLossRate, lossOfBenchmark, lossOfRevenue;
};

/// Every constant, as bound.py names them.
struct Model {
  ByType count, personYearsEach, expenditure, expenditureShare, marketShare, benchmark;
  ByType prospectiveDollars, benchmarkShape, variationSquared, riskMean, riskSpread, personRisk;
  std::array<double, 3> benchmarkWeights;
  std::array<double, 25> factor;
  ByYearAndType nationalMean, prospectiveGrowth;
  ByYear regionalCentre, plan, sizePlan, listPlan, qualityLogit, qualitySpread, qualityStandard;
  ByYear circumstanceChance, prospectiveWeight, riskCap, guardrail, regionalRiskCap;
  ByYear firstYearMeets, reliefShare, lowRevenue;
  double assigned, revenue, drawsBenchmark, claimsCorrelation, nationalSpread, nationalKept;
  double nationalInnovation, typeSpread, nationalHalfVariance, regionSpread, regionKept;
  double besidePlan, persistentSpread, persistence, transitorySpread, degreesOfFreedom;
  double retentionA, retentionB, plannedRetention, voluntaryShare, voluntaryRetention;
  double leaverExpenditure, leaverRisk, joiningShape, joinerExpenditure, joinerRisk;
  double changeChance, changeMean, changeSpread, prospective, trueUpSpread, trueUpSlope;
  double inYearLoss, commonRisk, healthShare, riskKept, demographicMean, demographicSpread;
  double qualityKept, qualityInnovation, standardSpread, reportingFailure, alternativeChance;
  double incentiveChance, circumstanceMonths, circumstanceA, circumstanceB, monthsInYear;
  std::vector<Band> bands;
  std::array<std::array<Terms, tracks>, years> terms;
  std::vector<std::array<int, years>> options;
};

class Constants {
 public:
  explicit Constants(const char* path) {
    std::ifstream file(path);
    std::string name;
    for (std::size_t size; file >> name >> size;) {
      auto& values = found[name];
      values.resize(size);
      for (auto& value : values) file >> value;
    }
  }

  const std::vector<double>& list(const char* name) const {
    auto place = found.find(name);
    if (place == found.end()) {
      std::fprintf(stderr, "no constant named %s\n", name);
      std::exit(65);
    }
    return place->second;
  }

  double number(const char* name) const { return list(name)[0]; }

  template <class Array>
  Array array(const char* name) const {
    Array values;
    std::copy_n(list(name).begin(), values.size(), values.begin());
    return values;
  }

  ByYearAndType byYearAndType(const char* name) const {
    ByYearAndType values;
    for (int y = 0; y < years; ++y)
      for (int e = 0; e < types; ++e) values[y][e] = list(name)[types * y + e];
    return values;
  }

 private:
  std::map<std::string, std::vector<double>> found;
};

void readLaw(const Constants& c, Model& m) {
  for (std::size_t b = 0; b < c.list("band_most").size(); ++b)
    m.bands.push_back({c.list("band_fewest")[b], c.list("band_most")[b], c.list("band_low")[b],
                       c.list("band_high")[b]});
  for (int y = 0; y < years; ++y)
    for (int t = 0; t < tracks; ++t) {
      auto of = [&](const char* name) { return c.list(name)[tracks * y + t]; };
      m.terms[y][t] = {
          of("elected"),         of("fewest_for_election"), of("sharing"),
          of("payment_limit"),   of("sequestration"),       of("reduced"),
          of("fewest_for_reduced"), of("two_sided"),        of("least_loss_rate"),
          of("most_loss_rate"),  of("loss_of_benchmark"),   of("loss_of_revenue")};
    }
  for (int o = 0; o < int(c.number("options")); ++o) {
    std::array<int, years> path;
    for (int y = 0; y < years; ++y) path[y] = int(c.list("option_tracks")[years * o + y]);
    m.options.push_back(path);
  }
}

Model read(const char* path) {
  Constants c(path);
  Model m;
  m.count = c.array<ByType>("count");
  m.personYearsEach = c.array<ByType>("person_years_each");
  m.expenditure = c.array<ByType>("expenditure");
  m.expenditureShare = c.array<ByType>("expenditure_share");
  m.marketShare = c.array<ByType>("market_share");
  m.benchmark = c.array<ByType>("benchmark");
  m.prospectiveDollars = c.array<ByType>("prospective_dollars");
  m.benchmarkShape = c.array<ByType>("benchmark_shape");
  m.variationSquared = c.array<ByType>("person_variation_squared");
  m.riskMean = c.array<ByType>("risk_mean");
  m.riskSpread = c.array<ByType>("risk_sd");
  m.personRisk = c.array<ByType>("person_risk_sd");
  m.benchmarkWeights = c.array<std::array<double, 3>>("benchmark_weights");
  m.factor = c.array<std::array<double, 25>>("factor");
  m.nationalMean = c.byYearAndType("national_mean");
  m.prospectiveGrowth = c.byYearAndType("prospective_growth");
  m.regionalCentre = c.array<ByYear>("regional_centre");
  m.plan = c.array<ByYear>("plan");
  m.sizePlan = c.array<ByYear>("size_plan");
  m.listPlan = c.array<ByYear>("list_plan");
  m.qualityLogit = c.array<ByYear>("quality_logit");
  m.qualitySpread = c.array<ByYear>("quality_spread");
  m.qualityStandard = c.array<ByYear>("quality_standard");
  m.circumstanceChance = c.array<ByYear>("circumstance_probability");
  m.prospectiveWeight = c.array<ByYear>("prospective_weight");
  m.riskCap = c.array<ByYear>("risk_cap");
  m.guardrail = c.array<ByYear>("guardrail");
  m.regionalRiskCap = c.array<ByYear>("regional_risk_cap");
  m.firstYearMeets = c.array<ByYear>("first_year_meets");
  m.reliefShare = c.array<ByYear>("relief_share");
  m.lowRevenue = c.array<ByYear>("low_revenue");
  m.assigned = c.number("assigned");
  m.revenue = c.number("revenue");
  m.drawsBenchmark = c.number("draws_benchmark");
  m.claimsCorrelation = c.number("claims_correlation");
  m.nationalSpread = c.number("national_sd");
  m.nationalKept = c.number("national_autocorrelation");
  m.nationalInnovation = c.number("national_innovation");
  m.typeSpread = c.number("type_sd");
  m.nationalHalfVariance = c.number("national_half_variance");
  m.regionSpread = c.number("region_sd");
  m.regionKept = c.number("region_persistence");
  m.besidePlan = c.number("beside_plan");
  m.persistentSpread = c.number("persistent_spread");
  m.persistence = c.number("persistence");
  m.transitorySpread = c.number("transitory_spread");
  m.degreesOfFreedom = c.number("degrees_of_freedom");
  m.retentionA = c.number("retention_a");
  m.retentionB = c.number("retention_b");
  m.plannedRetention = c.number("planned_retention");
  m.voluntaryShare = c.number("voluntary_share");
  m.voluntaryRetention = c.number("voluntary_retention");
  m.leaverExpenditure = c.number("leaver_expenditure");
  m.leaverRisk = c.number("leaver_risk");
  m.joiningShape = c.number("joining_shape");
  m.joinerExpenditure = c.number("joiner_expenditure");
  m.joinerRisk = c.number("joiner_risk");
  m.changeChance = c.number("change_probability");
  m.changeMean = c.number("change_mean");
  m.changeSpread = c.number("change_sd");
  m.prospective = c.number("prospective");
  m.trueUpSpread = c.number("true_up_sd");
  m.trueUpSlope = c.number("true_up_slope");
  m.inYearLoss = c.number("in_year_loss");
  m.commonRisk = c.number("common_risk");
  m.healthShare = c.number("health_share");
  m.riskKept = c.number("risk_persistence");
  m.demographicMean = c.number("demographic_mean");
  m.demographicSpread = c.number("demographic_sd");
  m.qualityKept = c.number("quality_autocorrelation");
  m.qualityInnovation = c.number("quality_innovation");
  m.standardSpread = c.number("standard_sd");
  m.reportingFailure = c.number("reporting_failure");
  m.alternativeChance = c.number("alternative_probability");
  m.incentiveChance = c.number("incentive_probability");
  m.circumstanceMonths = c.number("circumstance_months");
  m.circumstanceA = c.number("circumstance_a");
  m.circumstanceB = c.number("circumstance_b");
  m.monthsInYear = c.number("months_in_year");
  readLaw(c, m);
  return m;
}

double halfUp(double x) { return std::floor(x + 0.5); }

/// GSL's distributions on one generator.
struct Draws {
  gsl_rng* generator;
  double normal() { return gsl_ran_gaussian_ziggurat(generator, 1); }
  double uniform() { return gsl_rng_uniform(generator); }
  double gamma(double shape) { return gsl_ran_gamma(generator, shape, 1); }
  double beta(double a, double b) { return gsl_ran_beta(generator, a, b); }
  double binomial(double n, double p) { return gsl_ran_binomial(generator, p, unsigned(n)); }
  double negativeBinomial(double mean, double shape) {
    return gsl_ran_negative_binomial(generator, shape / (shape + mean), shape);
  }
};

/// What one year shows CMS.
struct Seen {
  double assigned, demographic, spent, revenue, months, part, score;
  bool met, barred;
  ByType personYears, risk, share, regional, regionalRisk;
};

/// A year measured.
struct Measured {
  double assigned, benchmark, guardrail, spent, revenue, score, relief, byTable;
  bool lowRevenue, met, barred;
};

/// Sums over trials of a year's history, with squares.
struct Sums {
  std::array<double, 12> values{};
  void add(const Measured& y) {
    const double found[] = {y.assigned, y.benchmark, y.spent, (y.benchmark - y.spent) / y.benchmark,
                            y.score};
    for (int k = 0; k < 5; ++k) {
      values[2 * k] += found[k];
      values[2 * k + 1] += found[k] * found[k];
    }
    values[10] += y.met;
    values[11] += y.barred;
  }
};

class Trial {
 public:
  Trial(const Model& model, Draws draws) : m(model), rng(draws) {}

  void start() {
    national = region = persistent = demographic = quality = gathered = 0;
    costOf = riskOf = 1;
    count = m.count;
    nation.fill(1);
    riskChange.fill(0);
    riskSum.fill(0);
    noiseShape.fill(0);
    tail = std::sqrt((m.degreesOfFreedom - 2) / (2 * rng.gamma(m.degreesOfFreedom / 2)));
    for (int e = 0; e < types; ++e) {
      baseVariance[e] = m.personRisk[e] * m.personRisk[e] / (count[e] * m.personYearsEach[e]);
      baseSample[e] = std::sqrt(baseVariance[e]) * rng.normal();
      for (int k = 0; k < 3; ++k) {
        luckShape[e][k] = m.benchmarkShape[e];
        luckLevel[e][k] = m.drawsBenchmark ? rng.gamma(m.benchmarkShape[e]) : m.benchmarkShape[e];
      }
    }
  }

  Measured next(int year) {
    std::array<double, 5> z, score{};
    for (auto& value : z) value = rng.normal();
    for (int i = 0; i < 5; ++i)
      for (int j = 0; j <= i; ++j) score[i] += m.factor[5 * i + j] * z[j];
    const double growth = grow(year, score[0]);
    region = m.regionKept * region + m.regionSpread * score[1];
    const double deviation = std::exp(region + m.regionalCentre[year]);
    const double effect = move(year, score[2]);
    const double settled = assign(year);
    scoreRisk(score[3]);
    Seen seen;
    measureQuality(year, score[4], seen);
    see(seen, deviation, effect * costOf * settled, growth);
    return measure(year, seen);
  }

  double settle(const Terms& t, const Measured& y) const {
    const double minimum =
        t.elected >= 0 && y.assigned >= t.fewestForElection ? t.elected : y.byTable;
    const double savings = y.benchmark - y.spent, least = (minimum - ulps) * y.benchmark;
    if (savings > 0) {
      double factor = 1;
      if (savings < least) {
        if (t.reduced < 0 || !y.lowRevenue || y.assigned < t.fewestForReduced) return 0;
        factor = t.reduced;
      }
      if (y.barred) return 0;
      const double rate = factor * (y.met ? t.sharing : t.sharing * y.score);
      const double shared = rate * savings * (1 - t.sequestration);
      return cents(std::min(shared, t.paymentLimit * y.benchmark));
    }
    if (!t.twoSided || -savings < least) return 0;
    const double against = std::max(y.benchmark, y.guardrail);
    const double losses = y.spent - against;
    if (losses <= 0 || losses < (minimum - ulps) * against) return 0;
    const double rate =
        y.barred ? t.mostLossRate
                 : std::clamp(1 - t.sharing * y.score, t.leastLossRate, t.mostLossRate);
    double owed = rate * losses;
    if (t.lossOfBenchmark >= 0) owed = std::min(owed, t.lossOfBenchmark * against);
    if (t.lossOfRevenue >= 0) owed = std::min(owed, t.lossOfRevenue * y.revenue);
    return -cents(owed * y.relief);
  }

 private:
  const Model& m;
  Draws rng;
  double national, region, persistent, demographic, quality, gathered, costOf, riskOf, tail;
  ByType count, nation, riskChange, riskSum, baseSample, baseVariance, ratio, health;
  ByType noiseLevel, noiseShape;
  std::array<std::array<double, 3>, types> luckLevel, luckShape;

  static double cents(double dollars) { return halfUp(100 * dollars * (1 + ulps)); }

  double grow(int year, double score) {
    national = year == 0 ? m.nationalSpread * score
                         : m.nationalKept * national + m.nationalInnovation * score;
    double growth = 0;
    for (int e = 0; e < types; ++e) {
      const double shock = national + m.typeSpread * rng.normal() - m.nationalHalfVariance;
      nation[e] *= m.nationalMean[year][e] * std::exp(shock);
      growth += m.expenditureShare[e] * nation[e];
    }
    return growth;
  }

  double move(int year, double score) {
    persistent = m.persistence * persistent + m.persistentSpread * score * tail;
    double effect = 1 + m.plan[year] + m.besidePlan + persistent;
    if (m.transitorySpread > 0) effect += m.transitorySpread * rng.normal() * tail;
    return std::max(0.2, effect);
  }

  // Who is assigned

  static double mean(double stay, double join, double leaver, double joiner) {
    return (std::max(1 - (1 - stay) * leaver, 0.2 * stay) + join * joiner) / (stay + join);
  }

  double assign(int year) {
    const double rate = rng.beta(m.retentionA, m.retentionB);
    const double needed = std::max(0.0, m.sizePlan[year] - m.plannedRetention);
    double size = 0, stay = 0, join = 0;
    for (int e = 0; e < types; ++e) {
      const double before = count[e], aligned = halfUp(before * m.voluntaryShare);
      const double stayed =
          rng.binomial(before - aligned, rate) + rng.binomial(aligned, m.voluntaryRetention);
      const double joined = needed > 0 ? rng.negativeBinomial(needed * before, m.joiningShape) : 0;
      size += before;
      stay += stayed;
      join += joined;
      count[e] = std::max(1.0, stayed + joined);
    }
    stay /= size;
    join /= size;
    costOf *= mean(stay, join, m.leaverExpenditure, m.joinerExpenditure) /
              mean(m.plannedRetention, needed, m.leaverExpenditure, m.joinerExpenditure);
    riskOf *= mean(stay, join, m.leaverRisk, m.joinerRisk) /
              mean(m.plannedRetention, needed, m.leaverRisk, m.joinerRisk);
    changeList(year);
    return settleList();
  }

  void rescale(double factor) {
    for (auto& value : count) value = std::max(1.0, halfUp(value * factor));
  }

  void changeList(int year) {
    double factor = m.listPlan[year];
    if (factor != 1) relist(factor);
    const bool happens = rng.uniform() < m.changeChance;
    if (happens) {
      const double jump =
          m.changeMean - m.changeSpread * m.changeSpread / 2 + m.changeSpread * rng.normal();
      const double change = std::exp(std::clamp(jump, -2.0, 2.0));
      relist(change);
      factor *= change;
    }
    if (happens || factor != 1) rescale(factor);
  }

  void relist(double change) {
    const double overlap = std::min(change, 1 / change);
    for (int e = 0; e < types; ++e) {
      const double before = baseVariance[e], variance = before / change;
      const double kept = std::sqrt(overlap / before) * baseSample[e];
      baseSample[e] = std::sqrt(variance) * (kept + std::sqrt(1 - overlap) * rng.normal());
      baseVariance[e] = variance;
      if (!m.drawsBenchmark) continue;
      for (int k = 0; k < 3; ++k) {
        const double shape = luckShape[e][k];
        if (change < 1)
          luckLevel[e][k] *= rng.beta(change * shape, (1 - change) * shape);
        else if (change > 1)
          luckLevel[e][k] += rng.gamma((change - 1) * shape);
        luckShape[e][k] = change * shape;
      }
    }
  }

  double settleList() {
    if (m.prospective) {
      for (auto& value : count)
        value = std::max(
            1.0, rng.binomial(halfUp(value / (1 - m.inYearLoss)), 1 - m.inYearLoss));
      return 1;
    }
    const double change = m.trueUpSpread * rng.normal();
    const double half = m.trueUpSpread * m.trueUpSpread / 2;
    rescale(std::exp(change - half));
    return std::exp(m.trueUpSlope * change - m.trueUpSlope * m.trueUpSlope * half);
  }

  // Risk scores, quality, rare events, claims

  void scoreRisk(double score) {
    demographic += m.demographicMean + m.demographicSpread * rng.normal();
    gathered = m.riskKept * m.riskKept * gathered + 1;
    const double together = std::sqrt(m.commonRisk) * score, apart = std::sqrt(1 - m.commonRisk);
    for (int e = 0; e < types; ++e) {
      riskChange[e] =
          m.riskKept * riskChange[e] + m.riskSpread[e] * (together + apart * rng.normal());
      riskSum[e] += m.riskMean[e];
      const double variance =
          m.personRisk[e] * m.personRisk[e] / (count[e] * m.personYearsEach[e]);
      const double sample = std::sqrt(variance) * rng.normal();
      const double change = riskSum[e] + riskChange[e] + sample - baseSample[e];
      const double half =
          (gathered * m.riskSpread[e] * m.riskSpread[e] + variance + baseVariance[e]) / 2;
      ratio[e] = std::exp(change - half);
      health[e] = std::exp(m.healthShare * change - m.healthShare * m.healthShare * half);
    }
  }

  void measureQuality(int year, double score, Seen& seen) {
    quality = year == 0 ? score : m.qualityKept * quality + m.qualityInnovation * score;
    const double standard =
        std::clamp(m.qualityStandard[year] + m.standardSpread * rng.normal(), 0.0, 1.0);
    seen.score = 1 / (1 + std::exp(-m.qualityLogit[year] - m.qualitySpread[year] * quality));
    const bool reported = rng.uniform() >= m.reportingFailure;
    const bool alternative = rng.uniform() < m.alternativeChance;
    const bool incentive = m.incentiveChance > 0 && rng.uniform() < m.incentiveChance;
    seen.months = seen.part = 0;
    if (rng.uniform() < m.circumstanceChance[year]) {
      seen.months = 1 + rng.binomial(11, m.circumstanceMonths);
      seen.part = rng.beta(m.circumstanceA, m.circumstanceB);
    }
    const bool relieved = seen.months > 0 && seen.part >= m.reliefShare[year];
    if (relieved) seen.score = std::max(seen.score, standard);
    const bool counts = reported || relieved;
    if (!counts) seen.score = 0;
    seen.met = counts && (relieved || seen.score >= standard || incentive ||
                          m.firstYearMeets[year] > 0);
    seen.barred = !seen.met && !(counts && alternative);
  }

  double claimsLuck(int e, double personYears) {
    const double shape = personYears / m.variationSquared[e];
    double carried = 0, kept = 0;
    if (noiseShape[e] > 0) carried = m.claimsCorrelation * std::min(noiseShape[e], shape);
    if (carried > 0) kept = noiseLevel[e] * rng.beta(carried, noiseShape[e] - carried);
    noiseLevel[e] = kept + rng.gamma(shape - carried);
    noiseShape[e] = shape;
    return noiseLevel[e] / shape;
  }

  void see(Seen& seen, double deviation, double cost, double growth) {
    seen.assigned = seen.spent = 0;
    seen.demographic = std::exp(demographic);
    for (int e = 0; e < types; ++e) {
      const double personYears = count[e] * m.personYearsEach[e];
      const double others = nation[e] * deviation;
      const double worked = cost * claimsLuck(e, personYears) * health[e];
      const double risen = ratio[e] * riskOf;
      const double share = std::min(1.0, m.marketShare[e] * (count[e] / m.count[e]));
      const double base = std::max(0.2, luckLevel[e][2] / luckShape[e][2]);
      seen.assigned += count[e];
      seen.personYears[e] = personYears;
      seen.risk[e] = risen;
      seen.share[e] = share;
      seen.regional[e] = others * (1 - share + share * (worked / (risen * base)));
      seen.regionalRisk[e] = 1 - share + share * risen;
      seen.spent += m.expenditure[e] * others * worked * personYears;
    }
    seen.revenue = m.revenue * growth * (seen.assigned / m.assigned);
  }

  // The law

  Measured measure(int year, const Seen& seen) const {
    ByType historical, weight;
    double total = 0, risk = 0, regionalRisk = 0, regionalDemographic = 0, shared = 0, people = 0;
    for (int e = 0; e < types; ++e) {
      double luck = 1;
      for (int k = 0; k < 3; ++k)
        luck += m.benchmarkWeights[k] * (luckLevel[e][k] / luckShape[e][k] - 1);
      historical[e] = luck * m.benchmark[e];
      weight[e] = historical[e] * seen.personYears[e];
      total += weight[e];
      risk += seen.risk[e] * weight[e];
      regionalRisk += seen.regionalRisk[e] * weight[e];
      regionalDemographic += (1 - seen.share[e] + seen.share[e] * seen.demographic) * weight[e];
      shared += seen.share[e] * seen.personYears[e];
      people += seen.personYears[e];
    }
    const double ceiling = seen.demographic + m.riskCap[year];
    const bool capped = risk / total > ceiling;
    double cap = HUGE_VAL;
    if (m.regionalRiskCap[year] >= 0) {
      const double before = regionalDemographic / total + m.regionalRiskCap[year];
      cap = before + shared / people * std::max(0.0, regionalRisk / total - before);
      if (regionalRisk / total <= cap) cap = HUGE_VAL;
    }
    Measured y{};
    double twoWayTotal = 0;
    const double w = m.prospectiveWeight[year];
    for (int e = 0; e < types; ++e) {
      const double held = capped ? std::min(seen.risk[e], ceiling) : seen.risk[e];
      const double raised = seen.regional[e] * std::max(1.0, seen.regionalRisk[e] / cap);
      const double twoWay = seen.share[e] * nation[e] + (1 - seen.share[e]) * raised;
      const double prospective =
          1 + m.prospectiveGrowth[year][e] * (m.prospectiveDollars[e] / historical[e]);
      y.benchmark += ((1 - w) * twoWay + w * prospective) * held * weight[e];
      twoWayTotal += twoWay * held * weight[e];
    }
    y.guardrail = m.guardrail[year] ? twoWayTotal : 0;
    y.assigned = seen.assigned;
    y.spent = seen.spent;
    y.revenue = seen.revenue;
    y.lowRevenue = seen.revenue / seen.spent < m.lowRevenue[year];
    y.met = seen.met;
    y.barred = seen.barred;
    y.score = seen.score;
    y.relief = 1 - seen.months / m.monthsInYear * seen.part;
    y.byTable = tableRate(seen.assigned);
    return y;
  }

  double tableRate(double assigned) const {
    for (const auto& band : m.bands)
      if (assigned <= band.most) {
        const double part =
            std::max(0.0, (assigned - band.fewest) / (band.most - band.fewest));
        return band.low + part * (band.high - band.low);
      }
    return m.bands.back().high;
  }
};

double processorSeconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

void printOption(std::vector<std::int64_t> cents, const char* after) {
  const double n = double(cents.size());
  double mean = 0, squares = 0, fourths = 0;
  long owes = 0;
  for (auto value : cents) {
    mean += double(value) / n;
    owes += value < 0;
  }
  for (auto value : cents) {
    const double square = (double(value) - mean) * (double(value) - mean);
    squares += square;
    fourths += square * square;
  }
  const double variance = squares / (n - 1), fourth = fourths / n / (variance * variance);
  const auto fifth = cents.begin() + long(cents.size() / 20);
  std::nth_element(cents.begin(), fifth, cents.end());
  std::printf("{\"mean\": %.10g, \"meanError\": %.10g, \"spread\": %.10g, \"fourth\": %.10g, ",
              mean / 100, std::sqrt(variance / n) / 100, std::sqrt(variance) / 100,
              variance > 0 ? fourth : 1);
  std::printf("\"owe\": %.10g, \"fifth\": %.10g}%s", double(owes) / n, double(*fifth) / 100, after);
}

void printYear(const Sums& sums, double n, const char* after) {
  const char* names[] = {"assigned", "benchmark", "expenditure", "savingsRate", "qualityScore"};
  std::printf("{");
  for (int k = 0; k < 5; ++k) {
    const double mean = sums.values[2 * k] / n;
    const double variance = std::max(0.0, sums.values[2 * k + 1] / n - mean * mean);
    std::printf("\"%s\": [%.12g, %.12g], ", names[k], mean, std::sqrt(variance / n));
  }
  std::printf("\"standardMet\": %.10g, \"notMet\": %.10g}%s", sums.values[10] / n,
              sums.values[11] / n, after);
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::fprintf(stderr, "model CONSTANTS.txt TRIALS SEED\n");
    return 64;
  }
  const Model m = read(words[1]);
  const long trials = std::atol(words[2]);
  const std::size_t options = m.options.size();
  if (options > mostOptions || trials < 20) return 64;
  std::vector<std::vector<std::int64_t>> totals(options, std::vector<std::int64_t>(trials));
  std::array<Sums, years> sums{};
  gsl_rng* generator = gsl_rng_alloc(gsl_rng_taus2);
  gsl_rng_set(generator, std::strtoul(words[3], nullptr, 10));
  const double start = processorSeconds();
  Trial trial(m, Draws{generator});
  for (long place = 0; place < trials; ++place) {
    std::array<double, mostOptions> earned{};
    trial.start();
    for (int year = 0; year < years; ++year) {
      const Measured measured = trial.next(year);
      sums[year].add(measured);
      std::array<double, tracks> cents;
      for (int t = 0; t < tracks; ++t) cents[t] = trial.settle(m.terms[year][t], measured);
      for (std::size_t o = 0; o < options; ++o) earned[o] += cents[m.options[o][year]];
    }
    for (std::size_t o = 0; o < options; ++o) totals[o][place] = std::int64_t(earned[o]);
  }
  const double seconds = processorSeconds() - start;
  std::printf("{\"engine\": \"c++\", \"trials\": %ld, \"seconds\": %.6f, \"options\": [", trials,
              seconds);
  for (std::size_t o = 0; o < options; ++o)
    printOption(totals[o], o + 1 < options ? ", " : "], \"years\": [");
  for (int y = 0; y < years; ++y) printYear(sums[y], double(trials), y + 1 < years ? ", " : "]}\n");
  gsl_rng_free(generator);
}

import Regulation

/// What an ACO's measures come to: points, the score, and the standards they meet.
public struct MeasuredQuality: Hashable, Sendable {
  /// Achievement points of the measures scored, each times its weight.
  public var points: Double
  /// The complex organization adjustment, likewise, held to its limit.
  public var complexOrganizationPoints: Double
  /// The points those measures could have.
  public var available: Double
  /// How many outcome measures reach the alternative standard's percentile.
  public var outcomeMeasuresReached: Int
  public var reachesAlternative: Bool
  public var meetsIncentive: Bool

  /// Points over points available, at most one; zero where no measure is scored.
  public var score: Rate {
    guard available > 0 else { return .zero }
    return min(.one, Rate((points + complexOrganizationPoints) / available))
  }
}

extension QualityMeasurement {
  /// The measures scored and held against the two standards that look at single measures,
  /// 42 CFR 414.1380(b)(1), 425.512(a)(4)(ii), (a)(5)(i)(B), (a)(5)(ii).
  public func measured(under terms: MeasureTerms) -> MeasuredQuality {
    var (points, complex, available) = (Double.zero, Double.zero, Double.zero)
    var reached = 0
    for place in measures.places where measures.isScored(place, under: terms) {
      let weight = terms.benchmarks[place].weight
      points += weight * measures.points(place, under: terms)
      complex += weight * measures.pointsForECQM(place, under: terms)
      available += weight * terms.mostPoints
      if let alternative = terms.alternative, terms.benchmarks[place].isOutcome,
        measures.isScored(place, atLeast: alternative.percentile, under: terms)
      {
        reached += 1
      }
    }
    let limit = terms.mostPointsForECQMs.fraction * available
    return MeasuredQuality(
      points: points, complexOrganizationPoints: min(complex, limit), available: available,
      outcomeMeasuresReached: reached,
      reachesAlternative: terms.alternative.map { reached >= $0.fewestOutcomeMeasures } ?? false,
      meetsIncentive: measures.meetIncentive(under: terms))
  }

  /// These facts with what the measures come to, where there are measures.
  func scored(under terms: MeasureTerms?) -> QualityMeasurement {
    guard let terms else { return self }
    let measured = measured(under: terms)
    var facts = self
    facts.score = measured.score
    facts.reachesAlternative = measured.reachesAlternative
    facts.meetsIncentive = measured.meetsIncentive
    return facts
  }
}

extension ReportedMeasures {
  /// A measure with too few cases counts neither for nor against, 42 CFR 414.1367(c)(1)(i).
  public func isScored(_ place: Int, under terms: MeasureTerms) -> Bool {
    cases(place) >= terms.fewestCases
  }

  /// Achievement points of one measure: the number of the decile its rate lies in, and how far
  /// into that decile it lies.
  public func points(_ place: Int, under terms: MeasureTerms) -> Double {
    let decile = terms.benchmarks[place].decile(of: rate(place))
    guard decile > 0 else { return terms.fewestPoints }
    guard decile < terms.benchmarks[place].deciles.count else { return terms.mostPoints }
    let begins = terms.benchmarks[place].deciles[decile - 1]
    let ends = terms.benchmarks[place].deciles[decile]
    let within = ((rate(place) - begins) / (ends - begins)).fraction
    return max(terms.fewestPoints, Double(decile) + min(within, terms.mostPartialPoints))
  }

  /// The complex organization adjustment of one measure, before the limit on all of them; no
  /// measure has more than the most points with it.
  func pointsForECQM(_ place: Int, under terms: MeasureTerms) -> Double {
    guard terms.benchmarks[place].collection == .eCQM else { return .zero }
    return min(terms.pointsForECQM, terms.mostPoints - points(place, under: terms))
  }

  /// Whether a measure is scored, at or above a percentile of its benchmark.
  func isScored(_ place: Int, atLeast percentile: Rate, under terms: MeasureTerms) -> Bool {
    isScored(place, under: terms)
      && terms.benchmarks[place].reaches(percentile, at: rate(place))
  }

  /// All eCQMs or MIPS CQMs reported, one outcome measure at its percentile, and one of the
  /// measures that remain at theirs, 42 CFR 425.512(a)(5)(i)(B).
  func meetIncentive(under terms: MeasureTerms) -> Bool {
    guard let incentive = terms.incentive else { return false }
    var reported = 0
    for place in places where incentive.takes(terms.benchmarks[place].collection) {
      reported += 1
    }
    guard reported >= incentive.measuresReported else { return false }
    for outcome in places where terms.benchmarks[outcome].isOutcome {
      guard isScored(outcome, atLeast: incentive.outcomePercentile, under: terms) else { continue }
      for other in places where other != outcome {
        if isScored(other, atLeast: incentive.otherPercentile, under: terms) { return true }
      }
    }
    return false
  }
}

extension MeasureBenchmark {
  /// The decile a rate lies in, the first being 1; zero below the first.
  public func decile(of rate: Rate) -> Int {
    var decile = 0
    while decile < deciles.count, isAtLeast(deciles[decile], rate) { decile += 1 }
    return decile
  }

  /// Whether a rate is at or above a percentile: where that tenth of the benchmark begins.
  func reaches(_ percentile: Rate, at rate: Rate) -> Bool {
    let place = (percentile.fraction * Double(deciles.count)).rounded()
    return isAtLeast(deciles[Int(place)], rate)
  }

  private func isAtLeast(_ begins: Rate, _ rate: Rate) -> Bool {
    lowerIsBetter ? rate <= begins : rate >= begins
  }
}

extension MeasureTerms.Incentive {
  fileprivate func takes(_ collection: MeasureBenchmark.Collection) -> Bool {
    switch collection {
    case .eCQM: true
    case .mipsCQM: includesMIPSCQMs
    case .medicareCQM, .cahps, .administrativeClaims: false
    }
  }
}

/// One quality measure as the law scores it: what it is, and the benchmark it is held against.
public struct MeasureBenchmark: Hashable, Sendable {
  /// How a measure's rate reaches CMS.
  public enum Collection: String, CaseIterable, Hashable, Sendable {
    case eCQM, mipsCQM, medicareCQM, cahps, administrativeClaims
  }

  /// A MIPS quality identifier and a name, such as `236 Controlling High Blood Pressure`.
  public var name: String
  public var collection: Collection
  /// Whether it counts as an outcome measure for the alternative standard and the incentive.
  public var isOutcome: Bool
  /// Whether a lower rate is better, as of readmissions.
  public var lowerIsBetter: Bool
  /// The ten rates at which deciles 1 through 10 begin, the worst first; equal neighbours are an
  /// empty decile.
  public var deciles: [Rate]
  /// Its part of the score relative to the other measures; 1 for each where all weigh the same.
  public var weight: Double

  public init(
    name: String, collection: Collection, isOutcome: Bool, lowerIsBetter: Bool, deciles: [Rate],
    weight: Double = 1
  ) {
    self.name = name
    self.collection = collection
    self.isOutcome = isOutcome
    self.lowerIsBetter = lowerIsBetter
    self.deciles = deciles
    self.weight = weight
  }
}

/// How measures become a quality score, and which standards they meet, in one performance year.
public struct MeasureTerms: Hashable, Sendable {
  /// In the order in which `ReportedMeasures` holds them.
  public var benchmarks: [MeasureBenchmark]
  /// Points of a rate below the first decile, and of one in the tenth.
  public var fewestPoints, mostPoints: Double
  /// The most that a rate's place within its decile adds to the decile's number.
  public var mostPartialPoints: Double
  /// With fewer cases a measure counts neither for nor against the ACO.
  public var fewestCases: Int
  /// The complex organization adjustment: points for each eCQM, and the most of them together as a
  /// share of the points available; both zero where there is none.
  public var pointsForECQM: Double
  public var mostPointsForECQMs: Rate
  /// `nil` where there is no alternative standard.
  public var alternative: Alternative?
  /// `nil` where its percentiles are not known.
  public var incentive: Incentive?

  /// The alternative quality performance standard, 42 CFR 425.512(a)(4)(ii), (a)(5)(ii).
  public struct Alternative: Hashable, Sendable {
    public var percentile: Rate
    public var fewestOutcomeMeasures: Int
    public init(percentile: Rate, fewestOutcomeMeasures: Int) {
      self.percentile = percentile
      self.fewestOutcomeMeasures = fewestOutcomeMeasures
    }
  }

  /// The incentive for reporting eCQMs or MIPS CQMs, 42 CFR 425.512(a)(5)(i)(B).
  public struct Incentive: Hashable, Sendable {
    public var includesMIPSCQMs: Bool
    public var measuresReported: Int
    public var outcomePercentile, otherPercentile: Rate
    public init(
      includesMIPSCQMs: Bool, measuresReported: Int, outcomePercentile: Rate,
      otherPercentile: Rate
    ) {
      self.includesMIPSCQMs = includesMIPSCQMs
      self.measuresReported = measuresReported
      self.outcomePercentile = outcomePercentile
      self.otherPercentile = otherPercentile
    }
  }

  public init(
    benchmarks: [MeasureBenchmark], fewestPoints: Double, mostPoints: Double,
    mostPartialPoints: Double, fewestCases: Int, pointsForECQM: Double,
    mostPointsForECQMs: Rate, alternative: Alternative?, incentive: Incentive?
  ) {
    self.benchmarks = benchmarks
    self.fewestPoints = fewestPoints
    self.mostPoints = mostPoints
    self.mostPartialPoints = mostPartialPoints
    self.fewestCases = fewestCases
    self.pointsForECQM = pointsForECQM
    self.mostPointsForECQMs = mostPointsForECQMs
    self.alternative = alternative
    self.incentive = incentive
  }
}

/// What an ACO reported of each of its measures, at most sixteen; of a fixed size, so that a year
/// asks for no memory of its own.
public struct ReportedMeasures: Hashable, Sendable {
  public static let most = 16
  public static let none = ReportedMeasures()

  public private(set) var count = 0
  public var places: Range<Int> { 0..<count }
  private var rates = SIMD16<Double>()
  private var caseCounts = SIMD16<Int32>()

  public init() {}

  /// Adds a measure; one beyond the sixteenth is an error of the program.
  public mutating func append(rate: Rate, cases: Int) {
    rates[count] = rate.fraction
    caseCounts[count] = Int32(clamping: cases)
    count += 1
  }

  /// The reported rate of a measure, by its place.
  public func rate(_ place: Int) -> Rate { Rate(rates[place]) }

  /// The cases it was measured on.
  public func cases(_ place: Int) -> Int { Int(caseCounts[place]) }
}

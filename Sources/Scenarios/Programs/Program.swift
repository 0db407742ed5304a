import Regulation

/// One thing the ACO pays for to change what its beneficiaries cost or how well they are served: gap
/// closure, care management, advanced primary care management, annual wellness visits, the steering
/// of care to other sites.
///
/// Its effects are the author's and carry a source: the product ships none. What it achieves and what
/// it costs are drawn once per trial and hold for all years of it.
public struct Program: Hashable, Sendable {
  /// The random numbers belong to it: another program added, left out or listed elsewhere moves none.
  public var name: String
  /// As reports print it; the name where the file gives none.
  public var title: String?
  /// The only enrollment type it serves; `nil` for all.
  public var of: EnrollmentType?
  /// Dollars a year, five; beside `Finances.programCost`, and whatever the ramp.
  public var cost: [Dollars]
  /// Dollars a year for each assigned beneficiary of the types it serves; five.
  public var costPerBeneficiary: [Dollars]
  /// Of what it really costs, as a fraction of the cost stated.
  public var costStandardDeviation: Double
  /// The part of its full effect, and of its full fees, that each performance year has; five.
  public var ramp: [Double]
  public var effect: Effect
  /// The part of the spending of the types it serves to which the effect applies.
  public var shareOfSpending: Double
  /// Change of the quality score at full ramp, a fraction; `nil` where it has none, or where the
  /// score is made of measures.
  public var quality: Effect?
  /// Changes of the true rates of quality measures at full ramp.
  public var measures: [MeasureEffect]
  public var fees: Fees?

  public init(
    name: String, title: String? = nil, of: EnrollmentType? = nil,
    cost: [Dollars] = Array(repeating: .zero, count: 5),
    costPerBeneficiary: [Dollars] = Array(repeating: .zero, count: 5),
    costStandardDeviation: Double = 0, ramp: [Double] = Array(repeating: 1, count: 5),
    effect: Effect = .none, shareOfSpending: Double = 1, quality: Effect? = nil,
    measures: [MeasureEffect] = [], fees: Fees? = nil
  ) {
    self.name = name
    self.title = title
    self.of = of
    self.cost = cost
    self.costPerBeneficiary = costPerBeneficiary
    self.costStandardDeviation = costStandardDeviation
    self.ramp = ramp
    self.effect = effect
    self.shareOfSpending = shareOfSpending
    self.quality = quality
    self.measures = measures
    self.fees = fees
  }

  public var printedTitle: String { title ?? name }

  func serves(_ type: EnrollmentType) -> Bool { of == nil || of == type }

  /// A change at full ramp, a fraction of what is changed, with the uncertainty of it: normal.
  public struct Effect: Hashable, Sendable {
    /// Of expenditure −0.01 is one percent less; of a quality score 0.01 is one point more.
    public var mean: Double
    public var standardDeviation: Double
    public init(mean: Double, standardDeviation: Double) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
    public static let none = Effect(mean: 0, standardDeviation: 0)
  }

  /// The change of one quality measure's true rate.
  public struct MeasureEffect: Hashable, Sendable {
    /// Of the measure.
    public var name: String
    public var change: Effect
    public init(name: String, change: Effect) {
      self.name = name
      self.change = change
    }
  }

  /// Services the program bills to Medicare. They are income of the practices, and so of the ACO as a
  /// whole; what Medicare pays of them is Parts A and B expenditure of the assigned beneficiaries and
  /// revenue of the participants besides.
  public struct Fees: Hashable, Sendable {
    /// Dollars a year for each beneficiary billed, coinsurance included, net of services they take
    /// the place of; five.
    public var perBeneficiary: [Dollars]
    /// Share of the assigned beneficiaries of the types served who are billed at full ramp, and its
    /// uncertainty.
    public var share, standardDeviation: Double
    /// What Medicare pays of the fee; the beneficiary's coinsurance is the rest.
    public var medicareShare: Double
    public init(
      perBeneficiary: [Dollars], share: Double, standardDeviation: Double = 0,
      medicareShare: Double
    ) {
      self.perBeneficiary = perBeneficiary
      self.share = share
      self.standardDeviation = standardDeviation
      self.medicareShare = medicareShare
    }
  }
}

extension Program {
  /// Means of the effect on expenditure that may be stated, and among which one is looked for.
  public static let effects = -0.3...0.3
  /// Most programs of one scenario.
  public static let most = 16

  /// The part of the expenditure of a type to which the effect applies.
  public func reach(_ type: EnrollmentType) -> Double { serves(type) ? shareOfSpending : 0 }

  /// 1 for a type it serves, 0 for another.
  public func serving(_ type: EnrollmentType) -> Double { serves(type) ? 1 : 0 }

  /// Before any key is read.
  static let blank = Program(name: "")
}

extension [Program] {
  /// What all of them are planned to add to the quality score in a year, 0 through 4; a fraction.
  public func plannedQuality(_ year: Int) -> Double {
    reduce(0) { $0 + $1.ramp[year] * ($1.quality?.mean ?? 0) }
  }

  /// What all of them are planned to add to the true rate of a measure in a year, 0 through 4.
  public func plannedRate(of measure: String, _ year: Int) -> Double {
    reduce(0) { sum, program in
      program.measures.reduce(sum) {
        $0 + ($1.name == measure ? program.ramp[year] * $1.change.mean : 0)
      }
    }
  }
}

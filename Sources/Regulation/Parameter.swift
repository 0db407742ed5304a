/// One number of the program, with every value it has had and who said so.
///
/// The whole history stays: a run for 2024 must still settle as 2024 did.
public struct Parameter: Hashable, Sendable {
  /// One sentence: what the number is.
  public var says: String
  public var unit: String
  public var clock: Clock
  /// Ascending in `from`, then in `agreementYear`; never empty.
  public var values: [Dated]
  /// The day on which every year of every agreement reads it, to lay the law of one date on an
  /// agreement of another; `nil` where each reads its own day.
  var heldOn: Day?

  public init(says: String, unit: String, clock: Clock, values: [Dated]) {
    self.says = says
    self.unit = unit
    self.clock = clock
    self.values = values
  }

  /// Which date decides whether a value applies.
  public enum Clock: String, CaseIterable, Hashable, Sendable {
    /// The rule follows the calendar: "for performance years beginning on or after …".
    case performanceYear
    /// The rule is fixed at the start: "for agreement periods beginning on or after …".
    case agreementStart
  }

  /// How sure a value is.
  public enum Evidence: String, CaseIterable, Hashable, Sendable {
    /// Read in the text of the regulation.
    case regulationText
    /// Checked against the results CMS publishes.
    case publishedResults
    /// Read in a secondary source, named in `adopted`.
    case secondary
    /// Follows by arithmetic or by reading from values of the kinds above.
    case derived
    /// Recalled and not read anywhere: confirm before relying on it.
    case unverified
    /// Proposed and not adopted; only in an edition.
    case proposed
  }

  /// One value, the day from which it holds, and where it is written.
  public struct Dated: Hashable, Sendable {
    public var from: Day
    /// Holds from this year of the agreement on, 1 for the first.
    public var agreementYear: Int
    public var value: RuleValue
    /// Begins `42 CFR 4`.
    public var cite: String
    /// The rule or the source in which the value was read.
    public var adopted: String
    public var evidence: Evidence

    public init(
      from: Day, agreementYear: Int = 1, value: RuleValue, cite: String, adopted: String,
      evidence: Evidence
    ) {
      self.from = from
      self.agreementYear = agreementYear
      self.value = value
      self.cite = cite
      self.adopted = adopted
      self.evidence = evidence
    }

    func precedes(_ other: Self) -> Bool {
      (from, agreementYear) < (other.from, other.agreementYear)
    }
  }
}

extension Parameter {
  /// The day on which this parameter's clock is read for a year of an agreement.
  ///
  /// An agreement that starts in mid-year reads the calendar on its own first day.
  public func day(in year: PerformanceYear, of agreement: AgreementPeriod) -> Day {
    if let heldOn { return heldOn }
    return switch clock {
    case .performanceYear: max(year.firstDay, agreement.firstDay)
    case .agreementStart: agreement.firstDay
    }
  }

  /// The value in force for one performance year of one agreement period; throws `NotInForce`
  /// for a day before the first value.
  public func inForce(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws(NotInForce) -> Dated {
    let day = day(in: year, of: agreement)
    guard let dated = dated(on: day, agreementYear: agreement.place(of: year)) else {
      throw NotInForce(says: says, day: day, earliest: values.first)
    }
    return dated
  }

  func dated(on day: Day, agreementYear: Int) -> Dated? {
    values.last { $0.from <= day && $0.agreementYear <= max(1, agreementYear) }
  }
}

/// A parameter was asked for a date before its first value.
public struct NotInForce: Error, Hashable, Sendable, CustomStringConvertible {
  public var says: String
  public var day: Day
  public var earliest: Parameter.Dated?

  public var description: String {
    guard let earliest else { return "No value is in force on \(day) for: \(says)" }
    return """
      No value is in force on \(day) for: \(says) \
      The earliest is \(earliest.value), from \(earliest.from) (\(earliest.cite)). \
      Choose a later performance year, or add the earlier value to the rule file with its citation.
      """
  }
}

import Regulation

/// The working of one result, line by line, each line with the paragraph it rests on: what CMS
/// would print on a settlement report.
public struct Statement: Hashable, Sendable {
  public var title: String
  /// In the order of the law. Lines that do not apply to this result are not there.
  public var lines: [Line]
  /// Every key a statement of this kind can have, in order; in JSON the ones without a line are
  /// `null`, so that the keys are the same for every result.
  public var keys: [String]

  public struct Line: Hashable, Sendable {
    /// Stable, in the words of the glossary: `sharedSavingsBeforeLimit`.
    public var key: String
    /// As the text prints it.
    public var label: String
    public var figure: Figure
    public var paragraph: Paragraph
    /// Why the figure is what it is: one sentence or less.
    public var note: String?
  }

  public enum Figure: Hashable, Sendable {
    /// Unrounded; printed in dollars and cents.
    case money(Dollars)
    /// Unrounded dollars per person-year; printed in dollars and cents.
    case perCapita(PerCapita)
    /// A fraction; printed as a percentage.
    case rate(Rate)
    /// A growth or risk ratio; printed with six decimals.
    case ratio(Rate)
    case count(Int)
    /// Achievement points; printed with two decimals.
    case points(Double)
    case year(PerformanceYear)
    case personYears(PersonYears)
    case flag(Bool)
    /// Not known; the line's note says what is needed. `null` in JSON.
    case unknown
    /// A key word of the glossary, and as the text prints it.
    case word(String, title: String)
    case perCapitaByType(ByEnrollmentType<PerCapita>)
    case ratioByType(ByEnrollmentType<Rate>)
    case personYearsByType(ByEnrollmentType<PersonYears>)
  }

  /// Dollars and cents, as statements print them.
  public static func money(_ amount: Dollars) -> String { StatementNumbers.money(amount) }

  public subscript(key: String) -> Line? { lines.first { $0.key == key } }
}

extension EnrollmentType {
  var statementTitle: String {
    switch self {
    case .esrd: "ESRD"
    case .disabled: "Disabled"
    case .agedDual: "Aged, dual"
    case .agedNonDual: "Aged, non-dual"
    }
  }
}

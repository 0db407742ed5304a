import Foundation
import Regulation
import Scenarios

/// The text of a drafted scenario, written line by line; each figure is listed under
/// `provenance` as it is written.
struct DraftText {
  private var lines: [String] = []
  private var real: [String] = []
  private var assumed: [String] = []

  var yaml: String { lines.joined(separator: "\n") + "\n" }

  mutating func write(
    _ row: PublicUseRow, _ file: PublicUseFile, _ agreement: DraftAgreement,
    _ population: DraftPopulation, _ quality: DraftQuality
  ) {
    let source = Self.source(row, file)
    writeHead(row, source)
    write(agreement)
    write(population, measuredIn: file.performanceYear)
    section("finances")
    figure(
      "finances.programCost", Self.number(Self.programCost(population)), real: false,
      "$100 a beneficiary a year")
    write(quality, source)
    writeProvenance(source, population, agreement)
  }

  /// Judgement: $100 for each assigned beneficiary a year.
  private static func programCost(_ population: DraftPopulation) -> Double {
    Double(population.assignedBeneficiaries) * 100
  }

  private static func source(_ row: PublicUseRow, _ file: PublicUseFile) -> String {
    "CMS Performance Year Financial and Quality Results, performance year "
      + "\(file.performanceYear) (\(file.name)), ACO \(row.id)"
  }

  private mutating func writeHead(_ row: PublicUseRow, _ source: String) {
    lines += [
      "# Drafted from CMS's published results. A figure marked \"real\" is as CMS printed it; one",
      "# marked \"assumed\" stands in for what the public file does not hold: put your own there.",
      "# Keys left out take the published defaults, which every report lists with their sources.",
      "format: 1",
    ]
    figure(
      "title", Self.quoted(String((row.name.isEmpty ? row.id : row.name).prefix(200))), real: true)
    figure("aco", Self.quoted(row.id), real: true)
  }

  private mutating func write(_ agreement: DraftAgreement) {
    section("agreement")
    func path(_ key: String) -> String { "agreement.\(key)" }
    figure(path("start"), agreement.start.description, real: false)
    figure(path("number"), String(agreement.number), real: false, agreement.numberNote)
    figure(
      path("experienced"), String(agreement.formerlyTwoSided), real: false, "as formerlyTwoSided")
    figure(
      path("formerlyTwoSided"), String(agreement.formerlyTwoSided), real: false,
      agreement.twoSidedNote)
    figure(
      path("glidePathAgreements"), String(agreement.glidePathAgreements), real: false,
      agreement.glidePathNote)
    figure(path("assignment"), agreement.assignment, real: agreement.assignmentIsReal)
    figure(path("minimumRateChoice"), "0.01", real: false, "elected for two-sided years")
    figure(
      path("participantRevenue"), Self.number(agreement.participantRevenue), real: false,
      agreement.revenueNote)
  }

  private mutating func write(_ population: DraftPopulation, measuredIn year: PerformanceYear) {
    section("population")
    figure("population.measuredIn", year.description, real: true)
    figure(
      "population.assignedBeneficiaries", Self.number(Double(population.assignedBeneficiaries)),
      real: true)
    figure(
      "population.growthToBenchmark", "0.05", real: false, "a year, to the year before the start")
    for type in EnrollmentType.allCases {
      let path = "population.\(type.rawValue)"
      lines.append("  \(type.rawValue):")
      let stratum = population.strata[type]
      figure("\(path).personYears", stratum.personYears)
      figure("\(path).expenditure", stratum.expenditure)
      figure("\(path).historicalBenchmark", stratum.historicalBenchmark)
      figure("\(path).riskScore", stratum.riskScore)
    }
  }

  private mutating func write(_ quality: DraftQuality, _ source: String) {
    guard let mean = quality.mean else { return }
    section("assumptions")
    lines.append("  quality:")
    figure("assumptions.quality.mean", Self.number(mean), real: true, "carried forward")
    lines.append("    source: \(Self.quoted(source))")
  }

  private mutating func writeProvenance(
    _ source: String, _ population: DraftPopulation, _ agreement: DraftAgreement
  ) {
    let rate = Self.number((population.savingsRate * 10_000).rounded() / 100)
    let basis =
      "Drafted, to be replaced by the ACO's own figures. historicalBenchmark: expenditure × (1 + "
      + "0.48 × s/(1 − s)), s the year's savings rate (\(rate) percent"
      + "\(population.savingsRateIsReal ? "" : ", not printed"));"
      + " 0.48 is assumed for the part of a savings rate that survives a rebasing\(Self.seenToSurvive). "
      + "participantRevenue: \(agreement.revenueNote) (CMS public-use files and "
      + "judgement). Withheld figures: the national mix of performance year 2022. The rest: "
      + "judgement."
    section("provenance")
    writeKeys("real", real, source)
    writeKeys("assumed", assumed, basis)
  }

  /// What the shipped calibration finds.
  private static var seenToSurvive: String {
    let calibration = ShippedCalibration.current
    guard let slope = calibration["savingsRate.slope.across"],
      let first = calibration.years.first, let last = calibration.years.last
    else { return "" }
    return String(
      format: " (CMS public-use files %d–%d: %.3f ± %.3f)", first, last, slope.value,
      slope.standardError)
  }

  private mutating func writeKeys(_ status: String, _ keys: [String], _ source: String) {
    lines += ["  \(status):", "    source: \(Self.quoted(source))", "    keys:"]
    lines += keys.map { "      - \($0)" }
  }

  private mutating func section(_ name: String) { lines += ["", "\(name):"] }

  private mutating func figure(_ path: String, _ figure: DraftFigure) {
    self.figure(path, Self.number(figure.value), real: figure.isReal, figure.note)
  }

  private mutating func figure(
    _ path: String, _ value: String, real isReal: Bool, _ note: String = ""
  ) {
    let parts = path.split(separator: ".")
    let indent = String(repeating: "  ", count: parts.count - 1)
    let key = indent + (parts.last ?? "") + ": " + value
    let column = max(40, key.count + 2)
    let word = isReal ? "real" : "assumed"
    let padding = String(repeating: " ", count: column - key.count)
    lines.append(key + padding + "# " + word + (note.isEmpty ? "" : ": " + note))
    if isReal { real.append(path) } else { assumed.append(path) }
  }

  /// A number as YAML, thousands parted by underscores: `13_157`, `0.782`.
  static func number(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    let whole = rounded.rounded(.towardZero)
    var digits = String(Int64(whole.magnitude))
    var grouped = ""
    while digits.count > 3 {
      grouped = "_" + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    let millionths = Int64(((rounded - whole).magnitude * 1e6).rounded())
    var fraction = String(String(1_000_000 + millionths).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (value < 0 ? "-" : "") + digits + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Any text as one double-quoted YAML scalar on one line.
  static func quoted(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where isUnprintable(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  /// What YAML does not allow bare, and what would turn or hide the text beside it.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }
}

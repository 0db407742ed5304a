import Foundation

extension Calibration {
  /// What every calibration file begins with.
  public static let firstLine = "# Constants of the chance model, fitted by glidepath calibrate."

  /// The calibration as a file: the same bytes from the same inputs.
  public var yaml: String {
    var lines = [
      Self.firstLine,
      "# Savings rates are in points (hundredths); 1.5 points squared is 0.00015 as a fraction.",
      "format: 1",
      "years: [\(years.map(String.init).joined(separator: ", "))]",
      inputs.isEmpty ? "inputs: []" : "inputs:",
    ]
    for input in inputs {
      lines.append(
        "  - {file: \(Self.quoted(input.file)), years: [\(Self.list(input.years))], "
          + "rows: \(input.rows), sha256: \(Self.quoted(input.digest))}")
    }
    let told = constants.filter { $0.estimate != nil }
    lines.append(told.isEmpty ? "constants: {}" : "constants:")
    for constant in told { lines += Self.lines(constant) }
    lines.append(correlations.isEmpty ? "errorCorrelations: []" : "errorCorrelations:")
    for pair in correlations {
      lines.append(
        "  - {of: [\(pair.first), \(pair.second)], correlation: \(Self.number(pair.value))}")
    }
    let others = constants.filter { $0.estimate == nil }
    lines.append(others.isEmpty ? "notEstimable: {}" : "notEstimable:")
    for constant in others {
      lines.append("  \(constant.name): \(Self.quoted(constant.whyNot ?? ""))")
    }
    lines.append(notes.isEmpty ? "notes: []" : "notes:")
    for note in notes { lines.append("  - \(Self.quoted(note))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ constant: Constant) -> [String] {
    guard let estimate = constant.estimate else { return [] }
    let sample = constant.sample
    return [
      "  \(constant.name):",
      "    value: \(number(estimate.value))",
      "    standardError: \(number(estimate.standardError))",
      "    unit: \(quoted(constant.unit))",
      "    estimator: \(quoted(constant.estimator))",
      "    sample: {acos: \(sample.acos), observations: \(sample.observations), "
        + "years: [\(list(sample.years))]}",
    ]
  }

  /// Six significant digits: more than any error here leaves, and fewer than machines differ in.
  public static func number(_ value: Double) -> String { String(format: "%.6g", value) }

  private static func list(_ years: [Int]) -> String {
    years.map(String.init).joined(separator: ", ")
  }

  /// A double-quoted YAML scalar on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

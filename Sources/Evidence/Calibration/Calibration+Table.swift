import Foundation

extension Calibration {
  /// What a terminal shows: each constant with its error and sample, then what could not be told.
  public var table: String {
    let told = constants.filter { $0.estimate != nil }
    let width = told.map(\.name.count).max() ?? 8
    let files = inputs.map(\.file).joined(separator: ", ")
    var lines = ["Performance years \(years.map(String.init).joined(separator: ", ")); \(files)"]
    lines.append(
      Self.padded("constant", width) + Self.led("value", 12) + Self.led("± se", 12)
        + Self.led("ACOs", 7) + Self.led("obs.", 7) + "  unit")
    lines += told.map { Self.row($0, width) }
    for constant in constants where constant.estimate == nil {
      lines.append("not estimable: \(constant.name): \(constant.whyNot ?? "")")
    }
    return (lines + notes).map { $0 + "\n" }.joined()
  }

  private static func row(_ constant: Constant, _ width: Int) -> String {
    guard let estimate = constant.estimate else { return "" }
    return padded(constant.name, width) + led(String(format: "%.4g", estimate.value), 12)
      + led(String(format: "%.2g", estimate.standardError), 12)
      + led(String(constant.sample.acos), 7) + led(String(constant.sample.observations), 7)
      + "  " + constant.unit
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func led(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

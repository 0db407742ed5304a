/// A key of the scenario file, taken apart for print.
struct AssumptionPath {
  /// `retention`, `population`, `finances`.
  var group: String
  /// `standard deviation`, `esrd`; empty where the group is the figure.
  var figure: String
  /// `esrd` of a standard deviation, `risk score` of an enrollment type.
  var part: String?

  /// - Parameters:
  ///   - measures: Names of the quality measures, by which they are told.
  ///   - programs: Titles of the programs, likewise.
  init(_ key: String, measures: [String], programs: [String] = []) {
    let path = key.split(separator: ".").map(String.init)
    let depth = path.first == "assumptions" ? 2 : 1
    let shown = path.prefix(depth).drop { $0 == "assumptions" }.joined(separator: ".")
    group = Names.clamped(shown, to: 60)
    figure = path.count > depth ? Board.words(path[depth]) : ""
    part = path.count > depth + 1 ? Board.words(path[(depth + 1)...].joined(separator: " ")) : nil
    if key.hasPrefix("assumptions.quality.measures."), path.count == 5, let place = Int(path[3]),
      measures.indices.contains(place - 1)
    {
      figure = Names.clamped(measures[place - 1], to: 60)
      part = Board.words(path[4])
    }
    if path.first == "programs", path.count > 2, let place = Int(path[1]),
      programs.indices.contains(place - 1)
    {
      group = "programs: \(Names.clamped(programs[place - 1], to: 50))"
      figure = Board.words(path[2])
      part = path.count > 3 ? Board.words(path[3...].joined(separator: " ")) : nil
    }
  }

  func told(_ value: String) -> String {
    guard !figure.isEmpty else { return value }
    return part.map { "\(figure): \($0) \(value)" } ?? "\(figure) \(value)"
  }
}

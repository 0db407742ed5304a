import Projection
import Scenarios

/// What the options come to.
extension StoredTable {
  static func options(_ comparison: Comparison) -> StoredTable {
    let all = comparison.outlooks.map(\.requested).enumerated().map { (place: $0, asked: $1) }
    return StoredTable(
      "options", "The participation options settled, in the scenario's order.",
      source: "scenario: agreement.options; 42 CFR 425.600", of: all,
      [
        StoredField.whole("place", "", "0 for the first.") { $0.place },
        StoredField.text("option", "Key of the option.") { $0.asked.option.name },
        StoredField.text("title", "The option as reports print it.") { $0.asked.option.title },
        StoredField.text("tracks", "Track of each performance year, in order.") {
          $0.asked.option.years.map(\.key).joined(separator: " ")
        },
        StoredField.text("whatIf", "Why it cannot be signed; empty where it can.") {
          $0.asked.whatIf
        },
      ])
  }

  /// The rows and figures of `outcomes.csv`, which rounds means and errors to the cent.
  static func outcomes(_ comparison: Comparison) -> StoredTable {
    let texts = OutcomesCSV.textColumns
    let fields = OutcomesCSV.header.enumerated().map { place, name -> StoredField<[String]> in
      let note = OutcomesCSV.note(on: name)
      let isText = texts.contains(name)
      return StoredField<[String]>(
        column: .init(name, isText ? .text : .real, note.unit, note.meaning)
      ) { (cells: [String]) -> StoredValue in
        guard !isText else { return .text(cells[place]) }
        return Double(cells[place]).map { StoredValue($0) } ?? .empty
      }
    }
    return StoredTable(
      "outcomes",
      "A row an option and performance year, one for the five payments added (total) and one for "
        + "the five-year net (net).",
      source: "simulation, as outcomes.csv: positive from CMS, negative to CMS",
      of: OutcomesCSV.rows(comparison), [fields])
  }

  static func differences(_ comparison: Comparison) -> StoredTable {
    typealias Pair = (option: String, other: String, difference: PairedDifference)
    let names = comparison.outlooks.map(\.option.name)
    let pairs = names.indices.flatMap { row in
      names.indices.filter { $0 != row }.map { column -> Pair in
        (names[row], names[column], comparison.differences[row][column])
      }
    }
    return StoredTable(
      "differences", "Every ordered pair of options: five-year net of the one less the other's.",
      source: "simulation, trial by trial on the same histories", of: pairs,
      [
        StoredField.text("option", "Key of the one.") { $0.option },
        StoredField.text("other", "Key of the other.") { $0.other },
        StoredField.estimate("mean", "dollars", "Mean of the difference.") { $0.difference.mean },
        StoredField.chance("chanceOfMore", "Chance that the one ends with strictly more.") {
          $0.difference.chanceOfMore
        },
        StoredField.chance("chanceOfLess", "Chance that the one ends with strictly less.") {
          $0.difference.chanceOfLess
        },
      ])
  }
}

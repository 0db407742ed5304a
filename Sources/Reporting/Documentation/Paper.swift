import Evidence
import Projection
import Regulation

/// The actuarial file of one run: what it is for, what it rests on, how it was made and how far it
/// can be trusted; before any file format is chosen.
///
/// Its sections are keyed to the Actuarial Standards of Practice whose matter they hold. Whether a
/// standard is met is for the responsible person to say, and the file never says it.
struct Paper: Hashable, Sendable {
  var title: String
  var isFinal: Bool
  /// Warnings that every page of the deck carries.
  var banners: [String]
  var sections: [Section]
  /// Trials, seed and digests.
  var footer: String

  struct Section: Hashable, Sendable {
    var title: String
    /// Numbers of the standards whose matter it holds.
    var standards: [Int]
    var blocks: [Block]

    /// `Data and their review (ASOP 23, 56)`.
    var heading: String {
      let keys = standards.sorted().map(String.init).joined(separator: ", ")
      return keys.isEmpty ? title : "\(title) (ASOP \(keys))"
    }
  }

  enum Block: Hashable, Sendable {
    case heading(String)
    case text(String)
    case list([String])
    case table(Table)
    /// Left for a pen.
    case blank(String)
  }

  static let draft = "DRAFT"

  /// Throws where a record that ships with the program cannot be read.
  init(_ report: Report) throws {
    let author = try PaperAuthor(report)
    let deck = report.deck
    title = "Actuarial file: \(deck.title)"
    isFinal = report.isFinal
    banners = deck.banners
    footer = deck.footer
    sections = author.sections
  }
}

/// Writes the sections of an actuarial file from one run.
struct PaperAuthor {
  let report: Report
  let board: Board
  let rules: RulesRelied?
  let settlements: SettlementRecord

  init(_ report: Report) throws {
    self.report = report
    board = Board(
      comparison: report.comparison, stresses: report.stresses, trackRecord: report.trackRecord,
      readings: report.readings)
    rules = RulesRelied(report.comparison)
    settlements = try .shipped()
  }

  var comparison: Comparison { report.comparison }

  var sections: [Paper.Section] {
    [
      purpose, findings, law, choices, data, methods, validation, errors, sensitivity, limits,
      reproduction, changes, signOff,
    ]
  }
}

extension DeckPage {
  /// The page's sentences and tables; of a chart, what it shows and where it is drawn.
  var blocks: [Paper.Block] {
    let place = parts > 1 ? ", \(part) of \(parts)" : ""
    return [.heading("\(topic)\(place)"), .text(headline.sentence)]
      + exhibits.map { exhibit in
        switch exhibit {
        case .keyFigures(let figures):
          .list(figures.map { "\($0.label): \($0.value) (\($0.note))" })
        case .chart(let chart):
          .text("Drawn on page \(number) of the deck: \(chart.label.withoutPeriod).")
        case .table(let table): .table(table)
        case .remarks(_, let findings): .list(findings.map(\.sentence))
        }
      } + [.text("How to read. \(howToRead)")]
  }
}

extension String {
  /// A label that may be a sentence, as a part of one.
  fileprivate var withoutPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}

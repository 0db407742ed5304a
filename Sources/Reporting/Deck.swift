import Projection
import Scenarios

import struct Evidence.TrackRecord

/// The board's pages in the board's order, before any file format is chosen.
///
/// Every headline is generated from the figures of its own page, and says no more than their
/// Monte Carlo error allows.
public struct Deck: Hashable, Sendable {
  /// The organisation, at most 90 characters.
  public var title: String
  public var question: String?
  public var banners: [String]
  public var pages: [DeckPage]
  /// The same on every page.
  public var footer: String
  /// How it is to look.
  public var look: Presentation

  /// - Parameters:
  ///   - stresses: comparisons on the same draws; the stress page is left out where there are none.
  ///   - trackRecord: how past forecasts held; its pages are left out where there is none.
  ///   - readings: other readings of unverified rules on the same draws.
  ///   - engineVersion: printed in the manifest.
  public init(
    _ comparison: Comparison, stresses: [StressedComparison], trackRecord: TrackRecord? = nil,
    readings: [StressedComparison] = [], engineVersion: String
  ) {
    let scenario = comparison.scenario
    look = scenario.presentation
    let board = Board(
      comparison: comparison, stresses: stresses, trackRecord: trackRecord, readings: readings)
    title = Names.clamped(look.organisation ?? scenario.title, to: 90)
    question = scenario.question.map { Names.clamped($0, to: 200) }
    banners = Banner.texts(for: scenario.editions)
    footer = board.runLine
    let all =
      board.decisionPages + board.optionPages + board.pathPages + board.yearPages
      + board.fanPages + board.distributionPages + board.downsidePages + board.monitoringPages
      + board.leavingPages
      + board.tradeOffPages + board.pathTradeOffPages + board.breakEvenPages + board.programPages
      + board.minimumRatePages
      + board.luckPages + board.inputPages + board.stressPages + board.reversePages
      + board.cashPages + board.partyPages + board.watchPages + board.trackRecordPages
      + board.assumptionPages
      + board.recordPages
      + board.benchmarkPages
      + [board.history, board.limits] + board.stoppingPages + board.responsibilityPages
      + [board.manifest(engineVersion: engineVersion)]
    pages = DeckPage.distinct(all).filter { scenario.presentation.shows($0.number) }
  }
}

/// One sheet of the deck.
public struct DeckPage: Hashable, Sendable {
  /// The place in the board's list; sheets of one page share it.
  public var number: Int
  /// 2 of 3, where one page takes several sheets.
  public var part, parts: Int
  public var topic: String
  public var headline: Finding
  public var exhibits: [Exhibit]
  /// One line.
  public var howToRead: String

  public init(
    number: Int, part: Int = 1, parts: Int = 1, topic: String, headline: Finding,
    exhibits: [Exhibit], howToRead: String
  ) {
    self.number = number
    self.part = part
    self.parts = parts
    self.topic = topic
    self.headline = headline
    self.exhibits = exhibits
    self.howToRead = howToRead
  }
}

/// What a page shows under its headline.
public enum Exhibit: Hashable, Sendable {
  case keyFigures([KeyFigure])
  case chart(Chart)
  case table(Table)
  case remarks(title: String, [Finding])
}

/// One number large enough to read across a table.
public struct KeyFigure: Hashable, Sendable {
  public var label, value, note: String
  public init(label: String, value: String, note: String) {
    self.label = label
    self.value = value
    self.note = note
  }
}

/// Rows of text under named columns.
public struct Table: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Stands right, decimals under each other.
      case number
      /// Stands left and may take several lines.
      case text
      /// Stands left on one line.
      case word
    }
    public var title: String
    public var kind: Kind
    public init(_ title: String, _ kind: Kind = .number) {
      self.title = title
      self.kind = kind
    }
  }
  public struct Row: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case plain, leading, whatIf
      /// One cell across all columns, naming the rows below.
      case group
    }
    public var kind: Kind
    public var cells: [String]
    public init(_ kind: Kind = .plain, _ cells: [String]) {
      self.kind = kind
      self.cells = cells
    }
  }
  public var caption: String
  public var columns: [Column]
  public var rows: [Row]
  public init(caption: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// The warning every page carries while an edition is laid over the regulation.
enum Banner {
  static func texts(for editions: [String]) -> [String] {
    editions.map { edition in
      switch edition {
      case "popularSummary":
        "NOT THE REGULATION: figures of popular summaries, so no recommendation is made"
      case "cy2027Proposed":
        "PROPOSED RULES: figures of the calendar year 2027 proposal"
      case "withoutGuardrail":
        "WHAT IF: the guardrail of 42 CFR 425.652(b)(5) is taken away, which is not the regulation"
      default:
        "RULES CHANGED: the edition \(Names.clamped(edition, to: 40)) is laid over the regulation"
      }
    }
  }

  /// Whether the rules in force are ones a board could act on.
  static func allowsRecommendation(_ editions: [String]) -> Bool {
    !editions.contains("popularSummary") && !editions.contains("withoutGuardrail")
  }
}

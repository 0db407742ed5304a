import Projection

/// One figure that leadership can see in the course of the agreement, and the level at which it
/// matters.
struct WatchedLevel {
  /// `Savings rate`, `Quality score`.
  var name: String
  /// Where it is seen: `quarterly in own claims`.
  var seen: String
  /// As projected, and the standard deviation of one year from one future to another; texts.
  var expected: String
  var spread: String
  /// `below 1.2%`.
  var level: String
  /// How far the level is from what is expected, in spreads of one year; `nil` where no spread is
  /// known.
  var distance: Double?
  /// What to do when it is reached.
  var deed: String
  /// For a headline: `at a mean savings rate of 1.2% Level E at 1% is ahead`.
  var clause: String

  /// `0.4`; a level that is where the figure stands is said to be.
  var distanceWords: String {
    distance.map { DecimalText.printed($0, places: $0 < 10 ? 1 : 0) } ?? "–"
  }

  /// Nearest first; those without a distance last, in their order.
  static func byDistance(_ levels: [WatchedLevel]) -> [WatchedLevel] {
    levels.enumerated().sorted {
      ($0.element.distance ?? .infinity, $0.offset) < ($1.element.distance ?? .infinity, $1.offset)
    }.map(\.element)
  }

  var row: Table.Row {
    Table.Row(.plain, [name, seen, expected, spread, level, distanceWords, deed])
  }
}

extension HistoryYear {
  /// Standard deviation over trials of a figure whose mean has this error.
  func spread(_ figure: Estimate, of trials: Int) -> Double {
    figure.standardError * Double(trials).squareRoot()
  }
}

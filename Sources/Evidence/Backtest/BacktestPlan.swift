import Foundation

/// Which years a folder lets be forecast, and from which.
public struct BacktestPlan: Sendable {
  public var panel: Panel
  var spans: [Span] = []
  /// What cannot be forecast, one sentence each.
  var notes: [String] = []

  struct Span: Sendable {
    var known: Int
    var targets: [ForecastTarget]
    var target: Int
  }

  /// Agreements under today's rules began with July 2019.
  static let earliestKnown = 2018

  /// Fewer ACOs than these are not scored.
  static let fewest = 30

  /// - Parameters:
  ///   - through: The last year to forecast; the panel's newest where `nil`.
  ///   - targets: How many years to forecast, ending there.
  public init(_ panel: Panel, through: Int? = nil, targets: Int = 3) {
    self.panel = panel
    let last = through ?? panel.years.last ?? 0
    self.panel = panel.limited(to: 0...last)
    for year in panel.years.filter({ $0 <= last }).suffix(targets) {
      for horizon in [2, 1] {
        let all = ForecastTarget.all(panel, from: year - horizon, horizon: horizon)
        if year - horizon < Self.earliestKnown {
          notes.append(
            "\(year) from \(year - horizon): a projection begins with performance year "
              + "\(Self.earliestKnown + 1) at the earliest, under today's rules.")
        } else if all.count >= Self.fewest {
          spans.append(Span(known: year - horizon, targets: all, target: year))
        } else {
          notes.append(
            "\(year) from \(year - horizon): \(all.count) ACOs are in both years. Allowed: "
              + "\(Self.fewest) or more.")
        }
      }
    }
  }

  /// Ids of those asked for whom no year can be forecast.
  public func absent(_ acos: Set<String>) -> [String] {
    let known = Set(spans.flatMap { $0.targets.map(\.known.id) })
    return acos.subtracting(known).sorted()
  }

  /// Forecasts to be made.
  public var count: Int { spans.reduce(0) { $0 + $1.targets.count } }

  func refuseNothing(in folder: URL) throws {
    guard spans.isEmpty else { return }
    throw PublicUseProblems(
      problems: notes.map { PublicUseProblem(file: folder.lastPathComponent, says: $0) })
  }
}

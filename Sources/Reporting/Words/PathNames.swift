import Projection
import Regulation

extension ElectedPath {
  /// `Level E`, `Glide path`, `A-A-C-D-E`, `A-C then ENHANCED`.
  var shortTitle: String {
    if let first = years.first, years.allSatisfy({ $0 == first }) { return first.title }
    if years == ParticipationOption.glidePath.years { return ParticipationOption.glidePath.title }
    guard let renewsIn else { return years.map(\.shortTitle).joined(separator: "-") }
    let before = years.prefix(renewsIn - 1).map(\.shortTitle).joined(separator: "-")
    return "\(before) then \(years[renewsIn - 1].title)"
  }

  /// `Level E at 1%`, `ENHANCED at the rate by size`, `Level A`, `Level E at 1%, leaves after 2 years
  /// of losses`.
  var title: String { titleOfStaying + (leave.map { ", leaves after \($0.conditions)" } ?? "") }

  /// The same without its exit rule.
  private var titleOfStaying: String {
    guard let minimumRate else { return shortTitle }
    switch minimumRate {
    case .elected(let rate): return "\(shortTitle) at \(rate.percent)"
    case .variable: return "\(shortTitle) at the rate by size"
    }
  }
}

extension MinimumRateChoice {
  /// `1%`, `by size`.
  var words: String {
    switch self {
    case .elected(let rate): rate.percent
    case .variable: "by size"
    }
  }
}

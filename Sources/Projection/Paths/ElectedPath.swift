import Regulation
import Scenarios

/// One path an ACO may sign, with its minimum-rate choice.
public struct ElectedPath: Hashable, Sendable {
  /// The track of each performance year; five.
  public var years: [Track]
  /// `nil` where no year is two-sided.
  public var minimumRate: MinimumRateChoice?
  /// The year, 2 through 5, with which a new agreement begins that ends the first one early.
  public var renewsIn: Int?
  /// When the ACO leaves of its own accord; `nil` where it stays.
  public var leave: ExitRule?
  /// The title of the scenario's own option that is this path; `nil` for one it does not list.
  public var listedAs: String?
  /// Whether the scenario says that the ACO is on it, or means to sign it.
  public var isPresent = false

  public init(
    years: [Track], minimumRate: MinimumRateChoice?, renewsIn: Int? = nil,
    leave: ExitRule? = nil, listedAs: String? = nil
  ) {
    self.years = years
    self.minimumRate = minimumRate
    self.renewsIn = renewsIn
    self.leave = leave
    self.listedAs = listedAs
  }

  /// An option of the scenario, not told as listed.
  init(_ option: ParticipationOption, choosing rate: MinimumRateChoice) {
    self.init(
      years: option.years, minimumRate: rate, renewsIn: option.renewsIn, leave: option.leave)
  }

  /// Whether the five years are one agreement held to its end.
  public var isElection: Bool { renewsIn == nil && leave == nil }

  public var election: Election { Election(years: years, minimumRate: minimumRate) }
}

extension [ElectedPath] {
  /// The path that holds one track for five years and is not left, with this minimum rate if it can be
  /// had.
  func place(ofHolding track: Track, choosing rate: MinimumRateChoice) -> Int? {
    let places = indices.filter { self[$0].isElection && self[$0].years.allSatisfy { $0 == track } }
    return places.first { self[$0].minimumRate == rate } ?? places.first
  }
}

extension Agreement {
  /// Every election open to the ACO; then the early renewals and the options with an exit rule that
  /// the scenario lists and the ACO may sign.
  func electedPaths() throws -> [ElectedPath] {
    let facts = scenario.agreement
    var paths = try rules.elections(of: try scenario.applicant(under: rules)).map {
      ElectedPath(years: $0.years, minimumRate: $0.minimumRate)
    }
    for requested in facts.options where requested.whatIf == nil {
      let option = requested.option
      let place = paths.firstIndex {
        $0.years == option.years && $0.renewsIn == option.renewsIn && $0.leave == option.leave
          && ($0.minimumRate == nil || $0.minimumRate == facts.minimumRateChoice)
      }
      let listed = place ?? paths.count
      if place == nil {
        guard option.renewsIn != nil || option.leave != nil else { continue }
        paths.append(ElectedPath(option, choosing: facts.minimumRateChoice))
      }
      paths[listed].listedAs = paths[listed].listedAs ?? option.title
      if option.name == facts.presentOption { paths[listed].isPresent = true }
    }
    return paths
  }
}

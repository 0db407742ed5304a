/// A level of the BASIC track, 42 CFR 425.605(d)(1).
public enum Level: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  case a, b, c, d, e

  /// The level that follows by automatic advancement; Level E follows itself.
  public var next: Level {
    switch self {
    case .a: .b
    case .b: .c
    case .c: .d
    case .d, .e: .e
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What an ACO is settled under in one performance year.
public enum Track: Hashable, Sendable {
  case basic(Level)
  case enhanced
  /// Only in the past: no scenario can choose it.
  case legacy(LegacyTrack)
}

/// A track of the years before today's, 42 CFR 425.604 through 425.610 as then in force; the last
/// agreements under one ended with 2021.
public enum LegacyTrack: String, CaseIterable, Hashable, Sendable {
  case track1, track1Plus, track2, track3

  /// `Track 1` … `Track 3`: as reports print it.
  public var title: String {
    switch self {
    case .track1: "Track 1"
    case .track1Plus: "Track 1+"
    case .track2: "Track 2"
    case .track3: "Track 3"
    }
  }
}

extension Track: CaseIterable {
  /// Those that may be signed today.
  public static let allCases: [Track] = Level.allCases.map(Track.basic) + [.enhanced]

  /// `levelA` … `levelE`, `enhanced`: the word in scenario files, case files and rule files;
  /// `track1` … `track3` in what is settled from published files.
  public var key: String {
    switch self {
    case .basic(let level): "level\(level.rawValue.uppercased())"
    case .enhanced: "enhanced"
    case .legacy(let track): track.rawValue
    }
  }

  /// `Level A` … `Level E`, `ENHANCED`: as reports print it.
  public var title: String {
    switch self {
    case .basic(let level): "Level \(level.rawValue.uppercased())"
    case .enhanced: "ENHANCED"
    case .legacy(let track): track.title
    }
  }

  /// Accepts `levelA`, `A`, `a`, `enhanced` and `ENHANCED`.
  public init?(key: String) {
    let word = key.lowercased()
    guard
      let track = Self.allCases.first(where: {
        let lower = $0.key.lowercased()
        return lower == word || (lower.hasPrefix("level") && lower.dropFirst(5) == word)
      })
    else { return nil }
    self = track
  }
}

/// One way through the five performance years of an agreement.
public struct ParticipationOption: Hashable, Sendable {
  /// The key in scenario files and outputs: `levelA`, `glidePath`, `enhanced` or the author's own.
  public var name: String
  /// As reports print it.
  public var title: String
  /// The track of each performance year, first year first; five of them.
  public var years: [Track]
  /// The performance year, 2 through 5, with which a new agreement begins that ends the first one
  /// early; `nil` for one agreement throughout.
  public var renewsIn: Int?
  /// When the ACO leaves of its own accord; `nil` where it stays.
  public var leave: ExitRule?

  public init(
    name: String, title: String, years: [Track], renewsIn: Int? = nil, leave: ExitRule? = nil
  ) {
    self.name = name
    self.title = title
    self.years = years
    self.renewsIn = renewsIn
    self.leave = leave
  }

  /// One track held for all five years.
  public static func held(_ track: Track) -> Self {
    .init(name: track.key, title: track.title, years: Array(repeating: track, count: 5))
  }

  /// Level A, then one level up each year, 42 CFR 425.600(a)(4)(i).
  public static let glidePath = Self(
    name: "glidePath", title: "Glide path", years: Level.allCases.map(Track.basic))

  /// Levels A–E each held, the glide path, ENHANCED: the seven every projection settles unless a
  /// scenario names others.
  public static let standard: [Self] =
    Level.allCases.map { .held(.basic($0)) } + [.glidePath, .held(.enhanced)]
}

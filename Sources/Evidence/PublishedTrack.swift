import Regulation

/// The track a public-use file prints, those that ended before 2024 included.
public enum PublishedTrack: Hashable, Sendable, CustomStringConvertible {
  case basic(Level)
  case enhanced
  case track1, track1Plus, track2, track3

  /// Whether the ACO shared losses.
  public var isTwoSided: Bool {
    switch self {
    case .basic(let level): level >= .c
    case .track1: false
    case .enhanced, .track1Plus, .track2, .track3: true
    }
  }

  public var description: String {
    switch self {
    case .basic(let level): Track.basic(level).title
    case .enhanced: Track.enhanced.title
    case .track1: "Track 1"
    case .track1Plus: "Track 1+"
    case .track2: "Track 2"
    case .track3: "Track 3"
    }
  }

  /// Reads `A` … `E` and `EN`, as printed since performance year 2022; `nil` for anything else.
  public init?(_ text: String) {
    let word = text.trimmingPrefix { $0.isWhitespace }.uppercased()
    switch word.split(separator: " ").last.map(String.init) ?? "" {
    case "A": self = .basic(.a)
    case "B": self = .basic(.b)
    case "C": self = .basic(.c)
    case "D": self = .basic(.d)
    case "E": self = .basic(.e)
    case "EN", "ENHANCED": self = .enhanced
    default: return nil
    }
  }

  /// The tracks that files before performance year 2022 mark in a column of their own.
  static let flagged: [Self] =
    [.track1, .track1Plus, .track2, .track3, .enhanced] + Level.allCases.map(Self.basic)

  var flagNames: [String] {
    switch self {
    case .track1: ["Current_Track_1", "Track1"]
    case .track1Plus: ["Current_Track_1_Plus"]
    case .track2: ["Current_Track_2", "Track2"]
    case .track3: ["Current_Track_3"]
    case .enhanced: ["Current_ENHANCED"]
    case .basic(let level): ["Current_BASIC_\(level.rawValue.uppercased())"]
    }
  }

  /// The track as the rules know it.
  public var inLaw: Track {
    switch self {
    case .basic(let level): .basic(level)
    case .enhanced: .enhanced
    case .track1: .legacy(.track1)
    case .track1Plus: .legacy(.track1Plus)
    case .track2: .legacy(.track2)
    case .track3: .legacy(.track3)
    }
  }
}

import Regulation

/// What targets are scored by: all of them, the size and the agreement known when the forecast was
/// made, and the track of the year forecast.
public enum ForecastGroup: Hashable, Sendable {
  case all
  /// By the last size known, since the size to come is not.
  case size(SizeBand)
  /// Whether a new benchmark began between the last year known and the year forecast.
  case sameAgreement, newAgreement
  case track(TrackGroup)

  func contains(_ score: ScoredForecast) -> Bool {
    switch self {
    case .all: true
    case .size(let band): band.contains(score.assignedBeneficiaries)
    case .sameAgreement: !score.isRebased
    case .newAgreement: score.isRebased
    case .track(let group): score.track.map { TrackGroup($0) == group } ?? false
    }
  }
}

extension ForecastGroup: CaseIterable {
  public static let allCases: [ForecastGroup] =
    [.all, .newAgreement, .sameAgreement] + SizeBand.allCases.map(Self.size)
    + TrackGroup.allCases.map(Self.track)
}

/// Tracks alike in what an ACO may owe, in every year's files.
public enum TrackGroup: String, CaseIterable, Hashable, Sendable {
  /// BASIC Levels A and B, Track 1.
  case oneSided
  /// BASIC Levels C, D and E, Track 1+.
  case twoSided
  /// ENHANCED, Tracks 2 and 3.
  case highestRisk

  public init(_ track: PublishedTrack) {
    switch track {
    case .enhanced, .track2, .track3: self = .highestRisk
    default: self = track.isTwoSided ? .twoSided : .oneSided
    }
  }

  /// Of a track that may be signed today.
  public init(_ track: Track) {
    switch track {
    case .basic(let level): self.init(PublishedTrack.basic(level))
    case .enhanced: self = .highestRisk
    case .legacy(let track):
      self = track == .track1 ? .oneSided : track == .track1Plus ? .twoSided : .highestRisk
    }
  }
}

extension ForecastGroup: CustomStringConvertible, Codable {
  /// `all`, `newAgreement`, `10000to15000`, `oneSided`: as files name it.
  public var description: String {
    switch self {
    case .all: "all"
    case .size(let band): band.description
    case .sameAgreement: "sameAgreement"
    case .newAgreement: "newAgreement"
    case .track(let group): group.rawValue
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let group = Self.allCases.first(where: { $0.description == name }) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(name) is no group of forecasts.")
    }
    self = group
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

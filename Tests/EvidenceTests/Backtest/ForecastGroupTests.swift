import Regulation
import Testing

@testable import Evidence

/// What forecasts are scored by.
@Suite struct ForecastGroupTests {
  private func score(
    size: Double, later: Double = 1_000_000, track: PublishedTrack?, isNew: Bool = false
  ) -> ScoredForecast {
    let day = Day(year: 2030, month: 1, day: 1)
    let known = ACOYear(
      id: "A", year: 2030, agreementStart: isNew ? nil : day, assignedBeneficiaries: size,
      savingsRate: 0)
    let came = ACOYear(
      id: "A", year: 2031, agreementStart: day, track: track, assignedBeneficiaries: later,
      savingsRate: 0)
    return ScoredForecast(
      .normal(mean: 0, standardDeviation: 1), of: ForecastTarget(known: known, later: came))
  }

  static let tracks: [(PublishedTrack, String)] = [
    (.basic(.a), "oneSided"), (.basic(.b), "oneSided"), (.track1, "oneSided"),
    (.basic(.c), "twoSided"), (.basic(.e), "twoSided"), (.track1Plus, "twoSided"),
    (.enhanced, "highestRisk"), (.track2, "highestRisk"), (.track3, "highestRisk"),
  ]

  @Test(arguments: tracks)
  func `every track has its group, as published and in law`(_ track: PublishedTrack, _ name: String)
  {
    #expect(TrackGroup(track).rawValue == name)
    #expect(TrackGroup(track.inLaw).rawValue == name)
  }

  @Test func `the size known beforehand decides the band, not the one that came`() {
    let names = ForecastGroup.allCases.filter {
      $0.contains(score(size: 9_999, track: .enhanced, isNew: true))
    }
    #expect(names.map(\.description) == ["all", "newAgreement", "7500to10000", "highestRisk"])
  }

  @Test func `a row without a track is in no track's group`() {
    let names = ForecastGroup.allCases.filter { $0.contains(score(size: 60_000, track: nil)) }
    #expect(names.map(\.description) == ["all", "sameAgreement", "over50000"])
  }
}

import Projection
import Regulation
import Scenarios

@testable import Reporting

/// Comparisons of every shape a report must survive.
enum SampleDecks {
  static let hostile =
    "<script>alert(1)</script> & \"quotes\" 'n' ]]> 🏥👩‍⚕️ שלום \u{202E}evil "
    + String(repeating: "W", count: 10_000)

  static var all: [(name: String, sample: SampleComparison)] {
    [
      ("seven", SampleComparison(trials: 4_000)), ("three", three), ("twelve", twelve),
      ("hostile", hostileNames),
      ("harmless", SampleComparison(trials: 2_000, waivesLosses: true)),
      ("ruinous", SampleComparison(trials: 2_000, savings: -0.06, benchmark: 9e9)),
      ("tied", SampleComparison(trials: 200, options: tiedOptions)),
      ("popular", SampleComparison(trials: 2_000, editions: ["popularSummary", "cy2027Proposed"])),
      ("whatIfs", SampleComparison(trials: 2_000, options: whatIfsOnly)),
      ("one", SampleComparison(trials: 2_000, options: [signed(.held(.enhanced))])),
    ]
  }

  /// Made once for all tests: each needs six comparisons.
  static let comparisons = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.sample.make()) })
  static let decks = Dictionary(
    uniqueKeysWithValues: all.map { name, sample in
      (
        name,
        Deck(
          comparisons[name] ?? sample.make(), stresses: SampleStresses.make(sample),
          engineVersion: "1.2.3")
      )
    })

  static let three = SampleComparison(
    trials: 2_000,
    options: [signed(.glidePath), signed(.held(.basic(.e))), signed(.held(.enhanced))])

  static let twelve = SampleComparison(
    trials: 2_000,
    options: SampleScenario.standardOptions
      + (1...5).map { wait in
        let early = Array(repeating: Track.basic(.a), count: wait - 1)
        return signed(
          ParticipationOption(
            name: "wait\(wait)", title: "Wait \(wait - 1) years, then Level E",
            years: early + Array(repeating: .basic(.e), count: 6 - wait)))
      })

  static let hostileNames = SampleComparison(
    trials: 2_000,
    options: [
      signed(
        ParticipationOption(name: "x", title: hostile, years: ParticipationOption.glidePath.years)),
      signed(
        ParticipationOption(
          name: "=1+1", title: "=HYPERLINK(\"x\")", years: SampleScenario.fives(.basic(.e)))),
      RequestedOption(
        option: ParticipationOption(
          name: "y", title: "مرحبا بالعالم", years: SampleScenario.fives(.enhanced)),
        whatIf: hostile),
    ], title: hostile)

  static let tiedOptions = [
    signed(.glidePath), signed(.held(.basic(.a))),
    signed(
      ParticipationOption(
        name: "climb", title: "Climb the levels", years: ParticipationOption.glidePath.years)),
  ]

  static let whatIfsOnly = SampleScenario.standardOptions.map {
    RequestedOption(option: $0.option, whatIf: "The ACO is experienced (42 CFR 425.600(g)(2)).")
  }

  static func signed(_ option: ParticipationOption) -> RequestedOption {
    RequestedOption(option: option, whatIf: nil)
  }
}

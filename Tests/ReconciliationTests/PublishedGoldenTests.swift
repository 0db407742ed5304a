import Reconciliation
import Regulation
import Testing

/// A row of CMS's published results, distilled: its facts, what the law makes of them, and what
/// CMS paid or was owed before relief.
struct PublishedGolden: Sendable, CustomTestStringConvertible {
  var name: String
  var year: PerformanceYearResult
  var terms: TrackTerms
  var expected: [(key: String, text: String)]
  var beforeRelief: Double
  var needsRevenue: Bool

  var testDescription: String { name }

  static let files = ["one-sided", "two-sided", "losses", "legacy"]

  static func all() throws -> [Self] {
    try files.flatMap { file in
      try goldenNodes("published/\(file)").map { try Self(GoldenFields($0, path: file)) }
    }
  }

  private init(_ source: GoldenFields) throws {
    var source = source
    name = try source.word("name")
    source.path += ": \(name)"
    #expect(try source.word("cites").hasPrefix("42 CFR 425."))
    terms = try Self.terms(try source.mapping("terms"))
    year = try Self.year(try source.mapping("year"))
    var settlement = try source.mapping("settlement")
    expected = try settlement.rest()
    var published = try source.mapping("published")
    beforeRelief = try published.required("beforeRelief")
    needsRevenue = try published.text("needsParticipantRevenue") == "true"
    try published.finish()
    try source.finish()
  }

  private static func terms(_ source: GoldenFields) throws -> TrackTerms {
    var source = source
    let word = try source.word("track")
    let track = try #require(Track(key: word) ?? LegacyTrack(rawValue: word).map(Track.legacy))
    let year = PerformanceYear(Int(try source.required("performanceYear")))
    let start = try #require(Day(try source.word("agreementStart")))
    let choice = try source.word("minimumRateChoice")
    try source.finish()
    // Agreements of 2012 had a first performance year that ran through 2013.
    let agreement = AgreementPeriod(firstDay: max(start, Day(year: 2013, month: 1, day: 1)))
    return try Rulebook.current().terms(
      for: track, in: year, of: agreement,
      choosing: Double(choice).map { .elected(Rate($0)) } ?? .variable)
  }

  private static func year(_ source: GoldenFields) throws -> PerformanceYearResult {
    var source = source
    var quality = try source.mapping("quality")
    let standing = try #require(QualityResult.Standing(rawValue: try quality.word("standing")))
    let score = Rate(try quality.required("score"))
    try quality.finish()
    let benchmark = Dollars(try source.required("benchmark"))
    let result = PerformanceYearResult(
      assignedBeneficiaries: Int(try source.required("assignedBeneficiaries")),
      benchmark: benchmark, expenditure: benchmark - Dollars(try source.required("savings")),
      participantRevenue: nil, isLowRevenue: try source.text("lowRevenue") == "true",
      quality: QualityResult(standing: standing, score: score))
    try source.finish()
    return result
  }
}

/// The law's figures for one outcome, under the keys the published cases use.
private func figures(_ settlement: Settlement) -> [String: SettledFigure] {
  var figures: [String: SettledFigure] = [
    "minimumSavingsRate": .rate(settlement.minimumSavingsRate)
  ]
  switch settlement.outcome {
  case .noShare(let reason):
    figures["outcome"] = .word("noShare")
    figures["reason"] = .word(reason.rawValue)
  case .sharedSavings(let savings):
    figures["outcome"] = .word("sharedSavings")
    figures["finalSharingRate"] = .rate(savings.finalSharingRate)
    figures["limited"] = .word(String(savings.isLimited))
  case .sharedLosses(let losses):
    figures["outcome"] = .word("sharedLosses")
    figures["sharedLossRate"] = .rate(losses.sharedLossRate)
    figures["limited"] = .word(String(losses.isLimited))
  }
  return figures
}

@Suite struct PublishedGoldenTests {
  @Test(arguments: try PublishedGolden.all())
  func `a published row settles as CMS settled it`(_ golden: PublishedGolden) throws {
    let settlement = golden.year.settlement(under: golden.terms)
    let found = figures(settlement)
    for (key, text) in golden.expected {
      let figure = try #require(found[key], "\(golden.name): \(key)")
      #expect(figure.agrees(with: text), "\(golden.name): \(key) is \(figure), worked as \(text)")
    }
    let dollars = settlement.amount.amount.rounded(.toNearestOrAwayFromZero)
    if golden.needsRevenue {
      #expect(dollars < golden.beforeRelief - 1, "\(golden.name): the revenue leg would bind")
    } else {
      #expect(abs(dollars - golden.beforeRelief) <= 1, "\(golden.name): \(dollars)")
    }
  }

  @Test func `the published cases hold every track, every reason and both sides of each test`()
    throws
  {
    let all = try PublishedGolden.all()
    #expect(all.count >= 40)
    #expect(Set(all.map(\.name)).count == all.count)
    let every = Track.allCases + LegacyTrack.allCases.map(Track.legacy)
    #expect(Set(all.map(\.terms.track)) == Set(every))
    let reasons = all.compactMap { golden in
      golden.expected.first { $0.key == "reason" }?.text
    }
    #expect(
      Set(reasons) == [
        "belowMinimumSavingsRate", "qualityStandardNotMet", "oneSidedModel", "belowMinimumLossRate",
      ])
  }
}

import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct SplitTests {
  /// One cent in halves: the sponsor's half rounds up, nothing is left for the others. 101 cents in
  /// thirds: 34 (33.67), 67 (67.33) together, so 33, and 34 left.
  @Test func `the odd cent goes by the stated rule`() {
    let halves = Cut(.init(aco: 0, sponsor: 0.5, participants: 0.5))
    #expect(
      halves.parts(of: Cents(1)) == Parts(aco: Cents(0), sponsor: Cents(1), participants: Cents(0)))
    #expect(
      halves.parts(of: Cents(-1))
        == Parts(aco: Cents(0), sponsor: Cents(-1), participants: Cents(0)))
    let thirds = Cut(.init(aco: 1.0 / 3, sponsor: 1.0 / 3, participants: 1.0 / 3))
    #expect(
      thirds.parts(of: Cents(101))
        == Parts(aco: Cents(34), sponsor: Cents(34), participants: Cents(33)))
    #expect(
      thirds.parts(of: Cents(-101))
        == Parts(aco: Cents(-34), sponsor: Cents(-34), participants: Cents(-33)))
  }

  @Test func `parts add up to the cent, keep their sign and are within a cent of their fraction`() {
    var stream = RandomStream()
    let subject = Subject(seed: 7, kind: .aco, name: "cuts")
    for trial in 0..<20_000 {
      stream.seek(subject, trial: UInt32(trial), year: 0, purpose: .collection)
      let (a, b) = (stream.uniform(), stream.uniform())
      let (low, high) = (min(a, b), max(a, b))
      var split = Sharing.Split(aco: 1 - high, sponsor: low, participants: high - low)
      if trial % 3 == 0 { split = .init(aco: 0, sponsor: low, participants: 1 - low) }
      if trial % 3 == 1 { split = .init(aco: 1 - low, sponsor: low, participants: 0) }
      let size = Int64(stream.uniform() * (trial % 2 == 0 ? 50 : 5e9))
      let amount = Cents(trial % 4 < 2 ? size : -size)
      let parts = Cut(split).parts(of: amount)
      #expect(parts.aco + parts.sponsor + parts.participants == amount)
      for (part, fraction) in [
        (parts.aco, split.aco), (parts.sponsor, split.sponsor),
        (parts.participants, split.participants),
      ] {
        #expect(abs(Double(part.count) - fraction * Double(amount.count)) < 1 + 1e-4)
        #expect(part.count == 0 || (part < .zero) == (amount < .zero), "\(parts) of \(amount)")
        if fraction == 0 { #expect(part == .zero, "\(parts) of \(amount) by \(split)") }
      }
    }
  }

  private static func ledger(_ sharing: Sharing?) throws -> Ledger {
    var scenario = Scenario.shared(trials: 1_000)
    scenario.sharing = sharing
    return try scenario.agreement().ledger(workers: 2)
  }

  private static func sharing(
    _ losses: Sharing.Split, participants: Sharing.Collection = .whole,
    sponsor: Sharing.Collection = .whole, _ shortfall: Sharing.Bearer = .aco
  ) -> Sharing {
    Sharing(
      savings: .init(aco: 0.3, sponsor: 0.3, participants: 0.4), losses: losses,
      participants: participants, sponsor: sponsor, shortfall: shortfall)
  }

  /// All collected: as if nothing were said. Nothing collected: as if the bearer had that part.
  @Test func `collected in full and not at all are the splits they amount to`() throws {
    let losses = Sharing.Split(aco: 0.2, sponsor: 0.5, participants: 0.3)
    func same(_ a: Sharing, _ b: Sharing, _ comment: Comment) throws {
      let (one, other) = (try Self.ledger(a).parties, try Self.ledger(b).parties)
      #expect(one?.sponsor == other?.sponsor, comment)
      #expect(one?.participants == other?.participants, comment)
    }
    try same(
      Self.sharing(losses, participants: .init(mean: 1), sponsor: .init(mean: 1), .sponsor),
      Self.sharing(losses), "all")
    try same(
      Self.sharing(losses, participants: .init(mean: 0), .sponsor),
      Self.sharing(.init(aco: 0.2, sponsor: 0.8, participants: 0)), "sponsor bears")
    try same(
      Self.sharing(losses, participants: .init(mean: 0), sponsor: .init(mean: 0), .sponsor),
      Self.sharing(.init(aco: 1, sponsor: 0, participants: 0)), "the ACO owes CMS all of it")
    let borne = try #require(
      try Self.ledger(Self.sharing(losses, participants: .init(mean: 0), .aco)).parties)
    let whole = try #require(try Self.ledger(Self.sharing(losses)).parties)
    #expect(borne.sponsor == whole.sponsor)
    #expect(borne.participants != whole.participants)
    #expect(zip(borne.participants, whole.participants).allSatisfy { $0 >= $1 })
  }

  /// Beta of mean 0.8 and spread 0.2 over 20,000 trials: standard error of the mean
  /// 0.2/√20,000 = 0.0014, of the spread about 0.2 · √((kurtosis − 1)/80,000) = 0.001 (kurtosis 3.9).
  @Test func `what is collected has the stated mean and spread, drawn once a trial`() throws {
    var scenario = Scenario.shared(trials: 100)
    scenario.sharing = .sample
    var books = PartyBooks(try scenario.agreement())
    var drawn: [Double] = []
    for trial in 0..<20_000 {
      books.start(trial: trial)
      drawn.append(books.shares?.participantsCollected ?? .nan)
    }
    let estimate = StudyTable.estimate(of: drawn)
    let spread = StudyTable.standardDeviation(of: drawn)
    #expect(abs(estimate.value - 0.8) < 4 * estimate.standardError)
    #expect(abs(spread.value - 0.2) < 4 * spread.standardError)
    #expect(drawn.allSatisfy { (0...1).contains($0) })
  }

  /// With neither discount nor prepaid savings, five years' parts of the payments the ledger shows.
  @Test func `five years' parts are those of the payments, year by year`() throws {
    var scenario = Scenario.shared(trials: 400)
    scenario.finances.discountRate = 0
    scenario.sharing = Self.sharing(.init(aco: 0.2, sponsor: 0.5, participants: 0.3))
    let agreement = try scenario.agreement()
    let ledger = try agreement.ledger(workers: 2)
    let parties = try #require(ledger.parties)
    let (savings, losses) = (Cut(scenario.sharing!.savings), Cut(scenario.sharing!.losses))
    var owed = 0
    for option in 0..<ledger.optionCount {
      let payments = (0..<5).map { Array(ledger.payments(of: option, year: $0)) }
      for trial in 0..<400 {
        var sum = Parts(aco: .zero, sponsor: .zero, participants: .zero)
        for year in 0..<5 {
          let payment = Cents(payments[year][trial])
          if payment < .zero { owed += 1 }
          let parts = (payment < .zero ? losses : savings).parts(of: payment)
          sum.sponsor += parts.sponsor
          sum.participants += parts.participants
        }
        #expect(parties.sponsor[option * 400 + trial] == sum.sponsor.count)
        #expect(parties.participants[option * 400 + trial] == sum.participants.count)
      }
    }
    #expect(owed > 100)
  }

  /// Prepaid savings still due when the agreement ends are the ACO's to return: it has had them.
  @Test func `prepaid savings due at the end are nobody else's`() throws {
    var scenario = Scenario.planned(savingsRate: -0.02)
    scenario.assumptions.expenditureEffect.plan = Array(repeating: 0, count: 5)
    scenario.agreement.minimumRateChoice = .elected(Rate(0.02))
    // None are paid before 2026.
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
    scenario.population.measuredIn = 2025
    scenario.agreement.prepaidSharedSavings = [1e5, 0, 0, 0, 0].map { Dollars($0) }
    scenario.agreement.options = [.init(option: .held(.basic(.e)), whatIf: nil)]
    scenario.population.strata = scenario.population.strata.map { stratum in
      var stratum = stratum
      stratum.expenditure = stratum.historicalBenchmark
      return stratum
    }
    scenario.sharing = Self.sharing(.init(aco: 0, sponsor: 0.5, participants: 0.5))
    let ledger = try scenario.agreement().ledger(workers: 1)
    #expect(ledger.payments(of: 0, year: 4).allSatisfy { $0 == -10_000_000 })
    #expect(ledger.parties?.sponsor.allSatisfy { $0 == 0 } == true)
    #expect(ledger.parties?.participants.allSatisfy { $0 == 0 } == true)
  }
}

import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct PartyOutlookTests {
  /// Nothing stated: no outlook, and stating all of it moves no payment, no net and no path.
  @Test func `who gains moves no other figure`() throws {
    let stated = Scenario.shared(trials: 1_500)
    var silent = stated
    (silent.sponsor, silent.sharing, silent.reopening) = (nil, nil, nil)
    let (one, other) = (try stated.agreement(), try silent.agreement())
    let (with, without) = (try one.ledger(workers: 2), try other.ledger(workers: 2))
    #expect(with.payment == without.payment && with.net == without.net)
    var comparison = one.comparison(of: with)
    #expect(comparison.parties != nil)
    comparison.parties = nil
    comparison.scenario = silent
    #expect(comparison == other.comparison(of: without))
    var paths = try one.pathOutlook(workers: 2)
    #expect(paths.parties != nil)
    paths.parties = nil
    #expect(paths == (try other.pathOutlook(workers: 2)))
  }

  @Test func `a new key moves no draw of another`() throws {
    var scenario = Scenario.shared(trials: 1_000)
    let all = try #require(try scenario.agreement().ledger(workers: 2).parties)
    scenario.sharing = nil
    let alone = try #require(try scenario.agreement().ledger(workers: 2).parties)
    #expect(alone.liability == all.liability && alone.lostMargin == all.lostMargin)
    scenario.sharing = .sample
    scenario.reopening = nil
    let closed = try #require(try scenario.agreement().ledger(workers: 2).parties)
    #expect(closed.sponsor == all.sponsor && closed.participants == all.participants)
    #expect(closed.liability.allSatisfy { $0 == 0 })
  }

  @Test func `the same on any number of workers`() throws {
    let agreement = try Scenario.shared(trials: 2_500).agreement()
    let one = agreement.comparison(of: try agreement.ledger(workers: 1))
    #expect(agreement.comparison(of: try agreement.ledger(workers: 7)) == one)
    #expect(
      try agreement.pathOutlook(workers: 7).parties == agreement.pathOutlook(workers: 1).parties)
  }

  @Test func `the three parties' means add up to net less the margin lost`() throws {
    let agreement = try Scenario.shared().agreement()
    let comparison = agreement.comparison(of: try agreement.ledger(workers: 2))
    let parties = try #require(comparison.parties)
    let lost = try #require(parties.lostMargin?.mean.value)
    #expect(lost > 0)
    for (option, outlook) in zip(parties.options, comparison.outlooks) {
      let sum = option.aco.mean.value + option.sponsor.mean.value + option.participants.mean.value
      #expect(abs(sum - (outlook.net.mean.value - lost)) < 0.01)
      #expect(
        abs(option.system.mean.value - (sum - option.participants.mean.value)) < 0.01)
    }
    for i in parties.options.indices {
      for j in parties.options.indices {
        let (a, b) = (parties.options[i].system.mean.value, parties.options[j].system.mean.value)
        #expect(abs(parties.systemDifferences[i][j].mean.value - (a - b)) < 0.01)
      }
    }
  }

  /// Spending 2 percent below a benchmark it would meet without the plan: Level E pays, but half of
  /// every avoided dollar was the system's own margin, more than CMS's half of it after sequestration.
  @Test func `lost margin reverses the choice against not taking part`() throws {
    var scenario = Scenario.planned(savingsRate: 0)
    scenario.sponsor = .every(1, 0.6)
    let agreement = try scenario.agreement()
    let parties = try #require(agreement.comparison(of: try agreement.ledger(workers: 1)).parties)
    let levelE = try #require(
      scenario.agreement.options.firstIndex { $0.option.name == "levelE" })
    #expect(parties.options[levelE].aco.mean.value > 1e6)
    #expect(parties.options[levelE].system.mean.value < -1e5)
  }

  /// An ACO near 2 percent of losses that keeps all savings and hands all losses to its sponsor wants
  /// the highest sharing rate; the two together want the mildest.
  @Test func `a split reverses the choice between options`() throws {
    var scenario = Scenario.quiet(
      assigned: 5_000, savingsRate: -0.02, law: .normal, trials: 4_000)
    scenario.sharing = Sharing(
      savings: .toACO, losses: .init(aco: 0, sponsor: 1, participants: 0))
    scenario.agreement.options = [.held(.basic(.e)), .held(.enhanced)].map {
      RequestedOption(option: $0, whatIf: nil)
    }
    let agreement = try scenario.agreement()
    let parties = try #require(agreement.comparison(of: try agreement.ledger(workers: 2)).parties)
    let (aco, system) = (parties.acoDifferences[1][0].mean, parties.systemDifferences[1][0].mean)
    #expect(aco.value > 4 * aco.standardError)
    #expect(system.value < -4 * system.standardError)
  }

  /// The path that is the scenario's own option has the option's means; blocks of 64 tell the error
  /// to about √(2/47) of it.
  @Test func `a path's parties are its option's`() throws {
    var scenario = Scenario.shared()
    scenario.agreement.options = [.init(option: .glidePath, whatIf: nil)]
    let agreement = try scenario.agreement()
    let option = try #require(
      agreement.comparison(of: try agreement.ledger(workers: 2)).parties?.options.first)
    let paths = try agreement.pathOutlook(workers: 2)
    let gains = try #require(paths.parties)
    let place = try #require(paths.outcomes.firstIndex { $0.path.listedAs != nil })
    for (a, b) in [
      (gains.means[place].aco, option.aco.mean), (gains.means[place].sponsor, option.sponsor.mean),
      (gains.means[place].system, option.system.mean),
    ] {
      #expect(abs(a.value - b.value) < 0.02)
      #expect(abs(a.standardError / b.standardError - 1) < 4 * 0.15)
    }
    let best = gains.means.map(\.system.value).max()
    #expect(gains.means[gains.bestForSystem].system.value == best)
    let lead = best! - gains.means[gains.bestForACO].system.value
    #expect(abs(gains.systemLead.value - lead) < 0.02)
  }
}

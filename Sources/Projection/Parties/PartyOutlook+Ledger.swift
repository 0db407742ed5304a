import Regulation
import Scenarios

extension Agreement {
  /// Who gains over all trials of a ledger of this agreement; `nil` where the scenario says nothing
  /// of it.
  public func partyOutlook(of ledger: Ledger) -> PartyOutlook? {
    guard let parties = ledger.parties, let division else { return nil }
    let nets = concurrently(options.count) { PartyNets($0, of: ledger, parties) }
    let studied = concurrently(options.count) { option in
      partyOption(option, nets[option], of: ledger, parties)
    }
    return PartyOutlook(
      avoided: StudyTable.estimate(of: parties.avoided.map { Double($0) / 100 }),
      lostMargin: division.lostMargin.map { _ in Distribution(cents: parties.lostMargin) },
      options: studied, acoDifferences: Self.pairs(nets, \.aco),
      sponsorDifferences: Self.pairs(nets, \.sponsor),
      systemDifferences: Self.pairs(nets, \.system))
  }

  private func partyOption(
    _ option: Int, _ nets: PartyNets, of ledger: Ledger, _ parties: PartyLedger
  ) -> PartyOption {
    PartyOption(
      aco: Distribution(cents: nets.aco), sponsor: Distribution(cents: nets.sponsor),
      participants: Distribution(cents: parties.participants(of: option)),
      system: Distribution(cents: nets.system),
      contingentLiability: division?.reopening.map { _ in
        ContingentLiability(parties.liability(of: option))
      },
      accruals: (0..<5).map { year in
        YearAccrual(
          scenario.agreement.period.performanceYear(year + 1),
          settled: ledger.payments(of: option, year: year),
          knowing: year == 0 ? nil : ledger.payments(of: option, year: year - 1))
      })
  }

  private static func pairs(
    _ nets: [PartyNets], _ whose: @Sendable (PartyNets) -> [Int64]
  ) -> [[PairedDifference]] {
    let columns = nets.map(whose)
    let flat = concurrently(columns.count * columns.count) { place in
      PairedDifference(
        columns[place / columns.count][...], less: columns[place % columns.count][...])
    }
    return columns.indices.map { row in
      Array(flat[row * columns.count..<(row + 1) * columns.count])
    }
  }
}

/// One option's five-year net by party, in cents by trial. The three parties' add up to the ledger's
/// net less the margin lost.
struct PartyNets: Sendable {
  let aco, sponsor, system: [Int64]

  init(_ option: Int, of ledger: Ledger, _ parties: PartyLedger) {
    let net = ledger.cumulativeNet(of: option, year: 4)
    let (ours, others) = (parties.sponsor(of: option), parties.participants(of: option))
    aco = zip(net, zip(ours, others)).map { $0 - $1.0 - $1.1 }
    sponsor = zip(ours, parties.lostMargin).map { $0 - $1 }
    system = zip(aco, sponsor).map { $0 + $1 }
  }
}

extension ContingentLiability {
  /// - Parameter cents: What is taken back, by trial.
  init(_ cents: ArraySlice<Int64>) {
    let sorted = cents.sorted()
    let some = sorted.count { $0 > 0 }
    self.init(
      expected: StudyTable.estimate(of: cents.map { Double($0) / 100 }),
      at95: QuantileEstimate(level: 0.95, of: sorted), chance: Chance(some, of: sorted.count))
  }
}

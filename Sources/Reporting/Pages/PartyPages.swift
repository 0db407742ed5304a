import Projection
import Regulation
import Scenarios

extension Board {
  /// Page 13: who really gains, and what to book at each year's end.
  var partyPages: [DeckPage] {
    guard let party = PartyBoard(self) else { return [] }
    let sheets = party.isDivided ? Self.sheets(legalFirst) : []
    return sheets.enumerated().map { party.gainPage($1, $0 + 1, sheets.count) }
      + [party.accrualPage, party.reopeningPage].compactMap { $0 }
  }
}

extension PartyBoard {
  fileprivate func gainPage(_ options: [Int], _ part: Int, _ parts: Int) -> DeckPage {
    DeckPage(
      number: 13, part: part, parts: parts, topic: "Who really gains", headline: verdict,
      exhibits: [
        .table(gainTable(options)), .remarks(title: "How it comes about", gainRemarks),
      ],
      howToRead:
        "Five-year net by party; ACO, sponsor and participants add up to net less the margin lost. "
        + "Advances, their return and program costs are the ACO's own. Not taking part: no program, "
        + "no settlement, no margin lost. \(board.netMeaning)\(firstTrials)")
  }

  /// Said where there are more trials than are divided.
  private var firstTrials: String {
    let (divided, all) = (parties.options.first?.aco.trials ?? 0, board.comparison.trials)
    guard divided < all else { return "" }
    return " Of the first \(DecimalText.grouped(divided)) of \(DecimalText.grouped(all)) futures."
  }

  private func gainTable(_ options: [Int]) -> Table {
    let of = options.map { parties.options[$0] }
    let unit = MoneyUnit(for: of.flatMap { [$0.aco, $0.sponsor, $0.system].map(\.mean.value) })
    func pair(_ figure: (PartyOption) -> Estimate) -> [[String]] {
      [unit.column(of.map(figure)), unit.errors(of.map(figure))]
    }
    var columns: [[String]] = [options.map(board.label)]
    columns += pair(\.aco.mean)
    columns += pair(\.sponsor.mean)
    columns += pair(\.participants.mean)
    columns += pair(\.system.mean)
    columns.append(unit.column(of.map(\.system.tailMean)))
    columns.append(of.map(\.system.chanceToOwe.percent))
    let together = best(.system)
    let whose = ["ACO", "Sponsor, less lost margin", "Participants", "ACO and sponsor"]
      .flatMap { [Table.Column($0), Table.Column("±")] }
    let none = ["Not taking part", "0", "", "0", "", "0", "", "0", "", "0", "none"]
    return Table(
      caption: "Mean five-year net by party, \(unit.rawValue)",
      columns: [.init("Option", .text)] + whose
        + [.init("ACO and sponsor, worst 5%"), .init("Below zero in")],
      rows: options.indices.map { row in
        let kind: Table.Row.Kind =
          board.isWhatIf(options[row])
          ? .whatIf : together == [options[row]] ? .leading : .plain
        return Table.Row(kind, columns.map { $0[row] })
      } + [Table.Row(together == [nil] ? .leading : .plain, none)])
  }

  private var gainRemarks: [Finding] {
    [marginRemark, splitRemark, collectionRemark, pathRemark].compactMap { $0 }
  }

  private var marginRemark: Finding? {
    guard let lost = parties.lostMargin?.mean else { return nil }
    guard parties.avoided.isClear else {
      return Finding(
        "The ACO is not expected to change what its assigned spend, so no margin is lost on average.",
        number: lost)
    }
    let less = parties.avoided.value > 0
    return Finding(
      "The ACO's plan makes its assigned spend \(parties.avoided.dollarsWithoutSign) "
        + "\(less ? "less" : "more") in five years, at whatever provider; the sponsor "
        + "\(lost.value < 0 ? "gains" : "loses") \(lost.dollarsWithoutSign) of margin by it. That is "
        + "the same under every option: it bears on whether to take part, the split on which option.",
      number: lost)
  }

  private var splitRemark: Finding? {
    guard let sharing = scenario.sharing else {
      return Finding("No split is stated: the ACO keeps all savings and owes all losses.")
    }
    func words(_ split: Sharing.Split) -> String {
      "\(Self.percent(split.aco)) to the ACO, \(Self.percent(split.sponsor)) to the sponsor and "
        + "\(Self.percent(split.participants)) to other participants"
    }
    if sharing.savings == sharing.losses {
      return Finding("Savings and losses go \(words(sharing.savings)).")
    }
    return Finding(
      "Savings go \(words(sharing.savings)); losses \(words(sharing.losses)).")
  }

  private var collectionRemark: Finding? {
    guard let sharing = scenario.sharing else { return nil }
    var parts: [String] = []
    if sharing.participants != .whole, sharing.losses.participants > 0 {
      parts.append(
        "participants are taken to pay \(Self.percent(sharing.participants.mean)) of their part of "
          + "losses on average, and the \(sharing.shortfall == .sponsor ? "sponsor" : "ACO") the rest"
      )
    }
    if sharing.sponsor != .whole {
      parts.append(
        "the sponsor is taken to pay \(Self.percent(sharing.sponsor.mean)) of what is its to pay on "
          + "average, and the ACO the rest")
    }
    return parts.isEmpty
      ? nil : Finding("\(parts.joined(separator: "; ").capitalizedFirst).")
  }

  private static func percent(_ fraction: Double) -> String {
    Rate(fraction).percent
  }

  /// Of every path the ACO may sign.
  private var pathRemark: Finding? {
    guard let paths = PathBoard(board), let gains = paths.paths.parties else { return nil }
    let (alone, together) = (gains.bestForACO, gains.bestForSystem)
    let tried = "Of \(paths.tried) tried"
    guard alone != together, gains.systemLead.isClear else {
      return Finding(
        "\(tried), \(paths.title(alone)) brings the ACO most, "
          + "\(gains.means[alone].aco.dollars), and no other brings ACO and sponsor together more "
          + "beyond the simulation's error.", number: gains.means[alone].aco)
    }
    return Finding(
      "\(tried), \(paths.title(alone)) brings the ACO most, \(gains.means[alone].aco.dollars), but "
        + "\(paths.title(together)) brings ACO and sponsor together "
        + "\(gains.systemLead.dollars) more.", number: gains.systemLead)
  }
}

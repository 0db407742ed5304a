import Projection

extension ScenarioReport {
  /// The whole of it for another program; dollars as numbers, every cent that is known.
  public var json: String {
    JSONText.object([
      "headline": .text(headline.sentence), "banners": .array(banners.map(JSONText.text)),
      "trials": .number(String(boards[0].comparison.trials)),
      "seed": .number(String(boards[0].comparison.seed)),
      "scenarios": .array(sides.map(told)),
      "options": .array(compared.options.map(told)),
      "differences": .array(
        keyDifferences.map {
          .object([
            "key": .text($0.key), "scenario": .text(names[$0.side]),
            "before": $0.before.map(JSONText.text) ?? .null,
            "after": $0.after.map(JSONText.text) ?? .null,
          ])
        }),
    ]).document
  }

  private func told(_ side: Int) -> JSONText {
    let scenario = compared.sides[side].comparison.scenario
    let best = bestPath(side).map { best -> JSONText in
      .object([
        "title": .text(best.path.title), "net": JSONText(reflecting: best.net),
        "chanceOfAnyRepayment": JSONText(reflecting: best.chanceOfOwing),
        "difference": pathChange(side).map { JSONText(reflecting: $0) } ?? .null,
        "keepingFirst": keepingCost(side).map { JSONText(reflecting: $0) } ?? .null,
      ])
    }
    return .object([
      "name": .text(names[side]), "digest": .text(scenario.digest), "aco": .text(scenario.aco),
      "rulebookDigest": .text(compared.sides[side].comparison.rulebookDigest),
      "paymentsChecksum": .text(compared.sides[side].comparison.paymentsChecksum),
      "recommendation": .text(recommendation(side)),
      "sharedDraws": .text("\(compared.sharedDraws(of: side))"),
      "choice": side == 0 ? .null : .text("\(choice(side))"),
      "bestPath": mayRecommend ? best ?? .null : .null,
    ])
  }

  private func told(_ option: ComparedOption) -> JSONText {
    .object([
      "title": .text(boards[0].outlooks[option.places[0]].option.title),
      "scenarios": .array(
        sides.map { side in
          let outlook = outlook(option, side)
          return .object([
            "name": .text(names[side]), "option": .text(outlook.option.name),
            "net": JSONText(reflecting: outlook.net),
            "chanceOfAnyRepayment": JSONText(reflecting: outlook.chanceOfAnyRepayment),
            "difference": JSONText(reflecting: option.net[side]),
            "changes": JSONText(reflecting: option.changes[side]),
          ])
        }),
    ])
  }
}

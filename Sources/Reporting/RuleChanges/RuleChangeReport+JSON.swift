import Projection
import Regulation

extension RuleChangeReport {
  /// The whole of it for another program; dollars as numbers, every cent that is known.
  ///
  /// `choice` is null while an edition that nobody could sign under is on either side.
  public var json: String {
    JSONText.object([
      "banners": .array(banners.map(JSONText.text)), "headline": .text(headline.sentence),
      "scenario": .text(scenario.name), "scenarioDigest": .text(scenario.digest),
      "trials": .number(String(outlook.before.trials)),
      "seed": .number(String(outlook.before.seed)),
      "before": told(before, side.before), "after": told(after, side.after),
      "changes": .array(outlook.effects.map(told)),
      "options": .array(options.map(told)),
      "choice": mayRecommend ? toldChoice : .null,
      "notes": .array(notes.map(JSONText.text)),
    ]).document
  }

  private func told(_ board: Board, _ side: Side) -> JSONText {
    .object([
      "name": .text(side.name), "isHeld": .boolean(side.isHeld),
      "editions": .array(board.comparison.scenario.editions.map(JSONText.text)),
      "rulebookDigest": .text(board.comparison.rulebookDigest),
      "paymentsChecksum": .text(board.comparison.paymentsChecksum),
    ])
  }

  private func told(_ effect: RuleEffect) -> JSONText {
    .object([
      "rule": .text(effect.change.rule), "changesTerms": .boolean(effect.changesTerms),
      "movesAnything": .boolean(effect.movesAnything),
      "differences": JSONText(reflecting: effect.change.differences),
    ])
  }

  private func told(_ option: Int) -> JSONText {
    .object([
      "name": .text(before.outlooks[option].option.name),
      "title": .text(before.outlooks[option].option.title),
      "before": told(before.outlooks[option]), "after": told(after.outlooks[option]),
      "change": JSONText(reflecting: outlook.whole[option]),
      "interaction": JSONText(reflecting: outlook.interaction[option]),
      "steps": .array(
        outlook.effects.map { effect in
          .object([
            "rule": .text(effect.change.rule),
            "inOrder": JSONText(reflecting: effect.inOrder[option]),
            "alone": JSONText(reflecting: effect.alone[option]),
          ])
        }),
    ])
  }

  private func told(_ outlook: TrackOutlook) -> JSONText {
    .object([
      "whatIf": outlook.requested.whatIf.map(JSONText.text) ?? .null,
      "meanNet": JSONText(reflecting: outlook.net.mean),
      "fifthPercentile": JSONText(reflecting: outlook.net.quantiles[0]),
      "chanceOfAnyRepayment": JSONText(reflecting: outlook.chanceOfAnyRepayment),
    ])
  }

  private var toldChoice: JSONText {
    .object([
      "says": .array(choice.map { .text($0.sentence) }),
      "before": toldBest(before), "after": toldBest(after),
      "keepingPath": outlook.keepingPath.map { JSONText(reflecting: $0) } ?? .null,
    ])
  }

  private func toldBest(_ board: Board) -> JSONText {
    let path = board.comparison.paths.map { paths -> JSONText in
      let best = paths.outcomes[paths.bestMean]
      return .object([
        "title": .text(best.path.title), "tried": .number(String(paths.outcomes.count)),
        "trials": .number(String(paths.trials)), "meanNet": JSONText(reflecting: best.net.mean),
        "chanceOfAnother": JSONText(reflecting: paths.choice.chanceOfAnother),
      ])
    }
    let tied = board.legal.isEmpty ? [] : board.tied
    return .object([
      "options": .array(tied.map { .text(board.outlooks[$0].option.name) }), "path": path ?? .null,
    ])
  }
}

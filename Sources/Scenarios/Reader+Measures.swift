import Regulation

/// Reading quality measures.
extension Reader {
  private static let place = "assumptions.quality.measures"

  /// A list of mappings, one for each measure, each with a source of its own.
  mutating func readMeasures(_ key: Key, _ value: Written, at place: String) {
    let most = ReportedMeasures.most
    guard case .list(let items) = value.content, (1...most) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(most) measures",
        "Write each as a mapping of \(MeasureKeys.all.filter { $0.presence == .required }.map(\.name).joined(separator: ", "))."
      )
      return
    }
    for (index, item) in items.enumerated() where !item.isUnreadable {
      let place = "\(place).\(index + 1)"
      spots[place] = item.spot
      guard refuseUnlessMapping(item, of: MeasureKeys.all, at: place) else { continue }
      scenario.assumptions.quality.measures.append(.blank)
      read(
        MeasureKeys.all, in: item, at: place, opening: item.spot,
        Sources(given: Self.source(in: item), isDefault: false))
      provenance.removeAll { $0.key == "\(place).name" }
      checkMeasure(at: place)
      scenario.measure.complete()
    }
  }

  /// Nine or ten rates, in the order in which they are written.
  mutating func deciles(_ value: Written, _ key: Key, at place: String) -> [Double]? {
    guard case .list(let items) = value.content, (9...10) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of nine or ten rates",
        "Write where each decile begins, the worst first; nine leave the first decile out.")
      return nil
    }
    let rates = items.compactMap { number($0, MeasureKeys.rate, key, at: place) }
    return rates.count == items.count ? rates : nil
  }

  // MARK: - What must hold within a measure

  private mutating func checkMeasure(at place: String) {
    checkName(at: place)
    checkDeciles(at: place)
    checkPlan(at: place)
    checkSpread(at: place)
  }

  private mutating func checkName(at place: String) {
    let name = scenario.measure.benchmark.name
    let others = scenario.assumptions.quality.measures.dropLast()
    guard isSound("\(place).name"), others.contains(where: { $0.benchmark.name == name }) else {
      return
    }
    note(
      "\(place).name", spot("\(place).name"), "is \(Written.shown(name)), which another has.",
      "Allowed: each name once. Delete one of the two, or tell them apart.")
  }

  private mutating func checkDeciles(at place: String) {
    let place = "\(place).deciles"
    let measure = scenario.measure
    guard isSound(place) else { return }
    let falls = measure.benchmark.lowerIsBetter
    for (before, after) in zip(measure.deciles, measure.deciles.dropFirst())
    where falls ? after > before : after < before {
      let order = falls ? "falling, for lower is better" : "rising, for higher is better"
      note(
        place, spot(place), "has \(after) after \(before).",
        "Allowed: rates at which deciles begin, the worst first, here \(order) "
          + "(\(Paragraph.measurePoints)). Put them in order, or correct lowerIsBetter.")
      return
    }
  }

  /// A plan year by year, or a target and the share of the gap closed by each year, or neither.
  private mutating func checkPlan(at place: String) {
    let given = ["plan", "target", "gapClosed"].map { spots["\(place).\($0)"] }
    let allowed = "Allowed: plan, or target and gapClosed together, or none of them."
    switch (given[0], given[1], given[2]) {
    case (let plan?, .some, _), (let plan?, nil, .some):
      note(
        "\(place).plan", plan, "is given beside target or gapClosed.",
        "\(allowed) Delete one of the two.")
    case (nil, let target?, nil):
      note(
        "\(place).target", target, "is given without gapClosed.",
        "\(allowed) Write gapClosed: with five fractions.")
    case (nil, nil, let gapClosed?):
      note(
        "\(place).gapClosed", gapClosed, "is given without target.",
        "\(allowed) Write target: with the rate aimed for.")
    case (_, nil, nil), (nil, .some, .some): break
    }
  }

  /// A rate between 0 and 1 can spread only so far about its plan.
  private mutating func checkSpread(at place: String) {
    guard isSound(place) else { return }
    var measure = scenario.measure
    measure.complete()
    let most = measure.plan.map { ($0 * (1 - $0)).squareRoot() }.min() ?? 0
    for (key, spread) in [
      ("standardDeviation", measure.standardDeviation), ("standardError", measure.standardError),
    ] where spread >= most {
      let shown = Double(Int(most * 1_000)) / 1_000
      note(
        "\(place).\(key)", spot("\(place).\(key)"), "is \(spread).",
        "Allowed: below \(shown), the widest spread of a rate with the plan given. "
          + "Write a smaller spread.")
    }
  }

  // MARK: - What must hold beside the other keys

  /// What measures take the place of.
  private static let replaced = [
    "mean", "standardDeviation", "meanStandardError", "alternativeProbability",
    "incentiveProbability",
  ].map { "assumptions.quality.\($0)" }

  mutating func checkMeasures() throws {
    guard let spot = spots[Self.place] else { return }
    let beside = Self.replaced.filter { spots[$0] != nil }
    if let first = beside.first {
      let others = beside.count > 1 ? " and \(beside.count - 1) more of a drawn score" : ""
      note(
        Self.place, spot, "is given beside \(first)\(others).",
        "Allowed: one of the two, measures from which the score is computed or a score that is drawn. "
          + "Delete \(beside.joined(separator: ", ")), or measures.")
    }
    guard isSound("agreement.start", "rules.editions", Self.place) else { return }
    let period = scenario.agreement.period
    do {
      _ = try rulebook.adopting(scenario.editions).qualityTerms(
        in: period.performanceYear(1), of: period,
        measuredBy: scenario.assumptions.quality.measures.map(\.benchmark))
    } catch let fault as NotInForce {
      let earliest = fault.earliest.map { "\($0.from)" } ?? "a later year"
      note(
        Self.place, spot, "is given for an agreement that starts on \(period.firstDay).",
        "Allowed: measures for agreements that start on \(earliest) or later "
          + "(\(Paragraph.measurePoints)). Write mean, the score itself.")
    }
  }

  /// Defaults that bear on nothing are not told: of a drawn score beside measures, and of measures
  /// where there are none.
  mutating func forgetUnusedQuality() {
    let unused =
      scenario.assumptions.quality.measures.isEmpty
      ? ["assumptions.quality.commonShare"] : Self.replaced
    provenance.removeAll { $0.status == .defaulted && unused.contains($0.key) }
  }
}

import Regulation

/// Reading programs.
extension Reader {
  /// A list of mappings, one for each program, each with a source of its own.
  mutating func readPrograms(_ key: Key, _ value: Written, at place: String) {
    guard let items = programItems(key, value, at: place, Program.most, ProgramKeys.all) else {
      return
    }
    for (place, item) in items {
      scenario.programs.append(.blank)
      read(
        ProgramKeys.all, in: item, at: place, opening: item.spot,
        Sources(given: Self.source(in: item), isDefault: false))
      provenance.removeAll { $0.key == "\(place).name" || $0.key == "\(place).title" }
      checkProgramName(at: place)
      checkProgramCost(at: place, item.spot)
      checkFeesSpread(at: place)
    }
  }

  mutating func readProgramMeasures(
    _ key: Key, _ value: Written, at place: String, _ sources: Sources
  ) {
    guard
      let items = programItems(key, value, at: place, ReportedMeasures.most, ProgramKeys.measure)
    else { return }
    for (place, item) in items {
      scenario.program.measures.append(.init(name: "", change: .none))
      read(ProgramKeys.measure, in: item, at: place, opening: item.spot, sources)
      provenance.removeAll { $0.key == "\(place).name" }
    }
  }

  /// The mappings of a list, each with its place.
  private mutating func programItems(
    _ key: Key, _ value: Written, at place: String, _ most: Int, _ keys: [Key]
  ) -> [(String, Written)]? {
    guard case .list(let items) = value.content, (1...most) ~= items.count else {
      let names = keys.filter { $0.presence == .required }.map(\.name).joined(separator: ", ")
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(most) mappings",
        "Write each as a mapping of \(names).")
      return nil
    }
    var found: [(String, Written)] = []
    for (index, item) in items.enumerated() where !item.isUnreadable {
      let place = "\(place).\(index + 1)"
      spots[place] = item.spot
      if refuseUnlessMapping(item, of: keys, at: place) { found.append((place, item)) }
    }
    return found
  }

  // MARK: - What must hold within a program

  private mutating func checkProgramName(at place: String) {
    let name = scenario.program.name
    guard isSound("\(place).name"),
      scenario.programs.dropLast().contains(where: { $0.name == name })
    else { return }
    note(
      "\(place).name", spot("\(place).name"), "is \(Written.shown(name)), which another has.",
      "Allowed: each name once. Delete one of the two, or tell them apart.")
  }

  private mutating func checkProgramCost(at place: String, _ spot: Spot) {
    guard spots["\(place).cost"] == nil, spots["\(place).costPerBeneficiary"] == nil,
      isSound("\(place).cost", "\(place).costPerBeneficiary")
    else { return }
    note(
      "\(place).cost", spot, "is missing.",
      "Allowed: cost, costPerBeneficiary, or both. Write what the program costs a year; 0 where "
        + "nothing.")
  }

  /// A share has little room near 0 and 1, as `checkShareErrors` has it.
  private mutating func checkFeesSpread(at place: String) {
    let place = "\(place).fees"
    guard let fees = scenario.program.fees,
      isSound("\(place).share", "\(place).standardDeviation")
    else { return }
    let room = max(0, fees.share * (1 - fees.share))
    let most = min(room.squareRoot(), 5 * room)
    guard fees.standardDeviation > most else { return }
    let shown = Double(Int(most * 1_000)) / 1_000
    note(
      "\(place).standardDeviation", spot("\(place).standardDeviation"),
      "is \(Bounds.text(fees.standardDeviation)).",
      "Allowed: at most \(Bounds.text(shown)), the widest spread about share, which is "
        + "\(Bounds.text(fees.share)). Write a smaller spread.")
  }

  // MARK: - What must hold beside the other keys

  mutating func checkPrograms() {
    guard isSound("assumptions.quality") else { return }
    for place in scenario.programs.indices {
      if scenario.assumptions.quality.measures.isEmpty {
        refuseProgramMeasures(of: place)
      } else {
        refuseProgramScore(of: place)
        checkProgramMeasures(of: place)
      }
    }
    guard isSound("programs") else { return }
    if scenario.assumptions.quality.measures.isEmpty {
      checkMovedScore()
    } else {
      checkMovedRates()
    }
  }

  private mutating func refuseProgramMeasures(of place: Int) {
    let place = "programs.\(place + 1).measures"
    guard spots[place] != nil else { return }
    note(
      place, spot(place), "is given, and the scenario lists no measures.",
      "Allowed: measures where assumptions.quality.measures lists them. Write quality, the change "
        + "of the score itself.")
  }

  private mutating func refuseProgramScore(of place: Int) {
    let place = "programs.\(place + 1).quality"
    guard spots[place] != nil else { return }
    note(
      place, spot(place), "is given beside assumptions.quality.measures.",
      "Allowed: measures, the changes of true rates from which the score follows. Write measures in "
        + "place of quality.")
  }

  private mutating func checkProgramMeasures(of number: Int) {
    let names = scenario.assumptions.quality.measures.map(\.benchmark.name)
    var seen: Set<String> = []
    for (index, measure) in scenario.programs[number].measures.enumerated() {
      let place = "programs.\(number + 1).measures.\(index + 1).name"
      guard isSound(place) else { continue }
      if !names.contains(measure.name) {
        note(
          place, spot(place), "is \(Written.shown(measure.name)), which is no measure here.",
          "\(Spelling.question(measure.name, among: names))Allowed: the name of one of "
            + "assumptions.quality.measures. Correct the name.")
      } else if !seen.insert(measure.name).inserted {
        note(
          place, spot(place), "is \(Written.shown(measure.name)), which another has.",
          "Allowed: each measure once in a program. Delete one of the two.")
      }
    }
  }

  /// A score between 0 and 1 can rise, and spread, only so far.
  private mutating func checkMovedScore() {
    let quality = scenario.assumptions.quality
    for year in quality.mean.indices {
      let moved = quality.mean[year] + scenario.programs.plannedQuality(year)
      refuseMoved(
        moved, quality.standardDeviation, year, "the planned quality score",
        scenario.programs.contains { $0.quality != nil })
    }
  }

  private mutating func checkMovedRates() {
    for measure in scenario.assumptions.quality.measures {
      let name = measure.benchmark.name
      let isMoved = scenario.programs.contains { $0.measures.contains { $0.name == name } }
      for year in measure.plan.indices {
        refuseMoved(
          measure.plan[year] + scenario.programs.plannedRate(of: name, year),
          measure.standardDeviation, year, "the planned rate of \(Written.shown(name))", isMoved)
      }
    }
  }

  /// One sentence at most: the first year that goes too far.
  private mutating func refuseMoved(
    _ moved: Double, _ spread: Double, _ year: Int, _ what: String, _ isMoved: Bool
  ) {
    guard isMoved, isSound("programs") else { return }
    let room = max(0, moved * (1 - moved)).squareRoot()
    guard moved <= 0 || moved >= 1 || spread >= room else { return }
    let shown = (moved * 1_000).rounded() / 1_000
    note(
      "programs", spot("programs"), "bring \(what) of year \(year + 1) to \(Bounds.text(shown)).",
      "Allowed: above 0 and below 1, with room for its standardDeviation of \(Bounds.text(spread)) "
        + "there. Write smaller changes, or a smaller spread.")
  }
}

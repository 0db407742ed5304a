/// Reading the scenario's own stresses: each is the whole file read again, with the stress's changes
/// written in, so that whatever the reader refuses in a file it refuses in a stress.
extension Reader {
  /// Keeps them until the rest of the file is read.
  mutating func readStresses(_ key: Key, _ value: Written, at place: String) {
    guard case .list(let items) = value.content, (1...StressKeys.most) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(StressKeys.most) stresses",
        "Write each as a mapping of name, title, source and what it changes.")
      return
    }
    stresses = items
  }

  mutating func readStresses(over root: Written) throws -> [Stress] {
    let known = Set(problems)
    let unstressed = finished
    var names: [String: Int] = [:]
    return try stresses.enumerated().compactMap { index, item in
      let place = "stresses.\(index + 1)"
      guard !item.isUnreadable, refuseUnlessMapping(item, of: StressKeys.all, at: place) else {
        return nil
      }
      let before = problems.count
      let told = readTold(item, at: place, &names)
      let changes = readChanges(item, from: told?.source, over: root, at: place)
      let changed = try readAgain(root, changes, known, at: place)
      guard problems.count == before, let changed, let told else { return nil }
      var stress = Stress(
        name: told.name, title: told.title, says: told.says ?? changes.inWords,
        source: told.source, changed: changed)
      stress.changed.provenance = told.stating(changes, in: changed, besides: unstressed)
      guard known.isEmpty, isChanged(stress, from: unstressed, item, at: place) else { return nil }
      return stress
    }
  }

  /// Name, title and source; `nil` where one of them is refused.
  private mutating func readTold(
    _ item: Written, at place: String, _ names: inout [String: Int]
  ) -> ToldStress? {
    var texts: [String: String] = [:]
    for key in StressKeys.told {
      let inner = "\(place).\(key.name)"
      guard let value = item[key.name]?.value else {
        if key.presence == .required { refuseMissing(key, at: inner, item.spot) }
        continue
      }
      guard !value.isUnreadable else { continue }
      texts[key.name] =
        key.name == "name"
        ? stressName(value, key, at: inner, &names) : text(value, key, at: inner)
    }
    guard let name = texts["name"], let title = texts["title"], let source = texts["source"] else {
      return nil
    }
    return ToldStress(name: name, title: title, says: texts["says"], source: source)
  }

  private mutating func stressName(
    _ value: Written, _ key: Key, at place: String, _ names: inout [String: Int]
  ) -> String? {
    guard let name = name(value, key, at: place) else { return nil }
    if Stress.libraryNames.contains(name) {
      note(
        place, value.spot, "is \(name), which is one of the library's.",
        "Allowed: a name other than \(Self.choice(of: Stress.libraryNames)). Choose another.")
      return nil
    }
    if let line = names[name] {
      note(
        place, value.spot, "is \(name), which another has on line \(line).",
        "Allowed: each name once. Delete one of the two, or tell them apart.")
      return nil
    }
    names[name] = value.spot.line
    return name
  }

  /// - Parameter known: What is wrong with the file itself.
  private mutating func readAgain(
    _ root: Written, _ changes: WrittenChanges, _ known: Set<Problem>, at place: String
  ) throws -> Scenario? {
    var reader = try Reader(file: file, rulebook: rulebook, defaults: defaults)
    reader.folder = folder
    reader.scenario.name = scenario.name
    reader.scenario.digest = scenario.digest
    try reader.read(root.without("stresses").overlaid(with: changes.overlay))
    let own = reader.problems.filter { !known.contains($0) }
    for var problem in own {
      problem.key = "\(place).\(problem.key)"
      problems.append(problem)
    }
    return own.isEmpty ? reader.finished : nil
  }

  private mutating func isChanged(
    _ stress: Stress, from unstressed: Scenario, _ item: Written, at place: String
  ) -> Bool {
    var same = stress.changed
    same.provenance = unstressed.provenance
    guard same == unstressed else { return true }
    note(
      place, item.spot, "changes nothing.",
      "Allowed: at least one figure other than the file's. "
        + "Write \(Self.choice(of: StressKeys.changes.map(\.name))): with what is different.")
    return false
  }
}

/// How the author tells a stress.
private struct ToldStress {
  var name, title: String
  var says: String?
  var source: String

  /// What is moved is stated with the stress's source; the rest has the file's.
  func stating(
    _ changes: WrittenChanges, in changed: Scenario, besides unstressed: Scenario
  ) -> [Provenance] {
    changed.provenance.map { figure in
      if changes.covers(figure.key) {
        return Provenance(key: figure.key, value: figure.value, status: .stated, source: source)
      }
      return unstressed.provenance.first { $0.key == figure.key } ?? figure
    }
  }
}

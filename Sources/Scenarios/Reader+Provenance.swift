import Regulation

/// Remembering where each figure comes from.
extension Reader {
  /// Titles, names, looks and what is said of the report are not figures.
  private static let unrecorded: Set = [
    "format", "title", "aco", "region", "question", "presentation", "documentation",
  ]
  static let author = "stated by the scenario's author"

  mutating func record(_ key: Key, _ value: Written, at place: String, _ sources: Sources) {
    if case .source = key.form { return }
    let block = place.split(separator: ".").first.map(String.init) ?? place
    guard !Self.unrecorded.contains(block) else { return }
    let status: Provenance.Status = sources.isDefault ? .defaulted : .stated
    let source = sources.given.isEmpty ? Self.author : sources.given
    let parts = value.pairs?.map { ("\(place).\($0.key)", $0.value) } ?? [(place, value)]
    provenance += parts.map {
      Provenance(key: $0, value: $1.inOneLine, status: status, source: source)
    }
  }

  mutating func readMarks(_ status: Provenance.Status, _ pair: Written.Pair, at place: String) {
    let keys = [Self.sourceKey, Self.markedKeys]
    guard refuseUnlessMapping(pair.value, of: keys, at: place) else { return }
    let meant = refuseUnknown(in: pair.value, allowed: keys.map(\.name), at: place)
    for key in keys where pair.value[key.name] == nil && meant[key.name] == nil {
      refuseMissing(key, at: "\(place).\(key.name)", pair.spot)
    }
    if let source = pair.value["source"]?.value, !source.isUnreadable {
      _ = text(source, Self.sourceKey, at: "\(place).source")
    }
    guard let list = pair.value["keys"]?.value, !list.isUnreadable else { return }
    guard case .list(let items) = list.content else {
      refuse(
        list, Self.markedKeys, at: "\(place).keys", allowed: "a list of paths of keys",
        "Write [population.assignedBeneficiaries].")
      return
    }
    for item in items where !item.isUnreadable {
      guard let path = text(item, Self.markedKeys, at: "\(place).keys") else { continue }
      marks.append(
        Mark(path: path, status: status, source: Self.source(in: pair.value), spot: item.spot))
    }
  }

  static let markedKeys = Key(
    "keys", .paths, "Paths of keys of this file, such as population.esrd.personYears.",
    .required)

  /// Applies the marks once everything is read; a path must exist in the file, and once only.
  mutating func applyMarks() {
    var marked: [String: Provenance.Status] = [:]
    for mark in marks {
      let place = "provenance.\(mark.status.rawValue).keys"
      guard spots[mark.path] != nil else {
        let question = Spelling.question(mark.path, among: spots.keys.sorted())
        note(
          place, mark.spot, "is \(Written.shown(mark.path)), which this file does not give.",
          "\(question)Allowed: paths of keys of this file, such as population.measuredIn.")
        continue
      }
      if let other = marked.updateValue(mark.status, forKey: mark.path) {
        let both =
          other == mark.status ? "twice" : "both \(other.rawValue) and \(mark.status.rawValue)"
        note(
          place, mark.spot, "is \(mark.path), which is marked \(both).",
          "Allowed: each path once. Delete one of the two.")
      }
      for index in provenance.indices
      where provenance[index].key == mark.path || provenance[index].key.hasPrefix("\(mark.path).") {
        guard provenance[index].status != .defaulted else { continue }
        provenance[index].status = mark.status
        provenance[index].source = mark.source
      }
    }
  }
}

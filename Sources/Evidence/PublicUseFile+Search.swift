extension PublicUseRow {
  /// What is wrong where this is one of several rows of one ACO: nothing tells which is meant. `nil`
  /// where it is the only one.
  public func problem(among rows: [PublicUseRow]) -> PublicUseProblem? {
    guard rows.count > 1 else { return nil }
    let lines = rows.map { String($0.line) }.joined(separator: ", ")
    return PublicUseProblem(
      file: file, line: line,
      says: "the id \(id) has \(rows.count) rows, on lines \(lines). Allowed: one row for each ACO "
        + "and year. Remove the others.")
  }
}

extension PublicUseFile {
  /// The row of one ACO; upper and lower case are the same.
  /// - Throws: `PublicUseProblems` where no row or more than one has this id: the nearest ids are
  ///   named. `PublicUseProblem` of the row itself where it is broken.
  public func row(ofACO id: String) throws -> PublicUseRow {
    let wanted = id.filter { !$0.isWhitespace }.uppercased()
    var found: [PublicUseRow] = []
    var nearest: [(distance: Int, id: String, name: String)] = []
    var count = 0
    try forEachRow { row in
      count += 1
      if row.id.uppercased() == wanted { found.append(row) }
      nearest.append((Self.distance(row.id.uppercased(), wanted), row.id, row.name))
      nearest.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }
      nearest = Array(nearest.prefix(3))
    }
    guard let row = found.first else {
      if count == 0 { throw PublicUseProblems(problems: [.noRows(of: name)]) }
      let near = nearest.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
      throw PublicUseProblems(problems: [
        PublicUseProblem(
          file: name,
          says: "no ACO has the id \(Self.shown(id)). Allowed: one of the file's \(count) ids; "
            + "nearest are \(near.isEmpty ? "none" : near). Choose one.")
      ])
    }
    let problems = [row.problem(among: found), row.problem].compactMap { $0 }
    if let problem = problems.first { throw PublicUseProblems(problems: [problem]) }
    return row
  }

  /// Typed text as a message may show it: one line, not too long.
  private static func shown(_ text: String) -> String {
    let plain = text.map { $0.isNewline ? " " : $0 }
    return plain.isEmpty ? "“”" : String(plain.prefix(40))
  }

  /// Levenshtein's distance: single characters added, removed or replaced.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.prefix(40))
    var row = Array(0...b.count)
    for (i, character) in a.prefix(40).enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}

/// Finding the word that was meant.
enum Spelling {
  /// The allowed word nearest to the one written, where it is near enough to be meant.
  static func nearest(to word: String, among allowed: [String]) -> String? {
    let most = max(1, word.count / 3)
    let near = allowed.map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .filter { $0.1 <= most }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// `Did you mean X? ` or nothing.
  static func question(_ word: String, among allowed: [String]) -> String {
    nearest(to: word, among: allowed).map { "Did you mean \($0)? " } ?? ""
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other.
  static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.unicodeScalars.prefix(60)), Array(second.unicodeScalars.prefix(60)))
    var rows = [Array(0...b.count)]
    for (i, left) in a.enumerated() {
      var row = [i + 1]
      for (j, right) in b.enumerated() {
        var best = min(rows[i][j] + (left == right ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}

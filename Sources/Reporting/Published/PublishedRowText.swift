import Evidence

/// Published rows as lines of files, one at a time, so that a file of any length is written in
/// little memory.
public enum PublishedRowText {
  /// The header of the comma-separated file.
  public static var csvHeader: String {
    var text = CSVText()
    text.row(PublishedFigures.keys)
    return text.text
  }

  public static func csv(_ row: PublicUseRow, _ came: PublishedRow) -> String {
    let figures = PublishedFigures(row, came)
    var text = CSVText()
    text.row(PublishedFigures.keys.map { figures[$0].csv })
    return text.text
  }

  /// One member of a JSON array, without comma or line end; every key in every row.
  public static func json(_ row: PublicUseRow, _ came: PublishedRow) -> String {
    let figures = PublishedFigures(row, came)
    let members = PublishedFigures.keys.map { key in
      "\(Statement.quoted(key)): \(figures[key].json)"
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}

extension PublishedFigures.Value {
  fileprivate var csv: String {
    switch self {
    case .text(let text): CSVText.harmless(text)
    case .number(let number): StatementNumbers.exact(number)
    case .whole(let whole): String(whole)
    case .flag(let flag): flag ? "true" : "false"
    case .none: ""
    }
  }

  fileprivate var json: String {
    switch self {
    case .text(let text): Statement.quoted(text)
    case .number(let number): StatementNumbers.exact(number)
    case .whole(let whole): String(whole)
    case .flag(let flag): flag ? "true" : "false"
    case .none: "null"
    }
  }
}

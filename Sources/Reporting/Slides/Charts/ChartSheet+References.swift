extension ChartSheet {
  /// `Data!$B$2:$B$6`.
  func address(_ range: Range) -> String {
    let letter = SpreadsheetFile.column(range.column)
    let (first, last) = (range.rows.lowerBound + 2, max(range.rows.upperBound, 1) + 1)
    return "\(Self.name)!$\(letter)$\(first)" + (last > first ? ":$\(letter)$\(last)" : "")
  }

  /// A series' name: the title of its column.
  func title(_ column: Int) -> String {
    let address = "\(Self.name)!$\(SpreadsheetFile.column(column))$1"
    return "<c:tx><c:strRef><c:f>\(address)</c:f><c:strCache><c:ptCount val=\"1\"/>"
      + point(0, columns[column].title) + "</c:strCache></c:strRef></c:tx>"
  }

  /// A series' name: what one of its cells says.
  func title(_ column: Int, row: Int) -> String {
    let range = Range(column: column, rows: row..<row + 1)
    return "<c:tx>" + words(range) + "</c:tx>"
  }

  func words(_ range: Range) -> String {
    "<c:strRef><c:f>\(address(range))</c:f><c:strCache><c:ptCount val=\"\(range.rows.count)\"/>"
      + wordPoints(range) + "</c:strCache></c:strRef>"
  }

  /// Categories of two levels, the outer one named once for each of its groups.
  func levels(outer: Range, inner: Range) -> String {
    let (from, to) = (SpreadsheetFile.column(outer.column), SpreadsheetFile.column(inner.column))
    let (first, last) = (inner.rows.lowerBound + 2, inner.rows.upperBound + 1)
    return "<c:multiLvlStrRef><c:f>\(Self.name)!$\(from)$\(first):$\(to)$\(last)</c:f>"
      + "<c:multiLvlStrCache><c:ptCount val=\"\(inner.rows.count)\"/><c:lvl>\(wordPoints(inner))"
      + "</c:lvl><c:lvl>\(wordPoints(outer))</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>"
  }

  func numbers(_ range: Range) -> String {
    let kind = columns[range.column].kind
    let points = range.rows.map { row -> String in
      let value = number(range.column, row)
      return value.isFinite
        ? point(row - range.rows.lowerBound, DecimalText.fixed(value, places: kind.places)) : ""
    }
    return "<c:numRef><c:f>\(address(range))</c:f><c:numCache>"
      + "<c:formatCode>\(kind.code)</c:formatCode><c:ptCount val=\"\(range.rows.count)\"/>"
      + points.joined() + "</c:numCache></c:numRef>"
  }

  private func wordPoints(_ range: Range) -> String {
    range.rows.map { row in
      guard case .words(let text) = columns[range.column].cells[row] else { return "" }
      return point(row - range.rows.lowerBound, text)
    }.joined()
  }

  private func point(_ place: Int, _ value: String) -> String {
    "<c:pt idx=\"\(place)\"><c:v>\(Markup.escaped(value))</c:v></c:pt>"
  }
}

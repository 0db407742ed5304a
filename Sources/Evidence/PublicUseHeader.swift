/// The first row of a public-use file: which place each column has.
public struct PublicUseHeader: Hashable, Sendable {
  /// Names as printed, in the file's order.
  public var names: [String]
  private var places: [String: Int]
  private var columns: [PublicUseColumn: Int]

  init(names: [String]) {
    self.names = names
    places = [:]
    columns = [:]
    for (place, name) in names.enumerated() where places[Self.plain(name)] == nil {
      places[Self.plain(name)] = place
    }
    for column in PublicUseColumn.all {
      columns[column] = column.names.lazy.compactMap(place(named:)).first
    }
  }

  /// Columns named twice, in the file's order.
  var repeated: [String] {
    names.enumerated().filter { place, name in
      !Self.plain(name).isEmpty && places[Self.plain(name)] != place
    }.map(\.element)
  }

  /// The place of a column by any of CMS's own names, 0 for the first.
  public func place(named name: String) -> Int? { places[Self.plain(name)] }

  public func place(of column: PublicUseColumn) -> Int? { columns[column] }

  public func has(_ column: PublicUseColumn) -> Bool { columns[column] != nil }

  private static func plain(_ name: String) -> String {
    name.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }.lowercased()
  }
}

/// One plain table of a kept run, with what each column means.
struct StoredTable: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
      case integer = "INTEGER"
      case real = "REAL"
      case text = "TEXT"
      case blob = "BLOB"
    }
    var name: String
    var kind: Kind
    /// `dollars`, `fraction`, `calendar year`; empty for what has none.
    var unit: String
    var meaning: String
    init(_ name: String, _ kind: Kind, _ unit: String, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.unit = unit
      self.meaning = meaning
    }
  }

  var name: String
  var meaning: String
  /// Where its figures come from.
  var source: String
  var columns: [Column]
  var rows: [[StoredValue]]

  /// Columns and what each holds of an item, said together so that they cannot part.
  init<Item>(
    _ name: String, _ meaning: String, source: String, of items: [Item],
    _ fields: [[StoredField<Item>]]
  ) {
    let fields = fields.flatMap { $0 }
    self.name = name
    self.meaning = meaning
    self.source = source
    columns = fields.map(\.column)
    rows = items.map { item in fields.map { $0.value(item) } }
  }
}

/// One cell.
enum StoredValue: Hashable, Sendable {
  case integer(Int64)
  case real(Double)
  case text(String)
  case empty

  /// A number that is none is an empty cell.
  init(_ number: Double) { self = number.isFinite ? .real(number) : .empty }
  init(_ number: Int) { self = .integer(Int64(number)) }
  init(_ text: String?) { self = text.map(StoredValue.text) ?? .empty }
  init(_ holds: Bool) { self = .integer(holds ? 1 : 0) }
}

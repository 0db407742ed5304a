extension DeckPage {
  /// Two sheets where one has no room for all: what is drawn and tabled, then what is said of it.
  func withRemarksApart(_ isApart: Bool) -> [DeckPage] {
    let remarks = exhibits.filter(\.isRemarks)
    guard isApart, !remarks.isEmpty, remarks.count < exhibits.count else { return [self] }
    var (first, second) = (self, self)
    first.exhibits = exhibits.filter { !$0.isRemarks }
    second.exhibits = remarks
    (first.parts, second.part, second.parts) = (2, 2, 2)
    return [first, second]
  }
}

extension Exhibit {
  fileprivate var isRemarks: Bool {
    if case .remarks = self { true } else { false }
  }
}

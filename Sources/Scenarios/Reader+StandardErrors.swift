import Regulation

/// Standard errors belong to the shipped estimates.
extension Reader {
  /// A figure that the file states itself is taken as known, unless the file states its error.
  mutating func forgetErrorsOfStatedFigures() {
    for assumption in AssumptionKeys.all {
      guard case .assumption(let keys, _) = assumption.form,
        let errors = keys.first(where: { $0.name == StandardErrorKeys.name }),
        case .mapping(let inner) = errors.form
      else { continue }
      let path = "assumptions.\(assumption.name)"
      for key in inner where spots["\(path).\(key.name)"] != nil {
        let place = "\(path).\(errors.name).\(key.name)"
        guard spots[place] == nil else { continue }
        switch key.form {
        case .number(_, let target): scenario[keyPath: target] = 0
        case .byType(_, let target): scenario[keyPath: target] = .init(repeating: 0)
        default: continue
        }
        provenance.removeAll { $0.key == place || $0.key.hasPrefix("\(place).") }
      }
    }
  }
}

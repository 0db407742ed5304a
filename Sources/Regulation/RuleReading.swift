/// The rulebook read for one performance year of one agreement: every look-up names a rule and
/// says what kind of value it needs.
struct RuleReading {
  var rulebook: Rulebook
  var year: PerformanceYear
  var agreement: AgreementPeriod

  func value(_ name: String) throws -> RuleValue {
    try rulebook.inForce(name, in: year, of: agreement).value
  }

  func number(_ name: String) throws -> Double {
    guard let number = try optionalNumber(name) else { throw wrongKind(name, "a number") }
    return number
  }

  /// `nil` where the rule says `none`.
  func optionalNumber(_ name: String) throws -> Double? {
    switch try value(name) {
    case .number(let number): number
    case .none: nil
    case .word, .list, .bands: throw wrongKind(name, "a number or none")
    }
  }

  func rate(_ name: String) throws -> Rate { Rate(try number(name)) }
  func optionalRate(_ name: String) throws -> Rate? { try optionalNumber(name).map { Rate($0) } }
  func dollars(_ name: String) throws -> Dollars { Dollars(try number(name)) }

  func whole(_ name: String) throws -> Int {
    guard let whole = try optionalWhole(name) else { throw wrongKind(name, "a whole number") }
    return whole
  }

  func optionalWhole(_ name: String) throws -> Int? {
    try optionalNumber(name).map {
      guard let whole = Int(exactly: $0) else { throw wrongKind(name, "a whole number") }
      return whole
    }
  }

  func word(_ name: String) throws -> String {
    guard case .word(let word) = try value(name) else { throw wrongKind(name, "a word") }
    return word
  }

  /// A word that is one of a type's cases.
  func word<Word: RawRepresentable>(
    _ name: String, as type: Word.Type
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try word(name)) else { throw wrongKind(name, "\(type)") }
    return word
  }

  func isYes(_ name: String) throws -> Bool {
    switch try word(name) {
    case "yes": true
    case "no": false
    default: throw wrongKind(name, "yes or no")
    }
  }

  func list(_ name: String) throws -> [Double] {
    guard case .list(let list) = try value(name) else { throw wrongKind(name, "a list") }
    return list
  }

  func bands(_ name: String) throws -> [RuleValue.Band] {
    guard case .bands(let bands) = try value(name) else { throw wrongKind(name, "a table") }
    return bands
  }

  private func wrongKind(_ name: String, _ needed: String) -> RuleFault {
    RuleFault("\(name) does not hold \(needed) in \(year).")
  }
}

extension Rulebook {
  func reading(_ year: PerformanceYear, _ agreement: AgreementPeriod) -> RuleReading {
    RuleReading(rulebook: self, year: year, agreement: agreement)
  }
}

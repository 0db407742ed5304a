import Regulation

/// The scenario file as a JSON Schema, for editors that complete and check while one types.
///
/// It is made from the table of keys that the reader walks, and says what a schema can: which keys
/// there are, what each holds and its bounds. What ties keys together (a sum, a matrix, who may
/// sign what) only the reader knows.
public enum ScenarioSchema {
  /// Draft 2020-12. Throws `RuleFault` where the rules, which list the minimum rates, are faulty.
  public static func json() throws -> String {
    let rates = try Rulebook.current().electableRates()
    let head: [(String, SchemaValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Glidepath scenario, format 1")),
    ]
    let body = object(ScenarioKeys.all, rates)
    return SchemaValue.object(head + body + twoForms(ScenarioKeys.all)).json() + "\n"
  }

  /// The members of an object schema with exactly these keys.
  private static func object(_ keys: [Key], _ rates: [Rate]) -> [(String, SchemaValue)] {
    let required = keys.filter { $0.presence == .required && $0.only == nil }.map(\.name)
    return [
      ("type", .text("object")),
      ("additionalProperties", .flag(false)),
      ("required", .words(required)),
      ("properties", .object(keys.map { ($0.name, schema(of: $0, rates)) })),
    ]
  }

  private static func schema(of key: Key, _ rates: [Rate]) -> SchemaValue {
    let cite = key.cite.map { " \($0)." } ?? ""
    return .object([("description", .text(key.says + cite))] + members(of: key.form, rates))
  }

  private static func members(of form: Form, _ rates: [Rate]) -> [(String, SchemaValue)] {
    switch form {
    case .version: [("const", .number(1))]
    case .text, .source, .optionText, .picture: text(Reader.longestText)
    case .prose(let most, _): text(most)
    case .texts(let most, _): list(1...most, text(Reader.longestText))
    case .day: [("type", .text("string")), ("pattern", .text("^\\d{4}-\\d{2}-\\d{2}$"))]
    case .colour: [("type", .text("string")), ("pattern", .text("^#[0-9A-Fa-f]{6}$"))]
    case .places(let range, _):
      list(1...range.count, whole(Double(range.lowerBound), Double(range.upperBound)))
        + [("uniqueItems", .flag(true))]
    case .word(let words, _): [("enum", .words(words))]
    case .flag, .optionFlag: [("type", .text("boolean"))]
    case .agreementStart: [("type", .text("string")), ("enum", .words(starts))]
    case .whole(let range, _): whole(Double(range.lowerBound), Double(range.upperBound))
    case .seed: seed
    case .number(let bounds, _): number(bounds)
    case .list(let count, let bounds, _): list(count, number(bounds))
    case .words(let count, let words, _): list(count, [("enum", .words(words))])
    case .byYear(let bounds, _): anyOf([number(bounds), list(5, number(bounds))])
    case .byType(let bounds, _): anyOf([number(bounds), byType(number(bounds))])
    case .byTypeAndYear(let bounds, _):
      byTypeAndYear(bounds)
    case .minimumRate: [("enum", .list(rates.map { .number($0.fraction) } + [.text("variable")]))]
    case .editions: list([("enum", .words(Rulebook.availableEditions))], isUnique: true)
    case .paths: list(text(Reader.longestText))
    case .options: options(rates)
    case .recordYears: mappings(RecordKeys.year, Reader.mostRecordYears, rates)
    case .measures: mappings(MeasureKeys.all, ReportedMeasures.most, rates)
    case .stresses: list(1...StressKeys.most, stress(rates))
    case .programs: mappings(ProgramKeys.all, Program.most, rates)
    case .changes: mappings(DocumentationKeys.change, DocumentationKeys.mostChanges, rates)
    case .programMeasures: mappings(ProgramKeys.measure, ReportedMeasures.most, rates)
    case .deciles: list(9...10, number(MeasureKeys.rate))
    case .optionYear(let range): whole(Double(range.lowerBound), Double(range.upperBound))
    case .optionNumber(let bounds): number(bounds)
    case .optionWord(let words): [("enum", .words(words))]
    case .optionYears: list(5, [("enum", .words(Track.allCases.map(\.key)))])
    case .mapping(let keys): object(keys, rates)
    case .assumption(let keys, let shorthand): assumption(keys, shorthand, rates)
    case .marks: object([Reader.sourceKey, Reader.markedKeys], rates)
    }
  }
}

extension ScenarioSchema {
  private typealias Members = [(String, SchemaValue)]

  private static func text(_ most: Int) -> Members {
    [
      ("type", .text("string")), ("minLength", .number(1)),
      ("maxLength", .number(Double(most))), ("pattern", .text("\\S")),
    ]
  }

  private static let starts = Scenario.starts.map { "\($0)-01-01" }

  private static func whole(_ low: Double, _ high: Double) -> Members {
    [("type", .text("integer")), ("minimum", .number(low)), ("maximum", .number(high))]
  }

  private static let seed: Members = [
    ("type", .text("integer")), ("minimum", .number(0)),
    ("exclusiveMaximum", .number(Double(sign: .plus, exponent: 64, significand: 1))),
  ]

  private static func number(_ bounds: Bounds) -> Members {
    [
      ("type", .text("number")),
      (bounds.includesLowest ? "minimum" : "exclusiveMinimum", .number(bounds.lowest)),
      (bounds.includesHighest ? "maximum" : "exclusiveMaximum", .number(bounds.highest)),
    ]
  }

  private static func byTypeAndYear(_ bounds: Bounds) -> Members {
    let byYear = [number(bounds), list(5, number(bounds))]
    return anyOf(byYear + [byType(anyOf(byYear))])
  }

  private static func list(_ count: Int, _ item: Members) -> Members { list(count...count, item) }

  private static func list(_ count: ClosedRange<Int>, _ item: Members) -> Members {
    [
      ("type", .text("array")), ("minItems", .number(Double(count.lowerBound))),
      ("maxItems", .number(Double(count.upperBound))), ("items", .object(item)),
    ]
  }

  private static func list(_ item: Members, isUnique: Bool = false) -> Members {
    [("type", .text("array")), ("uniqueItems", .flag(isUnique)), ("items", .object(item))]
  }

  private static func anyOf(_ choices: [Members]) -> Members {
    [("anyOf", .list(choices.map { .object($0) }))]
  }

  private static func byType(_ value: Members) -> Members {
    let types = EnrollmentType.allCases.map(\.rawValue)
    return [
      ("type", .text("object")), ("additionalProperties", .flag(false)),
      ("required", .words(types)),
      ("properties", .object(types.map { ($0, .object(value)) })),
    ]
  }

  private static func assumption(
    _ keys: [Key], _ shorthand: String?, _ rates: [Rate]
  ) -> Members {
    let mapping = object(keys + [Reader.sourceKey], rates)
    guard let word = keys.first(where: { $0.name == shorthand }) else { return mapping }
    return anyOf([members(of: word.form, rates), mapping])
  }

  /// A list of at least one mapping with these keys.
  private static func mappings(_ keys: [Key], _ most: Int, _ rates: [Rate]) -> Members {
    list(1...most, object(keys, rates))
  }

  /// A stress gives what it changes and no more; what it gives as a list it gives as a whole.
  private static func stress(_ rates: [Rate]) -> Members {
    let parts = object(StressKeys.all, rates).filter { $0.0 != "required" }
    let required = StressKeys.all.filter { $0.presence == .required }.map(\.name)
    return parts.map { ($0.0, $0.1.ofPart) } + [("required", .words(required))]
  }

  private static func options(_ rates: [Rate]) -> Members {
    let names = ParticipationOption.standard.map(\.name)
    let standard = SchemaValue.object([
      ("if", .object([("properties", .object([("name", .object([("enum", .words(names))]))]))])),
      (
        "then",
        .object([("properties", .object([("years", .flag(false)), ("renewsIn", .flag(false))]))])
      ),
      ("else", .object([("required", .words(["years"]))])),
    ])
    let spelledOut = object(OptionKeys.all, rates) + [("allOf", .list([standard]))]
    return [
      ("type", .text("array")), ("minItems", .number(1)),
      ("items", .object(anyOf([[("enum", .words(names))], spelledOut]))),
    ]
  }
}

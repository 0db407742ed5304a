import Regulation

/// One mapping of a case file being read: every fault is noted and reading goes on, so that all
/// of them are told at once. A key nobody asks for is a fault.
struct CaseFields {
  let file: String
  /// Path of keys to this mapping, with its dot; empty for the case itself.
  let prefix: String
  let spot: Spot
  private let pairs: [Written.Pair]
  private var asked: [String] = []
  private(set) var problems: [Problem] = []

  /// A case itself.
  init(_ pairs: [Written.Pair], at spot: Spot, file: String, prefix: String = "") {
    self.pairs = pairs
    self.spot = spot
    self.file = file
    self.prefix = prefix
  }

  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

  /// Where a key's value stands, or the mapping where there is none.
  func spot(of key: String) -> Spot { pairs.first { $0.key == key }?.value.spot ?? spot }

  /// The value as the file writes it.
  func shown(_ key: String) -> String { pairs.first { $0.key == key }?.value.shown ?? "" }

  mutating func note(_ key: String, at spot: Spot? = nil, _ says: String, _ fix: String) {
    let spot = spot ?? self.spot(of: key)
    problems.append(
      Problem(
        file: file, line: spot.line, column: spot.column, key: prefix + key, says: says, fix: fix))
  }

  mutating func absorb(_ child: CaseFields) { problems += child.problems }

  /// The value of a key; notes its absence where `missing` says what to write.
  mutating func value(_ key: String, missing: String?) -> Written? {
    asked.append(key)
    if let pair = pairs.first(where: { $0.key == key }) {
      return pair.value.isUnreadable ? nil : pair.value
    }
    if let missing { note(key, "is missing.", "Add it, such as `\(key): \(missing)`.") }
    return nil
  }

  /// Notes every key that was not asked for.
  mutating func finish() {
    for pair in pairs where !asked.contains(pair.key) {
      let question = Spelling.question(pair.key, among: asked)
      note(
        pair.key, at: pair.spot, "is not a key here.",
        "Allowed: \(asked.joined(separator: ", ")). \(question)Correct or delete it.")
    }
  }
}

extension CaseFields {
  mutating func number(
    _ key: String, _ bounds: Bounds, missing: String? = nil, cite: String? = nil
  ) -> Double? {
    guard let value = value(key, missing: missing) else { return nil }
    return number(value, key, bounds, cite)
  }

  /// A list of numbers, this many.
  mutating func numbers(_ key: String, _ count: Int, _ bounds: Bounds, missing: String) -> [Double]?
  {
    guard let value = value(key, missing: missing) else { return nil }
    guard case .list(let items) = value.content, items.count == count else {
      note(
        key, "is \(value.shown).",
        "Allowed: a list of \(count) numbers. Write `\(key): \(missing)`.")
      return nil
    }
    let numbers = items.enumerated().map { number($1, "\(key)[\($0 + 1)]", bounds, nil) }
    return numbers.contains(nil) ? nil : numbers.compactMap { $0 }
  }

  private mutating func number(
    _ value: Written, _ key: String, _ bounds: Bounds, _ cite: String?
  ) -> Double? {
    let allowed = "Allowed: \(bounds.allowed)\(cite.map { " (\($0))" } ?? "")."
    guard case .scalar(let text, isPlain: true) = value.content, !Written.isNull(text) else {
      note(key, at: value.spot, "is \(value.shown).", "\(allowed) \(bounds.measure.remedy)")
      return nil
    }
    switch NumberText.number(text) {
    case .success(let number) where bounds.contains(number): return number
    case .success(let number):
      note(key, at: value.spot, "is \(value.shown).", "\(allowed) \(bounds.remedy(for: number))")
    case .failure(let fault):
      let remedy = fault.remedy.isEmpty ? bounds.measure.remedy : fault.remedy
      note(key, at: value.spot, "is \(value.shown).", "\(allowed) \(remedy)")
    }
    return nil
  }

  mutating func whole(
    _ key: String, _ range: ClosedRange<Int>, missing: String? = nil, cite: String? = nil
  ) -> Int? {
    guard let value = value(key, missing: missing) else { return nil }
    let (low, high) = (Bounds.text(Double(range.lowerBound)), Bounds.text(Double(range.upperBound)))
    var remedy = range.count == 1 ? "Write \(low)." : "Write a whole number between them."
    if case .scalar(let text, isPlain: true) = value.content {
      switch NumberText.whole(text) {
      case .success(let whole) where range.contains(Int(clamping: whole)): return Int(whole)
      case .success: break
      case .failure(let fault): remedy = fault.remedy.isEmpty ? remedy : fault.remedy
      }
    }
    let allowed = range.count == 1 ? low : "a whole number, \(low) through \(high)"
    note(
      key, "is \(value.shown).",
      "Allowed: \(allowed)\(cite.map { " (\($0))" } ?? ""). \(remedy)")
    return nil
  }
}

extension CaseFields {
  mutating func text(_ key: String, missing: String? = nil) -> String? {
    guard let value = value(key, missing: missing) else { return nil }
    if case .scalar(let text, let isPlain) = value.content, !text.isEmpty,
      !isPlain || !Written.isNull(text)
    {
      return text
    }
    note(key, "is \(value.shown).", "Allowed: text. Write a few words.")
    return nil
  }

  /// One of the words, in their spelling.
  mutating func word<Word>(
    _ key: String, _ words: [(String, Word)], missing: String? = nil, cite: String? = nil
  ) -> Word? {
    guard let value = value(key, missing: missing) else { return nil }
    let written: String =
      if case .scalar(let text, _) = value.content { text } else { "" }
    if let word = words.first(where: { $0.0 == written }) { return word.1 }
    let allowed = words.map(\.0)
    note(
      key, "is \(value.shown).",
      "Allowed: \(allowed.joined(separator: ", "))\(cite.map { " (\($0))" } ?? ""). "
        + "\(Spelling.question(written, among: allowed))Write one of these words.")
    return nil
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key, missing: nil) else { return nil }
    switch value.content {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    default:
      note(key, "is \(value.shown).", "Allowed: true or false. Write one of them, without quotes.")
      return nil
    }
  }

  mutating func day(_ key: String, missing: String) -> Day? {
    guard let value = value(key, missing: missing) else { return nil }
    if case .scalar(let text, _) = value.content, let day = Day(text) { return day }
    note(key, "is \(value.shown).", "Allowed: a day that exists. Write it as \(missing).")
    return nil
  }

  /// The mapping under a key; `nil` where it is left out, or is none, which is noted.
  mutating func mapping(_ key: String, missing: String? = nil) -> CaseFields? {
    guard let value = value(key, missing: missing) else { return nil }
    guard let pairs = value.pairs else {
      note(key, "is \(value.shown).", "Allowed: a mapping. Write its keys below it, indented.")
      return nil
    }
    return CaseFields(pairs, at: value.spot, file: file, prefix: "\(prefix)\(key).")
  }

  /// The mappings of the list under a key.
  mutating func mappings(_ key: String, missing: String) -> [CaseFields]? {
    guard let value = value(key, missing: missing) else { return nil }
    guard case .list(let items) = value.content else {
      note(key, "is \(value.shown).", "Allowed: a list of mappings. Write `\(key): \(missing)`.")
      return nil
    }
    return items.enumerated().compactMap { place, item in
      guard let pairs = item.pairs else {
        note(
          "\(key)[\(place + 1)]", at: item.spot, "is \(item.shown).",
          "Allowed: a mapping. Write `\(key): \(missing)`.")
        return nil
      }
      return CaseFields(
        pairs, at: item.spot, file: file, prefix: "\(prefix)\(key)[\(place + 1)].")
    }
  }
}

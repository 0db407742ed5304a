import Regulation

/// Reading one value into its place in the scenario.
extension Reader {
  mutating func readLeaf(_ key: Key, _ value: Written, at place: String, _ sources: Sources) {
    guard assign(key, value, at: place) else { return }
    record(key, value, at: place, sources)
  }

  /// Whether the value was good; where it was not, the problem is noted.
  private mutating func assign(_ key: Key, _ value: Written, at place: String) -> Bool {
    switch key.form {
    case .version: version(value, key, at: place) != nil
    case .source: text(value, key, at: place) != nil
    case .text(let target): set(target, text(value, key, at: place))
    case .prose(let most, let target): set(target, text(value, key, at: place, upTo: most))
    case .texts(let most, let target): set(target, texts(value, atMost: most, key, at: place))
    case .day(let target): set(target, day(value, key, at: place))
    case .colour(let least, let target): set(target, colour(value, least, key, at: place))
    case .places(let range, let target): set(target, places(value, in: range, key, at: place))
    case .picture: picture(value, key, at: place)
    case .word(let words, let target): set(target, word(value, of: words, key, at: place))
    case .flag(let target): set(target, flag(value, key, at: place))
    case .agreementStart(let target): set(target, agreementStart(value, key, at: place))
    case .whole(let range, let target): set(target, whole(value, in: range, key, at: place))
    case .seed(let target): set(target, seed(value, key, at: place))
    case .number(let bounds, let target): set(target, number(value, bounds, key, at: place))
    case .list(let count, let bounds, let target):
      set(target, list(value, of: count, bounds, key, at: place))
    case .words(let count, let words, let target):
      set(target, list(value, of: count, words, key, at: place))
    case .byYear(let bounds, let target): set(target, byYear(value, bounds, key, at: place))
    case .byType(let bounds, let target): set(target, byType(value, bounds, key, at: place))
    case .byTypeAndYear(let bounds, let target):
      set(target, byTypeAndYear(value, bounds, key, at: place))
    case .minimumRate(let target): set(target, minimumRate(value, key, at: place))
    case .editions: set(\.editions, editions(value, key, at: place))
    case .deciles: set(\.measure.deciles, deciles(value, key, at: place))
    case .recordYears, .measures, .stresses, .programs, .programMeasures, .options, .optionText,
      .optionFlag, .optionYears, .optionYear, .optionNumber, .optionWord, .paths, .changes,
      .mapping, .assumption, .marks:
      false
    }
  }

  private mutating func set<Value>(
    _ target: any WritableKeyPath<Scenario, Value> & Sendable, _ value: Value?
  ) -> Bool {
    guard let value else { return false }
    scenario[keyPath: target] = value
    return true
  }

  private mutating func version(_ value: Written, _ key: Key, at place: String) -> Int? {
    if case .scalar("1", isPlain: true) = value.content { return 1 }
    refuse(value, key, at: place, allowed: "1", "This program reads format 1.")
    return nil
  }

  static let longestText = 500

  mutating func text(
    _ value: Written, _ key: Key, at place: String, upTo most: Int = longestText
  ) -> String? {
    let allowed = "text of 1 through \(Bounds.text(Double(most))) characters"
    guard case .scalar(let text, let isPlain) = value.content else {
      refuse(value, key, at: place, allowed: allowed, "Write words.")
      return nil
    }
    let isBlank = text.allSatisfy(\.isWhitespace) || (isPlain && Written.isNull(text))
    guard !isBlank, text.count <= most else {
      if isBlank, case .source = key.form {
        note(place, value.spot, "is \(value.shown).", Self.askForSource)
      } else {
        refuse(value, key, at: place, allowed: allowed, "Write words.")
      }
      return nil
    }
    guard !isPlain || !Self.isOtherThanText(text) else {
      refuse(
        value, key, at: place, allowed: allowed,
        "To mean it as text, put it in quotes: \"\(text)\".")
      return nil
    }
    return text
  }

  /// Whether YAML would read this unquoted word as a number, a truth value or a date.
  private static func isOtherThanText(_ text: String) -> Bool {
    NumberText.shape(of: text) != nil || Day(text) != nil
      || ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
  }

  mutating func word(
    _ value: Written, of words: [String], _ key: Key, at place: String
  ) -> String? {
    var question = ""
    if case .scalar(let text, _) = value.content {
      if words.contains(text) { return text }
      question = Spelling.question(text, among: words).trimmed
    }
    refuse(value, key, at: place, allowed: Self.choice(of: words), question)
    return nil
  }

  mutating func flag(_ value: Written, _ key: Key, at place: String) -> Bool? {
    switch value.content {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    default:
      refuse(value, key, at: place, allowed: "true or false", "Write it without quotes.")
      return nil
    }
  }

  mutating func agreementStart(_ value: Written, _ key: Key, at place: String) -> Day? {
    if case .scalar(let text, _) = value.content, let day = Day(text), day.month == 1, day.day == 1,
      Scenario.starts ~= day.year
    {
      return day
    }
    refuse(
      value, key, at: place,
      allowed: "the first of January of \(Scenario.starts.lowerBound) through "
        + "\(Scenario.latestStart)",
      "Write year-month-day, such as 2027-01-01.")
    return nil
  }

  /// `a, b or c`.
  static func choice(of words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension Scenario {
  /// The last year with which an agreement may begin.
  public static let latestStart = 2030

  /// Years of starts: the agreement of July 2019 had a first year of six months, which no history is
  /// sampled for.
  static let starts = 2020...latestStart
}

extension String {
  var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}

import Regulation

/// Reading numbers: one, five, by type, by type and year.
extension Reader {
  mutating func number(
    _ value: Written, _ bounds: Bounds, _ key: Key, at place: String, allowed: String? = nil
  ) -> Double? {
    let allowed = allowed ?? bounds.allowed
    guard let text = unquoted(value, key, at: place, allowed: allowed, bounds.measure.remedy) else {
      return nil
    }
    switch NumberText.number(text) {
    case .failure(let fault):
      let remedy = fault.remedy.isEmpty ? bounds.measure.remedy : fault.remedy
      refuse(value, key, at: place, allowed: allowed, remedy)
    case .success(let number):
      if bounds.contains(number) { return number }
      refuse(value, key, at: place, allowed: allowed, bounds.remedy(for: number))
    }
    return nil
  }

  /// A scalar that stands without quotes.
  private mutating func unquoted(
    _ value: Written, _ key: Key, at place: String, allowed: String, _ remedy: String
  ) -> String? {
    guard case .scalar(let text, let isPlain) = value.content else {
      refuse(value, key, at: place, allowed: allowed, remedy)
      return nil
    }
    guard isPlain else {
      let isNumber = NumberText.shape(of: text) != nil
      refuse(
        value, key, at: place, allowed: allowed,
        isNumber ? "A number stands without quotes: write \(text)." : remedy)
      return nil
    }
    return text
  }

  mutating func whole(
    _ value: Written, in range: ClosedRange<Int>, _ key: Key, at place: String
  ) -> Int? {
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    let isYear = range.lowerBound > 1_900 && range.upperBound < 2_100
    let ends =
      isYear
      ? ("\(range.lowerBound)", "\(range.upperBound)") : (Bounds.text(low), Bounds.text(high))
    let allowed = "a whole number, \(ends.0) through \(ends.1)"
    guard let count = count(value, key, at: place, allowed: allowed) else { return nil }
    guard let whole = Int(exactly: count), range.contains(whole) else {
      refuse(value, key, at: place, allowed: allowed, "Write a number in this range.")
      return nil
    }
    return whole
  }

  mutating func seed(_ value: Written, _ key: Key, at place: String) -> UInt64? {
    count(value, key, at: place, allowed: "a whole number, 0 through 18_446_744_073_709_551_615")
  }

  private mutating func count(
    _ value: Written, _ key: Key, at place: String, allowed: String
  ) -> UInt64? {
    let remedy = "Write a whole number."
    guard let text = unquoted(value, key, at: place, allowed: allowed, remedy) else { return nil }
    switch NumberText.whole(text) {
    case .success(let whole): return whole
    case .failure(let fault):
      refuse(
        value, key, at: place, allowed: allowed, fault.remedy.isEmpty ? remedy : fault.remedy)
      return nil
    }
  }

  /// This many numbers.
  mutating func list(
    _ value: Written, of count: Int, _ bounds: Bounds, _ key: Key, at place: String
  ) -> [Double]? {
    let example = bounds.contains(0) ? "0" : bounds.contains(1) ? "1" : "0.5"
    return items(value, count, "numbers", example, key, at: place).flatMap { items in
      let numbers = items.compactMap { number($0, bounds, key, at: place) }
      return numbers.count == count ? numbers : nil
    }
  }

  /// This many words.
  mutating func list(
    _ value: Written, of count: Int, _ words: [String], _ key: Key, at place: String
  ) -> [String]? {
    items(value, count, "words", words[0], key, at: place).flatMap { items in
      let found = items.compactMap { $0.isUnreadable ? nil : word($0, of: words, key, at: place) }
      return found.count == count ? found : nil
    }
  }

  private mutating func items(
    _ value: Written, _ count: Int, _ what: String, _ example: String, _ key: Key, at place: String
  ) -> [Written]? {
    if case .list(let items) = value.content, items.count == count { return items }
    let number = ["one", "two", "three", "four", "five"][count - 1]
    let list = Array(repeating: example, count: count).joined(separator: ", ")
    refuse(
      value, key, at: place, allowed: "a list of \(number) \(what)",
      "Write \(number), separated by commas between brackets, such as [\(list)].")
    return nil
  }

  mutating func byYear(
    _ value: Written, _ bounds: Bounds, _ key: Key, at place: String
  ) -> [Double]? {
    if case .list = value.content { return list(value, of: 5, bounds, key, at: place) }
    let allowed = "one number or a list of five, each \(bounds.allowed)"
    return number(value, bounds, key, at: place, allowed: allowed)
      .map { Array(repeating: $0, count: 5) }
  }

  mutating func byType(
    _ value: Written, _ bounds: Bounds, _ key: Key, at place: String
  ) -> ByEnrollmentType<Double>? {
    if let nodes = types(value, key, at: place) {
      let numbers = nodes.map { $0.map { number($0.value, bounds, key, at: "\(place).\($0.key)") } }
      return Self.all(numbers.map { $0.flatMap { $0 } })
    }
    guard value.pairs == nil else { return nil }
    let allowed = "one number or a mapping by type, each \(bounds.allowed)"
    return number(value, bounds, key, at: place, allowed: allowed)
      .map { ByEnrollmentType(repeating: $0) }
  }

  mutating func byTypeAndYear(
    _ value: Written, _ bounds: Bounds, _ key: Key, at place: String
  ) -> ByEnrollmentType<[Double]>? {
    if let nodes = types(value, key, at: place) {
      let lists = nodes.map { $0.map { byYear($0.value, bounds, key, at: "\(place).\($0.key)") } }
      return Self.all(lists.map { $0.flatMap { $0 } })
    }
    guard value.pairs == nil else { return nil }
    return byYear(value, bounds, key, at: place).map { ByEnrollmentType(repeating: $0) }
  }

  /// The four values of a mapping by type, each `nil` where it is missing or unreadable, with the
  /// problem noted; `nil` for what is no mapping.
  private mutating func types(
    _ value: Written, _ key: Key, at place: String
  ) -> ByEnrollmentType<Written.Pair?>? {
    guard value.pairs != nil else { return nil }
    let names = EnrollmentType.allCases.map(\.rawValue)
    let meant = refuseUnknown(in: value, allowed: names, at: place)
    return ByEnrollmentType { type in
      guard let pair = value[type.rawValue] else {
        if meant[type.rawValue] == nil {
          note(
            "\(place).\(type.rawValue)", value.spot, "is missing.",
            "Write all four types: \(names.joined(separator: ", ")).")
        }
        return nil
      }
      spots["\(place).\(pair.key)"] = pair.value.spot
      return pair.value.isUnreadable ? nil : pair
    }
  }

  private static func all<Value>(_ values: ByEnrollmentType<Value?>) -> ByEnrollmentType<Value>? {
    guard let esrd = values.esrd, let disabled = values.disabled, let agedDual = values.agedDual,
      let agedNonDual = values.agedNonDual
    else { return nil }
    return ByEnrollmentType(
      esrd: esrd, disabled: disabled, agedDual: agedDual, agedNonDual: agedNonDual)
  }
}

import Regulation

/// Values whose allowed words and numbers the rulebook knows.
extension Reader {
  mutating func minimumRate(_ value: Written, _ key: Key, at place: String) -> MinimumRateChoice? {
    let word = "variable"
    let allowed = (minimumRates.map { "\(Bounds.text($0.fraction))" }).joined(separator: ", ")
    var remedy = "Write a fraction, or the word variable."
    if case .scalar(let text, let isPlain) = value.content {
      if text == word { return .variable }
      if isPlain, case .success(let number) = NumberText.number(text) {
        if minimumRates.contains(Rate(number)) { return .elected(Rate(number)) }
        if minimumRates.allSatisfy({ number > $0.fraction }) { remedy = Measure.notPercents }
      } else if case .failure(let fault) = NumberText.number(text), !fault.remedy.isEmpty {
        remedy = fault.remedy
      } else if let meant = Spelling.nearest(to: text, among: [word]) {
        remedy = "Did you mean \(meant)?"
      }
    }
    refuse(value, key, at: place, allowed: "\(allowed) or \(word)", remedy)
    return nil
  }

  mutating func editions(_ value: Written, _ key: Key, at place: String) -> [String]? {
    let names = Rulebook.availableEditions
    guard case .list(let items) = value.content else {
      refuse(
        value, key, at: place, allowed: "a list of \(Self.choice(of: names))",
        "Write [] for the regulation itself.")
      return nil
    }
    let edition = Key(key.name, key.form, key.says)
    let words = items.compactMap { item in
      item.isUnreadable ? nil : word(item, of: names, edition, at: place)
    }
    guard words.count == items.count else { return nil }
    do {
      _ = try rulebook.adopting(words)
      return words
    } catch {
      note(place, value.spot, "is \(value.inOneLine).", "\(error)")
      return nil
    }
  }
}

extension Rulebook {
  /// The symmetric minimum rates an author may elect, the same for every start the rules cover.
  func electableRates() throws -> [Rate] {
    let agreement = AgreementPeriod(firstDay: Day(year: Scenario.latestStart, month: 1, day: 1))
    return try minimumRateChoices(in: agreement.performanceYear(1), of: agreement)
  }
}

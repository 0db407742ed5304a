import Regulation

/// The keys of the actuarial file. The words are those of the Actuarial Standards of Practice on
/// communications (41), modeling (56) and data quality (23).
enum DocumentationKeys {
  static let documentation = Key(
    "documentation", .mapping(all),
    "Who answers for the report, for whom and for what it is made; what a final report must state.",
    .optional)

  static let mostChanges = 100
  private static let mostTexts = 20
  private static let longest = 4_000
  private static let longestName = 200

  private static let all = [
    Key(
      "responsiblePerson", .mapping(person),
      "Who takes responsibility for the findings; required of a final report.", .optional,
      cite: "ASOP 41"),
    Key(
      "intendedUsers", .texts(mostTexts, \.documentation.intendedUsers),
      "Those who may rely on the report; required of a final one.", .optional, cite: "ASOP 41"),
    Key(
      "purpose", .prose(longest, \.documentation.purpose.orEmpty),
      "The decision the report is made for; required of a final one.", .optional,
      cite: "ASOP 41, ASOP 56"),
    Key(
      "scope", .prose(longest, \.documentation.scope.orEmpty),
      "What it covers and what it does not.",
      .optional, cite: "ASOP 41"),
    Key(
      "dataReview", .prose(longest, \.documentation.dataReview.orEmpty),
      "What data were reviewed, by whom, and what was found; required of a final report.",
      .optional,
      cite: "ASOP 23"),
    Key(
      "reliance", .prose(longest, \.documentation.reliance.orEmpty),
      "On data, models or experts of others.", .optional, cite: "ASOP 41, ASOP 56"),
    Key(
      "informationDate", .day(\.documentation.informationDate.orEmpty),
      "The day through which what is known was taken in, such as 2026-10-31.", .optional,
      cite: "ASOP 41"),
    Key(
      "subsequentEvents", .prose(longest, \.documentation.subsequentEvents.orEmpty),
      "What happened after that day and bears on the findings.", .optional, cite: "ASOP 41"),
    Key(
      "materiality", .number(Bounds(0...1e12, .dollars), \.documentation.materialityAmount),
      "The smallest difference of five-year net that would matter to the intended users, in dollars.",
      .optional, cite: "ASOP 56"),
    Key(
      "limitationsKnown", .texts(mostTexts, \.documentation.limitationsKnown),
      "Limitations beside those the program names itself.", .optional, cite: "ASOP 56"),
    Key("changes", .changes, "What was changed since the file was begun, oldest first.", .optional),
  ]

  private static let person = [
    Key(
      "name", .prose(longestName, \.documentation.person.name),
      "The name of the one who answers for the report.", .required),
    Key(
      "qualification", .prose(longestName, \.documentation.person.qualification.orEmpty),
      "Such as FSA, MAAA.", .optional),
    Key(
      "organisation", .prose(longestName, \.documentation.person.organisation.orEmpty),
      "For which they work.", .optional),
  ]

  /// Of one line of the log.
  static let change = [
    Key("date", .day(\.documentation.change.date), "The day, such as 2026-11-02.", .required),
    Key("what", .text(\.documentation.change.what), "What was changed and why.", .required),
    Key("who", .prose(longestName, \.documentation.change.who), "Who changed it.", .required),
  ]
}

extension Reader {
  mutating func readLogOfChanges(
    _ key: Key, _ value: Written, at place: String, _ sources: Sources
  ) {
    let most = DocumentationKeys.mostChanges
    guard case .list(let items) = value.content, (1...most) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(most) changes",
        "Write each as {date: 2026-11-02, what: …, who: …}.")
      return
    }
    for (index, item) in items.enumerated() where !item.isUnreadable {
      let place = "\(place).\(index + 1)"
      guard refuseUnlessMapping(item, of: DocumentationKeys.change, at: place) else { continue }
      scenario.documentation.changes.append(.init(date: "", what: "", who: ""))
      read(DocumentationKeys.change, in: item, at: place, opening: item.spot, sources)
    }
  }
}

/// Where the reader puts what may be left out.
extension Documentation {
  fileprivate var person: Person {
    get { responsiblePerson ?? Person(name: "") }
    set { responsiblePerson = newValue }
  }

  /// The change being read: the last of the list.
  fileprivate var change: Change {
    get { changes.last ?? Change(date: "", what: "", who: "") }
    set {
      guard !changes.isEmpty else { return }
      changes[changes.count - 1] = newValue
    }
  }

  fileprivate var materialityAmount: Double {
    get { materiality?.amount ?? 0 }
    set { materiality = Dollars(newValue) }
  }
}

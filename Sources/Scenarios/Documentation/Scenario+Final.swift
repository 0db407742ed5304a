/// What a final report must state and the program cannot know.
extension Documentation {
  /// A field that a final report needs, whether it is stated, and what it says.
  struct Needed {
    var key: String
    var isStated: Bool
    var says: String
    var remedy: String
  }

  var needed: [Needed] {
    [
      Needed(
        key: "responsiblePerson", isStated: responsiblePerson != nil,
        says: "who takes responsibility for it",
        remedy: "Write responsiblePerson: with a name, a qualification and an organisation."),
      Needed(
        key: "intendedUsers", isStated: !intendedUsers.isEmpty, says: "who may rely on it",
        remedy: "Write intendedUsers: with a list, such as [the board of directors]."),
      Needed(
        key: "purpose", isStated: purpose != nil, says: "which decision it is made for",
        remedy: "Write purpose: with a sentence."),
      Needed(
        key: "dataReview", isStated: dataReview != nil,
        says: "what data were reviewed, by whom, and what was found",
        remedy: "Write dataReview: with a sentence."),
    ]
  }
}

extension Scenario {
  /// Throws `Problems`, one for each field that a final report needs and the scenario leaves out, at
  /// the place of its documentation; `file` is printed in every one.
  public func requireFinal(file: String) throws(Problems) {
    let missing = documentation.needed.filter { !$0.isStated }.map { field in
      Problem(
        file: file, line: documentation.place.line, column: documentation.place.column,
        key: "documentation.\(field.key)", says: "is missing.",
        fix: "A final report states \(field.says). \(field.remedy)")
    }
    if let problems = Problems(missing) { throw problems }
  }
}

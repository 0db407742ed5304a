import Projection
import Scenarios

/// What a scenario states of who answers for its report, as reports print it.
struct Responsibility {
  static let notStated = "NOT STATED"

  let documentation: Documentation

  /// `Jane Doe, FSA, MAAA, Doe & Partners`.
  var person: String {
    guard let person = documentation.responsiblePerson else { return Self.notStated }
    return [person.name, person.qualification, person.organisation].compactMap { $0 }
      .joined(separator: ", ")
  }

  var materiality: String {
    documentation.materiality.map {
      "A difference of \(Estimate(value: $0.amount, standardError: 0).dollars) of five-year net"
    } ?? Self.notStated
  }

  /// Field and what is stated of it, in the order of a report.
  var rows: [(field: String, text: String)] {
    let said = { (text: String?) in text ?? Self.notStated }
    let users = documentation.intendedUsers
    return [
      ("Responsible person", person),
      ("Intended users", users.isEmpty ? Self.notStated : users.joined(separator: "; ")),
      ("Purpose", said(documentation.purpose)), ("Scope", said(documentation.scope)),
      ("Data review", said(documentation.dataReview)), ("Reliance", said(documentation.reliance)),
      ("Information date", said(documentation.informationDate)),
      ("Subsequent events", said(documentation.subsequentEvents)), ("Materiality", materiality),
    ]
  }

  var missing: [String] { rows.filter { $0.text == Self.notStated }.map(\.field) }
}

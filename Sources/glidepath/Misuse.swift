import Synchronization

/// What is wrong with the command line itself, a sentence each.
///
/// Every group of options is looked at on its own. So each notes what it finds, and a command tells all
/// of it together before it does anything.
struct Misuse: Error {
  let sentences: [String]

  private static let noted = Mutex<[String]>([])

  static func note(_ sentence: String) {
    noted.withLock { noted in
      if !noted.contains(sentence) { noted.append(sentence) }
    }
  }

  /// - Parameter kind: Of what the option names.
  static func noteEmpty(_ option: String, _ text: String?, ofA kind: String) {
    if text == "" { note("\(option) is empty. Allowed: the name of a \(kind).") }
  }

  /// - Throws: `Misuse` where anything has been noted.
  static func tell() throws {
    let sentences = noted.withLock { $0 }
    guard sentences.isEmpty else { throw Misuse(sentences: sentences) }
  }
}

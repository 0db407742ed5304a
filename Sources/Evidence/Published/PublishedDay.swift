import Regulation

/// Days as public-use files print them.
enum PublishedDay {
  /// Reads `7/1/12`, `07/01/2019`, `01/01/2016 12:00:00 AM` and `2019-07-01`; `nil` for others.
  static func day(_ text: String) -> Day? {
    guard let word = text.split(separator: " ").first else { return nil }
    if let day = Day(word.prefix(10)) { return day }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isASCII) }),
      let month = Int(parts[0]), let day = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    let whole = year < 100 ? 2000 + year : year
    guard (2000...2199).contains(whole), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    // The calendar's own reading knows how many days a month has.
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Day("\(whole)-\(two(month))-\(two(day))")
  }
}

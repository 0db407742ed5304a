import Foundation
import Regulation

/// Reading how a report looks.
extension Reader {
  mutating func day(_ value: Written, _ key: Key, at place: String) -> String? {
    if case .scalar(let text, _) = value.content, Day(text) != nil { return text }
    refuse(
      value, key, at: place, allowed: "a day", "Write year-month-day, such as 2026-11-02.")
    return nil
  }

  /// - Parameter least: Contrast to white.
  mutating func colour(
    _ value: Written, _ least: Double, _ key: Key, at place: String
  ) -> String? {
    guard case .scalar(let text, _) = value.content, let colour = Colour(text) else {
      refuse(
        value, key, at: place, allowed: "# and six hexadecimal digits",
        "Write it in quotes, such as \"#16395C\".")
      return nil
    }
    guard colour.contrastToWhite >= least else {
      // Rounded down: a ratio that falls short never prints as one that does not.
      let measured = (colour.contrastToWhite * 100).rounded(.down) / 100
      refuse(
        value, key, at: place,
        allowed: "a colour whose contrast to white is at least \(least) to 1; this one's is "
          + "\(measured)", "Write a darker one.")
      return nil
    }
    return colour.digits
  }

  mutating func places(
    _ value: Written, in range: ClosedRange<Int>, _ key: Key, at place: String
  ) -> [Int]? {
    let allowed =
      "a list of whole numbers, \(range.lowerBound) through \(range.upperBound), ascending"
    guard case .list(let items) = value.content, !items.isEmpty else {
      refuse(value, key, at: place, allowed: allowed, "Write [1, 2, 7, 13, 16].")
      return nil
    }
    let numbers = items.compactMap { whole($0, in: range, key, at: place) }
    guard numbers.count == items.count else { return nil }
    for (item, (before, number)) in zip(items.dropFirst(), zip(numbers, numbers.dropFirst()))
    where number <= before {
      note(
        place, item.spot, "has \(number) after \(before).",
        "Allowed: \(allowed), each once. Put them in order.")
      return nil
    }
    return numbers
  }

  mutating func texts(
    _ value: Written, atMost most: Int, _ key: Key, at place: String
  ) -> [String]? {
    guard case .list(let items) = value.content, (1...most) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(most) texts",
        "Write each on a line of its own after a dash.")
      return nil
    }
    let texts = items.compactMap { $0.isUnreadable ? nil : text($0, key, at: place) }
    return texts.count == items.count ? texts : nil
  }

  /// Whether there is an image to print, or none is looked for.
  mutating func picture(_ value: Written, _ key: Key, at place: String) -> Bool {
    guard let path = text(value, key, at: place) else { return false }
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else {
      refuse(
        value, key, at: place, allowed: "a path from the folder of this file",
        "Put the image beside the file and write its name.")
      return false
    }
    guard let folder else { return true }
    do {
      scenario.presentation.logo = try .read(folder.appending(path: path))
      scenario.presentation.logo?.name = path
      return true
    } catch {
      note(
        place, value.spot, "is \(value.shown), which \(error.says).",
        "Allowed: a PNG or SVG image of at most 1 MB. \(error.remedy)")
      return false
    }
  }
}

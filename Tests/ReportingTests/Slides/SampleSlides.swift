import Foundation

@testable import Reporting

/// Every sample deck and those of the shipped scenarios, as slides; each made once.
enum SampleSlides {
  static let names = SampleDecks.all.map(\.name) + Examples.names

  static func deck(_ name: String) -> Deck? { SampleDecks.decks[name] ?? Examples.decks[name] }

  static let files = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      deck(name).flatMap { try? $0.slides() }.map { (name, $0) }
    })

  static func entries(_ file: Data) throws -> [String: Data] {
    let entries = try Archive.entries(
      of: file, within: .init(entries: 10_000, bytes: 400_000_000))
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.bytes) })
  }

  static func plan(_ deck: Deck) -> SlidePlan {
    SlidePlan(deck, on: OwnDesign(look: deck.look).design)
  }
}

import Testing

@testable import Reporting

@Suite struct SlideNotesTests {
  @Test(arguments: SampleSlides.names)
  func `every slide's notes say whence, how, with what error and how to repeat`(_ name: String)
    throws
  {
    let deck = try #require(SampleSlides.deck(name))
    for slide in SampleSlides.plan(deck).slides {
      let notes = SlideNotes(slide: slide, deck: deck).paragraphs.joined(separator: "\n")
      #expect(notes.contains("Page \(slide.page.number), \(slide.page.topic)"))
      #expect(notes.contains("Where the numbers come from: "))
      #expect(notes.contains(slide.page.howToRead))
      #expect(notes.contains(deck.footer))
      #expect(notes.contains("standard error") || notes.contains("Nothing on this slide"))
      for banner in deck.banners { #expect(notes.contains(banner)) }
    }
  }

  @Test func `columns that notes name are columns of outcomes.csv`() throws {
    let deck = try #require(Examples.decks["rural-first-agreement"])
    let names = [
      "chanceToEarn", "chanceOfNothing", "chanceToOwe", "tailMean", "worst", "mean",
      "chanceOfAnyRepayment", "paymentLimitHits", "lossLimitHits", "p5", "p95",
    ]
    #expect(names.allSatisfy(OutcomesCSV.header.contains))
    let told = deck.pages.flatMap { NumberSource($0).words }.joined(separator: " ")
    let words = Set(told.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let camels = words.filter { $0.contains(/[a-z][A-Z]/) }
    #expect(camels.isSubset(of: Set(OutcomesCSV.header)), "\(camels)")
  }

  @Test func `what a standard error is stands where one is printed`() throws {
    let deck = try #require(SampleDecks.decks["seven"])
    let slides = SampleSlides.plan(deck).slides
    let downside = try #require(slides.first { $0.page.topic == "The downside" })
    #expect(
      SlideNotes(slide: downside, deck: deck).paragraphs.contains {
        $0.hasPrefix("\u{B1} is one standard error")
      })
    let options = try #require(slides.first { $0.page.topic == "The options" })
    #expect(
      SlideNotes(slide: options, deck: deck).paragraphs.contains(
        "Nothing on this slide is simulated."))
  }
}

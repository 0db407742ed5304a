/// The keys of how a report looks.
enum PresentationKeys {
  static let presentation = Key(
    "presentation", .mapping(all), "How the report looks; nothing of it moves a figure.", .optional)

  /// Of text and of lines that carry meaning: WCAG 2.1, success criterion 1.4.3.
  static let leastContrast = 4.5
  /// The places of the board's list.
  static let pages = 1...16

  private static let all = [
    Key(
      "organisation", .prose(200, \.presentation.organisation.orEmpty),
      "Printed on every page in place of the title.", .optional),
    Key(
      "logo", .picture,
      "Printed on every page: the path, from the folder of this file, of a PNG or SVG image of at most "
        + "1 MB.", .optional),
    Key("colours", .mapping(colours), "Colours, each as \"#16395C\", in quotes.", .optional),
    Key(
      "pages", .places(pages, \.presentation.pagesShown),
      "Places of the board's list that are shown, 1 through 16, ascending; all where left out. The "
        + "decision (1) and what it rests on (16) are shown whether listed or not.", .optional),
    Key(
      "date", .day(\.presentation.date.orEmpty),
      "Printed beside the footer, such as 2026-11-02; a report has no date of its own.", .optional),
  ]

  private static let colours = [
    Key(
      "main", .colour(leastContrast, \.presentation.colours.main),
      "Of headings, edges and what is earned; contrast to white at least 4.5 to 1.", .optional,
      cite: "WCAG 2.1, 1.4.3"),
    Key(
      "light", .colour(1, \.presentation.colours.light), "Of what is likely, beside the main one.",
      .optional),
    Key(
      "loss", .colour(leastContrast, \.presentation.colours.loss),
      "Of what is owed; contrast to white at least 4.5 to 1.", .optional, cite: "WCAG 2.1, 1.4.3"),
  ]
}

/// Where the reader puts what may be left out.
extension Presentation {
  fileprivate var pagesShown: [Int] {
    get { pages ?? [] }
    set { pages = newValue }
  }
}

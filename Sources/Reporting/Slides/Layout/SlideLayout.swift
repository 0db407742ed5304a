import Scenarios

/// A layout of the deck's master, or of the user's: what it has and what room it leaves.
struct SlideLayout: Hashable, Sendable {
  enum Purpose: Int, CaseIterable, Hashable, Sendable { case decision, chart, table, remarks }
  /// Of the part.
  var path: String
  var title: Placeholder
  /// `nil` where the layout has none: text then stands in boxes of its own.
  var text, footer, date, number: Placeholder?
  /// Topic and organisation.
  var kicker: Frame
  /// Between title and footer.
  var room: Frame
  /// Where the footer's words stand if there is no placeholder for them.
  var foot: Frame
  /// How much wider than measured the title's letters may be, and the room at its edges; pixels.
  var titleWidth = 1.2
  var titleInset = 1.0
}

/// What slides are laid out on.
struct SlideDesign: Sendable {
  var canvas: Canvas
  /// In the order of `SlideLayout.Purpose`.
  var layouts: [SlideLayout]
  var look: Presentation
  /// Whether the deck's own master shows the logo at the right of the kicker.
  var logoWidth = 0.0

  func layout(_ purpose: SlideLayout.Purpose) -> SlideLayout {
    layouts[min(purpose.rawValue, layouts.count - 1)]
  }
}

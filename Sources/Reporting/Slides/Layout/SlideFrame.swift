/// What surrounds the exhibits of a slide: the banner and the question above them, the line on
/// how to read them below.
struct SlideFrame {
  let page: DeckPage
  let deck: Deck
  let layout: SlideLayout

  static let questionPoints = 13.0
  static let bannerPoints = 11.0
  static let howPoints = 11.0

  var bannerText: String { deck.banners.joined(separator: "   \u{2022}   ") }

  /// Printed on page 1.
  var question: String? { page.number == 1 ? deck.question : nil }

  var banner: Frame {
    let height =
      bannerText.isEmpty
      ? 0
      : SlideMeasure.height(
        bannerText, points: Self.bannerPoints, in: layout.room.width - 28, bold: true) + 8
    return Frame(layout.room.x, layout.room.y, layout.room.width, height)
  }

  var questionFrame: Frame {
    let height =
      question.map {
        SlideMeasure.height($0, points: Self.questionPoints, in: layout.room.width)
      } ?? 0
    let gap = banner.height > 0 ? 8.0 : 0
    return Frame(layout.room.x, banner.bottom + gap, layout.room.width, height)
  }

  var howText: String { "How to read. " + page.howToRead }

  var how: Frame {
    let height = SlideMeasure.height(howText, points: Self.howPoints, in: layout.room.width) + 8
    return Frame(layout.room.x, layout.room.bottom - height, layout.room.width, height)
  }

  /// Left for the exhibits.
  var room: Frame {
    let above = max(
      banner.height > 0 ? banner.bottom : 0, question == nil ? 0 : questionFrame.bottom)
    let top = above > 0 ? above + 10 : layout.room.y
    return Frame(layout.room.x, top, layout.room.width, how.y - 10 - top)
  }
}

/// The best of a user's layouts for our slides: one with a title alone, and one with a title and a
/// place for text.
struct TemplateLayouts {
  let masters: [TemplateMaster]
  let canvas: Canvas

  private typealias Candidate = (master: TemplateMaster, layout: TemplateMaster.Layout)

  /// In the order of `SlideLayout.Purpose`; `nil` where no layout has a title.
  var chosen: [SlideLayout]? {
    let all: [Candidate] = masters.flatMap { master in master.layouts.map { (master, $0) } }
      .filter { Self.title(of: $0.1) != nil }
    guard let plain = all.min(by: { Self.oddity($0.layout) < Self.oddity($1.layout) }) else {
      return nil
    }
    let spoken = all.filter { Self.texts(of: $0.layout).count == 1 }
    let text = spoken.first { ["obj", "tx"].contains($0.layout.type) } ?? spoken.first
    let usual = layout(plain, takesText: false)
    return [usual, usual, usual, text.map { layout($0, takesText: true) } ?? usual]
  }

  /// How far a layout is from one with a title alone.
  private static func oddity(_ layout: TemplateMaster.Layout) -> Int {
    let others = layout.places.filter {
      !["title", "ctrTitle", "dt", "ftr", "sldNum"].contains($0.type)
    }
    let isOpening = layout.type == "title" || layout.type == "secHead"
    return others.count * 2 + (isOpening ? 100 : 0) + (layout.type == "titleOnly" ? -1 : 0)
  }

  private static func title(of layout: TemplateMaster.Layout) -> TemplateMaster.Place? {
    layout.places.first { $0.type == "title" || $0.type == "ctrTitle" }
  }

  private static func texts(of layout: TemplateMaster.Layout) -> [TemplateMaster.Place] {
    layout.places.filter { ["body", "obj"].contains($0.type) }
  }

  private func layout(_ candidate: Candidate, takesText: Bool) -> SlideLayout {
    let place = { (type: String) in
      candidate.layout.places.first { $0.type == type }.flatMap { placeholder($0, candidate) }
    }
    let feet = [place("dt"), place("ftr"), place("sldNum")].compactMap { $0 }
    let title = self.title(candidate)
    let room = self.room(candidate, below: title.frame, above: feet.map(\.frame))
    let kicker = Frame(room.x, room.y, room.width, 22)
    let rest = Frame(room.x, kicker.bottom + 6, room.width, room.height - 28)
    let text = takesText ? Self.texts(of: candidate.layout).first : nil
    let foot = Frame(
      room.x, room.bottom + 4, room.width * 0.8,
      max(14, min(34, canvas.height - room.bottom - 8)))
    return SlideLayout(
      path: candidate.layout.path, title: title,
      text: text.map {
        Placeholder(type: $0.type == "obj" ? "" : $0.type, index: $0.index, frame: rest)
      }, footer: place("ftr"), date: place("dt"), number: place("sldNum"), kicker: kicker,
      room: rest, foot: foot, titleWidth: candidate.master.isInCapitals ? 1.4 : 1.1,
      titleInset: 10)
  }

  /// Where the layout puts it; at the upper edge where that would leave the slide no room.
  private func title(_ candidate: Candidate) -> Placeholder {
    let usual = Frame(
      canvas.width * 0.05, canvas.height * 0.04, canvas.width * 0.9, canvas.height * 0.14)
    let place = Self.title(of: candidate.layout)
    let type = place?.type ?? "title"
    guard let found = place.flatMap({ placeholder($0, candidate) }) else {
      return Placeholder(type: type, index: place?.index, frame: usual, isMoved: true)
    }
    let frame = found.frame
    let isUsable =
      frame.bottom < canvas.height * 0.42 && frame.height >= 50
      && frame.width > canvas.width * 0.5 && isOnSlide(frame)
    return isUsable
      ? found : Placeholder(type: type, index: place?.index, frame: usual, isMoved: true)
  }

  /// Between the title and the feet, as wide as the master's text.
  private func room(_ candidate: Candidate, below title: Frame, above feet: [Frame]) -> Frame {
    let text = candidate.master.places.first { $0.type == "body" }
      .flatMap { placeholder($0, candidate)?.frame }
    let wide = text.flatMap { $0.width > canvas.width * 0.7 && isOnSlide($0) ? $0 : nil }
    let sides = wide ?? Frame(canvas.width * 0.05, 0, canvas.width * 0.9, 0)
    let lowest = feet.map(\.y).filter { $0 > canvas.height * 0.75 }.min()
    let bottom = min(lowest ?? canvas.height - 44, canvas.height - 30) - 6
    let top = title.bottom + 4
    return Frame(sides.x, top, sides.width, bottom - top)
  }

  private func isOnSlide(_ frame: Frame) -> Bool {
    frame.x >= 0 && frame.y >= 0 && frame.right <= canvas.width + 1
      && frame.bottom <= canvas.height + 1
  }

  private func placeholder(
    _ place: TemplateMaster.Place, _ candidate: Candidate
  ) -> Placeholder? {
    let stands = place.width == nil ? candidate.master.inherited(place) : place
    guard let stands, let x = stands.x, let y = stands.y, let width = stands.width,
      let height = stands.height
    else { return nil }
    return Placeholder(
      type: place.type, index: place.index,
      frame: Frame(
        canvas.pixels(x), canvas.pixels(y), canvas.pixels(width), canvas.pixels(height)))
  }
}

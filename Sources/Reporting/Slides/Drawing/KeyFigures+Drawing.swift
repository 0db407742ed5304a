extension Shapes {
  /// Side by side, a line over each: what it is, the number, what it rests on.
  mutating func add(_ figures: [KeyFigure], in frame: Frame) {
    let column = SlideMeasure.column(of: figures, in: frame.width)
    for (place, figure) in figures.enumerated() {
      let x = frame.x + Double(place) * (column + SlideMeasure.figureGap)
      rule(Frame(x, frame.y, column, 0), points: 1.5, colour: .main)
      text(
        "Key figure \(place + 1)", Frame(x, frame.y + 6, column, frame.height - 6),
        Ink(points: SlideMeasure.labelPoints).paragraph(figure.label, on: canvas)
          + Ink(points: SlideMeasure.valuePoints, bold: true, colour: .main)
          .paragraph(figure.value, on: canvas)
          + Ink(points: SlideMeasure.notePoints).paragraph(figure.note, on: canvas))
    }
  }
}

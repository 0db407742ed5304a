/// How much room things take on a slide; pixels, on the safe side.
enum SlideMeasure {
  static let gap = 12.0
  static let labelPoints = 12.0
  static let valuePoints = 24.0
  static let notePoints = 11.0
  static let captionPoints = 12.0
  static let figureGap = 28.0

  /// Of several lines of text.
  static func height(_ text: String, points: Double, in width: Double, bold: Bool = false) -> Double
  {
    let size = Canvas.pixels(ofPoints: points)
    let wide = size * (bold ? 1.06 : 1)
    return Double(TextMeasure.lines(text, size: wide, in: width)) * size * lineHeight
  }

  /// Of the type size; office programs take 1.15 to 1.22 for the fonts used.
  static let lineHeight = 1.25

  static func height(of figures: [KeyFigure], in width: Double) -> Double {
    let column = self.column(of: figures, in: width)
    let tallest = figures.map { figure in
      height(figure.label, points: labelPoints, in: column)
        + height(figure.value, points: valuePoints, in: column)
        + height(figure.note, points: notePoints, in: column)
    }
    return 8 + (tallest.max() ?? 0)
  }

  static func column(of figures: [KeyFigure], in width: Double) -> Double {
    let count = Double(max(1, figures.count))
    return (width - figureGap * (count - 1)) / count
  }

  /// Points between two remarks.
  static let remarkGap = 5.0

  static func height(of remarks: [Finding], title: String, points: Double, in width: Double)
    -> Double
  {
    let room = width - Ink.indent - 4
    return remarks.reduce(captionHeight(title, in: width)) {
      $0 + height($1.sentence, points: points, in: room) + Canvas.pixels(ofPoints: remarkGap)
    }
  }

  static func captionHeight(_ caption: String, in width: Double) -> Double {
    caption.isEmpty ? 0 : height(caption, points: captionPoints, in: width, bold: true) + 4
  }

  /// Caption, head and rows.
  static func height(_ layout: TableLayout, in width: Double) -> Double {
    layout.table.rows.reduce(captionHeight(layout.table.caption, in: width) + layout.headHeight) {
      $0 + layout.height(of: $1)
    }
  }

  static func layout(_ table: Table, points: Double, padding: Double, in width: Double)
    -> TableLayout
  {
    TableLayout(
      table, size: Canvas.pixels(ofPoints: points), padding: padding, width: width)
  }
}

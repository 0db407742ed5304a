import Foundation
import Scenarios

extension Shapes {
  /// The native charts of an exhibit and, for each, its part and its workbook's.
  mutating func add(
    _ chart: Chart, in frame: Frame, look: Presentation, first: Int
  ) throws -> [OfficePart] {
    let size = (width: Double(canvas.emu(frame.width)), height: Double(canvas.emu(frame.height)))
    var parts: [OfficePart] = []
    for (place, native) in try chart.nativeCharts(in: size, look: look).enumerated() {
      let path = "ppt/charts/deckChart\(first + place).xml"
      let workbook = "ppt/embeddings/deckChart\(first + place).xlsx"
      let id = refer("chart", to: path)
      let spot = Frame(
        frame.x + native.x * frame.width, frame.y + native.y * frame.height,
        native.width * frame.width, native.height * frame.height)
      self.frame(
        "Chart \(place + 1)", spot, saying: native.label.isEmpty ? chart.label : native.label,
        graphic:
          "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
          + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
          + "r:id=\"\(id)\"/></a:graphicData>")
      parts.append(
        OfficePart(
          path: path, contentType: PartType.chart.rawValue, bytes: Data(native.xml.utf8),
          relationships: [Relationship("rId1", "package", to: workbook)]))
      parts.append(
        OfficePart(
          path: workbook, contentType: PartType.workbook.rawValue, bytes: native.workbook))
    }
    return parts
  }
}

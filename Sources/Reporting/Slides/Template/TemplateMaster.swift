/// A user's master: the places it has, and its layouts with theirs.
struct TemplateMaster {
  /// A place of a layout or master; where it does not say where it stands, its master does.
  struct Place {
    var type: String
    var index: Int?
    /// EMU.
    var x, y, width, height: Int?
  }
  struct Layout {
    var path, type: String
    var places: [Place]
  }
  var places: [Place]
  var layouts: [Layout]
  /// Titles in capitals take more room.
  var isInCapitals: Bool

  init(_ path: String, in package: TemplatePackage) throws(TemplateFault) {
    let root = try package.root(path)
    places = Self.places(of: root)
    isInCapitals =
      root.first("txStyles")?.first("titleStyle")?.tree.contains {
        $0.attributes["cap"] == "all"
      } ?? false
    let references = try package.relationships(of: path)
    let ids = root.first("sldLayoutIdLst")?.children.compactMap(\.reference) ?? []
    var layouts: [Layout] = []
    for id in ids {
      guard let target = references.first(where: { $0.id == id })?.target else {
        throw TemplateFault("names a layout, \(TemplatePackage.printed(id)), that it lacks.")
      }
      let layout = try package.root(target)
      layouts.append(
        Layout(
          path: target, type: layout.attributes["type"] ?? "", places: Self.places(of: layout)))
    }
    self.layouts = layouts
  }

  private static func places(of root: PartElement) -> [Place] {
    let shapes = root.first("cSld")?.first("spTree")?.all("sp") ?? []
    return shapes.compactMap { shape in
      guard let place = shape.first("nvSpPr")?.first("nvPr")?.first("ph") else { return nil }
      let box = shape.first("spPr")?.first("xfrm")
      let (corner, size) = (box?.first("off"), box?.first("ext"))
      return Place(
        type: place.attributes["type"] ?? "obj", index: place.number("idx"),
        x: corner?.number("x"), y: corner?.number("y"), width: size?.number("cx"),
        height: size?.number("cy"))
    }
  }

  /// The same place on the master: content of any kind stands where its text does.
  func inherited(_ place: Place) -> Place? {
    let type =
      switch place.type {
      case "ctrTitle": "title"
      case "title", "dt", "ftr", "sldNum": place.type
      default: "body"
      }
    return places.first { $0.type == type }
  }
}

/// What a drawing may not hold, though a browser that is shown it as an image would run none of it.
enum SVGRule {
  /// Without the name of its vocabulary, small letters: `svg:Script` as `script`.
  static func local(_ name: String) -> String {
    name.lowercased().split(separator: ":").last.map(String.init) ?? ""
  }

  static func check(element name: String) throws(LogoFault) {
    switch local(name) {
    case "script", "handler", "listener": throw SVGFile.unsafe("a script")
    case "foreignobject", "iframe", "embed", "object", "audio", "video":
      throw SVGFile.unsafe("a foreignObject")
    default: break
    }
  }

  static func check(attribute name: String, _ value: String) throws(LogoFault) {
    let key = local(name)
    if key.hasPrefix("on") { throw SVGFile.unsafe("an event handler") }
    let target = value.filter { !$0.isWhitespace }
    if key == "href" || key == "src" || name == "xml:base", !target.hasPrefix("#") {
      throw SVGFile.unsafe("an external reference")
    }
    // An animation can set a reference or a handler.
    if key == "attributename",
      ["href", "src"].contains(local(target)) || local(target).hasPrefix("on")
    {
      throw SVGFile.unsafe("an external reference")
    }
    // Vocabularies are named by addresses that nothing fetches.
    if name == "xmlns" || name.hasPrefix("xmlns:") { return }
    try check(text: value)
  }

  /// Of attributes, styles and text alike.
  static func check(text: String) throws(LogoFault) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    let isExternal = plain.ranges(of: "url(").contains { found in
      !plain[found.upperBound...].drop { $0 == "\"" || $0 == "'" }.hasPrefix("#")
    }
    if isExternal || plain.contains("@import") || plain.contains("image-set(") {
      throw SVGFile.unsafe("an external reference")
    }
    if plain.contains("javascript:") { throw SVGFile.unsafe("a script") }
    // Escapes of style sheets could spell any of these another way.
    if plain.contains("\\") { throw SVGFile.unsafe("an escape in its style") }
  }
}

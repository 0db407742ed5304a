import Foundation

/// One part of an office file: its place, its kind, its bytes and what it refers to.
struct OfficePart: Hashable, Sendable {
  /// From the root, without the leading slash: `ppt/slides/slide1.xml`.
  var path: String
  var contentType: String
  var bytes: Data
  var relationships: [Relationship] = []
}

/// A reference from one part to another, or to what lies outside.
struct Relationship: Hashable, Sendable {
  var id: String
  /// The whole address of the kind.
  var type: String
  /// A path from the root, or an address where `isExternal`.
  var target: String
  var isExternal = false

  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships/"

  /// - Parameter kind: Such as `slideLayout`.
  init(_ id: String, _ kind: String, to target: String) {
    self.init(id: id, type: Self.office + kind, target: target)
  }

  init(id: String, type: String, target: String, isExternal: Bool = false) {
    self.id = id
    self.type = type
    self.target = target
    self.isExternal = isExternal
  }

  /// `slideLayout` of `http://…/slideLayout`.
  var kind: String { String(type.split(separator: "/").last ?? "") }
}

/// An office file as parts: each has one content type, and its relationships beside it.
struct OfficePackage: Hashable, Sendable {
  var parts: [OfficePart]
  var relationships: [Relationship]

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The same bytes for the same parts.
  func bytes() throws(Archive.Fault) -> Data {
    var entries = [
      Archive.Entry(name: "[Content_Types].xml", bytes: Data(contentTypes.utf8)),
      Self.entry("", relationships),
    ]
    for part in parts {
      entries.append(Archive.Entry(name: part.path, bytes: part.bytes))
      if !part.relationships.isEmpty { entries.append(Self.entry(part.path, part.relationships)) }
    }
    return try Archive.bytes(of: entries)
  }

  /// One override for each part; extensions stand for the relationships alone.
  private var contentTypes: String {
    let overrides = parts.map {
      "<Override PartName=\"/\(Markup.escaped($0.path))\" "
        + "ContentType=\"\(Markup.escaped($0.contentType))\"/>"
    }
    return Self.declaration
      + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + overrides.joined() + "</Types>"
  }

  private static func entry(_ path: String, _ relationships: [Relationship]) -> Archive.Entry {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = path.split(separator: "/").last ?? ""
    let items = relationships.map { relationship in
      let target =
        relationship.isExternal
        ? relationship.target : Self.reference(to: relationship.target, from: folder)
      return "<Relationship Id=\"\(Markup.escaped(relationship.id))\" "
        + "Type=\"\(Markup.escaped(relationship.type))\" Target=\"\(Markup.escaped(target))\""
        + (relationship.isExternal ? " TargetMode=\"External\"/>" : "/>")
    }
    let text =
      declaration
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
    return Archive.Entry(name: "\(folder)_rels/\(name).rels", bytes: Data(text.utf8))
  }

  /// `../theme/theme1.xml` from `ppt/slideMasters/`.
  static func reference(to path: String, from folder: String) -> String {
    var here = folder.split(separator: "/")[...]
    var there = path.split(separator: "/")[...]
    while let first = here.first, there.count > 1, there.first == first {
      here = here.dropFirst()
      there = there.dropFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }
}

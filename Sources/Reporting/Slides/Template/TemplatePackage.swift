import Foundation

/// The parts of a user's office file, found by their references.
struct TemplatePackage {
  /// By path; paths compare without regard to case, as the format has it.
  private let parts: [String: Archive.Entry]
  private let overrides: [String: String]
  private let defaults: [String: String]

  static let limits = Archive.Limits(entries: 10_000, bytes: 400_000_000)
  private static let largestXML = 20_000_000

  init(_ data: Data) throws(TemplateFault) {
    do {
      let entries = try Archive.entries(of: data, within: Self.limits)
      parts = Dictionary(entries.map { ($0.name.lowercased(), $0) }) { first, _ in first }
      guard parts.count == entries.count else {
        throw TemplateFault("holds a part twice. Allowed: each part once.")
      }
    } catch let fault as Archive.Fault {
      throw TemplateFault("cannot be unpacked: \(fault.reason).")
    } catch let fault as TemplateFault {
      throw fault
    } catch {
      throw TemplateFault("cannot be unpacked.")
    }
    guard let list = parts["[content_types].xml"] else {
      throw TemplateFault("is a zip file but no office file: it has no [Content_Types].xml.")
    }
    let root = try Self.root(of: list)
    overrides = Dictionary(
      root.all("Override").map {
        (
          Self.path($0.attributes["PartName"] ?? "").lowercased(),
          $0.attributes["ContentType"] ?? ""
        )
      }
    ) { first, _ in first }
    defaults = Dictionary(
      root.all("Default").map {
        (($0.attributes["Extension"] ?? "").lowercased(), $0.attributes["ContentType"] ?? "")
      }
    ) { first, _ in first }
  }

  func has(_ path: String) -> Bool { parts[path.lowercased()] != nil }

  func root(_ path: String) throws(TemplateFault) -> PartElement {
    guard let entry = parts[path.lowercased()] else {
      throw TemplateFault("lacks its part \(Self.printed(path)).")
    }
    return try Self.root(of: entry)
  }

  func bytes(_ path: String) -> Data { parts[path.lowercased()]?.bytes ?? Data() }

  /// A part with what it refers to.
  func part(_ path: String) throws(TemplateFault) -> OfficePart {
    guard let entry = parts[path.lowercased()] else {
      throw TemplateFault("lacks its part \(Self.printed(path)).")
    }
    let suffix = entry.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let type = overrides[path.lowercased()] ?? defaults[suffix], !type.isEmpty else {
      throw TemplateFault("does not say what its part \(Self.printed(path)) is.")
    }
    return OfficePart(
      path: entry.name, contentType: type, bytes: entry.bytes,
      relationships: try relationships(of: entry.name))
  }

  /// - Parameter path: empty for those of the whole.
  func relationships(of path: String) throws(TemplateFault) -> [Relationship] {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = path.split(separator: "/").last ?? ""
    let place = "\(folder)_rels/\(name).rels"
    guard has(place) else { return [] }
    let root = try root(place)
    return root.all("Relationship").map { element in
      let target = element.attributes["Target"] ?? ""
      let isExternal = element.attributes["TargetMode"] == "External"
      return Relationship(
        id: element.attributes["Id"] ?? "", type: element.attributes["Type"] ?? "",
        target: isExternal ? target : Self.path(target, from: folder), isExternal: isExternal)
    }
  }

  /// A reference as a path from the root.
  static func path(_ target: String, from folder: String = "") -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  static func printed(_ path: String) -> String { Names.clamped(path, to: 120) }

  private static func root(of entry: Archive.Entry) throws(TemplateFault) -> PartElement {
    guard entry.bytes.count <= largestXML else {
      throw TemplateFault("has a part of over 20 MB, \(printed(entry.name)).")
    }
    do {
      return try PartXML.root(of: entry.bytes)
    } catch {
      throw TemplateFault("has a part, \(printed(entry.name)), that \(error.reason).")
    }
  }
}

/// One thing wrong with a template: what follows the file's name.
struct TemplateFault: Error, Hashable {
  var words: String
  init(_ words: String) { self.words = words }
}

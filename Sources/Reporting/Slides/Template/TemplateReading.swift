import Foundation

/// Finds in a user's file what slides stand on, and every fault there is.
struct TemplateReading {
  let package: TemplatePackage
  init(_ package: TemplatePackage) { self.package = package }

  /// Slides side by side measure this much at least and at most; EMU.
  private static let sizes = 914_400...51_206_400

  func template() throws -> SlideTemplate {
    let path = try presentationPath()
    let root = try package.root(path)
    guard root.kind == "presentation" else {
      throw TemplateFault(
        "is an office file but no presentation. Allowed: .pptx or .potx.")
    }
    guard !root.attributes.values.contains(where: { $0.contains("purl.oclc.org") }) else {
      throw TemplateFault(
        "is saved as Strict Open XML. Allowed: the usual .pptx. Save it again as such.")
    }
    let references = try package.relationships(of: path)
    var faults: [TemplateFault] = []
    let canvas = Self.canvas(root, &faults)
    let masters = self.masters(root, references, &faults)
    var parts: [OfficePart] = []
    do throws(TemplateFault) {
      parts = try TemplateParts(package: package).reached(from: Self.kept(references))
    } catch {
      faults.append(error)
    }
    let layouts = canvas.flatMap { TemplateLayouts(masters: masters, canvas: $0).chosen }
    if layouts == nil, canvas != nil, !masters.isEmpty {
      faults.append(
        TemplateFault(
          "has no layout with a title. Allowed: at least one. Add the layout Title Only to its "
            + "master."))
    }
    guard faults.isEmpty, let canvas, let layouts else { throw TemplateFaults(all: faults) }
    return template(path, root, references, parts, canvas, layouts)
  }

  private func presentationPath() throws(TemplateFault) -> String {
    let all = try package.relationships(of: "")
    guard let path = all.first(where: { $0.kind == "officeDocument" })?.target else {
      throw TemplateFault("does not say where its presentation is. Save it again as .pptx.")
    }
    return path
  }

  private static func canvas(_ root: PartElement, _ faults: inout [TemplateFault]) -> Canvas? {
    let size = root.first("sldSz")
    guard let width = size?.number("cx"), let height = size?.number("cy"),
      sizes.contains(width), sizes.contains(height)
    else {
      faults.append(
        TemplateFault("has no slide size that can be used. Allowed: 1 to 56 inches either way."))
      return nil
    }
    return Canvas(slideWidth: width, slideHeight: height)
  }

  private func masters(
    _ root: PartElement, _ references: [Relationship], _ faults: inout [TemplateFault]
  ) -> [TemplateMaster] {
    let ids = root.first("sldMasterIdLst")?.children.compactMap(\.reference) ?? []
    guard !ids.isEmpty else {
      faults.append(
        TemplateFault("has no slide master. Allowed: at least one. Save it from PowerPoint."))
      return []
    }
    var masters: [TemplateMaster] = []
    for id in ids {
      do throws(TemplateFault) {
        guard let path = references.first(where: { $0.id == id })?.target else {
          throw TemplateFault(
            "names a slide master, \(TemplatePackage.printed(id)), that it lacks.")
        }
        masters.append(try TemplateMaster(path, in: package))
      } catch {
        faults.append(error)
      }
    }
    return masters
  }

  /// What of the presentation stays: nothing of its slides, nothing that runs.
  private static func kept(_ references: [Relationship]) -> [Relationship] {
    let kinds = ["slideMaster", "notesMaster", "handoutMaster", "theme", "font", "tableStyles"]
    return references.filter { kinds.contains($0.kind) && !$0.isExternal }
  }

  private func template(
    _ path: String, _ root: PartElement, _ references: [Relationship], _ parts: [OfficePart],
    _ canvas: Canvas, _ layouts: [SlideLayout]
  ) -> SlideTemplate {
    let kept = Self.kept(references)
    let theme = parts.first { $0.contentType == PartType.theme.rawValue }
    let notes = kept.first { $0.kind == "notesMaster" }?.target
    var all = parts
    var links = kept
    if notes == nil {
      all += NotesMasterDrawing.parts(
        theme: theme.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
      links.append(Relationship("deckNotes", "notesMaster", to: OwnDesign.notesMasterPath))
    }
    let hasStyles = kept.contains { $0.kind == "tableStyles" }
    for (setting, link) in zip(
      OwnDesign.settings, OwnDesign.settingRelationships(from: 1, prefix: "deckSetting"))
    where link.kind != "tableStyles" || !hasStyles {
      all.append(setting)
      links.append(link)
    }
    let text = PresentationText(root: root, bytes: package.bytes(path))
    var canvas = canvas
    canvas.typeScale = Self.typeScale(of: theme)
    return SlideTemplate(
      canvas: canvas, layouts: layouts, parts: all,
      root: text.root(path: path, addsNotes: notes == nil, relationships: links),
      notesMaster: notes ?? OwnDesign.notesMasterPath,
      colours: theme.map(Self.colours) ?? [:])
  }

  /// Text is measured in Arial. A face that is not measured the same may be wider, and so may be
  /// the one that stands in for it where it is not installed: such type is printed smaller.
  private static func typeScale(of theme: OfficePart?) -> Double {
    let fonts = theme.flatMap { try? PartXML.root(of: $0.bytes) }?.tree
      .first { $0.kind == "minorFont" }?.first("latin")?.attributes["typeface"]
    let measured = ["Arial", "Helvetica", "Liberation Sans", "Arial Narrow", "Times New Roman"]
    return fonts.map(measured.contains) == true ? 1 : 0.87
  }

  /// A theme's colours by name.
  private static func colours(of theme: OfficePart) -> [String: String] {
    guard let root = try? PartXML.root(of: theme.bytes),
      let scheme = root.tree.first(where: { $0.kind == "clrScheme" })
    else { return [:] }
    var colours: [String: String] = [:]
    for entry in scheme.children {
      let value = entry.children.first.flatMap { $0.attributes["lastClr"] ?? $0.attributes["val"] }
      if let value, value.count == 6, UInt32(value, radix: 16) != nil {
        colours[entry.kind] = value
      }
    }
    return colours
  }
}

/// Parts reached by references, each once.
struct TemplateParts {
  let package: TemplatePackage

  func reached(from references: [Relationship]) throws(TemplateFault) -> [OfficePart] {
    var parts: [OfficePart] = []
    var seen: Set<String> = []
    var waiting = references.map(\.target)
    while let path = waiting.first {
      waiting.removeFirst()
      guard seen.insert(path.lowercased()).inserted else { continue }
      var part = try package.part(path)
      part.relationships = part.relationships.map(Self.withoutSlides)
      parts.append(part)
      waiting += part.relationships.filter { !$0.isExternal && $0.kind != "slide" }.map(\.target)
    }
    return parts
  }

  /// A layout may lead to one of the slides that are left out: it leads to the first one then.
  private static func withoutSlides(_ reference: Relationship) -> Relationship {
    guard reference.kind == "slide" else { return reference }
    var changed = reference
    changed.target = SlideDrawing.path(1)
    return changed
  }
}

/// The user's presentation part, its own words kept but for what belongs to its slides.
struct PresentationText {
  let root: PartElement
  let bytes: Data

  func root(path: String, addsNotes: Bool, relationships: [Relationship]) -> PresentationRoot {
    let prefix = root.name.contains(":") ? "\(root.name.split(separator: ":")[0]):" : ""
    let declared = root.attributes.first {
      $0.key.hasPrefix("xmlns:") && $0.value + "/" == Relationship.office
    }
    let reference = declared.map { String($0.key.dropFirst(6)) } ?? "deckr"
    var start = text(root.startTag)
    if declared == nil {
      start = String(start.dropLast()) + " xmlns:deckr=\"\(Relationship.office.dropLast())\">"
    }
    let notes =
      addsNotes
      ? "<\(prefix)notesMasterIdLst><\(prefix)notesMasterId \(reference):id=\"deckNotes\"/>"
        + "</\(prefix)notesMasterIdLst>" : slices(["notesMasterIdLst"])
    return PresentationRoot(
      path: path, startTag: start, endTag: "</\(root.name)>", prefix: prefix,
      reference: reference,
      masters: slices(["sldMasterIdLst"]) + notes + slices(["handoutMasterIdLst"]),
      rest: slices(["sldSz", "notesSz", "embeddedFontLst", "defaultTextStyle"]),
      relationships: relationships)
  }

  private func slices(_ kinds: [String]) -> String {
    kinds.compactMap(root.first).map { text($0.bytes) }.joined()
  }

  private func text(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound],
      as: UTF8.self)
  }
}

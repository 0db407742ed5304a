import Yams

/// The tree of values a text holds, and what was refused on the way: anchors, aliases, merge keys,
/// tags, keys given twice, too many values, and text that is not YAML.
struct Composition {
  static let mostValues = 100_000

  let file: String
  private(set) var root: Written?
  private(set) var problems: [Problem] = []
  private var renaming: KeyRenaming
  private var values = 0

  /// A case file may hold a list at its top, a scenario only a mapping.
  init(_ text: ScenarioText, file: String, acceptsList: Bool = false) {
    self.file = file
    renaming = KeyRenaming(text.text)
    if let spot = AliasScan(text.text).anchorOfBomb {
      note(spot, Self.anchorSays, Self.writeOut)
    } else {
      root = composed()
    }
    if let root, root.pairs == nil, !(acceptsList && root.items != nil), problems.isEmpty {
      self.root = nil
      note(root.spot, rootSays(root), "Allowed: a mapping of keys, the first being format: 1.")
    }
  }

  private func rootSays(_ root: Written) -> String {
    if case .scalar(let text, isPlain: true) = root.content, Written.isNull(text) {
      return "is empty."
    }
    return "is \(root.shown)."
  }

  /// Yams stops at the first key given twice, so that key is renamed and the text read again;
  /// `written` then meets both.
  private mutating func composed() -> Written? {
    while true {
      do {
        let parser = try Parser(yaml: renaming.text, resolver: .basic)
        guard let node = try parser.singleRoot() else {
          note(.start, "is empty.", "Allowed: a mapping of keys, the first being format: 1.")
          return nil
        }
        // Anchors live as long as the parser that read them.
        return withExtendedLifetime(parser) { written(node, at: "") }
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let spot = Spot(context.mark)
        guard let name = names.first, renaming.rename(name, at: spot) else {
          duplicate(Written.shown(names.first ?? ""), at: spot, "is given twice.")
          return nil
        }
      } catch {
        noteSyntax(error)
        return nil
      }
    }
  }
}

extension Composition {
  static let anchorSays = "has an anchor or alias."
  static let writeOut =
    "Allowed: plain keys and values, without anchors, aliases, merge keys and tags. "
    + "Write the value out."

  private mutating func written(_ node: Node, at path: String) -> Written {
    let spot = node.mark.map { Spot($0) } ?? .start
    var written = Written(spot: spot, content: .unreadable)
    values += 1
    guard values <= Self.mostValues else {
      if values == Self.mostValues + 1 {
        note(
          spot, "holds more than \(Bounds.text(Double(Self.mostValues))) values.",
          "Allowed: at most that many. A scenario holds a few hundred.")
      }
      return written
    }
    guard node.anchor == nil else {
      note(spot, Self.anchorSays, Self.writeOut, path)
      return written
    }
    guard !isTagged(node) else {
      note(spot, "has a tag.", Self.writeOut, path)
      return written
    }
    switch node {
    case .scalar(let scalar):
      written.content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let items): written.content = .list(items.map { self.written($0, at: path) })
    case .mapping(let mapping): written.content = .mapping(pairs(mapping, at: path))
    case .alias: note(spot, Self.anchorSays, Self.writeOut, path)
    }
    return written
  }

  private mutating func pairs(_ mapping: Node.Mapping, at path: String) -> [Written.Pair] {
    var pairs: [Written.Pair] = []
    var lines: [String: Int] = [:]
    for (node, value) in mapping {
      let spot = node.mark.map { Spot($0) } ?? .start
      guard let scalar = node.scalar, node.anchor == nil else {
        note(
          spot, "has a key that is not a word.", "Allowed: the keys of format 1. Write a word.",
          path)
        continue
      }
      let key = renaming.original(scalar.string)
      let place = path.isEmpty ? Written.shown(key) : "\(path).\(Written.shown(key))"
      if key == "<<", scalar.style == .plain {
        note(spot, "has a merge key.", Self.writeOut, path)
      } else if let first = lines[key] {
        duplicate(place, at: spot, "is given twice, first on line \(first).")
      } else {
        lines[key] = spot.line
        pairs.append(.init(key: key, spot: spot, value: written(value, at: place)))
      }
    }
    return pairs
  }

  /// A quoted text carries the tag of text although none was written.
  private func isTagged(_ node: Node) -> Bool {
    switch node {
    case .scalar(let scalar):
      let tag = scalar.tag.rawValue
      return !tag.isEmpty && !(scalar.style != .plain && tag == Tag.Name.str.rawValue)
    case .mapping(let mapping): return !mapping.tag.rawValue.isEmpty
    case .sequence(let sequence): return !sequence.tag.rawValue.isEmpty
    case .alias: return false
    }
  }

  private mutating func duplicate(_ key: String, at spot: Spot, _ says: String) {
    problems.append(
      Problem(
        file: file, line: spot.line, column: spot.column, key: key, says: says,
        fix: "Allowed: each key once. Keep the one that is meant."))
  }

  private mutating func note(
    _ spot: Spot, _ says: String, _ fix: String, _ path: String = ""
  ) {
    var problem = ScenarioText.problem(file, spot, says, fix)
    if !path.isEmpty { problem.key = path }
    problems.append(problem)
  }

  private mutating func noteSyntax(_ error: any Error) {
    let fix = "Check the indentation, colons, quotes and brackets on this line and the one before."
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let spot = Spot(mark)
      if problem.contains("alias") {
        note(spot, Self.anchorSays, Self.writeOut)
      } else if problem.contains("another document") {
        note(spot, "holds a second document.", "Allowed: one scenario in one file. Split the file.")
      } else if renaming.isTab(at: spot) {
        note(spot, "is indented with a tab.", "Allowed: spaces. Indent with two spaces a level.")
      } else {
        note(spot, "is not valid YAML here (\(problem)).", fix)
      }
    default:
      note(.start, "is not valid YAML.", "Allowed: YAML in UTF-8. Save the file as plain text.")
    }
  }
}

extension Spot {
  fileprivate init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

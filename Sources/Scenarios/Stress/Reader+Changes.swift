/// What a stress changes, as it is laid over the file.
extension Reader {
  /// Unknown keys are refused and left out.
  ///
  /// - Parameter source: The stress's; `nil` where it is refused, once and elsewhere.
  mutating func readChanges(
    _ item: Written, from source: String?, over root: Written, at place: String
  ) -> WrittenChanges {
    let names = StressKeys.all.map(\.name)
    _ = refuseUnknown(in: item, allowed: names, at: place)
    var changes = WrittenChanges(overlay: .mapping(at: item.spot))
    let source = Written.Pair(
      key: "source", spot: item.spot,
      value: Written(spot: item.spot, content: .scalar(source ?? "unsaid", isPlain: false)))
    changes.overlay = changed(
      StressKeys.changes, by: item, root, at: (place, ""), source, &changes.moved, isOpen: true)
    return changes
  }

  /// - Parameters:
  ///   - place: Of the changes, for what is refused; and in the file.
  ///   - isOpen: Whether there are keys beside these, judged elsewhere.
  private mutating func changed(
    _ keys: [Key], by given: Written, _ base: Written?, at place: (stress: String, file: String),
    _ source: Written.Pair, _ moved: inout [(path: String, value: Written)], isOpen: Bool = false
  ) -> Written {
    let here = keys.filter { $0.only == nil || $0.only == form }
    if !isOpen { _ = refuseUnknown(in: given, allowed: here.map(\.name), at: place.stress) }
    var pairs: [Written.Pair] = []
    for pair in given.pairs ?? [] {
      guard let key = here.first(where: { $0.name == pair.key }) else { continue }
      let path = place.file.isEmpty ? key.name : "\(place.file).\(key.name)"
      let inner = (stress: "\(place.stress).\(key.name)", file: path)
      let before = base?[key.name]?.value
      var value = pair.value
      switch key.form {
      case .mapping(let keys) where value.pairs != nil:
        value = changed(keys, by: value, before, at: inner, source, &moved)
      case .assumption(let keys, let shorthand) where value.pairs != nil || shorthand != nil:
        value = value.spelledOut(shorthand)
        value = changed(
          keys + [Self.sourceKey], by: value, before, at: inner, source, &moved)
        value = value.completed(with: source, and: shorthand, of: before)
      case .source: break
      default:
        let parts = (value.pairs ?? []).map { ("\(path).\($0.key)", $0.value) }
        moved += parts.isEmpty ? [(path, value)] : parts
      }
      pairs.append(Written.Pair(key: pair.key, spot: pair.spot, value: value))
    }
    return .mapping(pairs, at: given.spot)
  }
}

extension Written {
  /// A bare word as the mapping it stands for.
  fileprivate func spelledOut(_ shorthand: String?) -> Written {
    guard let shorthand, case .scalar = content else { return self }
    return .mapping([Pair(key: shorthand, spot: spot, value: self)], at: spot)
  }

  /// With the stress's source where it names none of its own, and with the word that the file gave
  /// in place of a mapping.
  fileprivate func completed(
    with source: Pair, and shorthand: String?, of before: Written?
  ) -> Written {
    var pairs = pairs ?? []
    if self["source"] == nil { pairs.append(source) }
    if let shorthand, self[shorthand] == nil, let before, case .scalar = before.content {
      pairs.append(Pair(key: shorthand, spot: before.spot, value: before))
    }
    return .mapping(pairs, at: spot)
  }
}

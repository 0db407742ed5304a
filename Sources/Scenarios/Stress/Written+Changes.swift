/// Laying what a stress changes over what the file says.
extension Written {
  /// Where both hold a mapping, key by key; elsewhere the other's value.
  func overlaid(with other: Written) -> Written {
    guard let own = pairs, let others = other.pairs else { return other }
    let kept = own.map { pair in
      guard let change = other[pair.key] else { return pair }
      return Pair(key: pair.key, spot: change.spot, value: pair.value.overlaid(with: change.value))
    }
    let added = others.filter { self[$0.key] == nil }
    return .mapping(kept + added, at: spot)
  }

  /// A mapping without one of its keys.
  func without(_ key: String) -> Written {
    .mapping((pairs ?? []).filter { $0.key != key }, at: spot)
  }
}

/// What one stress changes, ready to be laid over the file.
struct WrittenChanges {
  var overlay: Written
  /// Every key that is given, by its path in the file, with what is written there.
  var moved: [(path: String, value: Written)] = []

  /// Whether a figure of the scenario is one of those moved.
  func covers(_ figure: String) -> Bool {
    moved.contains { figure == $0.path || figure.hasPrefix($0.path + ".") }
  }

  /// `Changed: retention.mean to 0.7; joining.sizePlan to [0, 0, 0, 0, 0].`
  var inWords: String {
    let parts = moved.map { change in
      let path = change.path.replacing(/^assumptions\./, with: "")
      return "\(path) to \(change.value.inOneLine)"
    }
    return "Changed: \(parts.joined(separator: "; "))."
  }
}

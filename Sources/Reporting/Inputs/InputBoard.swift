import Projection

/// What the pages ask of an input study: the paths by name, and the best one's bars.
struct InputBoard {
  let board: Board
  let paths: PathBoard
  let study: InputStudy

  /// `nil` where no study was made, or the rules in force are none to sign under.
  init?(_ board: Board) {
    guard let paths = PathBoard(board), let study = board.comparison.inputs,
      !study.followed.isEmpty, study.tornados.count >= study.followed.count
    else { return nil }
    self.board = board
    self.paths = paths
    self.study = study
  }

  func title(_ path: Int) -> String { paths.title(path) }
  var best: String { title(study.best) }

  /// Of the best path.
  var tornado: Tornado { study.tornados[0] }
  /// Of the path to sign, where it was followed; its widest bars first.
  var shownTornado: Tornado {
    guard var shown = single.first(where: { $0.path == paths.paths.named }), isOther else {
      return tornado
    }
    shown.bars = shown.bars.widestFirst.map { shown.bars[$0] }
    return shown
  }

  /// Whether the path to sign is another than the best one, which an appetite leaves aside.
  var isOther: Bool { paths.paths.withinAppetite?.path.map { $0 != study.best } ?? false }

  /// Of the best path less its rival.
  var lead: Tornado? { study.tornados.first { $0.less != nil } }
  /// Of each path followed.
  var single: [Tornado] { study.tornados.filter { $0.less == nil } }
  /// Of those that differ from the best by more than the minimum rate, and the best.
  var distinct: [Tornado] {
    single.filter { $0.path == study.best || isDistinct($0.path) }
  }

  /// Whether a path's levels are others than the best one's.
  func isDistinct(_ path: Int) -> Bool {
    paths.outcome(path).path.years != paths.outcome(study.best).path.years
  }

  var trials: String { DecimalText.grouped(study.trials) }

  /// `If … , the highest mean passes from X to Y.`
  func sentence(_ flip: FlipPoint) -> Finding {
    guard flip.shift.isClear else {
      return Finding("\(tied(flip).capitalizedFirst).", number: flip.shift)
    }
    return Finding(
      "If \(flip.condition(study)), the highest mean passes from \(title(flip.from)) to "
        + "\(title(flip.to)).", number: flip.shift)
  }

  /// Said of a flip point that cannot be told from what is projected.
  func tied(_ flip: FlipPoint) -> String {
    let side = study.flips.contains { $0.below == flip } ? "lower" : "higher"
    return
      "as projected \(title(flip.from)) cannot be told from \(title(flip.to)), which is ahead where "
      + "\(flip.input.title.lowercased()) is \(side)"
  }

  /// The flip point nearest in parts of the way to the 10th or 90th percentile; `nil` where no input
  /// with a stated uncertainty has one.
  var nearestFlip: FlipPoint? {
    study.flipsFound.filter { flip in study.range(of: flip.input)?.isUncertain == true }
      .min { distance($0) < distance($1) }
  }

  private func distance(_ flip: FlipPoint) -> Double { place(flip)?.value ?? .infinity }

  /// Of a flip point on the way from the projected level, 0, to the 10th or 90th percentile, 1.
  private func place(_ flip: FlipPoint) -> Estimate? {
    guard let range = study.range(of: flip.input),
      let end = flip.shift.value < 0 ? range.atTenth : range.atNinetieth
    else { return nil }
    let width = (end.value - range.level).magnitude
    guard width > 0 else { return nil }
    let part = (flip.level.value - range.level).magnitude / width
    let (own, ends) = (flip.level.standardError / width, part * end.standardError / width)
    return Estimate(value: part, standardError: (own * own + ends * ends).squareRoot())
  }

  /// Where a flip point lies against the middle eight tenths of what its input may come to.
  enum Reach { case inside, outside, cannotBeTold }

  func reach(of flip: FlipPoint) -> Reach {
    guard let place = place(flip) else { return .outside }
    let beyond = Estimate(value: place.value - 1, standardError: place.standardError)
    guard beyond.isClear else { return .cannotBeTold }
    return beyond.value < 0 ? .inside : .outside
  }
}

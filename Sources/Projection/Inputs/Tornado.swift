import Regulation

/// What each uncertain input is worth by itself: one at a time at the 10th and at the 90th percentile
/// of its level, all else as projected, on the same trials.
public struct Tornado: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public var input: Input
    /// Change of mean five-year net, in dollars. Its error is the paired one, and that of the level.
    public var atTenth, atNinetieth: Estimate

    public init(input: Input, atTenth: Estimate, atNinetieth: Estimate) {
      self.input = input
      self.atTenth = atTenth
      self.atNinetieth = atNinetieth
    }

    /// From the lower of both ends, and of no change, to the higher.
    public var width: Double {
      max(atTenth.value, atNinetieth.value, 0) - min(atTenth.value, atNinetieth.value, 0)
    }
  }
  /// A place in the outcomes of the paths; for a difference, the path it is taken from.
  public var path: Int
  /// The path it is less; `nil` for a path by itself.
  public var less: Int?
  /// Mean five-year net with nothing moved.
  public var mean: Estimate
  /// In the order of the widest bars of the best path.
  public var bars: [Bar]
}

extension [Tornado.Bar] {
  /// Their places, the widest first; the first of equals.
  public var widestFirst: [Int] {
    indices.sorted { (self[$1].width, $0) < (self[$0].width, $1) }
  }
}

/// Both ends of every uncertain input, looked at once for all that is made of them.
struct TornadoEnds {
  let base: Sighting
  /// Inputs with a spread.
  let ranges: [InputRange]
  /// Two for each: at the 10th percentile and at the 90th.
  let ends: [Sighting]

  init(_ bench: PointBench, _ ranges: [InputRange], following followed: [Int]) throws {
    let uncertain = ranges.filter(\.isUncertain)
    let points = uncertain.flatMap { range in
      [-InputRange.ninetieth, InputRange.ninetieth].map {
        InputPoint(shifts: [range.input: range.shift(score: $0)])
      }
    }
    let seen = try bench.look(at: [.scenario] + points, following: followed)
    base = seen[0]
    ends = Array(seen.dropFirst())
    self.ranges = uncertain
  }

  /// - Parameters: Places among the paths followed.
  func bars(of one: Int, less other: Int? = nil) -> [Tornado.Bar] {
    let before = figure(base, one, other)
    // A level that is off by a part of its shift moves the change by about as large a part.
    func change(_ end: Sighting, _ range: InputRange) -> Estimate {
      let after = figure(end, one, other)
      var change = Moments(zip(after, before).map { $0 - $1 }).cents(of: before.count)
      let ofLevel = range.relativeError * change.value
      change.standardError =
        (change.standardError * change.standardError + ofLevel * ofLevel).squareRoot()
      return change
    }
    return ranges.indices.map { place in
      Tornado.Bar(
        input: ranges[place].input, atTenth: change(ends[2 * place], ranges[place]),
        atNinetieth: change(ends[2 * place + 1], ranges[place]))
    }
  }

  private func figure(_ sighting: Sighting, _ one: Int, _ other: Int?) -> [Int64] {
    guard let other else { return sighting.columns[one] }
    return zip(sighting.columns[one], sighting.columns[other]).map { $0 - $1 }
  }

  /// A tornado for each path followed, then one of the first less the second; every one in the order
  /// of the widest bars of the first.
  ///
  /// - Parameter followed: Places in the outcomes, in the order they were followed.
  func tornados(_ followed: [Int]) -> [Tornado] {
    let order = bars(of: 0).widestFirst
    func ordered(_ bars: [Tornado.Bar]) -> [Tornado.Bar] { order.map { bars[$0] } }
    let single = followed.enumerated().map { place, path in
      Tornado(path: path, mean: base.mean(place), bars: ordered(bars(of: place)))
    }
    guard followed.count > 1 else { return single }
    return single + [
      Tornado(
        path: followed[0], less: followed[1], mean: base.lead(of: 0, over: 1),
        bars: ordered(bars(of: 0, less: 1)))
    ]
  }
}

/// The point nearest the origin at which a function falls to zero.
///
/// Standard scores that are independent make a distance a likelihood: the nearest point is the most
/// likely one, the design point of first-order reliability. It is sought as Hasofer and Lind (1974) and
/// Rackwitz and Fiessler (1978) do: at the nearest point the function falls steepest straight away from
/// the origin, so one walks out along a direction to the zero, turns into the steepest fall there,
/// and walks again, as long as that comes nearer. Every walk ends beyond the boundary, found by regula
/// falsi.
struct NearestPoint {
  /// Where the function is at most zero, less than `narrow` of the way beyond a place at which it is
  /// not; `nil` where none was found within reach.
  private(set) var point: [Double]?
  private(set) var distance = Double.infinity

  /// Ends of a bracket along a ray: the function is above zero at the first and not at the second.
  private typealias End = (r: Double, value: Double)
  private typealias Bracket = (inside: End, outside: End)

  static let step = 0.5
  static let mostTurns = 4
  /// A bracket is narrow enough at this part of its distance: while directions are sought, and in the
  /// end.
  static let coarse = 0.03
  static let narrow = 0.005
  /// Directions whose cosine is above this are the same: the distance then differs by less than a
  /// hundredth.
  private static let alike = 0.99

  private let dimensions: Int
  private let reach: Double
  private let values: ([[Double]]) throws -> [Double]

  /// - Parameters:
  ///   - start: The function at the origin; above zero.
  ///   - reach: How far is looked.
  ///   - values: The function at many points at once.
  init(
    dimensions: Int, start: Double, reach: Double,
    of values: @escaping ([[Double]]) throws -> [Double]
  ) throws {
    self.dimensions = dimensions
    self.reach = reach
    self.values = values
    guard dimensions > 0, start > 0 else { return }
    try search(from: start)
  }

  private mutating func search(from start: Double) throws {
    var place = Array(repeating: 0.0, count: dimensions)
    var value = start
    var best: (direction: [Double], bracket: Bracket)?
    var before: [Double]?
    for _ in 0..<Self.mostTurns {
      guard let fall = try steepest(at: place, value) else { break }
      if let before, Self.product(fall, before) > Self.alike { break }
      before = fall
      let end = best?.bracket.outside.r ?? reach
      let last = try values([fall.map { $0 * end }])[0]
      (place, value) = (fall.map { $0 * end }, last)
      guard last <= 0 else {
        if best != nil { break }
        continue
      }
      let bracket = try narrowed(((0, start), (end, last)), along: fall, to: Self.coarse)
      (place, value) = (fall.map { $0 * bracket.outside.r }, bracket.outside.value)
      best = (fall, bracket)
    }
    guard let best else { return }
    let bracket = try narrowed(best.bracket, along: best.direction, to: Self.narrow)
    distance = bracket.outside.r
    point = best.direction.map { $0 * bracket.outside.r }
  }

  /// The direction of steepest fall, by differences one step towards it; `nil` where it is flat.
  private func steepest(at place: [Double], _ value: Double) throws -> [Double]? {
    let signs = place.map { $0 < 0 ? -1.0 : 1 }
    let beside = place.indices.map { axis in
      var other = place
      other[axis] += signs[axis] * Self.step
      return other
    }
    let slopes = zip(try values(beside), signs).map { ($0 - value) / (Self.step * $1) }
    let length = Self.product(slopes, slopes).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    return slopes.map { -$0 / length }
  }

  /// A bracket along a direction, made narrow enough at this part of its distance.
  private func narrowed(
    _ bracket: Bracket, along direction: [Double], to part: Double
  ) throws -> Bracket {
    var bracket = bracket
    var turn = 0
    var isInside = false
    while turn < 24, bracket.outside.r - bracket.inside.r > part * bracket.outside.r {
      let r = Self.next(bracket, turn, isInside, part)
      let found = try values([direction.map { $0 * r }])[0]
      isInside = found > 0
      if isInside { bracket.inside = (r, found) } else { bracket.outside = (r, found) }
      turn += 1
    }
    return bracket
  }

  /// In turn: where the line through both ends crosses, a little to the other side of what was found
  /// there, and the middle.
  private static func next(
    _ bracket: Bracket, _ turn: Int, _ isInside: Bool, _ precision: Double
  ) -> Double {
    let (near, far) = (bracket.inside, bracket.outside)
    let (width, little) = (far.r - near.r, 0.9 * precision * far.r)
    switch turn % 3 {
    case 0:
      let part = near.value / (near.value - far.value)
      return near.r + width * min(max(part, 0.01), 0.99)
    case 1: return isInside ? min(near.r + little, far.r) : max(far.r - little, near.r)
    default: return near.r + width / 2
    }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

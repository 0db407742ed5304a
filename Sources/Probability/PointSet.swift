import CKernels

/// Scrambled Sobol' points: the words of chosen draws that fill their space evenly, in place of the
/// generator's own.
///
/// Trial t is point i of randomisation r, both functions of t alone: the first 2,048 trials are 128
/// points of each of 16 randomisations, and each doubling of the trials doubles the points of each.
/// Any trial can so be replayed by itself, and more trials change none. Each randomisation is scrambled
/// on its own, by random linear matrices and shifts (Matousek 1998; of variance as Owen's nested
/// scrambling, Owen 2003), so that the spread between them is the error of their mean.
///
/// Sobol' numbers are those of Joe & Kuo (2008).
public final class PointSet: Sendable {
  /// Of which the mean over trials is made.
  public static let randomisations = Int(ck_randomisations)
  /// The fewest trials that hold points of every randomisation.
  public static let leastTrials = batch * randomisations
  /// The most draws that points can give.
  public static let mostDimensions = Int(ck_most_dimensions)
  /// Trials written at once.
  static let batch = Int(ck_lanes)

  public let dimensions: Int
  /// Tells apart two sets whose draws or axis differ; the same on every machine.
  public let digest: UInt64
  // Unsafe only to the compiler: written once, here.
  nonisolated(unsafe) let columns: UnsafeMutablePointer<UInt32>
  nonisolated(unsafe) let axes: UnsafeMutablePointer<Double>
  nonisolated(unsafe) let places: UnsafeMutablePointer<UInt16>
  private let turned, reflections: Int

  /// - Parameters:
  ///   - draws: Which draws take a dimension, the first one the first: places as `GuidedPlace` numbers
  ///     them, each once; `mostDimensions` at most.
  ///   - axes: Unit vectors over the first draws, all of one length: normal scores are reflected at the
  ///     plane across each in turn.
  ///   - subject: Whose the scrambling is.
  public init(draws: [GuidedPlace], axes: [[Double]], subject: Subject) {
    dimensions = draws.count
    (turned, reflections) = (axes.first?.count ?? 0, axes.count)
    let size = Self.randomisations * draws.count * Int(ck_point_columns)
    columns = .allocate(capacity: max(1, size))
    columns.initialize(repeating: 0, count: size)
    let values = axes.flatMap { $0 }
    self.axes = .allocate(capacity: max(1, values.count))
    self.axes.initialize(repeating: 0, count: values.count)
    for (place, value) in values.enumerated() { self.axes[place] = value }
    places = .allocate(capacity: Int(ck_guided_places))
    places.initialize(repeating: 0, count: Int(ck_guided_places))
    for (dimension, draw) in draws.enumerated() { places[draw.number] = UInt16(dimension + 1) }
    digest = Self.digest(draws, values)
    RandomStream.prepare()
    let key = [subject.words.0, subject.words.1]
    ck_scramble(key, Purpose.scrambling.counterWord, Int32(draws.count), columns)
  }

  deinit {
    columns.deallocate()
    axes.deallocate()
    places.deallocate()
  }

  /// The randomisation that a trial belongs to, 0 for the first.
  @inline(__always)
  public static func randomisation(of trial: Int) -> Int {
    Int(ck_place_of_trial(UInt32(truncatingIfNeeded: trial)).randomisation)
  }

  var kernel: ck_points {
    ck_points(
      dimensions: Int32(dimensions), turned: Int32(turned), reflections: Int32(reflections),
      columns: UnsafePointer(columns), axes: UnsafePointer(axes))
  }

  /// FNV-1a.
  private static func digest(_ draws: [GuidedPlace], _ axes: [Double]) -> UInt64 {
    (draws.map { UInt64($0.number) } + axes.map(\.bitPattern)).reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ $1) &* 0x100_0000_01B3
    }
  }
}

/// A draw whose word points may give: slots below 32, years below 8, of each address the first two
/// draws.
public struct GuidedPlace: Hashable, Sendable {
  let number: Int

  public init(_ purpose: Purpose, slot: Int, year: Int, draw: Int = 0) {
    number = Int(ck_guided_place(purpose.rawValue, UInt32(slot), UInt32(year), UInt32(draw)))
  }
}

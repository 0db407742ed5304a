import CKernels
import CWidths

/// One worker's points: those of `PointSet.batch` trials that follow one another.
public final class PointBatch {
  private let points: PointSet
  private let buffer: UnsafeMutablePointer<UInt32>
  /// Room for the normal scores of the draws turned.
  private let scores: UnsafeMutablePointer<Double>
  private let width: Int32
  private var first = -1
  private var lane = 0

  public init(_ points: PointSet, width: Int32 = cw_widest()) {
    self.points = points
    self.width = width
    let size = max(1, points.dimensions) * PointSet.batch
    buffer = .allocate(capacity: size)
    buffer.initialize(repeating: 0, count: size)
    let turned = max(1, Int(points.kernel.turned)) * PointSet.batch
    scores = .allocate(capacity: turned)
    scores.initialize(repeating: 0, count: turned)
  }

  deinit {
    buffer.deallocate()
    scores.deallocate()
  }

  /// Moves to a trial.
  public func seek(_ trial: Int) {
    lane = trial % PointSet.batch
    guard trial - lane != first else { return }
    first = trial - lane
    var kernel = points.kernel
    ck_write_points(width, &kernel, UInt32(first), scores, buffer)
  }

  /// What a kernel takes words by, of the trial last moved to and those beside it.
  public var guide: ck_guide {
    ck_guide(dimension: UnsafePointer(points.places), words: UnsafePointer(buffer))
  }

  /// The normal score of a dimension at the trial last moved to.
  public func score(_ dimension: Int) -> Double {
    ck_draw_normal(buffer[dimension * PointSet.batch + lane])
  }

  /// The word of a draw; `nil` where it is the generator's own.
  @inline(__always)
  func word(at place: Int) -> UInt32? {
    let dimension = Int(points.places[place])
    return dimension == 0 ? nil : buffer[(dimension - 1) * PointSet.batch + lane]
  }
}

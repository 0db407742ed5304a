import CGSL

/// Where a function of several variables is least, by the simplex of Nelder and Mead (GSL's
/// `nmsimplex2`), which needs no derivative. A point at which the function has no value is
/// written `infinity`.
public struct Minimum: Hashable, Sendable {
  public var point: [Double]
  public var value: Double
  /// Whether the simplex shrank to `precision` before the iterations ran out.
  public var isReached: Bool

  /// - Parameters:
  ///   - steps: First size of the simplex in each variable; above zero.
  ///   - precision: Size of the simplex, in steps, at which the search ends. The value is then
  ///     nearer the least one than the square of this.
  public init(
    from start: [Double], steps: [Double], precision: Double = 1e-5, iterations: Int = 4000,
    of function: ([Double]) -> Double
  ) {
    gsl_set_error_handler_off()
    self.init(point: start, value: function(start), isReached: false)
    guard value.isFinite else { return }
    withoutActuallyEscaping(function) { function in
      let scaled = Scaled(start: start, steps: steps, function: function)
      search(scaled, precision: precision, iterations: iterations)
    }
  }

  private init(point: [Double], value: Double, isReached: Bool) {
    self.point = point
    self.value = value
    self.isReached = isReached
  }

  private mutating func search(_ scaled: Scaled, precision: Double, iterations: Int) {
    let count = scaled.start.count
    guard let simplex = gsl_multimin_fminimizer_alloc(simplexMethod(), count),
      let origin = gsl_vector_calloc(count), let unit = gsl_vector_alloc(count)
    else { return }
    defer {
      gsl_multimin_fminimizer_free(simplex)
      gsl_vector_free(origin)
      gsl_vector_free(unit)
    }
    gsl_vector_set_all(unit, 1)
    var callback = gsl_multimin_function(
      f: { vector, context in
        guard let vector, let context else { return .infinity }
        return Unmanaged<Scaled>.fromOpaque(context).takeUnretainedValue().value(at: vector)
      },
      n: count, params: Unmanaged.passUnretained(scaled).toOpaque())
    guard gsl_multimin_fminimizer_set(simplex, &callback, origin, unit) == 0 else { return }
    for _ in 0..<iterations where !isReached {
      guard gsl_multimin_fminimizer_iterate(simplex) == 0 else { break }
      isReached = gsl_multimin_fminimizer_size(simplex) < precision
    }
    point = scaled.point(gsl_multimin_fminimizer_x(simplex))
    value = gsl_multimin_fminimizer_minimum(simplex)
    withExtendedLifetime(scaled) {}
  }
}

/// The function in steps from the start, as GSL calls it.
private final class Scaled {
  let start, steps: [Double]
  private let function: ([Double]) -> Double

  init(start: [Double], steps: [Double], function: @escaping ([Double]) -> Double) {
    self.start = start
    self.steps = steps
    self.function = function
  }

  func point(_ vector: UnsafePointer<gsl_vector>?) -> [Double] {
    start.indices.map { start[$0] + steps[$0] * gsl_vector_get(vector, $0) }
  }

  func value(at vector: UnsafePointer<gsl_vector>) -> Double {
    let value = function(point(vector))
    // GSL refuses infinities; nothing we minimise reaches this.
    return value.isFinite ? value : 1e300
  }
}

/// Whether kernel and scalar loop live the same years: means and spreads of the fifth year's sums.
struct BeneficiaryAgreement {
  /// Heads, spending and risk, four of each by type.
  private static let names = ["heads", "spending", "risk"]

  struct Disagreement: Error, CustomStringConvertible {
    var description: String
  }

  /// - Throws: `Disagreement` where a mean differs by more than 4.5 standard errors, or a standard
  ///   deviation by more than 4.5 of its own.
  static func check(_ law: BeneficiaryLaw, assigned: Int, trials: Int) throws {
    let (counts, joiners) = (law.counts(of: assigned), law.joiners(of: assigned))
    let kernel = KernelBeneficiaries(law)
    var scalar = ScalarBeneficiaries(law, seed: 1)
    var (one, other) = (Moments(), Moments())
    for trial in 0..<trials {
      kernel.begin(counts, trial: UInt32(trial))
      scalar.begin(counts)
      for _ in 0..<5 {
        kernel.nextYear(joiners)
        scalar.nextYear(joiners)
      }
      let unit = law.unit
      one.add(kernel.sums.enumerated().map { Double($1) / ($0 < 4 ? 1 : unit) })
      other.add(scalar.sums)
    }
    for place in 0..<12 {
      let (kernel, scalar) = (one.found(place), other.found(place))
      let error = ((kernel.variance + scalar.variance) / Double(trials)).squareRoot()
      let spreads = (kernel.variance.squareRoot(), scalar.variance.squareRoot())
      // Sums of many heads are nearly normal, but for a type of few.
      let spreadError = (spreads.0 + spreads.1) / 2 / Double(trials).squareRoot()
      guard abs(kernel.mean - scalar.mean) <= 4.5 * error,
        abs(spreads.0 - spreads.1) <= 4.5 * spreadError
      else {
        throw Disagreement(
          description: "\(names[place / 4]) of type \(place % 4): kernel \(kernel.mean), scalar "
            + "\(scalar.mean) ± \(error); spreads \(spreads.0) and \(spreads.1)")
      }
    }
  }

  private struct Moments {
    private var count = 0.0
    private var sums = [Double](repeating: 0, count: 12)
    private var squares = [Double](repeating: 0, count: 12)
    private var first: [Double] = []

    mutating func add(_ values: [Double]) {
      if first.isEmpty { first = values }
      count += 1
      for place in values.indices {
        let value = values[place] - first[place]
        sums[place] += value
        squares[place] += value * value
      }
    }

    func found(_ place: Int) -> (mean: Double, variance: Double) {
      let mean = sums[place] / count
      return (first[place] + mean, max(0, (squares[place] - count * mean * mean) / (count - 1)))
    }
  }
}

extension Calibration {
  /// Mean-reverting and transitory parts of the savings rate within an agreement, and how each
  /// scales with size.
  mutating func fitProcess(_ panel: Panel) {
    addLagCovariances(panel)
    let residuals = Cells<ACOYear>.residuals(
      panel.acoYears.filter { $0.agreementStart != nil }, cell: \.cohort
    ) { $0.savingsRate * 100 }
    var numbers = ACONumbers()
    let groups = SavingsRateProcess.groups(residuals, &numbers)
    let sample = Constant.Sample(
      acos: numbers.count, observations: residuals.count,
      years: Set(residuals.map(\.row.year)).sorted())
    let fit = sample.isTooSmall == nil ? SavingsRateProcess.fit(groups) : nil
    addProcess(fit, sample)
    addImplied(fit, sample)
    guard let fit else { return }
    note(
      "Parts of the savings rate: only an autoregressive and a transitory part are told apart. A "
        + "permanent part beside them is an assumption: it would raise the log-likelihood by "
        + "\(Self.tenths(SavingsRateProcess.gainOfPermanentPart(groups, over: fit))) with two more "
        + "parameters, where 3.0 would be needed at 95 percent.")
    note(
      "Claims noise: k = \(SavingsRateProcess.federalScale), from the federal table of minimum "
        + "savings rates, is an assumption; results tell only the part of the noise that is new "
        + "each year, and the correlation follows from the two.")
  }

  private mutating func addProcess(_ fit: CovarianceFit?, _ sample: Constant.Sample) {
    let method =
      "normal maximum likelihood over all years of an agreement, less the mean of year and cohort: "
      + "autoregressive part of variance A + K/N, transitory part of variance T + k'/N; sandwich "
      + "error clustered by ACO"
    let names = [
      ("meanReverting.constant", "points squared", "A"),
      ("meanReverting.bySize", "points squared times 10,000 beneficiaries", "K"),
      ("persistence", "per year", "yearly persistence of the autoregressive part"),
      ("transitory.constant", "points squared", "T"),
      ("transitory.bySize", "points squared times 10,000 beneficiaries", "k'"),
    ]
    for (place, (name, unit, symbol)) in names.enumerated() {
      add(
        "savingsRate.process.\(name)", unit, "\(symbol): \(method)", sample, fit?.estimate(place))
      guard let fit else { continue }
      for earlier in 0..<place {
        correlate(
          "savingsRate.process.\(names[earlier].0)", "savingsRate.process.\(name)",
          fit.sandwich.correlation(earlier, place))
      }
    }
    let federal = SavingsRateProcess.federalScale * SavingsRateProcess.federalScale
    add(
      "claimsNoise.correlation", "correlation of consecutive years",
      "1 - k'/k squared, with k' the transitory variance by size and k = "
        + "\(SavingsRateProcess.federalScale) taken from the federal table; error by the delta "
        + "method", sample,
      fit.map {
        Estimate(
          value: 1 - $0.point[4] / federal,
          standardError: $0.sandwich.standardError(4) / federal)
      })
  }

  /// What the process implies of years that follow one another.
  private mutating func addImplied(_ fit: CovarianceFit?, _ sample: Constant.Sample) {
    for variance in ProcessVariance.all {
      let name = "savingsRate.process.\(variance.name)"
      let parts = fit.map { fit in
        [false, true].map { variance.value(fit.point, bySize: $0) }
      }
      for (place, (part, unit)) in [
        ("constant", "points squared"), ("bySize", "points squared times 10,000 beneficiaries"),
      ].enumerated() {
        add(
          "\(name).\(part)", unit,
          "variance of \(variance.what), as the process of A, K, T and k' implies; error by the "
            + "delta method", sample,
          parts.flatMap { parts in
            fit.map {
              Estimate(
                value: parts[place].value,
                standardError: $0.sandwich.standardError(gradient: parts[place].gradient))
            }
          })
      }
      guard let fit, let parts else { continue }
      correlate(
        "\(name).constant", "\(name).bySize",
        fit.sandwich.correlation(parts[0].gradient, parts[1].gradient))
    }
  }

  private mutating func addLagCovariances(_ panel: Panel) {
    for lag in 1...3 {
      var rows = Jackknife()
      for pair in panel.pairsWithinAgreements(lag: lag) {
        rows.add(
          pair.earlier.savingsRate * 100, pair.later.savingsRate * 100, cell: pair.later.cohort,
          of: pair.later)
      }
      let which = "of the savings rate \(lag) years apart in one agreement, within year and cohort"
      add("savingsRate.covariance.lag\(lag)", "points squared", "covariance \(which)", rows) {
        PooledMoments($0).covariance
      }
      add("savingsRate.correlation.lag\(lag)", "correlation", "correlation \(which)", rows) {
        PooledMoments($0).correlation
      }
    }
  }

  /// With one decimal.
  static func tenths(_ value: Double) -> String { ((value * 10).rounded() / 10).description }
}

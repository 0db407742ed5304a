import Regulation

extension ClaimsNoise {
  /// One person-year's coefficient of variation, by type.
  ///
  /// The relative sizes are scaled once, so that the whole population's expenditure varies by
  /// `scale`/√(assigned beneficiaries): Σ p_e μ_e² CV_e² / μ̄² = scale² · person-years/beneficiaries,
  /// with p_e the person-year shares and μ_e the per-capita expenditures.
  public func personVariation(of population: Population) -> ByEnrollmentType<Double> {
    let personYears = population.strata.sum { $0.personYears.count }
    let mean = population.strata.sum { ($0.expenditure * $0.personYears).amount } / personYears
    let relative = EnrollmentType.allCases.reduce(0.0) { sum, type in
      let stratum = population.strata[type]
      let part = stratum.expenditure.amount * relativeSize[type] / mean
      return sum + stratum.personYears.count / personYears * part * part
    }
    let wanted = scale * scale * personYears / Double(population.assignedBeneficiaries)
    let multiple = (wanted / relative).squareRoot()
    return relativeSize.map { $0 * multiple }
  }
}

extension Reader {
  /// The widest spread that spending truncated at its 99th percentile is asked to have.
  private static let mostVariation = 5.0

  /// Single beneficiaries' spending, truncated, can spread only so far about its mean.
  mutating func checkPersonVariation() {
    let place = "assumptions.claimsNoise.relativeSize"
    guard scenario.detail == .beneficiaries, isSound("assumptions.claimsNoise", "population") else {
      return
    }
    let found = scenario.assumptions.claimsNoise.personVariation(of: scenario.population)
    for type in EnrollmentType.allCases where found[type] > Self.mostVariation {
      let shown = Double(Int(found[type] * 100)) / 100
      note(
        place, spot(place),
        "gives one beneficiary's spending (\(type.inWords)) a coefficient of variation of \(shown).",
        "Allowed where detail is beneficiaries: at most \(Bounds.text(Self.mostVariation)), what "
          + "spending truncated at its 99th percentile can have. Lower scale or the relative size.")
    }
  }
}

extension Scenario {
  /// Whether a figure has a bearing on this scenario's histories; what the author wrote is always
  /// told.
  func bears(_ figure: Provenance) -> Bool {
    guard detail == .aggregate, figure.status == .defaulted else { return true }
    return !BeneficiaryKeys.paths.contains { figure.key.hasPrefix("\($0).") }
  }
}

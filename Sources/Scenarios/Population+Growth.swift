import Regulation

extension Population {
  /// Growth by type from the year measured to benchmark year 3, the year before the agreement.
  public func growthToBenchmarkYearThree(
    before period: AgreementPeriod
  ) -> ByEnrollmentType<Double> {
    let years = max(0, period.firstDay.year - 1 - measuredIn)
    return growthToBenchmark.map { yearly in
      (0..<years).reduce(1) { growth, _ in growth * (1 + yearly) }
    }
  }
}

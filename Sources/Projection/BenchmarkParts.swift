import Reconciliation
import Regulation

extension MeasuredYear {
  /// The updated benchmark taken apart, in dollars, in the order of `BenchmarkOutlook.Part`.
  ///
  /// - Parameters:
  ///   - others: Growth since benchmark year 3 of the region's beneficiaries who are not the ACO's.
  func parts(
    signed: SignedBenchmark, others: ByEnrollmentType<Rate>,
    into parts: UnsafeMutableBufferPointer<Double>
  ) {
    for place in parts.indices { parts[place] = 0 }
    func add(_ part: BenchmarkOutlook.Part, _ amount: Double) { parts[part.place] += amount }
    for type in EnrollmentType.allCases {
      let stratum = observed.strata[type]
      let count = stratum.personYears.count
      let historical = signed.historical[type].amount
      let before = signed.built?.beforeAdjustment[type].amount ?? historical
      add(.historical, before * count)
      if let part = signed.built.flatMap({ $0.adjustment.kind.part }) {
        add(part, (historical - before) * count)
      }
      let amount = historical * count
      let (drawn, risk) = (stratum.riskRatio.fraction, benchmark.risk.ratio[type].fraction)
      add(.riskRatio, amount * (drawn - 1))
      add(.riskRatioCap, amount * (risk - drawn))
      let adjusted = amount * risk
      let update = benchmark.twoWayUpdate[type].fraction
      let share = stratum.marketShare
      let raised = benchmark.regionalRisk?.factor[type] ?? .one
      let apart = share * stratum.nationalGrowth + share.complement * (others[type] * raised)
      add(.twoWayUpdate, adjusted * (apart.fraction - 1))
      add(.ownShareOfRegion, adjusted * (update - apart.fraction))
      add(.prospectiveTrend, adjusted * (benchmark.update[type].fraction - update))
    }
  }
}

extension BenchmarkOutlook.Part {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension HighestAdjustment.Kind {
  fileprivate var part: BenchmarkOutlook.Part? {
    switch self {
    case .regional: .regionalAdjustment
    case .priorSavings: .priorSavingsAdjustment
    case .population: .populationAdjustment
    case .none: nil
    }
  }
}

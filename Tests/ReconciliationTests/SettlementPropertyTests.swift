import Reconciliation
import Regulation
import Testing

/// What must hold of every settlement, over seeded grids of years and terms.
@Suite struct SettlementPropertyTests {
  static let choices: [MinimumRateChoice] = [.variable, .elected(Rate(0)), .elected(Rate(0.015))]
  /// Every track under every choice.
  static func grid() throws -> [TrackTerms] {
    try Track.allCases.flatMap { track in try choices.map { try inForce(track, choosing: $0) } }
  }
  static let cent = Dollars(0.01)

  @Test func `within an outcome the payment never rises with expenditure`() throws {
    for terms in try Self.grid() {
      for start in SeededYears(seed: 1).prefix(40) {
        var year = start
        var before = year.settlement(under: terms)
        for step in 1...120 {
          year.expenditure = start.expenditure + Dollars(Double(step) * 400_000)
          let after = year.settlement(under: terms)
          #expect(after.amount <= before.amount, "\(terms.track) \(year)")
          before = after
        }
      }
    }
  }

  @Test func `nothing is paid or owed beyond its limit`() throws {
    var limitedSavings = 0
    var limitedLosses = 0
    for terms in try Self.grid() {
      for year in SeededYears(seed: 2).prefix(2_000) {
        switch year.settlement(under: terms).outcome {
        case .sharedSavings(let savings):
          #expect(savings.amount <= year.performancePaymentLimit(under: terms))
          limitedSavings += savings.isLimited ? 1 : 0
        case .sharedLosses(let losses):
          let benchmark = max(year.benchmark, year.guardrailBenchmark ?? .zero)
          let limits = try #require(terms.losses).recoupmentLimit
          let ofBenchmark = try #require(limits.ofBenchmark)
          #expect(losses.owed <= ofBenchmark * benchmark + Self.cent)
          if let ofRevenue = limits.ofRevenue, let revenue = year.participantRevenue {
            #expect(losses.owed <= ofRevenue * revenue + Self.cent)
          }
          limitedLosses += losses.isLimited ? 1 : 0
        case .noShare: break
        }
      }
    }
    #expect(limitedSavings > 100 && limitedLosses > 100, "the grid reaches the limits")
  }

  @Test func `a one-sided model never owes`() throws {
    for terms in try Self.grid() where terms.losses == nil {
      for year in SeededYears(seed: 3).prefix(2_000) {
        let settlement = year.settlement(under: terms)
        #expect(settlement.amount >= .zero)
        if year.expenditure > year.benchmark {
          #expect(settlement.outcome == .noShare(.oneSidedModel))
        }
      }
    }
  }

  @Test func `scaling every dollar scales the payment`() throws {
    for terms in try Self.grid() {
      for year in SeededYears(seed: 4).prefix(500) {
        let once = year.settlement(under: terms)
        let thrice = year.scaled(by: 3).settlement(under: terms)
        #expect(abs(thrice.earned.count - 3 * once.earned.count) <= 3, "\(terms.track) \(year)")
      }
    }
  }

  @Test func `savings beyond the minimum are shared from the first dollar`() throws {
    for terms in try Self.grid() {
      for year in SeededYears(seed: 5).prefix(1_000) {
        guard case .sharedSavings(let savings) = year.settlement(under: terms).outcome else {
          continue
        }
        let expected = savings.finalSharingRate * (year.benchmark - year.expenditure)
        #expect(abs((savings.beforeLimit - expected).amount) < 0.001)
      }
    }
  }

  @Test func `losses beyond the minimum are shared from the first dollar`() throws {
    for terms in try Self.grid() {
      for year in SeededYears(seed: 6).prefix(1_000) {
        guard case .sharedLosses(let losses) = year.settlement(under: terms).outcome else {
          continue
        }
        let benchmark = max(year.benchmark, year.guardrailBenchmark ?? .zero)
        let expected = losses.sharedLossRate * (year.expenditure - benchmark)
        #expect(abs((losses.beforeLimit - expected).amount) < 0.001)
      }
    }
  }

  @Test func `sequestration takes two hundredths of savings and nothing of losses`() throws {
    for var terms in try Self.grid() {
      for year in SeededYears(seed: 7).prefix(500) {
        let settlement = year.settlement(under: terms)
        terms.sequestration = .zero
        let spared = year.settlement(under: terms)
        terms.sequestration = Rate(0.02)
        if case .sharedSavings(let savings) = spared.outcome, !savings.isLimited {
          #expect(abs(settlement.amount.amount - 0.98 * savings.amount.amount) < 0.001)
        }
        if spared.amount < .zero { #expect(settlement.amount == spared.amount) }
      }
    }
  }

  @Test func `equal terms give equal payments`() throws {
    let (b, a) = (try inForce(.basic(.b)), try inForce(.basic(.a)))
    for year in SeededYears(seed: 8).prefix(1_000) {
      #expect(year.settlement(under: a) == year.settlement(under: b))
    }
  }

  @Test func `at ENHANCED losses never rise with quality`() throws {
    let terms = try inForce(.enhanced, choosing: .elected(Rate(0)))
    for start in SeededYears(seed: 9).prefix(300) where start.expenditure > start.benchmark {
      var year = start
      year.quality = QualityResult(standing: .notMet, score: .zero)
      var before = year.settlement(under: terms).amount
      for score in 0...100 {
        year.quality = QualityResult(standing: .standardMet, score: Rate(Double(score) / 100))
        let after = year.settlement(under: terms).amount
        #expect(after >= before)
        before = after
      }
    }
  }

  @Test func `quality never lowers a payment`() throws {
    for terms in try Self.grid() {
      for start in SeededYears(seed: 10).prefix(300) {
        let payments = QualityResult.Standing.allCases.map { standing in
          var year = start
          year.quality.standing = standing
          return year.settlement(under: terms).amount
        }
        #expect(payments[0] >= payments[1] && payments[1] >= payments[2])
      }
    }
  }

  @Test func `a guardrail benchmark relieves losses and never creates savings`() throws {
    var relieved = 0
    for terms in try Self.grid() {
      for start in SeededYears(seed: 11).prefix(1_000) {
        var year = start
        year.guardrailBenchmark = nil
        let without = year.settlement(under: terms)
        let with = start.settlement(under: terms)
        #expect(with.amount <= max(without.amount, .zero))
        guard case .sharedLosses(let losses) = without.outcome else {
          #expect(with == without)
          continue
        }
        // Where a limit binds it follows the benchmark that was used.
        if !losses.isLimited { #expect(with.amount >= without.amount) }
        relieved += with.amount > without.amount ? 1 : 0
      }
    }
    #expect(relieved > 100, "the grid reaches the guardrail")
  }
}

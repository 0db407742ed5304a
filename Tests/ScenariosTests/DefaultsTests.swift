import Regulation
import Testing

@testable import Scenarios

@Suite struct DefaultsTests {
  /// Path and key of every value that a file of this form can hold.
  static func leaves(
    of form: BenchmarkForm, _ keys: [Key] = ScenarioKeys.all, at path: String = ""
  ) -> [(String, Key)] {
    keys.filter { $0.only == nil || $0.only == form }.flatMap { key -> [(String, Key)] in
      let place = path.isEmpty ? key.name : "\(path).\(key.name)"
      switch key.form {
      case .mapping(let inner), .assumption(let inner, _): return leaves(of: form, inner, at: place)
      case .marks: return []
      default: return [(place, key)]
      }
    }
  }

  @Test(arguments: [
    (BenchmarkForm.finished, Examples.least), (.history, Examples.leastHistory),
  ])
  func `a file with the least gets every default there is, each with its source`(
    form: BenchmarkForm, yaml: String
  ) throws {
    // Assumptions about single beneficiaries are told only where they are used.
    let defaulted = try ["", "detail: beneficiaries\n"]
      .flatMap { try Examples.read(yaml + $0).provenance }
      .filter { $0.status == .defaulted }
    // The prior of a position is told where there is a record (RecordTests), what measures share
    // where there are some (MeasureTests).
    let told = Self.leaves(of: form).filter {
      !$0.0.hasPrefix("assumptions.startingPosition.") && $0.0 != "assumptions.quality.commonShare"
    }
    for (path, key) in told where key.presence == .defaulted {
      let entries = defaulted.filter { $0.key == path || $0.key.hasPrefix("\(path).") }
      #expect(!entries.isEmpty, "\(path) has no default")
      for entry in entries {
        #expect(!entry.source.isEmpty && entry.source != Reader.author, "\(path) has no source")
      }
    }
    #expect(defaulted.count > 70)
  }

  @Test func `the full file leaves nothing to a default`() throws {
    let scenario = try Examples.read(Examples.full)
    #expect(scenario.provenance.filter { $0.status == .defaulted } == [])
  }

  @Test func `every value of the full file differs from the blank and from the default`() throws {
    let full = try Examples.read(Examples.full)
    let least = try Examples.read(Examples.least)
    for (path, key) in Self.leaves(of: .finished) {
      guard key.presence == .defaulted, let differs = Self.differs(key.form, full, least) else {
        continue
      }
      // An ACO that renews is paid no advance investment.
      let alike = [
        "agreement.experienced", "agreement.formerlyTwoSided",
        "agreement.advanceInvestmentPayments",
      ]
      #expect(differs != alike.contains(path), "\(path)")
    }
  }

  private static func differs(_ form: Form, _ a: Scenario, _ b: Scenario) -> Bool? {
    func unlike<Value: Equatable>(_ target: any Form.Target<Value>) -> Bool {
      a[keyPath: target] != b[keyPath: target]
    }
    return switch form {
    case .text(let target), .word(_, let target), .prose(_, let target), .day(let target),
      .colour(_, let target):
      unlike(target)
    case .texts(_, let target): unlike(target)
    case .places(_, let target): unlike(target)
    case .flag(let target): unlike(target)
    case .agreementStart(let target): unlike(target)
    case .whole(_, let target): unlike(target)
    case .seed(let target): unlike(target)
    case .number(_, let target): unlike(target)
    case .list(_, _, let target), .byYear(_, let target): unlike(target)
    case .words(_, _, let target): unlike(target)
    case .byType(_, let target): unlike(target)
    case .byTypeAndYear(_, let target): unlike(target)
    case .minimumRate(let target): unlike(target)
    case .version, .source, .editions, .options, .optionText, .optionFlag, .optionYears,
      .optionYear, .optionNumber, .optionWord, .recordYears, .measures, .stresses, .programs,
      .programMeasures, .deciles, .paths, .picture, .changes, .mapping, .assumption, .marks:
      nil
    }
  }

  @Test func `leaving out one key of a given assumption defaults that key only`() throws {
    let scenario = try Examples.read(
      Examples.least + "assumptions: {retention: {mean: 0.8, source: own lists}}\n")
    #expect(scenario.assumptions.retention.mean == 0.8)
    #expect(scenario.assumptions.retention.concentration == 200)
    let entries = scenario.provenance.filter { $0.key.hasPrefix("assumptions.retention.") }
    let mean = try #require(entries.first { $0.key == "assumptions.retention.mean" })
    #expect(mean.status == .stated)
    #expect(mean.source == "own lists")
    #expect(mean.value == "0.8")
    let rest = entries.filter { $0.key != mean.key }
    #expect(rest.count == 6)
    #expect(rest.allSatisfy { $0.status == .defaulted && $0.source.contains("AJMC") })
  }

  /// From the federal table, the published studies, and the fit of the public files.
  @Test func `the shipped numbers are those of their sources`() throws {
    let shipped = try Examples.read(Examples.least).assumptions
    #expect(shipped.claimsNoise.scale == 2.136)
    #expect(shipped.claimsNoise.relativeSize.agedNonDual == 1.45)
    #expect(shipped.retention.mean == 0.82)
    #expect(shipped.joining.sizePlan == Array(repeating: -0.034, count: 5))
    #expect(shipped.quality.standard == 0.7385)
    #expect(shipped.quality.autocorrelation == 0.69)
    #expect(shipped.riskScore.standardDeviation.agedNonDual == 0.0216)
    #expect(shipped.claimsNoise.correlation == 0.23)
    #expect(shipped.participantChange.standardDeviation == 0.56)
    #expect(shipped.expenditureEffect.degreesOfFreedom == 4.5)
    #expect(shipped.correlation[2, 4] == -0.07)
  }

  @Test func `figures are stated, real or assumed as the file marks them`() throws {
    let entries = try Examples.read(Examples.full).provenance
    func entry(_ key: String) throws -> Provenance {
      try #require(entries.first { $0.key == key }, "\(key)")
    }
    #expect(try entry("population.assignedBeneficiaries").status == .real)
    #expect(
      try entry("population.assignedBeneficiaries").source
        == "CMS public-use file, PY2021, ACO A1234")
    #expect(try entry("population.esrd.riskScore").status == .real)
    #expect(try entry("agreement.marketShare.disabled").status == .real)
    #expect(try entry("agreement.marketShare.esrd").status == .stated)
    #expect(try entry("population.disabled.historicalBenchmark").status == .assumed)
    #expect(try entry("population.disabled.expenditure").status == .stated)
    #expect(try entry("agreement.participantRevenue").value == "6.4e7")
    #expect(try entry("assumptions.quality.mean").value == "[0.81, 0.82, 0.83, 0.84, 0.85]")
    #expect(try entry("assumptions.quality.mean").source == "Own scores")
  }
}

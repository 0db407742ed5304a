import Foundation
import Regulation
import Testing

@testable import Evidence

/// Reading public-use files as a panel.
@Suite struct PanelTests {
  private let header = "ACO_ID,Current_Start_Date,N_AB,Sav_rate,QualScore,Met_QPS,ACO1,ACO2"

  private func panel(_ texts: [(name: String, rows: [String])]) throws -> Panel {
    try Panel(
      texts.map { text in
        let lines = [header] + text.rows
        return (
          try PublicUseFile(
            bytes: Array(lines.joined(separator: "\n").utf8), name: text.name,
            performanceYear: PublicUseFile.year(inFileName: text.name)), "digest"
        )
      })
  }

  @Test func `rows are read with their year, rate, start and quality`() throws {
    let read = try panel([("PY2021.csv", ["A1,07/01/2019,12000,4.50%,81.00%,1,0,0"])])
    let row = try #require(read.acoYears.first)
    #expect(row.year == 2021 && row.id == "A1" && row.assignedBeneficiaries == 12_000)
    #expect(abs(row.savingsRate - 0.045) < 1e-12)
    #expect(row.agreementStart == Day(year: 2019, month: 7, day: 1))
    #expect(row.qualityScore == 0.81 && row.standing == .standardMet)
    #expect(read.qualityMeasures[2021] == ["ACO1", "ACO2"])
    #expect(read.inputs.first?.rows == 1)
  }

  @Test func `an agreement that is not printed is its neighbours'`() throws {
    let read = try panel([
      ("PY2020.csv", ["A1,01/01/2018,9000,1.00%,,,,", "A2,01/01/2018,9000,1.00%,,,,"]),
      ("PY2021.csv", ["A1,,9000,1.00%,,,,", "A2,,9000,1.00%,,,,", "A3,,9000,1.00%,,,,"]),
      ("PY2022.csv", ["A1,01/01/2018,9000,1.00%,,,,", "A2,01/01/2022,9000,1.00%,,,,"]),
    ])
    let middle = read.acoYears.filter { $0.year == 2021 }
    #expect(middle.map(\.agreementStart?.year) == [2018, 2018, nil])
    #expect(read.pairs().map(\.isSameAgreement) == [true, true, true, false])
  }

  @Test func `a faulty cell and a repeated row are each named`() throws {
    let error = #expect(throws: PublicUseProblems.self) {
      try panel([
        ("PY2021.csv", ["A1,soon,9000,1.00%,,,,", "A2,,9000,1.00%,,,,", "A2,,9000,1.00%,,,,"])
      ])
    }
    #expect(
      error?.problems.map(\.description) == [
        "PY2021.csv:2:2: Current_Start_Date (or Start_Date) is soon. Allowed: a day such as "
          + "07/01/2019. Correct the row.",
        "PY2021.csv:4:1: A2 has a row for 2021 already, PY2021.csv:3. Allowed: one row for each "
          + "ACO and year. Remove one.",
      ])
  }

  @Test func `years are scored alike where most measures are the same`() {
    let panel = Panel(
      [], qualityMeasures: [2030: ["a", "b", "c"], 2031: ["a", "b", "d"], 2032: ["a", "x", "y"]])
    #expect(panel.isScoredAlike(2030, 2031))
    #expect(!panel.isScoredAlike(2031, 2032))
    #expect(!panel.isScoredAlike(2032, 2033))
  }

  @Test func `few rows leave a constant untold, with why`() {
    let rows = (0..<10).map {
      ACOYear(id: "A\($0)", year: 2030, assignedBeneficiaries: 9_000, savingsRate: 0.01)
    }
    let constant = Calibration(Panel(rows))["savingsRate.mean.2030"]
    #expect(constant?.estimate == nil)
    #expect(constant?.whyNot == "10 observations where 30 are needed")
  }

  @Test func `a fit through a year knows nothing later`() {
    let whole = SimulatedPanel(seed: 5, acos: 200).panel
    let early = Calibration(whole.limited(to: 2031...2033))
    let asked = Calibration(whole, through: 2033)
    #expect(asked == early)
    #expect(asked.years == [2031, 2032, 2033])
    #expect(Calibration(whole, through: 2035, years: 2).years == [2034, 2035])
  }

  @Test func `the file is the same every time, and holds every constant`() {
    let panel = SimulatedPanel(seed: 6, acos: 200).panel
    let (first, second) = (Calibration(panel), Calibration(panel))
    #expect(first.yaml == second.yaml)
    for constant in first.constants { #expect(first.yaml.contains("  \(constant.name):")) }
  }
}

/// CMS's own files, calibrated.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct PublishedCalibrationTests {
  @Test func `every process is told from published results, as found before by other means`() throws
  {
    let folder = try #require(PublishedFiles.folder)
    let read = try PanelFolder(folder) { _ in "" }
    #expect(read.leftAside == ["county-ffs-2018.csv"])
    let fit = Calibration(read.panel, through: 2022)
    #expect(fit.years == [2018, 2019, 2020, 2021, 2022])
    // An independent fit of these files, in another program; to its last digit.
    for (name, value, error) in [
      ("savingsRate.oneYearChange.constant", 2.324, 0.01),
      ("savingsRate.oneYearChange.bySize", 4.834, 0.01),
      ("savingsRate.oneYearChange.degreesOfFreedom", 6.39, 0.02),
      ("savingsRate.process.meanReverting.constant", 6.085, 0.02),
      ("savingsRate.process.meanReverting.bySize", 10.712, 0.02),
      ("savingsRate.process.persistence", 0.808, 0.001),
      ("savingsRate.process.transitory.bySize", 3.529, 0.01),
      ("savingsRate.correlation.lag1", 0.679, 0.001), ("quality.correlation", 0.695, 0.001),
    ] {
      let estimate = try #require(fit[name]?.estimate, "\(name)")
      #expect(abs(estimate.value - value) < error, "\(name) \(estimate)")
    }
  }

  @Test func `a fit through an early year still tells the variance budget`() throws {
    let folder = try #require(PublishedFiles.folder)
    let panel = try PanelFolder(folder) { _ in "" }.panel
    for through in 2017...2021 {
      let fit = Calibration(panel, through: through)
      #expect(fit.years.last == through)
      #expect(fit["savingsRate.oneYearChange.bySize"]?.estimate != nil, "\(through)")
    }
  }
}

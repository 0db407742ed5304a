import Foundation
import Regulation
import Testing

@testable import Evidence

@Suite struct DraftTests {
  private func problems(_ body: () throws -> Draft) -> [String] {
    do {
      _ = try body()
      return []
    } catch {
      return (error as? PublicUseProblems)?.problems.map(\.description) ?? ["\(error)"]
    }
  }

  private func line(_ key: String, of draft: Draft) -> String? {
    draft.yaml.split(separator: "\n").first { $0.contains(" \(key): ") || $0.hasPrefix("\(key): ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `a row is drafted with every figure marked real or assumed`() throws {
    let draft = try PublicUseSample.draft()
    #expect(draft.yaml == Self.expected)
    #expect(draft.suggestedFileName == "mountain-valley-rural-network-llc.yaml")
    #expect(draft.notes.isEmpty)
  }

  @Test func `a first agreement is drafted on request and says what the file prints`() throws {
    let draft = try PublicUseSample.draft(
      ["Current_Track": "EN", "Agreement_Period_Num": "3"], asFirstAgreement: true)
    #expect(
      line("number", of: draft)?.hasSuffix(
        "# assumed: treated as a first agreement; the file prints 3") == true)
    #expect(line("number", of: draft)?.hasPrefix("number: 1 ") == true)
    #expect(line("experienced", of: draft)?.hasPrefix("experienced: false ") == true)
    #expect(line("glidePathAgreements", of: draft)?.hasPrefix("glidePathAgreements: 0 ") == true)
  }

  @Test(arguments: [("A", false, 1), ("C", true, 1), ("E", true, 1), ("EN", true, 0)])
  func `two-sided experience follows from the track`(
    _ track: String, _ twoSided: Bool, _ glidePaths: Int
  ) throws {
    let draft = try PublicUseSample.draft(["Current_Track": track])
    #expect(
      line("formerlyTwoSided", of: draft)?.hasPrefix("formerlyTwoSided: \(twoSided) ") == true)
    #expect(line("experienced", of: draft)?.hasPrefix("experienced: \(twoSided) ") == true)
    let paths = line("glidePathAgreements", of: draft)
    #expect(paths?.hasPrefix("glidePathAgreements: \(glidePaths) ") == true)
  }

  @Test func `losses lower the drafted benchmark below expenditure`() throws {
    // B = 100, X = 125 million: s = -0.25, s/(1 - s) = -0.2, benchmark = X (1 - 0.096).
    let draft = try PublicUseSample.draft([
      "ABtotBnchmk": "100000000", "ABtotExp": "125000000", "Per_Capita_Exp_ALL_AGND_PY": "10000",
    ])
    #expect(draft.yaml.contains("    historicalBenchmark: 9_040 "))
    #expect(draft.yaml.contains("savings rate (-25 percent)"))
  }

  @Test(arguments: [("4.00%", "4"), ("6.1", "6.1"), ("-0.02", "-2")])
  func `without totals the printed savings rate is used`(
    _ cell: String, _ percent: String
  ) throws {
    let draft = try PublicUseSample.draft(
      ["Sav_rate": cell], without: ["ABtotBnchmk", "ABtotExp"])
    #expect(draft.yaml.contains("savings rate (\(percent) percent)"))
  }

  @Test(arguments: [
    ("ABtotBnchmk", "-125000000"), ("ABtotBnchmk", "1e400"), ("ABtotExp", "-1"),
    ("ABtotExp", "99999999999999999999"),
  ])
  func `totals that no ACO has are refused`(column: String, cell: String) throws {
    let problems = try #require(throws: PublicUseProblems.self) {
      try PublicUseSample.draft([column: cell])
    }
    #expect(problems.problems.count == 1)
    #expect(
      problems.description.hasSuffix(
        "\(column) is \(cell). Allowed: a number above zero, *, or nothing. Correct the cell or "
          + "choose another row."))
  }

  @Test func `without any savings rate the benchmark is expenditure and the draft says so`() throws
  {
    let draft = try PublicUseSample.draft(without: ["ABtotBnchmk", "ABtotExp", "Sav_rate"])
    #expect(draft.yaml.contains("    historicalBenchmark: 85_000 "))
    #expect(draft.notes == ["The row prints no savings rate; zero is assumed."])
  }

  @Test func `withheld cells are drafted from the national mix, marked and named`() throws {
    let draft = try PublicUseSample.draft([
      "N_AB_Year_ESRD_PY": "*", "N_AB_Year_AGED_Dual_PY": "*", "CMS_HCC_RiskScore_ESRD_PY": "*",
      "Per_Capita_Exp_ALL_ESRD_PY": "-",
    ])
    // 760 person-years are left; 50 : 578 of them are 61 and 699.
    #expect(draft.yaml.contains("    personYears: 61 "))
    #expect(draft.yaml.contains("    personYears: 699 "))
    // 85,829 over the national mean 11,393.8, times the ACO's 10,256.
    #expect(draft.yaml.contains("    expenditure: 77_258 "))
    #expect(draft.yaml.contains("    riskScore: 1                        # assumed: withheld"))
    #expect(
      draft.notes == [
        "population.esrd.personYears is assumed: withheld by CMS; rest of the total, national mix.",
        "population.esrd.expenditure is assumed: withheld by CMS; national relation to the mean.",
        "population.esrd.riskScore is assumed: withheld by CMS; national mean.",
        "population.agedDual.personYears is assumed: withheld by CMS; rest of the total, "
          + "national mix.",
      ])
  }

  @Test func `a score CMS gave, or one from before 2022, leaves the default`() throws {
    let given = try PublicUseSample.draft(["Recvd30p": "1"])
    let earlier = try PublicUseSample.draft(name: "PY2021.csv")
    let none = try PublicUseSample.draft(["QualScore": "P4R"])
    for draft in [given, earlier, none] {
      #expect(!draft.yaml.contains("quality"))
      #expect(draft.notes.count == 1)
      #expect(draft.notes.first?.contains("default kept") == true)
    }
  }

  @Test func `what the row does not tell is assumed and named`() throws {
    let draft = try PublicUseSample.draft(
      without: ["Agreement_Period_Num", "Current_Track", "Assign_Type", "Rev_Exp_Cat"])
    #expect(line("number", of: draft)?.hasPrefix("number: 2 ") == true)
    #expect(
      draft.notes == [
        "The row does not number its agreement; 1 is assumed.",
        "The row does not tell its track; one-sided is assumed.",
        "The row does not tell the assignment method; retrospective is assumed.",
        "The row does not tell the revenue category; low revenue is assumed.",
      ])
  }

  @Test func `every missing column is named with what cannot be drafted without it`() throws {
    let left: Set = ["N_AB", "CMS_HCC_RiskScore_DIS_PY"]
    #expect(
      problems { try PublicUseSample.draft(without: left) } == [
        "PY2022.csv: no column N_AB. Without it population.assignedBeneficiaries cannot be "
          + "drafted. Allowed: CMS's whole file, with all its columns. Fetch that file.",
        "PY2022.csv: no column CMS_HCC_RiskScore_DIS_PY. Without it population.disabled.riskScore "
          + "cannot be drafted. Allowed: CMS's whole file, with all its columns. Fetch that file.",
      ])
  }

  @Test func `every unreadable cell is named by its place`() throws {
    let changes = ["N_AB": "many", "N_AB_Year_DIS_PY": "1,23,4"].mapValues { "\"\($0)\"" }
    #expect(
      problems { try PublicUseSample.draft(changes) } == [
        "PY2022.csv:2:7: N_AB is many. Allowed: at least 500 assigned beneficiaries, the fewest "
          + "with a minimum savings rate (42 CFR 425.605(b)(1)). Choose a row that has them.",
        "PY2022.csv:2:26: N_AB_Year_DIS_PY is 1,23,4. Allowed: a number above zero, *, or nothing. "
          + "Correct the cell or choose another row.",
      ])
  }

  @Test(arguments: ["2022-01-01", "2027-03-15"])
  func `an agreement that begins before the figures or within a year is refused`(
    day: String
  ) throws {
    let file = try PublicUseSample.file()
    let row = try #require(try file.rows.first)
    let start = try #require(Day(day))
    #expect(
      problems { try Draft(row, of: file, agreementStart: start) } == [
        "PY2022.csv: the agreement would begin on \(day). Allowed: the first of January of a year "
          + "after performance year 2022. Choose such a start."
      ])
  }

  @Test(arguments: [
    ("=1+1", "=1+1", "1-1.yaml"),
    ("a: #b", "a: #b", "a-b.yaml"),
    ("The \"\"Best\"\" ACO", "The \\\"Best\\\" ACO", "the-best-aco.yaml"),
    ("C:\\new", "C:\\\\new", "c-new.yaml"),
    ("two\nlines: x", "two\\nlines: x", "two-lines-x.yaml"),
    ("San José & Más", "San José & Más", "san-jose-mas.yaml"),
    (
      "bell\u{7}\u{85}\u{2028}\u{202E}", "bell\\U00000007\\U00000085\\U00002028\\U0000202E",
      "bell.yaml"
    ),
    ("../../etc/passwd", "../../etc/passwd", "etc-passwd.yaml"),
    ("北京", "北京", "a9001.yaml"),
    ("", "A9001", "a9001.yaml"),
  ])
  func `a hostile name stays one quoted scalar and names a plain file`(
    _ name: String, _ scalar: String, _ fileName: String
  ) throws {
    let draft = try PublicUseSample.draft(["ACO_Name": "\"\(name)\""])
    let title = try #require(draft.yaml.split(separator: "\n").first { $0.hasPrefix("title: ") })
    #expect(title.hasPrefix("title: \"\(scalar)\"  "))
    #expect(draft.suggestedFileName == fileName)
  }

  @Test func `an id cannot break out of the file either`() throws {
    let draft = try PublicUseSample.draft(["ACO_ID": "\"A1\nevil: true\""])
    #expect(draft.yaml.contains("aco: \"A1\\nevil: true\" "))
    #expect(!draft.yaml.split(separator: "\n").contains { $0.hasPrefix("evil") })
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1_000"), (13_157, "13_157"), (1_234_567.5, "1_234_567.5"),
    (0.782, "0.782"), (-0.25, "-0.25"), (2127.916667, "2_127.916667"), (0.9999999, "1"),
  ])
  func `numbers part their thousands`(_ value: Double, _ text: String) {
    #expect(DraftText.number(value) == text)
  }
}

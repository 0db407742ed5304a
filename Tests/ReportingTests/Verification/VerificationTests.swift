import Foundation
import Projection
import Regulation
import Testing

@testable import Reporting

/// One thing changed at a time, and the sentences that say so.
@Suite struct VerificationTests {
  /// What is said of a folder in which `change` has changed something.
  static func told(
    version: String = "1.2.3", scenarios: String = "", _ change: (ReportFolder) throws -> Void
  ) throws -> Verification {
    try KeptSample.inFolder { folder, run in
      try change(folder)
      var verification = try Verification(of: folder, scenarios: "Scenarios")
      try verification.examineInputs(
        engineVersion: version, scenarios: scenarios.isEmpty ? folder.path : scenarios)
      try verification.compare(with: run.report)
      verification.faults = verification.faults.map {
        $0.replacing(folder.path, with: "REPORT")
      }
      return verification
    }
  }

  static func replace(_ file: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test func `an untouched report is green, and says so in one sentence`() throws {
    let verification = try Self.told { _ in }
    #expect(verification.faults == [])
    #expect(verification.remarks == [])
    #expect(
      verification.text.hasSuffix(
        ": verified. Run again over 12,345 trials, every number of deck.html, deck.pptx, "
          + "documentation.html, documentation.md, outcomes.csv, run.sqlite and workbook.xlsx is "
          + "the same.\n"))
  }

  @Test func `another version with equal numbers is green with a remark`() throws {
    let verification = try Self.told(version: "2.0") { _ in }
    #expect(verification.isGreen)
    #expect(
      verification.remarks == [
        "It was written by version 1.2.3 of glidepath and run again by 2.0."
      ])
  }

  @Test func `one digit of an output`() throws {
    let verification = try Self.told { folder in
      let file = folder.path + "/outcomes.csv"
      let rows = CSVText.rows(of: try String(contentsOfFile: file, encoding: .utf8))
      try Self.replace(file, rows[1][6], "1" + rows[1][6])
    }
    let mean = try KeptSample.made.get().report.comparison.outlooks[0].years[0].mean.value
    let text = DecimalText.fixed(mean, places: 2)
    #expect(
      verification.faults == [
        "REPORT: outcomes.csv is not the file that run.json names.",
        "outcomes.csv: levelA, 2027: mean was 1\(text), is \(text).",
      ])
  }

  @Test func `a missing file, and a line of the deck`() throws {
    let verification = try Self.told { folder in
      try FileManager.default.removeItem(atPath: folder.path + "/outcomes.csv")
      try Self.replace(folder.path + "/deck.html", "<html lang=\"en\">", "<html lang=\"fr\">")
    }
    #expect(
      verification.faults == [
        "REPORT: deck.html is not the file that run.json names.",
        "REPORT: outcomes.csv is missing.",
        "deck.html: line 2 was “<html lang=\"fr\">”, is “<html lang=\"en\">”.",
      ])
  }

  @Test(.enabled(if: Outside.python != nil, "python3 is not installed"))
  func `a figure and a payment of the kept run`() throws {
    let payments = try KeptSample.made.get().ledger.kept
    let paid = try #require(payments.column(of: 0, year: 0).first)
    let verification = try Self.told { folder in
      let file = folder.path + "/run.sqlite"
      try KeptRunTests.change(file, "UPDATE outcomes SET trials = 7 WHERE rowid = 3")
      let blob = PaymentBlocks.blob([paid + 1])
        .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      try KeptRunTests.change(
        file,
        "UPDATE payments SET cents = CAST(x'\(blob)' || substr(cents, 9) AS BLOB) WHERE rowid = 1")
    }
    #expect(
      verification.faults == [
        "REPORT: run.sqlite is not the file that run.json names.",
        "run.sqlite: outcomes, row 3: trials was 7.0, is 12345.0.",
        "run.sqlite: levelA, 2027: trial 0 was paid \(DecimalText.cents(paid + 1)), is paid "
          + "\(DecimalText.cents(paid)).",
      ])
  }

  @Test func `one digit of the scenario file`() throws {
    let text = try KeptSample.made.get().text
    let verification = try Self.told { folder in
      let file = folder.path + "/rural-first-agreement.yaml"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      try Self.replace(file, "number: 1 ", "number: 2 ")
    }
    #expect(
      verification.faults == [
        "REPORT/rural-first-agreement.yaml was changed since this report was written. "
          + "agreement.number was 1, is 2. agreement.regionalAdjustments.applied was 0, is 1."
      ])
  }

  @Test func `one digit of a rule`() throws {
    let verification = try Self.told { folder in
      let file = folder.path + "/run.json"
      let digest = try Rulebook.current().ruleDigests["basic-level-c.sharedLossRate"] ?? ""
      try Self.replace(
        file, "\"basic-level-c.sharedLossRate\": \"\(digest)\"",
        "\"basic-level-c.sharedLossRate\": \"00000000\"")
      try Self.replace(file, "\"rulebookDigest\": \"", "\"rulebookDigest\": \"0")
    }
    #expect(
      verification.faults == [
        "A rule was changed in basic-level-c.yaml: sharedLossRate, now 0.3 "
          + "(42 CFR 425.605(d)(1)(iii)(C))."
      ])
  }

  @Test func `calibration, checksum and an output that nobody writes`() throws {
    let run = try KeptSample.made.get()
    let calibration = run.manifest.calibrationDigest
    let checksum = run.manifest.paymentsChecksum
    let verification = try Self.told { folder in
      let file = folder.path + "/run.json"
      try Self.replace(file, calibration, "feedbeef" + calibration.dropFirst(8))
      try Self.replace(file, checksum, "0123456789abcdef")
      let digest = RunManifest.digest(of: Data())
      try Self.replace(file, "\"outputs\": {", "\"outputs\": {\n    \"a.txt\": \"\(digest)\",")
      try Data().write(to: URL(fileURLWithPath: folder.path + "/a.txt"))
    }
    let name = run.manifest.calibrationName
    #expect(
      verification.faults == [
        "The calibration was \(name), digest feedbeef; it is \(name), digest "
          + "\(calibration.prefix(8)).",
        "The payments of all trials differ: their checksum was 0123456789abcdef, is \(checksum).",
        "a.txt is not written by this run.",
      ])
  }
}

import Foundation
import Projection
import Scenarios
import Testing

@testable import Reporting

@Suite struct KeptRunTests {
  @Test func `totals, payments and their text are the ledger's`() throws {
    try KeptSample.inFolder { folder, run in
      let kept = try KeptRun(path: folder.path + "/run.sqlite")
      #expect(kept.facts.trials == KeptSample.trials)
      let payments = run.ledger.kept
      for option in [0, 6] {
        let name = run.report.comparison.outlooks[option].option.name
        let totals = (0..<KeptSample.trials).map { trial in
          (0..<5).reduce(Int64(0)) { sum, year in
            let column = payments.column(of: option, year: year)
            return sum + column[column.startIndex + trial]
          }
        }
        #expect(try kept.totals(of: name) == totals)
      }
      try Self.compareText(kept, payments)
    }
  }

  /// The last option's whole text, line by line.
  private static func compareText(_ kept: KeptRun, _ payments: KeptPayments) throws {
    let name = try #require(kept.facts.options.last)
    var bytes: [UInt8] = []
    try TrialsCSV(kept, option: name).write { bytes += $0 }
    var lines = ["trial,option,year,payment"]
    for trial in 0..<payments.trials {
      for year in 0..<5 {
        let column = payments.column(of: payments.optionCount - 1, year: year)
        let dollars = DecimalText.cents(column[column.startIndex + trial])
        lines.append("\(trial),\(name),\(2027 + year),\(dollars)")
      }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == lines.map { $0 + "\r\n" }.joined())
    var count = 0
    try TrialsCSV(kept, option: nil).write { count += $0.count { $0 == 0x0A } }
    #expect(count == 1 + payments.trials * payments.optionCount * 5)
  }

  @Test func `a run of another scenario, seed, sampling or version says what is other`() throws {
    try KeptSample.inFolder { folder, run in
      let kept = try KeptRun(path: folder.path + "/run.sqlite")
      let facts = kept.facts
      func why(version: String = "1.2.3", _ change: (inout Scenario) -> Void = { _ in }) -> String?
      {
        var scenario = run.report.comparison.scenario
        change(&scenario)
        return kept.whyNot(
          of: scenario, rulebookDigest: facts.rulebookDigest, engineVersion: version)
      }
      #expect(why() == nil)
      #expect(why { $0.seed = 7 } == "it keeps seed 20270101, not 7")
      #expect(
        why(version: "2") { $0.trials = 200 }
          == "it keeps engine version 1.2.3, not 2 and trials 12345, not 200")
      #expect(why { $0.points = .sobol } == "it keeps sampling plain, not sobol")
      #expect(why { $0.sampler = .gsl } == "it keeps sampler quantiles, not gsl")
      #expect(
        why { $0.digest = "00000000ff" }
          == "it keeps scenario \(facts.scenarioDigest.prefix(8)), not 00000000")
    }
  }

  @Test func `what is no kept run is one sentence`() throws {
    try KeptSample.inFolder { folder, _ in
      let missing = #expect(throws: KeptRunFault.self) { try KeptRun(path: folder.path + "/x") }
      #expect(missing?.isMissing == true)
      #expect(
        missing?.description
          == "\(folder.path)/x: there is no such file. Run glidepath project with --keep-trials, or "
          + "name another.")
      for name in ["deck.html", "."] {
        let fault = #expect(throws: KeptRunFault.self) {
          try KeptRun(path: folder.path + "/" + name)
        }
        #expect(fault?.reason == "it is no run that this version of glidepath keeps")
      }
      // One payment changed by a cent, and the last third cut off.
      let file = folder.path + "/run.sqlite"
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      try Self.change(file, "UPDATE payments SET cents = zeroblob(80000) WHERE block = 0")
      let changed = #expect(throws: KeptRunFault.self) {
        try KeptRun(path: file).totals(of: "levelA")
      }
      #expect(changed?.reason == "it is damaged: its payments are not those of its checksum")
      try whole.prefix(whole.count / 3).write(to: URL(fileURLWithPath: file))
      #expect(throws: KeptRunFault.self) { try KeptRun(path: file).totals(of: "levelA") }
    }
  }

  @Test func `an option that is not there is named, with those that are`() throws {
    try KeptSample.inFolder { folder, _ in
      let kept = try KeptRun(path: folder.path + "/run.sqlite")
      let fault = #expect(throws: UnknownOption.self) { try TrialsCSV(kept, option: "levelF") }
      #expect(
        fault?.description
          == "--option is levelF. Allowed in this run: levelA, levelB, levelC, levelD, levelE, "
          + "glidePath, enhanced.")
    }
  }

  /// Changes a database as a stranger would.
  static func change(_ file: String, _ statement: String) throws {
    let python = try #require(Outside.python)
    let line =
      "import sqlite3, sys; b = sqlite3.connect(sys.argv[1]); b.execute(sys.argv[2]); b.commit()"
    let told = try Outside.run(python, ["-c", line, file, statement])
    #expect(told.status == 0, "\(told.out)")
  }
}

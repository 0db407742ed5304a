import Foundation
import Testing

/// `glidepath calibrate` on small folders in the shape of CMS's results.
@Suite struct CalibrateCommandTests {
  /// Forty ACOs in each of these years, their rates moving with a fixed pattern.
  private func write(_ years: [Int], to folder: URL) throws {
    for year in years {
      var lines = ["ACO_ID,Current_Start_Date,N_AB,Sav_rate,QualScore"]
      for aco in 0..<40 {
        let rate = 3 + sin(Double(aco * 7 + year * 13)) * 3
        let size = 8_000 + 500 * aco + 37 * (year % 7)
        lines.append("A\(aco),01/01/2018,\(size),\(rate)%,\(80 + sin(Double(aco + year)))%")
      }
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.appending(path: "PY\(year).csv"))
    }
  }

  private func calibrate(
    _ years: [Int], _ arguments: String..., others: [String: String] = [:],
    body: (Command, URL) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      let files = folder.appending(path: "files")
      try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
      try write(years, to: files)
      for (name, text) in others { try Data(text.utf8).write(to: files.appending(path: name)) }
      try body(try Command.run(["calibrate", "files"] + arguments, in: folder), folder)
    }
  }

  @Test func `a calibration is written and printed, twice the same`() throws {
    try calibrate([2018, 2020, 2021, 2022], others: ["county.csv": "a,b\n1,2\n"]) { first, folder in
      #expect(first.status == 0)
      #expect(first.output.contains("savingsRate.mean.2022"))
      #expect(first.errors.contains("county.csv: no column of ACO ids; left aside."))
      let file = folder.appending(path: "calibration.yaml")
      let bytes = try Data(contentsOf: file)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains(/sha256: "[0-9a-f]{64}"/))
      #expect(text.contains("notEstimable:"))
      #expect(try Command.run("calibrate", "files", in: folder).status == 0)
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test func `through a year, as JSON, to another file`() throws {
    try calibrate([2020, 2021, 2022], "--through", "2021", "--json", "--output", "other.yaml") {
      command, folder in
      #expect(command.status == 0)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
      #expect(json["years"] as? [Int] == [2020, 2021])
      #expect(names(in: folder).contains("other.yaml"))
      #expect(!names(in: folder).contains("calibration.yaml"))
    }
  }

  @Test func `what cannot be calibrated is said in one sentence`() throws {
    try calibrate([]) { command, _ in
      #expect(command.status == 65)
      #expect(command.faults.count == 1)
    }
    try calibrate([2022]) { command, _ in
      #expect(command.status == 65)
      #expect(command.errors.contains("only files of performance year 2022"))
    }
    try calibrate([2021], others: ["PY2022.csv": ""]) { command, _ in
      #expect(command.status == 65)
      #expect(command.errors.contains("PY2022.csv: the file is empty."))
    }
    try calibrate([2021, 2022], "--through", "1999") { command, _ in
      #expect(command.status == 64)
      #expect(command.errors.contains("Allowed: a year of the files, 2021, 2022."))
    }
    #expect(try Command.run("calibrate", "gone").status == 66)
  }

  @Test func `a faulty row is named by file, line and column`() throws {
    let text = "ACO_ID,N_AB,Sav_rate\nA1,many,1.0%\n"
    try calibrate([2021], others: ["PY2022.csv": text]) { command, folder in
      #expect(command.status == 65)
      #expect(command.errors.hasPrefix("PY2022.csv:2:2: N_AB is many."))
      #expect(!names(in: folder).contains("calibration.yaml"))
    }
  }

  @Test func `only an earlier calibration is replaced`() throws {
    try calibrate([2021, 2022], "--output", "files/PY2021.csv") { command, folder in
      #expect(command.status == 73)
      let kept = try String(contentsOf: folder.appending(path: "files/PY2021.csv"), encoding: .utf8)
      #expect(kept.hasPrefix("ACO_ID"))
    }
    try calibrate([2021, 2022], "--output", "gone/calibration.yaml") { command, _ in
      #expect(command.status == 73)
    }
  }
}

import Foundation
import Testing

/// `glidepath backtest`: its refusals, its record and Ctrl-C.
@Suite struct BacktestCommandTests {
  /// Forty ACOs in each of these years, their rates moving with a fixed pattern.
  private func write(_ years: [Int], acos: Int = 40, to folder: URL) throws {
    for year in years {
      var lines = ["ACO_ID,Current_Start_Date,N_AB,Sav_rate,QualScore"]
      for aco in 0..<acos {
        let own = sin(Double(aco)) * 3
        let passing = sin(Double(aco * 7 + year * 13)) * 3
        let rate = 3 + own + passing
        let size = 8_000 + 500 * aco + 37 * (year % 7)
        lines.append("A\(aco),01/01/2018,\(size),\(rate)%,\(80 + sin(Double(aco + year)))%")
      }
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.appending(path: "PY\(year).csv"))
    }
  }

  private func inFiles(
    _ years: [Int], acos: Int = 40, body: (URL) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      let files = folder.appending(path: "files")
      try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
      try write(years, acos: acos, to: files)
      try body(folder)
    }
  }

  @Test func `tables, JSON and a record come from one run, twice the same`() throws {
    try inFiles([2018, 2019, 2020, 2021, 2022]) { folder in
      let line = ["backtest", "files", "--targets", "1", "--trials", "100"]
      let told = try Command.run(line + ["--record", "record.yaml"], in: folder)
      #expect(told.status == 0, "\(told.errors)")
      #expect(told.output.contains("TWO YEARS AHEAD, AS AT SIGNING: performance years 2022, 40"))
      #expect(told.output.contains("left the program or its number: 0 of 40"))
      #expect(told.errors == "Wrote record.yaml.\n")
      let file = folder.appending(path: "record.yaml")
      let bytes = try Data(contentsOf: file)
      #expect(
        String(decoding: bytes, as: UTF8.self).contains("\nversion: \"0.8.0\"\ntrials: 100\n"))
      let again = try Command.run(line + ["--record", "record.yaml", "--json"], in: folder)
      #expect(again.status == 0)
      #expect(try Data(contentsOf: file) == bytes)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any])
      #expect((json["pools"] as? [Any])?.count == 2)
      let run = try #require((json["runs"] as? [[String: Any]])?.first)
      for key in ["groups", "leavers", "payments", "commonError", "known", "target"] {
        #expect(run[key] != nil, "\(key)")
      }
    }
  }

  @Test func `what cannot be forecast is refused in sentences`() throws {
    #expect(try Command.run("backtest", "gone").status == 66)
    try inFiles([]) { folder in
      let run = try Command.run("backtest", "files", in: folder)
      #expect(run.status == 65)
      #expect(
        run.errors == "files: the folder holds no Performance Year Financial and Quality Results "
          + "file. Allowed: files of two performance years or more, each ending in .csv. Fetch "
          + "them from data.cms.gov.\n")
      let file = try Command.run("backtest", "files/../empty", in: folder)
      #expect(file.status == 66)
      #expect(file.errors == "files/../empty: there is no such folder. Check the path.\n")
    }
    try inFiles([2021, 2022], acos: 5) { folder in
      let run = try Command.run("backtest", "files", "--targets", "1", in: folder)
      #expect(run.status == 65)
      #expect(
        run.faults == [
          "files: 2022 from 2020: 0 ACOs are in both years. Allowed: 30 or more.",
          "files: 2022 from 2021: 5 ACOs are in both years. Allowed: 30 or more.",
        ])
      let file = try Command.run("backtest", "files/PY2021.csv", in: folder)
      #expect(file.status == 65)
      #expect(file.errors.hasPrefix("files/PY2021.csv: is a file. Allowed: a folder"))
    }
    try inFiles([2021, 2022]) { folder in
      let year = try Command.run("backtest", "files", "--through", "1999", in: folder)
      #expect(year.status == 64)
      #expect(
        year.faults == ["Error: --through is 1999. Allowed: a year of the files, 2021, 2022."])
      let few = try Command.run("backtest", "files", "--trials", "9", in: folder)
      #expect(few.status == 64)
      let none = try Command.run("backtest", "files", "--record", "", in: folder)
      #expect(none.faults == ["Error: --record is empty. Allowed: the name of a file."])
    }
  }

  @Test func `only an earlier record is replaced, and that is said before the long run`() throws {
    try inFiles([2021, 2022]) { folder in
      let run = try Command.run("backtest", "files", "--record", "files/PY2021.csv", in: folder)
      #expect(run.status == 73)
      #expect(
        run.errors == "files/PY2021.csv: is there already, and is no track record. Choose another "
          + "--record, or move it away.\n")
      let gone = try Command.run("backtest", "files", "--record", "gone/record.yaml", in: folder)
      #expect(gone.status == 73 && gone.faults.count == 1)
    }
  }

  @Test func `Ctrl-C in mid-run leaves nothing half-written and says so`() throws {
    try inFiles([2018, 2019, 2020, 2021, 2022]) { folder in
      let process = Command.process(
        ["backtest", "files", "--trials", "100000", "--record", "record.yaml"], in: folder)
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1.5)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(said.contains("nterrupted"))
      #expect(names(in: folder).allSatisfy { $0.hasPrefix("files") })
    }
  }
}

import Foundation
import Projection
import Testing

@testable import Reporting

@Suite struct RunDatabaseTests {
  @Test func `the same run gives the same bytes, and nothing is left beside it`() throws {
    try KeptSample.inFolder { folder, run in
      let first = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/run.sqlite"))
      try run.database.write(to: folder.path + "/again")
      #expect(first == (try Data(contentsOf: URL(fileURLWithPath: folder.path + "/again"))))
      #expect(
        try ReportFolderTests.names(in: folder.path) == [
          "again", "deck.html", "deck.pptx", "documentation.html", "documentation.md",
          "outcomes.csv", "run.json", "run.sqlite", "workbook.xlsx",
        ])
      #expect(folder.state() == .complete)
    }
  }

  /// Every figure of the table against the file, every payment's checksum, and every note.
  private static let reader = """
    import csv, json, sqlite3, struct, sys
    base = sqlite3.connect(f"file:{sys.argv[1]}/run.sqlite?mode=ro", uri=True)
    with open(sys.argv[1] + "/outcomes.csv", newline="", encoding="utf-8") as file:
        head, *rows = list(csv.reader(file, strict=True))
    kept = list(base.execute("SELECT * FROM outcomes ORDER BY rowid"))
    differ = []
    for row, cells in zip(rows, kept, strict=True):
        for name, text, cell in zip(head, row, cells, strict=True):
            places = len(text.partition(".")[2])
            same = (text == "") if cell is None else (
                text == cell if isinstance(cell, str) else text == f"{cell:.{places}f}")
            if not same: differ.append([name, text, cell])
    sums, value, mask = {}, 0, (1 << 64) - 1
    def mix(z):
        z = (z + 0x9E3779B97F4A7C15) & mask
        z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & mask
        return z ^ z >> 31
    count = 0
    first, = base.execute("SELECT firstYear FROM runs").fetchone()
    for place, option in base.execute("SELECT place, option FROM options ORDER BY place").fetchall():
        for year, block, trials, blob in base.execute(
            "SELECT year, block, trials, cents FROM payments WHERE option = ? ORDER BY year, block",
            [option]):
            cents = struct.unpack(f"<{trials}q", blob)
            sums[f"{option} {year}"] = sums.get(f"{option} {year}", 0) + sum(cents)
            count += len(cents)
            for trial, paid in enumerate(cents, block * 10_000):
                value += mix(mix(trial * 65_536 + place * 8 + year - first) ^ (paid & mask))
    names = [n for (n,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    noted = set(base.execute("SELECT tableName, columnName FROM schema_notes WHERE meaning <> ''"))
    columns = [(t, c[1]) for t in names for c in base.execute(f"PRAGMA table_info({t})")]
    print(json.dumps({
        "differ": differ[:3], "sums": sums, "checksum": f"{value & mask:016x}", "count": count,
        "unnoted": [c for c in columns if c not in noted and c[0] != "schema_notes"],
        "tables": sorted(names), "text": base.execute("SELECT text FROM scenarios").fetchone()[0],
        "rules": base.execute(
            "SELECT value, citation FROM rules WHERE rule = 'basic-level-c.sharedLossRate' "
            "AND performanceYear = 2027").fetchall(),
        "paths": base.execute("SELECT count(*) FROM paths").fetchone()[0],
        "integrity": base.execute("PRAGMA integrity_check").fetchone()[0]}))
    """

  private struct Answer: Decodable {
    var sums: [String: Int64]
    var checksum, text, integrity: String
    var count, paths: Int
    var tables: [String]
    var unnoted: [[String]]
    var rules: [[String]]
  }

  @Test(.enabled(if: Outside.python != nil, "python3 is not installed"))
  func `Python reads every figure to the cent and every payment of the ledger`() throws {
    let python = try #require(Outside.python)
    try KeptSample.inFolder { folder, run in
      let told = try Outside.run(python, ["-c", Self.reader, folder.path]).out
      let object = try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Any]
      #expect((object?["differ"] as? [Any])?.isEmpty == true, "\(told.prefix(2_000))")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(told.utf8))
      #expect(answer.checksum == run.report.comparison.paymentsChecksum)
      #expect(answer.count == KeptSample.trials * 7 * 5)
      #expect(answer.text == run.text)
      #expect(answer.unnoted.isEmpty)
      #expect(answer.integrity == "ok")
      #expect(answer.paths == run.report.comparison.paths?.outcomes.count)
      #expect(answer.rules == [["0.3", "42 CFR 425.605(d)(1)(iii)(C)"]])
      #expect(
        answer.tables == [
          "assumptions", "differences", "flips", "manifest", "options", "outcomes", "paths",
          "payments", "rules", "runs", "scenarios", "schema_notes", "stressChoices", "stresses",
        ])
      for (option, outlook) in run.report.comparison.outlooks.enumerated() {
        for year in 0..<5 {
          let sum = run.ledger.kept.column(of: option, year: year).reduce(0, +)
          #expect(answer.sums["\(outlook.option.name) \(2027 + year)"] == sum)
        }
      }
    }
  }

  @Test func `an interrupt or a full disk leaves nothing`() throws {
    let run = try KeptSample.made.get()
    try Outside.withFolder { root in
      let folder = ReportFolder(path: root + "/kept")
      #expect(throws: Interrupted.self) {
        try folder.write(
          [],
          drawnUp: (RunDatabase.name, { try run.database.write(to: $0, isCancelled: { true }) }),
          manifest: run.manifest)
      }
      let left = try ReportFolderTests.names(in: root)
      #expect(left.isEmpty)
    }
  }

  @Test(.enabled(if: FullDiskTests.canMount, "no small file system can be mounted here"))
  func `a full disk is one sentence and keeps the old files`() throws {
    let run = try KeptSample.made.get()
    try Outside.withFolder { root throws in
      #expect(try FullDiskTests.mount(root))
      defer { _ = try? Outside.run("/usr/bin/env", ["umount", root]) }
      let folder = ReportFolder(path: root)
      try folder.write(ReportFolderTests.files, manifest: ReportFolderTests.manifest)
      let error = #expect(throws: CannotWrite.self) {
        try folder.write(
          [], drawnUp: (RunDatabase.name, { try run.database.write(to: $0) }),
          manifest: run.manifest)
      }
      #expect(
        error?.description
          == "\(root)/run.sqlite cannot be written: no space is left on the device. Choose another "
          + "folder with --output, or mend this one.")
      #expect(try ReportFolderTests.names(in: root) == ["deck.html", "outcomes.csv", "run.json"])
      #expect(folder.state() == .complete)
    }
  }

  @Test func `too little room is said before a run, with what it takes`() throws {
    try Outside.withFolder { root in
      let folder = ReportFolder(path: root + "/not/yet/there")
      try folder.probeRoom(forTrials: 100, options: 7)
      let error = #expect(throws: CannotWrite.self) {
        try folder.probeRoom(forTrials: 10_000_000_000_000, options: 1)
      }
      // 10^13 trials of 40 bytes and one in a hundred, and 8 MiB of tables.
      #expect(error?.reason.hasPrefix("it takes about 404,000,008 MB and ") == true)
      #expect(error?.path == "\(root)/not/yet/there/run.sqlite")
    }
  }
}

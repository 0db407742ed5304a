import Foundation
import Regulation
import Testing

@testable import Evidence

/// The settlement record that ships: the README prints it, and CMS's files still give it.
@Suite struct SettlementRecordTests {
  @Test func `the README's table holds the record's figures`() throws {
    let readme = TrackRecordTests.root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for year in try SettlementRecord.shipped().years {
      func parts(_ some: Int, _ all: Int) -> String { all == 0 ? "–" : "\(some) of \(all)" }
      func millions(_ amount: Double) -> String {
        let text = String(format: "%.1f", amount)
        return text.count > 5 ? text.prefix(text.count - 5) + "," + text.suffix(5) : text
      }
      let line =
        "| \(year.year) | \(year.rows) | \(parts(year.paymentsReproduced, year.payments)) | "
        + "\(millions(year.paid)) | \(millions(year.ours)) | "
        + "\(parts(year.lossesReproduced, year.losses)) | "
        + "\(parts(year.minimumRatesReproduced, year.minimumRates)) |"
      #expect(text.contains(line), "README.md is stale, its settlement table needs: \(line)")
    }
  }

  @Test(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
  func `CMS's files give the record again`() throws {
    for year in try SettlementRecord.shipped().years {
      var results = PublishedResults(under: try Rulebook.current())
      let tally = try results.settle(try PublishedFiles.file("PY\(year.year).csv"))
      #expect(tally.rows == year.rows, "\(year.year)")
      #expect(tally.payments.count == year.payments, "\(year.year)")
      #expect(
        tally.payments.matched + tally.payments.insideBand == year.paymentsReproduced,
        "\(year.year)")
      #expect(tally.losses.count == year.losses, "\(year.year)")
      #expect(
        tally.losses.matched + tally.losses.insideBand == year.lossesReproduced, "\(year.year)")
      #expect(abs(tally.payments.compared / 1e6 - year.paid) < 0.051, "\(year.year)")
      #expect(abs(tally.payments.ours / 1e6 - year.ours) < 0.051, "\(year.year)")
    }
  }
}

import Foundation
import Projection

/// The payments of every trial, cut into blocks: an option and a year, ten thousand trials at most.
enum PaymentBlocks {
  static let trialsOfOne = 10_000

  /// Its columns and what they mean; the rows are written one by one.
  static let table = StoredTable(
    "payments", "What every trial pays, positive from CMS, negative to CMS, after recoupment.",
    source: "simulation", of: [Never](),
    [
      StoredField.text("option", "Key of the option.") { _ in nil },
      StoredField.whole("year", "calendar year", "Performance year.") { _ in nil },
      StoredField.whole("block", "", "0 for trials 0 through 9,999, and so on.") { _ in nil },
      StoredField.whole("trials", "trials", "Payments in the blob.") { _ in nil },
      [
        StoredField(
          column: .init(
            "cents", .blob, "cents", "Signed 64-bit whole numbers, least significant byte first.")
        ) { _ in .empty }
      ],
    ])

  static func count(of trials: Int) -> Int { (trials + trialsOfOne - 1) / trialsOfOne }

  static func trials(of block: Int, of all: Int) -> Range<Int> {
    block * trialsOfOne..<min((block + 1) * trialsOfOne, all)
  }

  static func blob(_ cents: ArraySlice<Int64>) -> Data {
    cents.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  /// `nil` where the blob does not hold this many payments.
  static func cents(_ blob: Data, trials: Int) -> [Int64]? {
    guard blob.count == trials * MemoryLayout<Int64>.size else { return nil }
    return blob.withUnsafeBytes { bytes in
      (0..<trials).map {
        Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self))
      }
    }
  }

  /// Bytes that a run's payments take, and its tables at most.
  static func bytes(trials: Int, options: Int) -> Int {
    trials * options * 5 * MemoryLayout<Int64>.size * 101 / 100 + (8 << 20)
  }
}

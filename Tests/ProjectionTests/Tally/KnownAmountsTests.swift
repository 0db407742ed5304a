import Testing

@testable import Projection

@Suite struct KnownAmountsTests {
  /// Amounts of 2,048 cents or less are held to the cent anyway.
  @Test func `shared are those that three trials or more have, the most frequent four`() {
    let counts: [(amount: Int64, count: Int)] = [
      (-9_000, 3), (-5_000, 4), (-2_047, 50), (0, 100), (2_048, 5), (3_000, 2), (4_000, 3),
      (7_000, 3),
    ]
    let cents = counts.flatMap { Array(repeating: $0.amount, count: $0.count) }
    let known = KnownAmounts(cents.reversed())
    #expect(known.shared == [-9_000, -5_000, 2_048, 4_000])
    #expect(known.marks == [])
    #expect(KnownAmounts(Array(repeating: 9_000, count: 3)).shared == [9_000])
    #expect(KnownAmounts([9_000, 9_000]).shared == [])
  }

  /// Of 20 trials those of rank 1, 5, 10, 15 and 19, counted from 0.
  @Test func `marks are near the levels of a distribution`() {
    let cents = (0..<20).map { Int64($0 * 7 % 20) }
    #expect(KnownAmounts(cents, isMarked: true).marks == [1, 5, 10, 15, 19])
    #expect(KnownAmounts([5], isMarked: true).marks == [5, 5, 5, 5, 5])
  }
}

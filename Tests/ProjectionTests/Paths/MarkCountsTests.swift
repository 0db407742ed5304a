import CWidths
import Testing

@testable import Projection

/// The kernel against one mark at a time, at every width.
@Suite struct MarkCountsTests {
  /// Every mark there can be: owed, exhausted, the year after which CMS may terminate and the one after
  /// which it first must or may, 0 for none.
  static let marks: [PathMarks] = (0..<4).flatMap { flags in
    (0..<6).flatMap { mayEnd in
      (0..<6).map { ends in
        var mark = PathMarks()
        if flags & 1 != 0 { mark.owes() }
        if flags & 2 != 0 { mark.exhausts() }
        if mayEnd > 0 { mark.mayEnd(mayEnd - 1) }
        if ends > 0 { mark.end(ends - 1) }
        return mark
      }
    }
  }

  @Test(arguments: 0...cw_widest(), [0, 1, 7, 64, 1_001])
  func `counts are those of one by one`(width: Int32, count: Int) {
    let marks = (0..<count).map { Self.marks[$0 * 29 % Self.marks.count] }
    let counts = marks.withUnsafeBufferPointer { MarkCounts($0, width: width) }
    #expect(counts.owed == marks.count { $0.hasOwed })
    #expect(counts.exhausted == marks.count { $0.hasExhaustedReserve })
    #expect(counts.endedEarly == marks.count { (1...4).contains($0.endsAfter) })
    #expect(counts.mayEnd == (1...5).map { year in marks.count { $0.mayEndAfter == year } })
  }

  @Test func `the sample has every kind of mark`() {
    let counts = Self.marks.withUnsafeBufferPointer { MarkCounts($0) }
    #expect((counts.owed, counts.exhausted, counts.endedEarly) == (72, 72, 96))
    #expect(counts.mayEnd == [24, 24, 24, 24, 24])
  }
}

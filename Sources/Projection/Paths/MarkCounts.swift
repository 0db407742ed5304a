import CSettlement
import CWidths

/// How many trials of a path's each mark says something of.
struct MarkCounts: Equatable {
  private(set) var owed, exhausted: Int
  /// Trials in which CMS must or may terminate after one of the first four years.
  private(set) var endedEarly: Int
  /// Trials in which CMS may terminate for expenditure, first after each year; five.
  private(set) var mayEnd: [Int]

  /// - Parameter width: Of the registers used, as `cw_widest` counts them.
  init(_ marks: UnsafeBufferPointer<PathMarks>, width: Int32 = cw_widest()) {
    var marked = cs_marked()
    // A mark is its sixteen bits.
    let bits = UnsafeRawPointer(marks.baseAddress)?.assumingMemoryBound(to: UInt16.self)
    cs_count_marks(width, bits, Int32(marks.count), &marked)
    (owed, exhausted) = (Int(marked.owed), Int(marked.exhausted))
    endedEarly = Int(marked.ended_early)
    let years = marked.may_end
    mayEnd = [years.0, years.1, years.2, years.3, years.4].map { Int($0) }
  }
}

import Testing

@testable import Projection

@Suite struct DealTests {
  @Test(arguments: [1, 2, 7], [0, 1, 1_000])
  func `every piece is dealt once, whoever asks`(workers: Int, count: Int) {
    let deal = Deal(count)
    let dealt = concurrently(workers) { _ in
      var mine: [Int] = []
      while let piece = deal.next() { mine.append(piece) }
      return mine
    }
    #expect(dealt.flatMap { $0 }.sorted() == Array(0..<count))
    #expect(dealt.allSatisfy { $0 == $0.sorted() })
  }
}

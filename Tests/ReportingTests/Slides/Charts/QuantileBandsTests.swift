import Testing

@testable import Reporting

@Suite struct QuantileBandsTests {
  /// Base, three pieces upwards, three downwards, for one set of quantiles.
  static func pieces(_ quantiles: [Double]) -> [Double] {
    var sheet = ChartSheet()
    let levels = quantiles.enumerated().map { sheet.dollars("\($0)", [$1]) }
    let bands = QuantileBands(levels, in: &sheet)
    return bands.pieces.map { sheet.number($0.range.column, 0) }
  }

  /// Worked by hand: from -300 to 500, half of it between -100 and 200.
  @Test func `a range across zero is cut there`() {
    #expect(Self.pieces([-300, -100, 50, 200, 500]) == [0, 0, 200, 300, 0, -100, -200])
    #expect(Self.pieces([100, 150, 160, 200, 500]) == [100, 50, 50, 300, 0, 0, 0])
    #expect(Self.pieces([-500, -200, -160, -150, -100]) == [-100, 0, 0, 0, -50, -50, -300])
    #expect(Self.pieces([0, 0, 0, 0, 0]) == [0, 0, 0, 0, 0, 0, 0])
  }

  /// Stacked as office programs stack, every edge is a quantile, cut at zero.
  @Test(arguments: 0...5)
  func `pieces and base add up to the quantiles`(_ below: Int) {
    var random = SampleRandom(state: UInt64(below) + 20_261_121)
    for _ in 0..<200 {
      let scale = [1.0, 1e3, 1e9][Int(random.uniform() * 3)]
      let sizes = (0..<5).map { _ in (random.uniform() * scale * 100).rounded() / 100 }.sorted()
      let quantiles =
        sizes.prefix(below).map { -$0 }.sorted() + sizes.dropFirst(below).sorted()
      let pieces = Self.pieces(quantiles)
      func isSame(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 0.006 }
      var up = max(0, pieces[0])
      var edges = [up]
      for piece in pieces[1...3] {
        #expect(piece >= 0)
        up += piece
        edges.append(up)
      }
      #expect(zip(edges, [0, 1, 3, 4]).allSatisfy { isSame($0, max(0, quantiles[$1])) })
      var down = min(0, pieces[0])
      edges = [down]
      for piece in pieces[4...6] {
        #expect(piece <= 0)
        down += piece
        edges.append(down)
      }
      #expect(zip(edges, [4, 3, 1, 0]).allSatisfy { isSame($0, min(0, quantiles[$1])) })
    }
  }
}

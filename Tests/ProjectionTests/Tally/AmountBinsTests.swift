import Testing

@testable import Projection

@Suite struct AmountBinsTests {
  /// Every power of two, a cent either side, of both signs.
  static let amounts: [Int64] = (0..<62).flatMap { power -> [Int64] in
    let edge = Int64(1) << Int64(power)
    return [edge - 1, edge, edge + 1, edge + edge / 3].flatMap { [$0, -$0] }
  }

  @Test func `an amount lies in its bin, and no bin is wider than a 1,024th of it`() {
    for cents in Self.amounts {
      let bin = AmountBins.amounts(of: AmountBins.bin(of: cents))
      #expect(bin.contains(cents))
      #expect((bin.upperBound - bin.lowerBound) <= Int64(cents.magnitude / 1_024))
    }
  }

  @Test func `amounts below 2,048 cents have a bin each, zero too`() {
    for cents in Int64(-2_047)...2_047 {
      #expect(AmountBins.amounts(of: AmountBins.bin(of: cents)) == cents...cents)
    }
    // 2,048 and 2,049 share the first bin that is wider than a cent.
    #expect(AmountBins.amounts(of: AmountBins.bin(of: 2_049)) == 2_048...2_049)
    #expect(AmountBins.amounts(of: AmountBins.bin(of: -2_048)) == -2_049 ... -2_048)
  }

  @Test func `bins in ascending order leave no amount between them`() {
    // No amount is minus zero: its bin stays empty.
    let minusZero = AmountBins.firstNegative << AmountBins.placeBits
    let bins = AmountBins.ascendingPages.filter { $0.page % 64 < 40 }.flatMap { page, isNegative in
      let bins = (0..<AmountBins.places).map { page << AmountBins.placeBits + $0 }
      return isNegative ? bins.reversed() : bins
    }.filter { $0 != minusZero }.map(AmountBins.amounts)
    let gaps = zip(bins, bins.dropFirst()).filter { $1.lowerBound != $0.upperBound + 1 }
    #expect(gaps.isEmpty, "\(gaps)")
  }
}

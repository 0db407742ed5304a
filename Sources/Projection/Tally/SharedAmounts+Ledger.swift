extension SharedAmounts {
  /// Amounts, beyond those that bins hold to the cent, that at least three of these trials have: the
  /// most frequent four. One that fewer than some three trials in a thousand share may be missed; it
  /// is then told as its bin is.
  ///
  /// - Parameter marks: Whether trials are to be counted below those at the levels of a distribution.
  init(_ ledger: Ledger, _ option: Int, marks: Bool) {
    let payments = (0..<5).map { Array(ledger.payments(of: option, year: $0)) }
    let net = ledger.cumulativeNet(of: option)
    let (total, worst) = (ledger.total(of: option), ledger.worstYear(of: option))
    self.init(
      payments: payments.map(Self.repeated), net: net.map(Self.repeated),
      total: Self.repeated(total), worstYear: Self.repeated(worst),
      marks: marks ? (payments + net + [total, worst]).map(Self.marks) : [])
  }

  private static func marks(_ cents: [Int64]) -> [Int64] {
    let sorted = ascending(cents)
    return Distribution.levels.map {
      sorted[min(sorted.count - 1, Int($0 * Double(sorted.count)))]
    }
  }

  static func repeated(_ cents: some Collection<Int64>) -> [Int64] {
    // Amounts that fall alone, or in a pair, into one of many places are no three alike: of most trials'
    // that is enough to know.
    var fallen = Array(repeating: UInt8(0), count: 4_096)
    func place(_ amount: Int64) -> Int {
      Int((UInt64(bitPattern: amount) &* 0x9E37_79B9_7F4A_7C15) >> 52)
    }
    for amount in cents where fallen[place(amount)] < 3 { fallen[place(amount)] += 1 }
    var counts: [Int64: Int] = [:]
    for amount in cents
    where amount.magnitude >= 2 * UInt64(AmountBins.places) && fallen[place(amount)] == 3 {
      counts[amount, default: 0] += 1
    }
    let most = counts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.prefix(4).map(\.key).sorted()
  }
}

/// Every payment of every trial, option and year, in whole cents: what a run may keep.
public struct KeptPayments: Hashable, Sendable {
  public let trials: Int
  public let optionCount: Int
  /// As `Ledger.payment`.
  private let cents: [Int64]

  /// - Parameter cents: One value a trial, at `(option · 5 + year) · trials + trial`.
  public init(trials: Int, optionCount: Int, cents: [Int64]) {
    precondition(cents.count == trials * optionCount * 5, "one payment a trial, option and year")
    self.trials = trials
    self.optionCount = optionCount
    self.cents = cents
  }

  /// One payment a trial; year 0 is the first.
  public func column(of option: Int, year: Int) -> ArraySlice<Int64> {
    let start = (option * 5 + year) * trials
    return cents[start..<start + trials]
  }

  public var checksum: PaymentsChecksum {
    var checksum = PaymentsChecksum()
    checksum.add(cents)
    return checksum
  }
}

/// FNV-1a over payments in order, eight bytes each, least significant first (Fowler, Noll & Vo;
/// 64 bits).
public struct PaymentsChecksum: Hashable, Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  public init() {}

  public mutating func add(_ cents: some Sequence<Int64>) {
    for payment in cents {
      var rest = UInt64(bitPattern: payment)
      for _ in 0..<8 {
        value = (value ^ (rest & 0xFF)) &* 0x100_0000_01B3
        rest >>= 8
      }
    }
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Equal only where every payment of every trial, option and year is, whoever added them up and in
/// whatever order.
///
/// Each payment is mixed with its place to 64 bits, and these are added without carry beyond them:
/// `mix(mix(trial · 2¹⁶ + option · 8 + year) ^ cents)`, where `mix` is the finalizer of SplitMix64
/// (Steele, Lea & Flood 2014).
public struct PaymentsChecksum: Hashable, Sendable {
  public private(set) var value: UInt64 = 0
  public init() {}

  init(value: UInt64) { self.value = value }

  /// One payment a trial; year 0 is the first.
  public mutating func add(
    _ cents: some Sequence<Int64>, option: Int, year: Int, firstTrial: Int
  ) {
    var place = UInt64(firstTrial) << 16 + UInt64(option) << 3 + UInt64(year)
    for payment in cents {
      value &+= Self.mix(Self.mix(place) ^ UInt64(bitPattern: payment))
      place += 1 << 16
    }
  }

  mutating func add(_ other: PaymentsChecksum) { value &+= other.value }

  @inline(__always)
  private static func mix(_ bits: UInt64) -> UInt64 {
    var mixed = bits &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Sixteen hexadecimal digits.
  public var text: String { value.sixteenDigits }
}

extension UInt64 {
  /// Hexadecimal, with leading zeros.
  var sixteenDigits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

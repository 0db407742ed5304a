/// Nominal U.S. dollars, unrounded.
@frozen public struct Dollars: Hashable, Comparable, Sendable {
  public var amount: Double
  @inlinable public init(_ amount: Double) { self.amount = amount }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.amount < b.amount }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.amount + b.amount) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(a.amount - b.amount) }
  @inlinable public static prefix func - (a: Self) -> Self { Self(-a.amount) }
  @inlinable public static func / (a: Self, b: Self) -> Rate { Rate(a.amount / b.amount) }
  @inlinable public static func / (a: Self, n: PersonYears) -> PerCapita {
    PerCapita(a.amount / n.count)
  }
  @inlinable public static var zero: Self { Self(0) }

  /// Whether this amount is at least `threshold`, where both were computed from totals of the
  /// size of `scale`.
  ///
  /// The regulation's tests are inclusive ("meets or exceeds", "by at least"). A rate such as
  /// 0.029 has no exact binary form, so an amount exactly at its threshold may compute an ulp
  /// below it. Four ulps of the totals (less than a millionth of a dollar on a billion) restore
  /// the inclusive test and are far below one cent.
  @inlinable public func reaches(_ threshold: Dollars, computedFrom scale: Dollars) -> Bool {
    amount >= threshold.amount - 4 * scale.amount.magnitude.ulp
  }
}

/// Whole U.S. cents: what is stored, merged, hashed and paid.
@frozen public struct Cents: Hashable, Comparable, Sendable {
  public var count: Int64
  @inlinable public init(_ count: Int64) { self.count = count }

  /// Rounds once, half a cent away from zero.
  ///
  /// Four ulps are granted so that an amount that is half a cent on paper, but has no exact
  /// binary form, rounds as it would on paper. Amounts beyond a quadrillion dollars, which no
  /// program has, are held to it, so that sums of payments stay in range.
  @inlinable public init(rounding amount: Dollars) {
    let exact = min(amount.amount.magnitude, 1e15) * 100
    let cents = exact + 4 * exact.ulp
    // Of what is not negative; a call of `rounded` takes several times as long.
    let below = Int64(cents)
    let whole = cents - Double(below) >= 0.5 ? below + 1 : below
    count = amount.amount < 0 ? -whole : whole
  }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }
  @inlinable public static prefix func - (a: Self) -> Self { Self(-a.count) }
  @inlinable public static func += (a: inout Self, b: Self) { a.count += b.count }
  @inlinable public static var zero: Self { Self(0) }
  @inlinable public var dollars: Dollars { Dollars(Double(count) / 100) }
}

/// A plain fraction: `Rate(0.40)` is forty percent. Also a growth ratio: `Rate(1.05)`.
@frozen public struct Rate: Hashable, Comparable, Sendable {
  public var fraction: Double
  @inlinable public init(_ fraction: Double) { self.fraction = fraction }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.fraction < b.fraction }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.fraction + b.fraction) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(a.fraction - b.fraction) }
  @inlinable public static func * (a: Self, b: Self) -> Self { Self(a.fraction * b.fraction) }
  @inlinable public static func / (a: Self, b: Self) -> Self { Self(a.fraction / b.fraction) }
  @inlinable public static func * (a: Self, b: Dollars) -> Dollars {
    Dollars(a.fraction * b.amount)
  }
  @inlinable public static func * (a: Self, b: PerCapita) -> PerCapita {
    PerCapita(a.fraction * b.amount)
  }
  @inlinable public static prefix func - (a: Self) -> Self { Self(-a.fraction) }
  @inlinable public var complement: Self { Self(1 - fraction) }
  @inlinable public func clamped(to bounds: ClosedRange<Self>) -> Self {
    min(max(self, bounds.lowerBound), bounds.upperBound)
  }
  @inlinable public static var zero: Self { Self(0) }
  @inlinable public static var one: Self { Self(1) }
}

/// Assigned beneficiaries weighted by the fraction of the year each was enrolled.
@frozen public struct PersonYears: Hashable, Comparable, Sendable {
  public var count: Double
  @inlinable public init(_ count: Double) { self.count = count }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  @inlinable public static func / (a: Self, b: Self) -> Rate { Rate(a.count / b.count) }
  @inlinable public static var zero: Self { Self(0) }
}

/// Dollars per person-year.
@frozen public struct PerCapita: Hashable, Comparable, Sendable {
  public var amount: Double
  @inlinable public init(_ amount: Double) { self.amount = amount }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.amount < b.amount }
  @inlinable public static func + (a: Self, b: Self) -> Self { Self(a.amount + b.amount) }
  @inlinable public static func - (a: Self, b: Self) -> Self { Self(a.amount - b.amount) }
  @inlinable public static prefix func - (a: Self) -> Self { Self(-a.amount) }
  @inlinable public static func / (a: Self, b: Self) -> Rate { Rate(a.amount / b.amount) }
  @inlinable public static func * (a: Self, n: PersonYears) -> Dollars {
    Dollars(a.amount * n.count)
  }
  @inlinable public func clamped(to bounds: ClosedRange<Self>) -> Self {
    min(max(self, bounds.lowerBound), bounds.upperBound)
  }
  @inlinable public static var zero: Self { Self(0) }
}

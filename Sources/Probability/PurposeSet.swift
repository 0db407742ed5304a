/// Several purposes at once, a bit each.
public struct PurposeSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// A purpose's bit is its raw value's.
  public private(set) var bits: UInt32

  public init(arrayLiteral purposes: Purpose...) { self.init(purposes) }

  public init(_ purposes: some Sequence<Purpose>) {
    bits = purposes.reduce(0) { $0 | 1 << $1.rawValue }
  }

  @inline(__always)
  public var isEmpty: Bool { bits == 0 }

  @inline(__always)
  public func contains(_ purpose: Purpose) -> Bool { bits >> purpose.rawValue & 1 != 0 }

  public mutating func formUnion(_ other: PurposeSet) { bits |= other.bits }
}

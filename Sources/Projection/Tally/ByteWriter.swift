/// Whole numbers in few bytes: seven bits a byte, the least significant first, the eighth bit where
/// more follow (LEB128).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A count, never negative.
  mutating func put(_ count: Int) { put(UInt64(count)) }

  /// Signs alternate, so that small amounts of either are short.
  mutating func put(signed number: Int64) {
    put(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  mutating func put(_ number: UInt128) {
    put(UInt64(truncatingIfNeeded: number))
    put(UInt64(truncatingIfNeeded: number >> 64))
  }

  mutating func put(_ numbers: [Int64]) {
    put(numbers.count)
    for number in numbers { put(signed: number) }
  }
}

/// Bytes that no tally writes.
public struct DamagedBytes: Error, Hashable {}

/// What a `ByteWriter` wrote.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(DamagedBytes) -> UInt64 {
    var number = UInt64.zero
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw DamagedBytes() }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw DamagedBytes()
  }

  mutating func count(atMost most: Int = Int(Int32.max)) throws(DamagedBytes) -> Int {
    let number = try number()
    guard number <= UInt64(most) else { throw DamagedBytes() }
    return Int(number)
  }

  mutating func signed() throws(DamagedBytes) -> Int64 {
    let bits = try number()
    return Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1)
  }

  mutating func wide() throws(DamagedBytes) -> UInt128 {
    let low = try number()
    return UInt128(try number()) << 64 | UInt128(low)
  }

  mutating func signedNumbers(atMost most: Int) throws(DamagedBytes) -> [Int64] {
    var numbers: [Int64] = []
    for _ in 0..<(try count(atMost: most)) { numbers.append(try signed()) }
    return numbers
  }
}

import Crypto
import Foundation
import Projection
import Scenarios

/// A partial that cannot be read: one sentence, and whether it is missing or wrong.
public struct PartialFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
  public var isMissing = false
}

extension Partial {
  /// What every partial's bytes begin with.
  public static let firstLine = "glidepath partial\n"
  /// Of the bytes; raised where a reader of the one before could not read them.
  static let format = 3
  /// The most parts that a run is cut into.
  public static let mostParts = 100_000
  /// Longest partial that is read.
  static let mostBytes = 1 << 30

  /// The first line, the format, what run it is, the tally and, where there is one, the stopping
  /// rule, each with its length; then the SHA-256 of all that. Numbers are little-endian, 64 bits.
  public var bytes: Data {
    var data = Data(Self.firstLine.utf8)
    func put(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }
    func put(_ content: some Collection<UInt8>) {
      put(UInt64(content.count))
      data.append(contentsOf: content)
    }
    put(UInt64(Self.format))
    for text in [
      run.engineVersion, run.scenarioName, run.scenarioDigest, run.scenarioFile, run.scenarioText,
      run.rulebookDigest, run.calibrationDigest, run.sampler.rawValue,
      run.points.rawValue, run.pointsDigest,
    ] {
      put(text.utf8)
    }
    for number in [run.trials, index, of, range.lowerBound, range.upperBound] {
      put(UInt64(number))
    }
    put(run.seed)
    put(tally.bytes)
    if !run.stopping.isEmpty { put(run.stopping.utf8) }
    data.append(contentsOf: SHA256.hash(data: data))
    return data
  }

  /// - Parameter file: As the user named it.
  /// - Throws: `PartialFault`.
  public init(_ bytes: Data, file: String) throws(PartialFault) {
    guard bytes.starts(with: Data(Self.firstLine.utf8)) else {
      throw PartialFault(
        description:
          "\(file): is no partial. Allowed: a file that glidepath shard wrote. Leave it out.")
    }
    var fields = PartialFields(bytes: [UInt8](bytes.dropLast(SHA256.byteCount)))
    let damaged = PartialFault(
      description: "\(file): is damaged: its digest is not that of its bytes. Run its shard again.")
    guard fields.skip(Self.firstLine.utf8.count), let format = fields.number() else {
      throw damaged
    }
    guard format == UInt64(Self.format) else {
      throw PartialFault(
        description:
          "\(file): its format is \(format). Allowed: \(Self.format), as this version writes "
          + "it. Run its shard again.")
    }
    guard
      Data(SHA256.hash(data: bytes.dropLast(SHA256.byteCount))) == bytes.suffix(SHA256.byteCount),
      let read = Partial(&fields)
    else { throw damaged }
    for name in [read.run.scenarioName, read.run.scenarioFile]
    where name.isEmpty || name.contains("/") || name.contains("\0") || [".", ".."].contains(name) {
      throw PartialFault(
        description:
          "\(file): names its scenario \(Names.clamped(name, to: 80)). Allowed: the name of a "
          + "file, without a folder. Leave it out.")
    }
    self = read
  }

  private init?(_ fields: inout PartialFields) {
    let texts = (0..<10).compactMap { _ in fields.text() }
    let numbers = (0..<5).compactMap { _ in fields.count() }
    guard texts.count == 10, let sampler = Sampler(rawValue: texts[7]),
      let points = Points(rawValue: texts[8]), numbers.count == 5,
      let seed = fields.number(),
      numbers[3] <= numbers[4], numbers[4] <= numbers[0], numbers[1] < numbers[2],
      numbers[2] <= Self.mostParts,
      let bytes = fields.content(), let stopping = fields.isAtEnd ? "" : fields.text(),
      fields.isAtEnd, let tally = try? Tally(bytes: bytes),
      tally.trials == numbers[4] - numbers[3]
    else { return nil }
    run = Run(
      texts: texts, seed: seed, sampler: sampler, points: points, trials: numbers[0],
      stopping: stopping)
    (index, of, range) = (numbers[1], numbers[2], numbers[3]..<numbers[4])
    self.tally = tally
  }
}

extension Partial.Run {
  /// - Parameter texts: In the order of the bytes.
  fileprivate init(
    texts: [String], seed: UInt64, sampler: Sampler, points: Points, trials: Int,
    stopping: String
  ) {
    (engineVersion, scenarioName, scenarioDigest) = (texts[0], texts[1], texts[2])
    (scenarioFile, scenarioText) = (texts[3], texts[4])
    (rulebookDigest, calibrationDigest) = (texts[5], texts[6])
    (self.seed, self.sampler, self.trials) = (seed, sampler, trials)
    (self.points, pointsDigest, self.stopping) = (points, texts[9], stopping)
  }
}

/// A partial's fields, read in turn; `nil` where they end early.
private struct PartialFields {
  private var rest: ArraySlice<UInt8>

  init(bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ count: Int) -> Bool {
    guard rest.count >= count else { return false }
    rest = rest.dropFirst(count)
    return true
  }

  mutating func number() -> UInt64? {
    guard rest.count >= 8 else { return nil }
    let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(8)
    return number
  }

  mutating func count() -> Int? { number().flatMap { $0 <= UInt64(Int32.max) ? Int($0) : nil } }

  mutating func content() -> ArraySlice<UInt8>? {
    guard let count = count(), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func text() -> String? { content().map { String(decoding: $0, as: UTF8.self) } }
}

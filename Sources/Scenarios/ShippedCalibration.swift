import Crypto

/// The calibration that ships with the program: the constants `glidepath calibrate` fitted to CMS's
/// public-use files, byte for byte the file it wrote. Numbers, no data.
public struct ShippedCalibration: Sendable {
  /// Performance years fitted, ascending.
  public let years: [Int]
  /// How many public-use files they were read from.
  public let files: Int
  /// SHA-256 of the file, lower-case hexadecimal.
  public let digest: String
  private let constants: [String: Constant]
  private let correlations: [Set<String>: Double]

  /// An estimate; the file tells its unit, estimator and sample.
  public struct Constant: Hashable, Sendable, Decodable {
    public var value: Double
    /// Standard deviation of the estimate over samples of ACOs.
    public var standardError: Double

    public init(value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// A test holds the embedded file to being readable; one that were not would know nothing.
  public static let current =
    (try? ShippedCalibration(PackageResources.calibration_yaml)) ?? ShippedCalibration()

  public init(_ bytes: [UInt8]) throws {
    let file = try NumbersFile.decode(File.self, bytes)
    years = file.years
    files = file.inputs.count
    constants = file.constants
    correlations = Dictionary(
      file.errorCorrelations.map { (Set($0.of), $0.correlation) }, uniquingKeysWith: { $1 })
    digest = SHA256.hash(data: bytes).hexadecimal
  }

  private init() {
    (years, files, digest, constants, correlations) = ([], 0, "", [:], [:])
  }

  /// The constant of this name; `nil` where files cannot tell it.
  public subscript(_ name: String) -> Constant? { constants[name] }

  /// Of the errors of two constants of one fit; 1 of a constant with itself, 0 where none is known.
  public func correlation(_ first: String, _ second: String) -> Double {
    first == second ? 1 : correlations[[first, second]] ?? 0
  }

  /// Where it comes from, in few words: `CMS public-use files 2018–2022 (5 files)`.
  public var name: String {
    guard let first = years.first, let last = years.last else { return "" }
    return "CMS public-use files \(first)–\(last) (\(files) files)"
  }

  private struct File: Decodable {
    var years: [Int]
    var inputs: [Input]
    var constants: [String: Constant]
    var errorCorrelations: [Pair]

    struct Input: Decodable { var sha256: String }

    struct Pair: Decodable {
      var of: [String]
      var correlation: Double
    }
  }
}

extension SHA256.Digest {
  /// Lower-case, two digits a byte.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}

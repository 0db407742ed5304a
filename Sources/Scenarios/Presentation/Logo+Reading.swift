import Foundation

/// Why a file is no image a report can print.
struct LogoFault: Error {
  /// After "which": `is a folder or a device`.
  var says: String
  var remedy = "Name another, or leave it out."
}

extension Presentation.Logo {
  static let mostBytes = 1_048_576
  /// Of either side of a PNG: more would exhaust who unpacks it.
  static let mostPixels = 8_192.0

  /// The image at a path, which itself must not be a symbolic link.
  static func read(_ file: URL) throws(LogoFault) -> Self {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: file.path) else {
      throw LogoFault(says: "is not there", remedy: "Check the path, or leave it out.")
    }
    switch facts[.type] as? FileAttributeType {
    case .typeRegular: break
    case .typeSymbolicLink:
      throw LogoFault(says: "is a symbolic link", remedy: "Put the image itself there.")
    default: throw LogoFault(says: "is a folder or a device")
    }
    guard (facts[.size] as? NSNumber)?.intValue ?? 0 <= mostBytes else { throw tooLarge }
    guard let data = try? Data(contentsOf: file) else {
      throw LogoFault(says: "cannot be read", remedy: "Check its permissions.")
    }
    return try Self([UInt8](data))
  }

  private static let tooLarge = LogoFault(
    says: "is larger than 1 MB", remedy: "Save it smaller.")

  /// Told apart by their bytes, whatever the file's name.
  init(_ bytes: [UInt8]) throws(LogoFault) {
    guard bytes.count <= Self.mostBytes else { throw Self.tooLarge }
    if bytes.starts(with: PNGFile.signature) {
      guard let size = PNGFile.size(of: bytes) else {
        throw LogoFault(says: "is not a whole PNG image", remedy: "Save it again.")
      }
      guard max(size.width, size.height) <= Self.mostPixels else {
        throw LogoFault(
          says: "is more than \(Int(Self.mostPixels)) pixels wide or high",
          remedy: "Save it smaller.")
      }
      self.init(kind: .png, bytes: bytes, width: size.width, height: size.height)
    } else {
      let size = try SVGFile.size(of: bytes)
      self.init(kind: .svg, bytes: bytes, width: size.width, height: size.height)
    }
  }
}

/// As much of a PNG file as tells that it is one, whole, and how large.
///
/// ISO/IEC 15948: a signature, then chunks of length, type, data and check.
enum PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Pixels; `nil` for what does not run from its header through its data to its end.
  static func size(of bytes: [UInt8]) -> (width: Double, height: Double)? {
    func number(_ place: Int) -> Int {
      bytes[place..<place + 4].reduce(0) { $0 * 256 + Int($1) }
    }
    var place = signature.count
    var size: (width: Double, height: Double)?
    var hasData = false
    while place + 12 <= bytes.count {
      let length = number(place)
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      guard place + 12 + length <= bytes.count else { return nil }
      switch type {
      case "IHDR" where size == nil && length == 13:
        size = (Double(number(place + 8)), Double(number(place + 12)))
      case "IDAT": hasData = true
      case "IEND":
        guard let size, size.width > 0, size.height > 0, hasData else { return nil }
        return size
      default: if size == nil { return nil }
      }
      place += 12 + length
    }
    return nil
  }
}

import Foundation
import Scenarios

/// What some of a portfolio's scenarios came to: what one of several machines writes.
public struct PortfolioPart: Hashable, Sendable, Codable {
  /// What every part's bytes begin with.
  public static let firstLine = "glidepath portfolio part\n"

  public var engineVersion: String
  public var calibrationDigest = ShippedCalibration.current.digest
  /// As the report's title says it.
  public var origin: String
  /// Over every scenario of the portfolio and what the command line changes of them.
  public var roster: String
  /// Scenarios of the whole portfolio.
  public var count: Int
  /// Which part of how many, the first being 0: it holds every scenario whose place, counted from 0,
  /// leaves `index` when divided by `of`.
  public var index, of: Int
  public var sampler: String
  public var rows: [PortfolioRow]
  public var assumptions: PortfolioAssumptions

  public init(
    engineVersion: String, origin: String, roster: String, count: Int, index: Int, of parts: Int,
    sampler: Sampler, rows: [PortfolioRow], assumptions: PortfolioAssumptions
  ) {
    self.engineVersion = engineVersion
    self.origin = origin
    self.roster = roster
    self.count = count
    (self.index, of) = (index, parts)
    self.sampler = sampler.rawValue
    self.rows = rows
    self.assumptions = assumptions
  }

  /// Places of one part's scenarios.
  public static func places(_ index: Int, of parts: Int, count: Int) -> [Int] {
    Array(stride(from: index, to: count, by: parts))
  }

  /// Whether it is a part of as many, and has a row for each of its scenarios.
  private var isWhole: Bool {
    (1...Partial.mostParts).contains(of) && (0..<of).contains(index)
      && (0...1 << 24).contains(count)
      && rows.count == Self.places(index, of: of, count: count).count
  }

  /// The first line, the digest of the rest on a line, and the part as JSON.
  public var bytes: Data {
    get throws {
      let json = try PortfolioCoding.bytes(of: self)
      return Data("\(Self.firstLine)\(RunManifest.digest(of: json))\n".utf8) + json
    }
  }

  /// Appears whole, forced to disk, or leaves what was there.
  public func write(to path: String) throws {
    let url = URL(fileURLWithPath: path)
    let file = WholeFile(
      folder: url.deletingLastPathComponent().path, name: url.lastPathComponent,
      content: .bytes(try bytes), writer: WholeFile.thisWriter)
    do {
      try file.writeBeside()
      try file.moveIntoPlace()
    } catch {
      file.removeTemporary()
      throw error
    }
  }

  /// Whether a file begins as a part does.
  public static func isPart(_ path: String) -> Bool {
    // A pipe would wait for a writer.
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: firstLine.utf8.count)) == Data(firstLine.utf8)
  }

  /// - Throws: `PartialFault`.
  public init(contentsOf path: String) throws(PartialFault) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PartialFault(
        description: "\(path): there is no such file. Check the path, or run its part.",
        isMissing: true)
    }
    guard Self.isPart(path), let bytes = FileManager.default.contents(atPath: path) else {
      throw PartialFault(
        description:
          "\(path): is no part of a portfolio. Allowed: files that glidepath portfolio --of wrote. "
          + "Leave it out.")
    }
    let rest = bytes.dropFirst(Self.firstLine.utf8.count)
    let json = rest.dropFirst(65)
    guard rest.prefix(64) == Data(RunManifest.digest(of: Data(json)).utf8),
      let part = try? PortfolioCoding.decoded(Self.self, from: Data(json)), part.isWhole
    else {
      throw PartialFault(
        description: "\(path): is damaged: its digest is not that of its bytes. Run its part again."
      )
    }
    self = part
  }
}

import Foundation
import Scenarios

/// The parts of one whole portfolio, put together.
public struct MergedPortfolio: Sendable {
  public let report: PortfolioReport
  public let sampler: Sampler
  /// As the report's title says it.
  public let origin: String

  /// - Parameter files: As the user named them; at least one.
  /// - Throws: `PartialFaults` with every fault of every file, where they are not one whole portfolio of
  ///   this program.
  public init(_ files: [String], engineVersion: String) throws(PartialFaults) {
    var (faults, parts): ([PartialFault], [(file: String, part: PortfolioPart)]) = ([], [])
    for file in files {
      do throws(PartialFault) {
        parts.append((file, try PortfolioPart(contentsOf: file)))
      } catch {
        faults.append(error)
      }
    }
    guard let first = parts.first else { throw PartialFaults(all: faults) }
    let strangers = Self.strangers(parts, engineVersion: engineVersion)
    faults += strangers + Self.twice(parts)
    if parts.count == files.count, strangers.isEmpty { faults += Self.gaps(parts) }
    guard faults.isEmpty else { throw PartialFaults(all: faults) }
    origin = first.part.origin
    sampler = Sampler(rawValue: first.part.sampler) ?? .quantiles
    report = PortfolioReport(
      Self.rows(parts.map(\.part)),
      resting: PortfolioAssumptions(adding: parts.map(\.part.assumptions)), on: origin,
      engineVersion: engineVersion)
  }

  /// In the order of the whole portfolio.
  private static func rows(_ parts: [PortfolioPart]) -> [PortfolioRow] {
    let placed = parts.flatMap { part in
      zip(PortfolioPart.places(part.index, of: part.of, count: part.count), part.rows)
    }
    return placed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Those that are not of this program, and those that are not of the first one's portfolio.
  private static func strangers(
    _ parts: [(file: String, part: PortfolioPart)], engineVersion: String
  ) -> [PartialFault] {
    let first = parts[0]
    let isOld =
      first.part.engineVersion != engineVersion
      || first.part.calibrationDigest != ShippedCalibration.current.digest
    let old = PartialFault(
      description:
        "\(first.file): was made with another program version or calibration. Allowed: parts of this "
        + "program. Run its part again.")
    let others = parts.dropFirst().filter { !$0.part.isOfOne(with: first.part) }.map { other in
      PartialFault(
        description:
          "\(other.file): is of another portfolio, another number of parts, seed, number of trials or "
          + "version than \(first.file). Allowed: parts of one portfolio. Leave it out, or run its part "
          + "again.")
    }
    return (isOld ? [old] : []) + others
  }

  private static func twice(_ parts: [(file: String, part: PortfolioPart)]) -> [PartialFault] {
    parts.indices.compactMap { place in
      let part = parts[place]
      let before = parts[..<place].first {
        $0.part.index == part.part.index && $0.part.isOfOne(with: part.part)
      }
      return before.map {
        PartialFault(
          description:
            "\(part.file): holds part \(part.part.index), which \($0.file) holds too. Allowed: each part "
            + "once. Leave one of them out.")
      }
    }
  }

  private static func gaps(_ parts: [(file: String, part: PortfolioPart)]) -> [PartialFault] {
    let held = Set(parts.map(\.part.index))
    let missing = (0..<parts[0].part.of).filter { !held.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = Names.list(missing.map { "--index \($0)" }, most: 20)
    return [
      PartialFault(
        description:
          "Missing of \(parts[0].part.of) parts: \(names). Allowed: every scenario once. Run the part "
          + "that is missing, and name its file.")
    ]
  }
}

extension PortfolioPart {
  fileprivate func isOfOne(with other: Self) -> Bool {
    roster == other.roster && of == other.of && count == other.count && sampler == other.sampler
      && engineVersion == other.engineVersion && calibrationDigest == other.calibrationDigest
  }
}

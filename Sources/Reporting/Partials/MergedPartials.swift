import Foundation
import Projection
import Regulation
import Scenarios

/// Every fault of the partials of a merge, a sentence each.
public struct PartialFaults: Error, Hashable, Sendable {
  public var all: [PartialFault]
}

/// The partials of one whole run, added up.
public struct MergedPartials: Equatable, Sendable {
  public let run: Partial.Run
  public let tally: Tally

  /// - Parameter files: As the user named them; at least one.
  /// - Throws: `PartialFaults` with every fault of every file, where they are not one whole run of this
  ///   program.
  public init(_ files: [String], engineVersion: String) throws(PartialFaults) {
    var (faults, parts): ([PartialFault], [Part]) = ([], [])
    for file in files {
      do throws(PartialFault) {
        parts.append(Part(file: file, partial: try PartialFile(path: file).read()))
      } catch {
        faults.append(error)
      }
    }
    guard let first = parts.first else { throw PartialFaults(all: faults) }
    faults += Self.strangers(among: parts, engineVersion: engineVersion)
    let alike = parts.filter { $0.isOfOneRun(with: first) }
    // A file that cannot be read is told, not the gap it leaves.
    faults += Self.overlaps(alike) + (alike.count == files.count ? Self.gaps(alike) : [])
    guard faults.isEmpty else { throw PartialFaults(all: faults) }
    run = first.partial.run
    tally = parts.dropFirst().reduce(into: first.partial.tally) { $0.add($1.partial.tally) }
  }

  private struct Part {
    var file: String
    var partial: Partial

    func isOfOneRun(with other: Part) -> Bool {
      partial.run == other.partial.run && partial.tally.counts(like: other.partial.tally)
    }
  }

  /// Those that are not of this program, and those that are not of the first one's run.
  private static func strangers(
    among parts: [Part], engineVersion: String
  ) -> [PartialFault] {
    let run = parts[0].partial.run
    var now = run
    now.engineVersion = engineVersion
    now.calibrationDigest = ShippedCalibration.current.digest
    let old = now.differences(of: run).map {
      "\(parts[0].file): was made with \($0). Allowed: partials of this program. Run its shard again."
    }
    let others = parts.dropFirst().compactMap { part -> String? in
      let told = run.differences(of: part.partial.run)
      let what = told.isEmpty ? "the same run counted otherwise" : Names.list(told, most: 6)
      guard !part.isOfOneRun(with: parts[0]) else { return nil }
      return "\(part.file): is of \(what), as \(parts[0].file) is. Allowed: partials of one run. "
        + "Leave it out, or run its shard again."
    }
    return (old + others).map { PartialFault(description: $0) }
  }

  private static func overlaps(_ parts: [Part]) -> [PartialFault] {
    let ordered = parts.filter { !$0.partial.range.isEmpty }
      .sorted { $0.partial.range.lowerBound < $1.partial.range.lowerBound }
    return zip(ordered, ordered.dropFirst()).compactMap { before, part in
      let both = part.partial.range.clamped(to: before.partial.range)
      guard !both.isEmpty else { return nil }
      return PartialFault(
        description:
          "\(part.file): counts \(words(both)), which \(before.file) counts too. Allowed: each "
          + "trial once. Leave one of them out.")
    }
  }

  private static func gaps(_ parts: [Part]) -> [PartialFault] {
    guard let run = parts.first?.partial.run else { return [] }
    var (gaps, reached): ([Range<Int>], Int) = ([], 0)
    for range in parts.map(\.partial.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > reached { gaps.append(reached..<range.lowerBound) }
      reached = max(reached, range.upperBound)
    }
    if reached < run.trials { gaps.append(reached..<run.trials) }
    let counts = Set(parts.map(\.partial.of))
    let missing = (0..<(counts.first ?? 1)).filter { index in
      !parts.contains { $0.partial.index == index }
    }
    let which =
      counts.count == 1 && !missing.isEmpty
      ? " Missing of \(counts.first ?? 1) shards: "
        + Names.list(missing.map { "--index \($0)" }, most: 20) + "."
      : ""
    return gaps.map {
      PartialFault(
        description:
          "No partial counts \(words($0)) of \(DecimalText.grouped(run.trials)). Allowed: "
          + "every trial once.\(which) Run the shard that is missing, and name its file.")
    }
  }

  private static func words(_ trials: Range<Int>) -> String {
    "trials \(DecimalText.grouped(trials.lowerBound)) through "
      + "\(DecimalText.grouped(trials.upperBound - 1))"
  }
}

extension MergedPartials {
  /// The scenario the partials carry, with the trials and the seed of the run.
  ///
  /// - Parameter folder: Where files that the scenario names, such as a logo, are looked for.
  /// - Throws: `Problems` where this version cannot read it.
  public func scenario(folder: String) throws -> Scenario {
    var scenario = try Scenario(
      yaml: run.scenarioText, file: run.scenarioFile, name: run.scenarioName,
      folder: URL(fileURLWithPath: folder))
    scenario.trials = run.trials
    scenario.seed = run.seed
    scenario.sampler = run.sampler
    scenario.points = run.points
    return scenario
  }

  /// Why the rules now in force are not those of the run; `nil` where they are.
  public func whyNot(rulebookDigest: String) -> String? {
    guard rulebookDigest != run.rulebookDigest else { return nil }
    return "The partials rest on rules \(run.rulebookDigest.prefix(8)), not "
      + "\(rulebookDigest.prefix(8)). Allowed: partials of this program's rules. Run the shards again."
  }
}

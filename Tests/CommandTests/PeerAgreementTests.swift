import Foundation
import Testing

/// The same model written again in numpy, numba, C++ with GSL and plain Python agrees with
/// Glidepath: its law to the cent, its chance within four standard errors.
@Suite struct PeerAgreementTests {
  /// How many trials to compare; `nil` where nobody asks.
  static let trials = ProcessInfo.processInfo.environment["GLIDEPATH_PEERS"].flatMap { Int($0) }

  @Test(
    .enabled(
      if: trials != nil,
      "minutes long, and fetches numpy and numba: set GLIDEPATH_PEERS to a number of trials"))
  func `four peers in other languages agree with Glidepath`() throws {
    let trials = try #require(Self.trials)
    let script = Command.root.appending(path: "Tests/Benchmarks/Peers/compare.sh").path
    let benchmarks = Command.program.deletingLastPathComponent().appending(path: "Benchmarks").path
    let done = try Command.shell(
      "BENCHMARKS='\(benchmarks)' '\(script)' --check --agree \(trials)")
    #expect(done.status == 0, "\(done.output)\n\(done.errors)")
    #expect(done.output.hasSuffix("All agree.\n"), "\(done.output)")
    #expect(!done.output.contains("DIFFER") && !done.output.contains("DISAGREES"))
  }
}

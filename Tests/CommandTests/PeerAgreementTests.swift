import Foundation
import Testing

/// The same model written again in numpy, numba, C++ with GSL and plain Python agrees with
/// Glidepath: its law to the cent, its chance within four standard errors.
@Suite struct PeerAgreementTests {
  static let isAsked = ProcessInfo.processInfo.environment["GLIDEPATH_PEERS"] != nil

  @Test(
    .enabled(
      if: isAsked,
      "minutes long, and fetches numpy and numba: set GLIDEPATH_PEERS=1 to run it"))
  func `four peers in other languages agree with Glidepath`() throws {
    let script = Command.root.appending(path: "Tests/Benchmarks/Peers/compare.sh").path
    let benchmarks = Command.program.deletingLastPathComponent().appending(path: "Benchmarks").path
    let done = try Command.shell(
      "BENCHMARKS='\(benchmarks)' '\(script)' --check --agree 400000")
    #expect(done.status == 0, "\(done.output)\n\(done.errors)")
    #expect(done.output.hasSuffix("All agree.\n"), "\(done.output)")
    #expect(!done.output.contains("DIFFER") && !done.output.contains("DISAGREES"))
  }
}

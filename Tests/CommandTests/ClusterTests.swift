import Foundation
import Testing

/// The scripts of Tests/Cluster, which start daemons and take minutes: run where
/// `GLIDEPATH_CLUSTERS=1` asks for them. A script ends with 77 where what it needs is absent.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["GLIDEPATH_CLUSTERS"] == "1",
    "GLIDEPATH_CLUSTERS=1 runs Slurm, Dask and the same cents for real"))
struct ClusterTests {
  @Test(arguments: ["slurm.sh", "dask.sh", "same-cents.sh"])
  func `the same report on a cluster as on one machine`(script: String) throws {
    let run = try Command.shell("Tests/Cluster/\(script) \"$glidepath\"")
    if run.status == 77 {
      print(run.output)
    } else {
      #expect(run.status == 0 && run.output.hasSuffix("PASSED\n"), "\(run.output)\n\(run.errors)")
    }
  }
}

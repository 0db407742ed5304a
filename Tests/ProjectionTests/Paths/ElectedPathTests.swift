import Regulation
import Scenarios
import Testing

@testable import Projection

@Suite struct ElectedPathTests {
  private func path(
    _ track: Track, _ rate: Double, renewsIn: Int? = nil, leave: ExitRule? = nil
  ) -> ElectedPath {
    ElectedPath(
      years: Array(repeating: track, count: 5), minimumRate: .elected(Rate(rate)),
      renewsIn: renewsIn, leave: leave)
  }

  @Test func `holding a track is not leaving it, and has the rate asked where there is one`() {
    let paths = [
      path(.basic(.e), 0.01, leave: ExitRule(by: .june30, lossYears: 1)), path(.basic(.e), 0.02),
      path(.basic(.e), 0.01), path(.enhanced, 0.02),
    ]
    #expect(paths.place(ofHolding: .basic(.e), choosing: .elected(Rate(0.01))) == 2)
    #expect(paths.place(ofHolding: .basic(.e), choosing: .variable) == 1)
    #expect(paths.place(ofHolding: .enhanced, choosing: .elected(Rate(0.01))) == 3)
    #expect(paths.place(ofHolding: .basic(.a), choosing: .variable) == nil)
  }

  @Test func `paths are signed alike where years, rate, renewal and exit rule are`() {
    let one = path(.basic(.e), 0.01)
    var listed = one
    (listed.listedAs, listed.isPresent) = ("Ours", true)
    #expect(one.isSigned(like: listed))
    for other in [
      path(.basic(.e), 0.02), path(.enhanced, 0.01), path(.basic(.e), 0.01, renewsIn: 3),
      path(.basic(.e), 0.01, leave: ExitRule(by: .june30, lossYears: 1)),
    ] {
      #expect(!one.isSigned(like: other))
    }
  }
}

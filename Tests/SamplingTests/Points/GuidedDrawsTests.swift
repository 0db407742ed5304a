import Probability
import Testing

@testable import Sampling

@Suite struct GuidedDrawsTests {
  @Test func `straight are the years' new lists and the effect's tail, right after the first draw`()
  {
    let straight = GuidedDraws.all[GuidedDraws.straight]
    let lists = (1...5).map { GuidedPlace(.participantChange, slot: 0, year: $0) }
    #expect(Array(straight) == lists + [GuidedPlace(.expenditureEffect, slot: 5, year: 0)])
    #expect(GuidedDraws.all[0] == GuidedPlace(.expenditureEffect, slot: 0, year: 1))
  }
}

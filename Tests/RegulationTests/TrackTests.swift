import Testing

@testable import Regulation

@Suite struct TrackTests {
  @Test(arguments: Track.allCases)
  func `a track is known by its key, its title and its letter`(track: Track) {
    #expect(Track(key: track.key) == track)
    if case .basic(let level) = track { #expect(Track(key: level.rawValue) == track) }
  }

  @Test(arguments: ["levelF", "", "level", "basic", "enhancedE"])
  func `other words name no track`(word: String) {
    #expect(Track(key: word) == nil)
  }

  @Test func `levels advance one a year and stop at E`() {
    #expect(Level.allCases.map(\.next) == [.b, .c, .d, .e, .e])
    #expect(ParticipationOption.glidePath.years == Level.allCases.map(Track.basic))
  }

  @Test func `the seven standard options have five years and their own names`() {
    let options = ParticipationOption.standard
    #expect(
      options.map(\.name)
        == ["levelA", "levelB", "levelC", "levelD", "levelE", "glidePath", "enhanced"])
    #expect(options.allSatisfy { $0.years.count == 5 })
  }
}

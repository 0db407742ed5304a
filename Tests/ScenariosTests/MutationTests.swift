import Testing

@testable import Scenarios

/// A small generator with a fixed seed, so that a mutation that fails can be had again.
private struct Steps: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct MutationTests {
  /// Overwrites, deletes, inserts, repeats or moves a few bytes.
  private static func mutated(_ bytes: [UInt8], using steps: inout Steps) -> [UInt8] {
    var bytes = bytes
    let marks = Array("[]{}:,-?&*!|>'\"%@`#\n\t 0123456789.eE_<~\u{0}".utf8) + [0xFF, 0xC3, 0x80]
    for _ in 0..<Int.random(in: 1...6, using: &steps) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &steps)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &steps))
      switch Int.random(in: 0..<6, using: &steps) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &steps)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(marks.randomElement(using: &steps) ?? 0, at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4:
        let piece = Array(bytes[place..<end])
        bytes.removeSubrange(place..<end)
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &steps))
      default: bytes[place] = marks.randomElement(using: &steps) ?? 0
      }
    }
    return bytes
  }

  @Test(arguments: [
    Examples.full, Examples.leastHistory, Examples.least + MeasureTests.measures,
  ])
  func `2,000 mutations of a good file give a scenario or its problems`(good: String) throws {
    var steps = Steps(state: 20_270_101)
    var read = 0
    for _ in 0..<2_000 {
      let bytes = Self.mutated(Array(good.utf8), using: &steps)
      do {
        let scenario = try Scenario(yaml: bytes, file: "x.yaml", name: "x")
        #expect(scenario.trials >= 100)
        #expect(!scenario.agreement.options.isEmpty)
        read += 1
      } catch let problems as Problems {
        #expect(!problems.all.isEmpty)
        let lines = problems.description.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == problems.all.count)
        #expect(problems.all.allSatisfy { $0.line >= 1 && $0.column >= 1 })
      }
    }
    // Both ends are met: mutations of a title leave a good file, most others do not; of the long full
    // file only a few are good.
    #expect(read > 0 && read < 1_900)
  }
}

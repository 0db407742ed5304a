import CKernels
import CWidths
import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// The kernels: every width gives the same bits, and they are those of the plain rule below.
@Suite struct BeneficiaryKernelTests {
  static func histories(width: Int32, trials: UInt32 = 20) -> [ObservedYear] {
    var model = PairingTests.model(BeneficiaryMomentTests.lively(assigned: 5_000))
    model.beneficiaries?.width = width
    var sampler = HistorySampler(model)
    return (0..<trials).flatMap { trial in
      sampler.start(trial: trial)
      return (0..<5).map { _ in sampler.nextYear() }
    }
  }

  @Test func `every width the processor has writes the same histories`() {
    let baseline = Self.histories(width: 0)
    for width in 1...max(1, cw_widest()) where width <= cw_widest() {
      #expect(Self.histories(width: width) == baseline)
    }
  }

  /// Joiners, a year, joiners again and a year again; by the kernel and by the rule, at every width.
  ///
  /// Lists of few and of none, a group of 24 and a head more or less, and more than the 240 that wait
  /// at a time; lists that outgrow their room.
  @Test(
    arguments: [
      [0, 0, 0, 0], [1, 0, 0, 2], [23, 24, 25, 26], [95, 97, 960, 961], [3, 700, 2_000, 9_000],
    ] as [[UInt32]])
  func `heads and sums are the plain rule's`(joiners: [UInt32]) {
    let terms = PlainTerms()
    for width in 0...cw_widest() {
      let kernel = KernelPeople(width: width)
      var plain = PlainPeople()
      for (year, count) in [joiners, joiners.map { $0 / 3 + 1 }].enumerated() {
        kernel.join(terms, count, year: UInt32(2 * year))
        plain.join(terms, count, year: UInt32(2 * year))
        #expect(kernel.lists == plain.lists, "joiners, width \(width)")
        kernel.live(terms, year: UInt32(2 * year + 1))
        plain.live(terms, year: UInt32(2 * year + 1))
        #expect(kernel.lists == plain.lists, "a year, width \(width)")
      }
      #expect(kernel.sums == plain.sums, "width \(width)")
    }
  }

  /// Where all leave, none is left; where none leaves and none changes, all stay who they are.
  @Test func `certain fates come to everyone`() {
    var terms = PlainTerms()
    let kernel = KernelPeople(width: cw_widest())
    kernel.join(terms, [50, 60, 70, 3_000], year: 0)
    let before = kernel.lists
    terms.leaving = Array(repeating: 0, count: 128)
    terms.becoming = (0..<16).map { $0 % 5 == 0 ? 1 : 0 }
    terms.keeping = [1, 1, 1, 1]
    kernel.live(terms, year: 1)
    #expect(kernel.lists == before)
    terms.becoming = (0..<16).map { $0 % 4 == 2 ? 1 : 0 }
    kernel.live(terms, year: 2)
    #expect(kernel.lists.indices.allSatisfy { kernel.lists[$0].isEmpty == ($0 & 3 != 2) })
    #expect(kernel.lists.joined().sorted() == before.joined().sorted())
    terms.leaving = Array(repeating: 1, count: 128)
    kernel.live(terms, year: 3)
    #expect(kernel.lists.allSatisfy { $0.isEmpty })
  }
}

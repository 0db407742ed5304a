import CKernels
import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// The kernels: every width gives the same bits, and the numbers are those of the addressed stream.
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
    for width in 1...max(1, ck_widest()) where width <= ck_widest() {
      #expect(Self.histories(width: width) == baseline)
    }
  }

  /// Joiners of an empty list: ranks are ten bits of the third word of their blocks.
  @Test func `a place's numbers are its block of the addressed stream`() throws {
    let count = 512
    let subject = Subject(seed: 7, kind: .aco, name: "K0001")
    var places = [UInt8](repeating: UInt8(ck_empty_place), count: count)
    var ranks = [UInt16](repeating: 0, count: count)
    var sums = [UInt64](repeating: 0, count: 12)
    let tables = [UInt32](repeating: 1, count: 16 * SpendingLaw.ranks)
    let joiners: [UInt32] = [10, 20, 30, 440]
    let levels = (1..<16).map { threshold(Double($0) / 16) }
    tables.withUnsafeBufferPointer { table in
      joiners.withUnsafeBufferPointer { joiners in
        levels.withUnsafeBufferPointer { levels in
          var terms = ck_joining(
            key: subject.words, purpose: Purpose.beneficiaryJoining.counterWord, year: 3,
            trial: 41, joiners: joiners.baseAddress, levels: levels.baseAddress,
            aligned: threshold(0.5), spending: table.baseAddress, risk: table.baseAddress)
          ck_join(ck_widest(), &places, &ranks, count, &terms, &sums)
        }
      }
    }
    // GSL reads the stream's words one after another.
    var stream = RandomStream(rejecting: true)
    stream.seek(subject, trial: 41, year: 3, purpose: .beneficiaryJoining)
    for place in 0..<500 {
      let words = (0..<4).map { _ in UInt32(stream.uniform() * 0x1p32) }
      #expect(UInt32(ranks[place]) == words[2] & 1023)
      #expect(places[place] >> 2 & 15 == UInt8(words[0] >> 28))
      #expect((places[place] >> 6 == 1) == (words[1] < 1 << 31))
    }
    #expect(places[500...].allSatisfy { $0 == UInt8(ck_empty_place) })
    #expect(Array(sums[0..<4]) == joiners.map { UInt64($0) })
    #expect(Array(sums[4..<8]) == joiners.map { UInt64($0) }, "every amount is one")
  }
}

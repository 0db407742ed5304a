import Probability
import Reconciliation
import Regulation
import Scenarios

/// One worker's books of who gains: `start(trial:)`, then `open(year:)` before the year's options are
/// paid.
///
/// What is drawn here has purposes of its own and moves nothing of a history. A trial's collected
/// fractions and its reopened years are the same under every option.
struct PartyBooks: ~Copyable {
  private let division: Division?
  private let money: Money
  private let subject: Subject
  private var stream = RandomStream()
  private var trial: UInt32 = 0
  private(set) var shares: PartyShares?
  /// Five years' avoided spending, and the margin lost on it discounted to the start; cents.
  private(set) var avoided: Int64 = 0
  private(set) var lostMargin = 0.0
  /// What a revision of the year just opened takes back, a fraction of `base`; 0 in most trials.
  private(set) var takenBack = 0.0

  init(_ agreement: Agreement) {
    division = agreement.division
    money = agreement.money
    subject = Subject(
      seed: agreement.scenario.seed, kind: .aco, name: agreement.scenario.aco)
  }

  mutating func start(trial: Int) {
    guard let division else { return }
    self.trial = UInt32(trial)
    (avoided, lostMargin) = (0, 0)
    stream.seek(subject, trial: self.trial, year: 0, purpose: .collection, slot: 0)
    let participants = division.participants.drawn(&stream)
    stream.seek(subject, trial: self.trial, year: 0, purpose: .collection, slot: 1)
    let sponsor = division.sponsor.drawn(&stream)
    shares = PartyShares(division, participantsCollected: participants, sponsorCollected: sponsor)
  }

  /// - Parameters:
  ///   - year: 0 for the first.
  ///   - avoided: What the ACO kept its assigned from spending in it.
  mutating func open(year: Int, avoided: Dollars) {
    guard let division else { return }
    self.avoided += Cents(rounding: avoided).count
    if let lost = division.lostMargin {
      let margin = Cents(rounding: Dollars(avoided.amount * lost[year]))
      lostMargin += money.within[year] * Double(margin.count)
    }
    guard let reopening = division.reopening else { return }
    stream.seek(subject, trial: trial, year: UInt32(year + 1), purpose: .reopening)
    let isReopened = stream.uniform() < reopening.probability
    takenBack = isReopened ? max(0, reopening.standardDeviation * stream.normal()) : 0
  }

  /// What a reopening takes back of a settled year: losses found are counted, gains are not.
  ///
  /// - Parameters:
  ///   - benchmark: The year's, total, in dollars.
  ///   - terms: The year's: a one-sided year cannot come to owe.
  func liability(
    of settled: Cents, benchmark: Double, under terms: TrackTerms
  ) -> Cents {
    guard takenBack > 0, let reopening = division?.reopening else { return .zero }
    let base =
      switch reopening.base {
      case .settlement: Double(settled.count.magnitude) / 100
      case .benchmark: benchmark
      }
    let revision = Cents(rounding: Dollars(takenBack * base))
    return terms.losses == nil ? min(revision, max(settled, .zero)) : revision
  }
}

import Regulation

/// What every trial left to sponsor and participants under every option, in whole cents.
///
/// Columns of one value a trial: `sponsor`, `participants` and `liability` at
/// `option · trials + trial`; 24 bytes for an option and trial, 17 MB for seven and 100,000. The ACO
/// has what is left of the ledger's net, so that the three add up to it to the cent.
struct PartyLedger: Equatable, Sendable {
  let trials: Int
  /// Five-year parts of savings and losses, discounted; the sponsor's before lost margin.
  fileprivate(set) var sponsor, participants: [Int64]
  /// What reopened years take back, undiscounted.
  fileprivate(set) var liability: [Int64]
  /// By trial: avoided spending undiscounted, and the margin lost on it discounted.
  fileprivate(set) var avoided, lostMargin: [Int64]

  init(trials: Int, optionCount: Int) {
    self.trials = trials
    sponsor = Array(repeating: 0, count: optionCount * trials)
    participants = sponsor
    liability = sponsor
    avoided = Array(repeating: 0, count: trials)
    lostMargin = avoided
  }

  func sponsor(of option: Int) -> ArraySlice<Int64> { column(sponsor, option) }
  func participants(of option: Int) -> ArraySlice<Int64> { column(participants, option) }
  func liability(of option: Int) -> ArraySlice<Int64> { column(liability, option) }

  private func column(_ values: [Int64], _ option: Int) -> ArraySlice<Int64> {
    values[option * trials..<(option + 1) * trials]
  }
}

/// Where a batch writes.
struct PartySlots {
  let trials: Int
  let sponsor, participants, liability: UnsafeMutablePointer<Int64>
  let avoided, lostMargin: UnsafeMutablePointer<Int64>

  /// A trial's place.
  func write(_ account: PartyAccount, liability owed: Cents, option: Int, trial: Int) {
    let place = option * trials + trial
    sponsor[place] = account.sponsor.wholeCents
    participants[place] = account.participants.wholeCents
    liability[place] = owed.count
  }

  func write(_ books: borrowing PartyBooks, trial: Int) {
    avoided[trial] = books.avoided
    lostMargin[trial] = books.lostMargin.wholeCents
  }
}

extension Double {
  /// Unrounded cents, rounded half away from zero.
  var wholeCents: Int64 { Int64(rounded(.toNearestOrAwayFromZero)) }
}

extension PartyLedger? {
  mutating func withSlots(_ body: (PartySlots?) -> Void) {
    guard var ledger = self else { return body(nil) }
    self = nil  // The columns have one owner while they are written: nothing is copied.
    defer { self = ledger }
    let trials = ledger.trials
    ledger.sponsor.withUnsafeMutableBufferPointer { sponsor in
      ledger.participants.withUnsafeMutableBufferPointer { participants in
        ledger.liability.withUnsafeMutableBufferPointer { liability in
          ledger.avoided.withUnsafeMutableBufferPointer { avoided in
            ledger.lostMargin.withUnsafeMutableBufferPointer { lostMargin in
              guard let sponsor = sponsor.baseAddress,
                let participants = participants.baseAddress,
                let liability = liability.baseAddress, let avoided = avoided.baseAddress,
                let lostMargin = lostMargin.baseAddress
              else { return }
              body(
                PartySlots(
                  trials: trials, sponsor: sponsor, participants: participants,
                  liability: liability, avoided: avoided, lostMargin: lostMargin))
            }
          }
        }
      }
    }
  }
}

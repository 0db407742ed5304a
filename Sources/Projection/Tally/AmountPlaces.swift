/// What one option's trials are tallied by.
enum OptionAmount: Hashable, Sendable {
  /// Of one year, 0 for the first.
  case payment(year: Int)
  /// Net accumulated through a year.
  case net(year: Int)
  /// The five payments added, and the worst of them.
  case total, worstYear

  /// Twelve; the total before the worst.
  static let all = (0..<5).map(payment) + (0..<5).map(net) + [.total, .worstYear]
}

/// Which amounts of a run are one: options settled alike through the same years are paid alike and end
/// alike, and what is alike is tallied once.
struct AmountPlaces: Hashable, Sendable {
  /// The first option that has an amount, which is asked for it.
  struct First: Hashable, Sendable {
    let option: Int
    let amount: OptionAmount
  }

  private static let each = OptionAmount.all.count

  /// `option · 12 + amount`, in the order of `OptionAmount.all`: where each is among those tallied, which
  /// are numbered as they first come.
  let all: [Int]
  /// By place.
  let firsts: [First]
  /// By option, its five-year net among those that differ, which are numbered as they first come.
  let ends: [Int]
  /// By end, the first option that has it.
  let endOptions: [Int]

  /// - Parameter columns: Of payments, as a `Ledger` has them.
  init(columns: [Int]) {
    var found: [[Int]: Int] = [:]
    let kinds = OptionAmount.all
    var firsts: [First] = []
    all = stride(from: 0, to: columns.count, by: 5).flatMap { first in
      let paid = Array(columns[first..<first + 5])
      // A payment's column tells its year; what follows from several payments, which they are.
      let through = paid.indices.map { Array(paid[...$0]) }
      let keys = paid.map { [0, $0] } + through.map { [1] + $0 } + [[2] + paid, [3] + paid]
      return zip(keys, kinds).map { key, amount in
        if let place = found[key] { return place }
        found[key] = firsts.count
        firsts.append(First(option: first / 5, amount: amount))
        return firsts.count - 1
      }
    }
    self.firsts = firsts
    let differing = firsts.indices.filter { firsts[$0].amount == .net(year: 4) }
    endOptions = differing.map { firsts[$0].option }
    ends = stride(from: 9, to: all.count, by: Self.each).compactMap { [all] in
      differing.firstIndex(of: all[$0])
    }
  }

  /// `nil` where these are the places of no run.
  init?(all: [Int]) {
    guard all.count.isMultiple(of: Self.each) else { return nil }
    let options = stride(from: 0, to: all.count, by: Self.each)
    self.init(columns: options.flatMap { all[$0..<$0 + 5] })
    guard self.all == all else { return nil }
  }

  /// Options.
  var count: Int { ends.count }
  /// Five-year nets that differ; the payments added differ where these do.
  var endCount: Int { endOptions.count }
  /// Pairs of them.
  var pairCount: Int { endCount * max(0, endCount - 1) / 2 }

  /// Those of one kind that differ: by end, where they are of all five years.
  func places(of amount: OptionAmount) -> [Int] {
    firsts.indices.filter { firsts[$0].amount == amount }
  }

  func payment(of option: Int, year: Int) -> Int { all[option * Self.each + year] }
  func net(of option: Int, year: Int) -> Int { all[option * Self.each + 5 + year] }
  func total(of option: Int) -> Int { all[option * Self.each + 10] }
  func worstYear(of option: Int) -> Int { all[option * Self.each + 11] }

  /// Where a pair of differing five-year nets is, the first before the second: in order of the first,
  /// then of the second.
  func pair(_ first: Int, _ second: Int) -> Int {
    first * (2 * endCount - first - 1) / 2 + second - first - 1
  }
}

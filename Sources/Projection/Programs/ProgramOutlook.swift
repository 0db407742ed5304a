import Regulation
import Scenarios

/// What a scenario's programs are worth: paired changes on the same histories, in dollars of
/// five-year net.
public struct ProgramOutlook: Hashable, Sendable {
  /// The first so many trials of the comparison.
  public var trials: Int
  /// The path recommended with all programs: the best within the scenario's appetite, or else of
  /// highest mean.
  public var recommended: ElectedPath
  /// In the order of the scenario.
  public var programs: [ProgramValue]
  /// All of them against none.
  public var together: ProgramWorth
  /// The best path with none, with each by itself, and with all, in that order; one program alone is
  /// all.
  public var choices: [ProgramChoice]

  public init(
    trials: Int, recommended: ElectedPath, programs: [ProgramValue], together: ProgramWorth,
    choices: [ProgramChoice]
  ) {
    self.trials = trials
    self.recommended = recommended
    self.programs = programs
    self.together = together
    self.choices = choices
  }
}

/// One program's worth.
public struct ProgramValue: Hashable, Sendable {
  public var program: Program
  /// Added to a scenario with none.
  public var alone: ProgramWorth
  /// Added to all the others: what is lost where it alone is given up.
  public var besideOthers: ProgramWorth
  /// The mean effect on the spending it reaches at which, beside the others and along the recommended
  /// path, it neither adds to mean five-year net nor takes from it; its error is that of the paired
  /// difference. `nil` where no mean in `Program.effects` does.
  public var breakEven: Estimate?

  public init(
    program: Program, alone: ProgramWorth, besideOthers: ProgramWorth, breakEven: Estimate?
  ) {
    self.program = program
    self.alone = alone
    self.besideOthers = besideOthers
    self.breakEven = breakEven
  }
}

/// What one or more programs change; means over trials, five years, discounted where the scenario
/// asks.
public struct ProgramWorth: Hashable, Sendable {
  /// What they cost the ACO and what they bill, coinsurance included.
  public var cost, fees: Estimate
  /// Spending their effects avoid, and what Medicare spends less on Parts A and B: that spending less
  /// its part of the fees.
  public var avoided, saved: Estimate
  /// Along the recommended path.
  public var recommended: ProgramChange
  /// Along each option, in the order of the comparison.
  public var options: [ProgramChange]

  public init(
    cost: Estimate, fees: Estimate, avoided: Estimate, saved: Estimate,
    recommended: ProgramChange, options: [ProgramChange]
  ) {
    self.cost = cost
    self.fees = fees
    self.avoided = avoided
    self.saved = saved
    self.recommended = recommended
    self.options = options
  }
}

/// The change along one path, with less without.
public struct ProgramChange: Hashable, Sendable {
  /// Of five-year net.
  public var net: PairedDifference
  /// Of what is settled with CMS: net less fees, cost added.
  public var payment: Estimate
  /// The change of `payment` for each dollar Medicare saves; `nil` where it does not clearly save.
  public var kept: Estimate?
  /// Of the chance that any of the five years ends with an amount owed to CMS, a fraction.
  public var chanceOfOwing: Estimate
  /// Of the 5th percentile of five-year net.
  public var fifthPercentile: Estimate

  public init(
    net: PairedDifference, payment: Estimate, kept: Estimate?, chanceOfOwing: Estimate,
    fifthPercentile: Estimate
  ) {
    self.net = net
    self.payment = payment
    self.kept = kept
    self.chanceOfOwing = chanceOfOwing
    self.fifthPercentile = fifthPercentile
  }
}

/// Which of all elected paths is best with some of the programs.
public struct ProgramChoice: Hashable, Sendable {
  /// Titles of the programs; empty for none.
  public var programs: [String]
  /// Of highest mean five-year net, and that mean.
  public var path: ElectedPath
  public var net: Estimate
  /// Chance, of Monte Carlo error alone, that another path has a higher mean.
  public var chanceOfAnother: Chance
  /// The best within the scenario's appetite; `nil` where it states none or no path keeps it.
  public var withinAppetite: ElectedPath?

  public init(
    programs: [String], path: ElectedPath, net: Estimate, chanceOfAnother: Chance,
    withinAppetite: ElectedPath?
  ) {
    self.programs = programs
    self.path = path
    self.net = net
    self.chanceOfAnother = chanceOfAnother
    self.withinAppetite = withinAppetite
  }
}

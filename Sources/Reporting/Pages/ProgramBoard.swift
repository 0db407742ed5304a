import Projection
import Regulation
import Scenarios

/// What the pages ask of the programs: their names, and sentences true of their worth.
struct ProgramBoard {
  let board: Board
  let outlook: ProgramOutlook

  /// `nil` where the scenario has no programs, or the rules in force are none to sign under.
  init?(_ board: Board) {
    guard board.mayRecommend, let outlook = board.comparison.programs, !outlook.programs.isEmpty
    else { return nil }
    self.board = board
    self.outlook = outlook
  }

  /// The chance that another path is better from which on a best one is told as doubtful.
  private static let doubt = 0.05

  var values: [ProgramValue] { outlook.programs }
  var path: String { outlook.recommended.title }
  var trials: String { DecimalText.grouped(outlook.trials) }

  static func title(_ program: Program) -> String { Names.clamped(program.printedTitle, to: 40) }

  /// `Together the 3 programs add $1.2 million to expected five-year net along Level E at 0%`.
  var worthSentence: String {
    let net = outlook.together.recommended.net.mean
    let many = values.count > 1
    let subject =
      many
      ? "Together the \(values.count) programs" : "The program \(Self.title(values[0].program))"
    guard net.isClear else {
      return "\(subject) neither \(many ? "add" : "adds") to expected five-year net along \(path) "
        + "nor \(many ? "take" : "takes") from it beyond the simulation's error"
    }
    let verb =
      net.value > 0 ? (many ? "add" : "adds") : (many ? "take" : "takes")
    return "\(subject) \(verb) \(net.dollarsWithoutSign) "
      + "\(net.value > 0 ? "to" : "from") expected five-year net along \(path)"
  }

  /// What each does beside the others, or where a single one breaks even; empty where neither can be
  /// said.
  var partsSentence: String {
    guard values.count > 1 else {
      guard let breakEven = values[0].breakEven else { return "" }
      return
        "; at an effect of \(breakEven.percent) on the spending it reaches it would do neither, "
        + "\(Self.stated(values[0].program)) being expected"
    }
    func named(_ condition: (Estimate) -> Bool) -> [String] {
      values.filter { condition($0.besideOthers.recommended.net.mean) }
        .map { Self.title($0.program) }
    }
    let losers = named { $0.isClear && $0.value < 0 }
    let winners = named { $0.isClear && $0.value > 0 }
    if losers.count == values.count { return "; each costs more than it brings" }
    if !losers.isEmpty {
      return "; \(Names.list(losers)) \(losers.count == 1 ? "costs" : "cost") more than "
        + "\(losers.count == 1 ? "it brings" : "they bring") beside the others"
    }
    return winners.count == values.count ? "; each brings more than it costs" : ""
  }

  /// The mean effect on spending as stated: `−0.8%`.
  static func stated(_ program: Program) -> String {
    Rate(program.effect.mean).percent
  }

  /// Whether programs change which path is best.
  var choiceSentence: String {
    guard let none = outlook.choices.first, let all = outlook.choices.last else { return "" }
    let (before, after) = (none.path.title, all.path.title)
    let verdict =
      none.path.election == all.path.election && none.path.renewsIn == all.path.renewsIn
      ? "With all programs as with none, \(before) is best on expected five-year net"
      : "The programs change the choice: with none \(before) is best on expected five-year net, with "
        + "all \(after)"
    let between = outlook.choices.dropFirst().dropLast().filter {
      $0.path.title != before && $0.path.title != after
    }
    let alone = between.map {
      "with \(Names.clamped($0.programs[0], to: 40)) alone it "
        + "\($0.chanceOfAnother.value < Self.doubt ? "is" : "may be") \($0.path.title)"
    }
    return verdict + (alone.isEmpty ? "" : "; " + Names.list(alone))
      + " (chance that another is better, by the simulation's own error: "
      + "\(none.chanceOfAnother.percent) with none, \(all.chanceOfAnother.percent) with all)."
  }

  var summaryLines: [String] {
    guard let none = outlook.choices.first, let all = outlook.choices.last else { return [] }
    let net = outlook.together.recommended.net.mean
    return [
      "Worth of all programs along \(path): \(net.dollars)",
      "Best path without programs: \(none.path.title); with all: \(all.path.title)",
    ]
  }
}

import Projection
import Regulation
import Scenarios

import struct Evidence.TrackRecord

/// What the pages ask of a comparison: who leads, who is tied, what an option is called.
struct Board: Sendable {
  var comparison: Comparison
  var stresses: [StressedComparison]
  /// `nil` where no past forecast of the program is at hand.
  var trackRecord: TrackRecord?
  /// Each other reading of an unverified rule, on the same draws.
  var readings: [StressedComparison] = []

  /// Most options one sheet can show legibly.
  static let optionsPerSheet = 12
  /// Most rows that leave a list of remarks its room on the same sheet.
  static let rowsBesideRemarks = 8

  var outlooks: [TrackOutlook] { comparison.outlooks }
  var all: [Int] { Array(outlooks.indices) }
  var legal: [Int] { all.filter { outlooks[$0].requested.whatIf == nil } }
  /// The options a headline speaks of: the legal ones, or all where none is legal.
  var subjects: [Int] { legal.isEmpty ? all : legal }
  /// `legal option`, or `what-if` where none is legal.
  var subjectNoun: String { legal.isEmpty ? "what-if" : "legal option" }
  var mayRecommend: Bool { Banner.allowsRecommendation(comparison.scenario.editions) }
  /// Legal options first, each group in the scenario's order.
  var legalFirst: [Int] { legal + all.filter { !legal.contains($0) } }

  func name(_ index: Int) -> String { Names.clamped(outlooks[index].option.title, to: 32) }
  func isWhatIf(_ index: Int) -> Bool { outlooks[index].requested.whatIf != nil }

  /// `Level A`, or `Level A (what-if)`.
  func label(_ index: Int) -> String {
    isWhatIf(index) ? "\(name(index)) (what-if)" : name(index)
  }

  /// For a sentence: marked as a what-if where nothing else is spoken of.
  func told(_ index: Int) -> String { legal.isEmpty ? label(index) : name(index) }

  func names(_ indices: [Int]) -> String {
    indices.count == subjects.count && indices.count > 2
      ? "every \(subjectNoun)" : Names.list(indices.map(name))
  }

  func rowKind(_ index: Int) -> Table.Row.Kind {
    isWhatIf(index) ? .whatIf : tied == [index] ? .leading : .plain
  }

  /// The subject with the highest mean five-year net; the first named of equals.
  var leading: Int? {
    subjects.max {
      outlooks[$0].net.mean.value < outlooks[$1].net.mean.value
        || (outlooks[$0].net.mean.value == outlooks[$1].net.mean.value && $0 > $1)
    }
  }

  /// The leading subject; where an appetite is stated, the option listed that keeps within it best.
  var recommended: Int? {
    let followed = comparison.followedOption
    return mayRecommend && subjects.contains(followed) ? followed : leading
  }

  /// The leading subject and every one whose paired difference to it is within two standard errors.
  var tied: [Int] {
    guard let leading else { return [] }
    return subjects.filter {
      $0 == leading || !comparison.differences[leading][$0].mean.isClear
    }
  }

  /// The subject with the highest mean five-year net after the leading one.
  var runnerUp: Int? {
    subjects.filter { $0 != leading }.max {
      outlooks[$0].net.mean.value < outlooks[$1].net.mean.value
        || (outlooks[$0].net.mean.value == outlooks[$1].net.mean.value && $0 > $1)
    }
  }

  /// The difference of two figures of this comparison whose correlation is not known: the
  /// standard error is the largest it could be, the sum of both.
  static func difference(_ a: Estimate, _ b: Estimate) -> Estimate {
    Estimate(value: a.value - b.value, standardError: a.standardError + b.standardError)
  }

  /// Those whose figure cannot be told apart from the highest.
  func highest(of indices: [Int], by figure: (Int) -> Estimate) -> [Int] {
    guard let top = indices.max(by: { figure($0).value < figure($1).value }) else { return [] }
    return indices.filter { $0 == top || !Self.difference(figure(top), figure($0)).isClear }
  }

  func lowest(of indices: [Int], by figure: (Int) -> Estimate) -> [Int] {
    highest(of: indices) { index in
      let estimate = figure(index)
      return Estimate(value: -estimate.value, standardError: estimate.standardError)
    }
  }

  /// Calendar years of the agreement, first to last.
  var years: [PerformanceYear] {
    (1...5).map { comparison.scenario.agreement.period.performanceYear($0) }
  }

  /// Cuts a list into as few sheets as hold it, as even in length as can be.
  static func sheets<Item>(_ items: [Item], of most: Int = optionsPerSheet) -> [[Item]] {
    let sheets = max(1, (items.count + most - 1) / most)
    return (0..<sheets).map { sheet in
      Array(items[(items.count * sheet / sheets)..<(items.count * (sheet + 1) / sheets)])
    }
  }

  /// Options by sheet for pages of panels: on one sheet where the what-ifs fit under the rest, else
  /// those that can be signed first and the what-ifs on sheets of their own.
  var panelSheets: [[Int]] {
    let rest = all.filter { !subjects.contains($0) }
    if subjects.count <= 4, rest.count <= 4 { return [subjects + rest] }
    return Self.sheets(subjects, of: 8) + (rest.isEmpty ? [] : Self.sheets(rest, of: 8))
  }

  /// What net means in this scenario, for captions, and to whom what is paid in advance is counted.
  var netMeaning: String { netFormula + comparison.scenario.whoIsAdvanced }

  /// What net means in this scenario.
  var netFormula: String {
    let rate = comparison.scenario.finances.discountRate
    let discounted =
      rate > 0 ? ", discounted at \(DecimalText.printed(rate * 100, places: 1))% a year" : ""
    let beside = comparison.scenario.cash?.addsToNet ?? []
    let added = beside.isEmpty ? "" : ", with \(Names.list(beside))"
    return "Net = payments and advances less program costs\(added)\(discounted)."
  }
}

extension Chance {
  var estimate: Estimate { Estimate(value: value, standardError: standardError) }
}

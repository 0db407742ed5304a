import Reconciliation
import Regulation
import Scenarios

/// Which paths end in one leaf of a tree: those settled alike in every year.
struct PathLeaves: Hashable, Sendable {
  /// By path; numbered as they first come.
  private let all: [Int]
  /// By leaf, the first path that ends in it.
  let firsts: [Int]

  /// - Parameter all: By path, numbered as they first come.
  init(_ all: [Int]) {
    self.all = all
    var firsts: [Int] = []
    for (path, leaf) in all.enumerated() where leaf == firsts.count { firsts.append(path) }
    self.firsts = firsts
  }

  /// So many paths, each with a leaf of its own.
  static func apart(_ paths: Int) -> PathLeaves { PathLeaves(Array(0..<paths)) }

  /// Leaves.
  var count: Int { firsts.count }
  var paths: Range<Int> { all.indices }
  subscript(path: Int) -> Int { all[path] }
}

/// Paths that begin alike, walked once: what a path has behind it at the end of a year is one node,
/// shared by every path that was settled alike so far.
///
/// A year's settlement depends on its terms, on the agreement that measures it and on nothing
/// before. What does depend on the past is the account: advances still to be recouped, prepaid
/// savings due when an agreement ends, and net, which is added up year by year before it is rounded.
/// All of it is a function of the steps taken, so two paths with the same steps share it exactly.
struct PathTree: Sendable {
  struct Node: Hashable, Sendable {
    /// Place among the nodes of the year before; 0 in the first year.
    var parent: Int
    var step: Agreement.Step
  }

  let paths: [ElectedPath]
  /// Five.
  let nodes: [[Node]]
  /// Each path's place among the nodes of the last year. Paths that were settled alike in every year end
  /// in one: those, say, that differ in nothing but whether Level A or B came first.
  let leaves: PathLeaves
  let periods: [BoundPeriod]
  /// Five; `Step.settlement` is a place in it.
  let settlements: [[Agreement.BoundSettlement]]
  /// Five.
  let monitoring: [MonitoringTerms]

  /// - Parameter paths: At least one.
  init(_ paths: [ElectedPath], of agreement: Agreement) throws {
    let scenario = agreement.scenario
    // The first agreement keeps its place: the years behind an early renewal are measured by it.
    var binder = OptionBinder(
      scenario, under: agreement.rules, periods: Array(agreement.periods.prefix(1)))
    var nodes = Array(repeating: [Node](), count: 5)
    var places = Array(repeating: [Node: Int](), count: 5)
    var leaves: [Int] = []
    for path in paths {
      let option = ParticipationOption(
        name: "", title: "", years: path.years, renewsIn: path.renewsIn,
        leave: path.leave)
      let bound = try binder.bind(
        RequestedOption(option: option, whatIf: nil), choosing: path.minimumRate)
      var place = 0
      for (year, step) in bound.steps.enumerated() {
        let node = Node(parent: place, step: step)
        place = places[year][node] ?? nodes[year].count
        if place == nodes[year].count {
          nodes[year].append(node)
          places[year][node] = place
        }
      }
      leaves.append(place)
    }
    self.paths = paths
    self.nodes = nodes
    self.leaves = PathLeaves(leaves)
    periods = binder.periods
    settlements = binder.settlements
    monitoring = try (1...5).map {
      try agreement.rules.monitoringTerms(
        in: scenario.agreement.period.performanceYear($0), of: scenario.agreement.period)
    }
  }
}

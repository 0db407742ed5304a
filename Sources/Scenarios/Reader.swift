import Foundation
import Regulation

/// Walks the keys of a scenario file, fills in what is left out, and remembers every problem it
/// meets, so that an author sees all of them at once rather than one per run.
struct Reader {
  var file: String
  /// Where the file stands, for the images it names; `nil` where only its text is at hand.
  var folder: URL?
  let rulebook: Rulebook
  let minimumRates: [Rate]
  let defaults: Defaults
  var scenario = Scenario.blank
  var problems: [Problem] = []
  var provenance: [Provenance] = []
  /// The places of everything the file gives, by path of keys.
  var spots: [String: Spot] = [:]
  /// Paths whose value is missing or was refused: nothing more is concluded from them.
  var faulty: Set<String> = []
  var requests: [OptionRequest] = []
  var marks: [Mark] = []
  /// The scenario's own stresses as the file writes them.
  var stresses: [Written] = []
  /// `nil` where the file has neither form, which is then already refused.
  var form: BenchmarkForm?
  /// Where the key of the history stands.
  var historySpot = Spot.start
  /// Paths of keys that belong to the other form.
  var misplaced: [String] = []

  /// A path the author marked as real or assumed.
  struct Mark {
    var path: String
    var status: Provenance.Status
    var source: String
    var spot: Spot
  }

  /// Where a mapping's values come from: what is said of those given, and of those left out.
  struct Sources {
    var given: String
    var isDefault: Bool
  }

  init(file: String, rulebook: Rulebook, defaults: Defaults) throws {
    self.file = file
    self.rulebook = rulebook
    minimumRates = try rulebook.electableRates()
    self.defaults = defaults
  }

  /// The whole file.
  mutating func read(_ root: Written) throws {
    chooseForm(of: root)
    read(
      ScenarioKeys.all, in: root, at: "", opening: .start, Sources(given: "", isDefault: false))
    scenario.takeFromHistory()
    try checkTogether()
  }

  /// What was read, where there was nothing to refuse.
  var finished: Scenario {
    var scenario = scenario
    if scenario.region.isEmpty { scenario.region = scenario.aco }
    scenario.provenance = provenance.filter { scenario.bears($0) }
    scenario.documentation.place = spot("documentation")
    return scenario
  }

  mutating func read(
    _ keys: [Key], in given: Written, at path: String, opening: Spot, _ sources: Sources
  ) {
    let shipped = defaults[path]
    let names = keys.map(\.name)
    let meant = refuseUnknown(in: given, allowed: names, at: path)
    for key in keys {
      let place = path.isEmpty ? key.name : "\(path).\(key.name)"
      guard key.only == nil || key.only == form else {
        if given[key.name] != nil { misplaced.append(place) }
        continue
      }
      if let pair = given[key.name] {
        spots[place] = pair.value.spot
        read(key, pair, at: place, sources)
      } else if let pair = meant[key.name] {
        readMisspelt(key, pair, at: place, sources)
      } else if key.presence == .required {
        refuseMissing(key, at: place, opening)
      } else if key.mayBeDefaulted, let value = shipped?[key.name]?.value {
        readDefault(key, value, at: place)
      }
    }
  }

  private mutating func read(_ key: Key, _ pair: Written.Pair, at place: String, _ sources: Sources)
  {
    guard !pair.value.isUnreadable else {
      faulty.insert(place)
      return
    }
    switch key.form {
    case .mapping(let inner):
      guard refuseUnlessMapping(pair.value, of: inner, at: place) else { return }
      read(inner, in: pair.value, at: place, opening: pair.spot, sources)
    case .assumption(let inner, let shorthand):
      readAssumption(inner, shorthand, pair, at: place)
    case .marks(let status): readMarks(status, pair, at: place)
    case .options: readOptions(pair.value, at: place, sources)
    case .recordYears: readRecordYears(key, pair.value, at: place, sources)
    case .measures: readMeasures(key, pair.value, at: place)
    case .stresses: readStresses(key, pair.value, at: place)
    case .programs: readPrograms(key, pair.value, at: place)
    case .changes: readLogOfChanges(key, pair.value, at: place, sources)
    case .programMeasures: readProgramMeasures(key, pair.value, at: place, sources)
    default: readLeaf(key, pair.value, at: place, sources)
    }
  }

  /// Under a misspelt key, what a mapping holds is checked all the same.
  private mutating func readMisspelt(
    _ key: Key, _ pair: Written.Pair, at place: String, _ sources: Sources
  ) {
    if pair.value.pairs != nil { read(key, pair, at: place, sources) }
    faulty.insert(place)
  }

  private mutating func readDefault(_ key: Key, _ value: Written, at place: String) {
    let sources = Sources(given: defaults.source(of: place), isDefault: true)
    switch key.form {
    case .mapping(let inner):
      read(inner, in: .mapping(), at: place, opening: value.spot, sources)
    case .assumption(let inner, _):
      read(inner, in: .mapping(), at: place, opening: value.spot, sources)
    case .options: readOptions(value, at: place, sources)
    default: readLeaf(key, value, at: place, sources)
    }
  }

  /// Under an assumption that is given, its own source speaks for what it gives.
  private mutating func readAssumption(
    _ keys: [Key], _ shorthand: String?, _ pair: Written.Pair, at place: String
  ) {
    if let shorthand, case .scalar(let text, _) = pair.value.content, !Written.isNull(text) {
      let only = Written.Pair(key: shorthand, spot: pair.spot, value: pair.value)
      read(
        keys, in: .mapping([only], at: pair.value.spot), at: place, opening: pair.spot,
        Sources(given: defaults.source(of: place), isDefault: false))
      return
    }
    let all = keys + [Self.sourceKey]
    guard refuseUnlessMapping(pair.value, of: all, at: place) else { return }
    read(
      all, in: pair.value, at: place, opening: pair.spot,
      Sources(given: Self.source(in: pair.value), isDefault: false))
  }

  static let sourceKey = Key(
    "source", .source, "Where the figures come from: the board will ask.", .required)

  /// The source a mapping names; whether it is a good one is said when its key is read.
  static func source(in mapping: Written) -> String {
    guard case .scalar(let text, _) = mapping["source"]?.value.content else { return "" }
    return text
  }
}

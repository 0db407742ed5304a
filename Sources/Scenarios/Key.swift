import Regulation

/// One key of the scenario file: the reader, the defaults and the schema all read this table.
struct Key: Sendable {
  enum Presence: Sendable {
    /// The file must have it.
    case required
    /// Left out, it is taken from the shipped defaults and recorded as such.
    case defaulted
    /// Left out, nothing is recorded.
    case optional
  }

  var name: String
  var form: Form
  /// What it is, with its unit, for editors.
  var says: String
  var presence: Presence
  /// The paragraph that bounds the value, where the law does.
  var cite: String?
  /// The only form of the file to which it belongs; `nil` for both.
  var only: BenchmarkForm?

  init(
    _ name: String, _ form: Form, _ says: String, _ presence: Presence = .defaulted,
    cite: String? = nil, only: BenchmarkForm? = nil
  ) {
    self.name = name
    self.form = form
    self.says = says
    self.presence = presence
    self.cite = cite
    self.only = only
  }

  /// Whether defaults can stand in for the whole of it: not where it is a mapping that must hold
  /// something of the file's own.
  var mayBeDefaulted: Bool {
    guard case .mapping(let keys) = form else { return true }
    return !keys.contains { $0.presence == .required }
  }
}

/// The two forms of a scenario, by how it comes to its historical benchmark.
enum BenchmarkForm: Sendable {
  /// It is stated, in `population`.
  case finished
  /// It is built from `history`.
  case history
}

/// What a key may hold and where in the scenario it goes.
indirect enum Form: Sendable {
  typealias Target<Value> = WritableKeyPath<Scenario, Value> & Sendable

  /// The constant 1: the only version of the format there is.
  case version
  case text(any Target<String>)
  /// Text of at most so many characters, several lines allowed.
  case prose(Int, any Target<String>)
  /// At most so many texts.
  case texts(Int, any Target<[String]>)
  /// A calendar day, kept as it is written.
  case day(any Target<String>)
  /// Six hexadecimal digits after a `#`, with at least this contrast to white.
  case colour(Double, any Target<String>)
  /// Whole numbers in this range, ascending.
  case places(ClosedRange<Int>, any Target<[Int]>)
  /// The path of an image.
  case picture
  /// What was changed and when, a mapping each.
  case changes
  /// Where figures come from; kept beside each of them.
  case source
  case word([String], any Target<String>)
  case flag(any Target<Bool>)
  case agreementStart(any Target<Day>)
  case whole(ClosedRange<Int>, any Target<Int>)
  case seed(any Target<UInt64>)
  case number(Bounds, any Target<Double>)
  /// This many numbers, the earliest year's first.
  case list(Int, Bounds, any Target<[Double]>)
  /// This many of these words.
  case words(Int, [String], any Target<[String]>)
  /// One number for every year, or five.
  case byYear(Bounds, any Target<[Double]>)
  /// One number for every type, or a mapping by type.
  case byType(Bounds, any Target<ByEnrollmentType<Double>>)
  /// One number, five, or a mapping by type of either.
  case byTypeAndYear(Bounds, any Target<ByEnrollmentType<[Double]>>)
  case minimumRate(any Target<MinimumRateChoice>)
  case editions
  case options
  /// Parts of an option: a name or title, whether it is a what-if, the track of each year, the
  /// place of a year.
  case optionText, optionFlag, optionYears
  case optionYear(ClosedRange<Int>)
  /// Parts of an option's exit rule.
  case optionNumber(Bounds)
  case optionWord([String])
  /// Past years of an ACO's record, a mapping each.
  case recordYears
  /// Quality measures, a mapping each.
  case measures
  /// Stresses, a mapping each.
  case stresses
  /// Programs, a mapping each; and the measures that one of them changes, a mapping each.
  case programs, programMeasures
  /// The nine or ten rates at which the deciles of a benchmark begin.
  case deciles
  /// Paths of keys of the file itself.
  case paths
  case mapping([Key])
  /// A mapping that must carry its `source` where it is given; `shorthand` is the key that a bare
  /// word stands for.
  case assumption([Key], shorthand: String? = nil)
  /// A source and paths of keys, marked with this status.
  case marks(Provenance.Status)
}

extension Form {
  /// Five numbers, first performance year first.
  static func five(_ bounds: Bounds, _ target: any Target<[Double]>) -> Form {
    .list(5, bounds, target)
  }
}

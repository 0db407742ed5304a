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

  init(
    _ name: String, _ form: Form, _ says: String, _ presence: Presence = .defaulted,
    cite: String? = nil
  ) {
    self.name = name
    self.form = form
    self.says = says
    self.presence = presence
    self.cite = cite
  }
}

/// What a key may hold and where in the scenario it goes.
indirect enum Form: Sendable {
  typealias Target<Value> = WritableKeyPath<Scenario, Value> & Sendable

  /// The constant 1: the only version of the format there is.
  case version
  case text(any Target<String>)
  /// Where figures come from; kept beside each of them.
  case source
  case word([String], any Target<String>)
  case flag(any Target<Bool>)
  case agreementStart(any Target<Day>)
  case whole(ClosedRange<Int>, any Target<Int>)
  case seed(any Target<UInt64>)
  case number(Bounds, any Target<Double>)
  /// Five numbers, first performance year first.
  case five(Bounds, any Target<[Double]>)
  /// One number for every year, or five.
  case byYear(Bounds, any Target<[Double]>)
  /// One number for every type, or a mapping by type.
  case byType(Bounds, any Target<ByEnrollmentType<Double>>)
  /// One number, five, or a mapping by type of either.
  case byTypeAndYear(Bounds, any Target<ByEnrollmentType<[Double]>>)
  case minimumRate(any Target<MinimumRateChoice>)
  case editions
  case options
  /// Parts of an option: a name or title, whether it is a what-if, the track of each year.
  case optionText, optionFlag, optionYears
  /// Paths of keys of the file itself.
  case paths
  case mapping([Key])
  /// A mapping that must carry its `source` where it is given; `shorthand` is the key that a bare
  /// word stands for.
  case assumption([Key], shorthand: String? = nil)
  /// A source and paths of keys, marked with this status.
  case marks(Provenance.Status)
}

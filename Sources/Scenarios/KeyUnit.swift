extension Scenario {
  /// In what the figure under a path of keys is measured, such as `dollars`; `nil` for what is no
  /// measured number.
  ///
  /// - Parameter path: As in `Provenance.key`; parts by enrollment type have their key's unit.
  public static func unit(ofKey path: String) -> String? {
    var keys = ScenarioKeys.all
    var unit: String?
    for name in path.split(separator: ".") {
      guard let key = keys.first(where: { $0.name == name }) else { return unit }
      unit = key.form.unit
      keys = key.form.keys
    }
    return unit
  }
}

extension Form {
  fileprivate var keys: [Key] {
    switch self {
    case .mapping(let keys), .assumption(let keys, _): keys
    default: []
    }
  }

  fileprivate var unit: String? {
    switch self {
    case .number(let bounds, _), .list(_, let bounds, _), .byYear(let bounds, _),
      .byType(let bounds, _), .byTypeAndYear(let bounds, _), .optionNumber(let bounds):
      bounds.measure.unit
    case .whole: "count"
    default: nil
    }
  }
}

extension Measure {
  /// In a word or two.
  fileprivate var unit: String {
    switch self {
    case .fraction: "fraction"
    case .growth: "fraction a year"
    case .spread: "standard deviation, fraction"
    case .ratio, .growthRatio: "ratio"
    case .dollars: "dollars"
    case .perCapita: "dollars a person-year"
    case .personYears: "person-years"
    case .concentration: "a + b of a beta law"
    case .months: "months"
    case .degreesOfFreedom: "degrees of freedom"
    case .multiple: "plain number"
    case .correlation: "correlation"
    }
  }
}

import Regulation

/// The facts of the new agreement, as far as the row tells of the old one.
struct DraftAgreement: Hashable, Sendable {
  var start: Day
  var number: Int
  var numberNote: String
  var formerlyTwoSided: Bool
  var twoSidedNote: String
  var glidePathAgreements: Int
  var glidePathNote: String
  var assignment: String
  var assignmentIsReal: Bool
  var participantRevenue: Double
  var revenueNote: String
  var notes: [String] = []

  /// Participants' revenue as a share of the benchmark. Low: 4.6 to 20.6 percent is implied by the
  /// published low-revenue ACOs whose revenue limit bound. High: judgement.
  static let lowRevenueShare = 0.12
  static let highRevenueShare = 0.60

  init(
    _ row: PublicUseRow, _ population: DraftPopulation, start: Day, asFirstAgreement: Bool
  ) {
    self.start = start
    let track = row.track
    let former = row.figure(.agreementNumber).count.map { Int(max(1, min($0, 99)).rounded()) }
    let isGlidePath = if case .basic = track { true } else { false }
    if asFirstAgreement {
      number = 1
      numberNote =
        "treated as a first agreement" + (former.map { "; the file prints \($0)" } ?? "")
      (formerlyTwoSided, twoSidedNote) = (false, "treated as a first agreement")
      (glidePathAgreements, glidePathNote) = (0, "treated as a first agreement")
    } else {
      number = (former ?? 1) + 1
      numberNote = former.map { "the one after agreement \($0)" } ?? "a second agreement"
      formerlyTwoSided = track?.isTwoSided ?? false
      twoSidedNote = track.map { "\($0) is \($0.isTwoSided ? "two" : "one")-sided" } ?? "not known"
      glidePathAgreements = isGlidePath ? 1 : 0
      glidePathNote =
        track.map { "\($0) is \(isGlidePath ? "" : "not ")a BASIC level" } ?? "not known"
      if former == nil { notes.append("The row does not number its agreement; 1 is assumed.") }
      if track == nil { notes.append("The row does not tell its track; one-sided is assumed.") }
    }
    switch row.text(.assignment)?.lowercased() {
    case "prospective": (assignment, assignmentIsReal) = ("prospective", true)
    case "retrospective": (assignment, assignmentIsReal) = ("preliminaryProspective", true)
    default:
      (assignment, assignmentIsReal) = ("preliminaryProspective", false)
      notes.append("The row does not tell the assignment method; retrospective is assumed.")
    }
    let category = row.text(.revenueCategory)?.lowercased() ?? ""
    let isHigh = category.hasPrefix("high")
    let share = isHigh ? Self.highRevenueShare : Self.lowRevenueShare
    participantRevenue = max(
      1_000, (population.benchmarkTotal * share / 100_000).rounded() * 100_000)
    let percent = isHigh ? 60 : 12
    revenueNote = "\(percent) percent of the benchmark, \(isHigh ? "high" : "low") revenue"
    if !isHigh, !category.hasPrefix("low") {
      notes.append("The row does not tell the revenue category; low revenue is assumed.")
    }
  }
}

/// The quality score of the row, where it says something about the years to come.
struct DraftQuality: Hashable, Sendable {
  /// 0 through 1, neither included; `nil` leaves the published default.
  var mean: Double?
  var note = ""

  /// CMS scored quality on another scale before this year.
  static let firstComparableYear = PerformanceYear(2022)

  init(_ row: PublicUseRow, _ year: PerformanceYear) {
    let given = row.figure(.receivedQualityFloor).count == 1
    if year < Self.firstComparableYear {
      note = "Quality was scored on another scale before \(Self.firstComparableYear): default kept."
    } else if given {
      note = "The quality score is one CMS gave in place of the ACO's own: default kept."
    } else if let score = row.qualityScore, score > 0, score < 1 {
      mean = score
    } else {
      note = "The row prints no quality score between 0 and 100 percent: default kept."
    }
  }
}

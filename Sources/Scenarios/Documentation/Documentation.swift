import Regulation

/// Who answers for a report, for whom and for what it is made, and what it rests on that the program
/// cannot know. Every part may be left out of a draft.
public struct Documentation: Hashable, Sendable {
  /// The one who takes responsibility for the findings.
  public struct Person: Hashable, Sendable {
    public var name: String
    /// Such as `FSA, MAAA`.
    public var qualification, organisation: String?
    public init(name: String, qualification: String? = nil, organisation: String? = nil) {
      self.name = name
      self.qualification = qualification
      self.organisation = organisation
    }
  }

  /// One line of the log of what was changed.
  public struct Change: Hashable, Sendable {
    /// Year-month-day.
    public var date: String
    public var what, who: String
    public init(date: String, what: String, who: String) {
      self.date = date
      self.what = what
      self.who = who
    }
  }

  public var responsiblePerson: Person?
  /// Those who may rely on it.
  public var intendedUsers: [String] = []
  /// The decision it is made for, and what it covers.
  public var purpose, scope: String?
  /// What data were reviewed, by whom, and what was found.
  public var dataReview: String?
  /// On data, models or experts of others.
  public var reliance: String?
  /// The day through which what is known was taken in, year-month-day.
  public var informationDate: String?
  /// What happened after that day.
  public var subsequentEvents: String?
  /// The smallest difference of five-year net that would matter to those users.
  public var materiality: Dollars?
  /// Beside those the program names itself.
  public var limitationsKnown: [String] = []
  /// In the order written.
  public var changes: [Change] = []
  /// Where the block stands in the file, for what is missing in it.
  var place = Spot.start
  public init() {}
}

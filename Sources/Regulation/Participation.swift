/// What decides which participation options an applicant may sign, 42 CFR 425.600(g), 425.224.
public struct Applicant: Hashable, Sendable {
  public var agreementStart: Day
  /// 1 for an ACO's first agreement.
  public var agreementNumber: Int
  public var experienced: Bool
  public var formerlyTwoSided: Bool
  /// Earlier agreements entered on the glide path.
  public var glidePathAgreements: Int
  public var lowRevenue: Bool
  public init(
    agreementStart: Day, agreementNumber: Int, experienced: Bool, formerlyTwoSided: Bool,
    glidePathAgreements: Int, lowRevenue: Bool
  ) {
    self.agreementStart = agreementStart
    self.agreementNumber = agreementNumber
    self.experienced = experienced
    self.formerlyTwoSided = formerlyTwoSided
    self.glidePathAgreements = glidePathAgreements
    self.lowRevenue = lowRevenue
  }
}

/// Why an option cannot be signed: one sentence and its paragraph.
public struct Refusal: Hashable, Sendable, CustomStringConvertible {
  public var says: String
  public var cite: String
  public init(says: String, cite: String) {
    self.says = says
    self.cite = cite
  }
  public var description: String { "\(says) (\(cite))" }
}

import Regulation

/// How often the ACO has had a regional adjustment.
extension Reader {
  private static let place = "agreement.regionalAdjustments"
  static let everyEarlierAgreement = "taken as one regional adjustment in each earlier agreement"

  /// Left out, one was applied in every earlier agreement that is not named as one without.
  mutating func completeRegionalAdjustments() {
    let applied = "\(Self.place).applied"
    guard spots[applied] == nil, isSound("agreement.number", Self.place) else { return }
    let agreement = scenario.agreement
    let count = max(0, agreement.number - 1 - agreement.regionalAdjustmentsPassed)
    scenario.agreement.regionalAdjustmentsApplied = count
    let entry = Provenance(
      key: applied, value: "\(count)", status: .defaulted, source: Self.everyEarlierAgreement)
    let next = provenance.firstIndex { $0.key == "\(Self.place).notApplied" }
    provenance.insert(entry, at: next ?? provenance.endIndex)
  }

  mutating func checkRegionalAdjustments() {
    guard isSound("agreement.number", Self.place), spots[Self.place] != nil else { return }
    let agreement = scenario.agreement
    let count = agreement.regionalAdjustmentsApplied + agreement.regionalAdjustmentsPassed
    guard count >= agreement.number else { return }
    note(
      Self.place, spot(Self.place), "counts \(count) earlier agreements.",
      "Allowed: fewer than agreement.number, which is \(agreement.number) "
        + "(\(Paragraph.regionalAdjustment)). Count earlier agreements only.")
  }
}

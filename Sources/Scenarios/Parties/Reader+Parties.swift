/// What must hold within a split and within what is collected of it.
extension Reader {
  mutating func checkParties() {
    guard let sharing = scenario.sharing else { return }
    checkSplit(sharing.savings, at: "sharing.savings")
    checkSplit(sharing.losses, at: "sharing.losses")
    checkCollection(sharing.participants, at: "sharing.collectability.participants")
    checkCollection(sharing.sponsor, at: "sharing.collectability.sponsor")
  }

  /// A billionth is left to the rounding of thirds.
  private mutating func checkSplit(_ split: Sharing.Split, at place: String) {
    guard isSound(place), spots[place] != nil else { return }
    let total = split.aco + split.sponsor + split.participants
    guard (total - 1).magnitude > 1e-9 else { return }
    note(
      place, spot(place),
      "is \(Bounds.text(split.aco)) for aco, \(Bounds.text(split.sponsor)) for sponsor and "
        + "\(Bounds.text(split.participants)) for participants, which add up to "
        + "\(Bounds.text((total * 1e9).rounded() / 1e9)).",
      "Allowed: fractions that add up to 1. Correct one of the three.")
  }

  /// A beta distribution whose a + b is at least 1: wider ones would be all or nothing.
  private mutating func checkCollection(_ collection: Sharing.Collection, at place: String) {
    let spread = "\(place).standardDeviation"
    guard isSound(spread, "\(place).mean"), spots[spread] != nil else { return }
    let most = (collection.mean * (1 - collection.mean) / 2).squareRoot()
    guard collection.standardDeviation > most else { return }
    let shown = Double(Int(most * 1_000)) / 1_000
    note(
      spread, spot(spread), "is \(collection.standardDeviation).",
      "Allowed: at most \(Bounds.text(shown)), the widest spread about mean, which is "
        + "\(Bounds.text(collection.mean)). Write a smaller spread.")
  }
}

import Regulation

/// The keys of `assumptions` that only `detail: beneficiaries` uses.
enum BeneficiaryKeys {
  static let all: [Key] = [
    Key(
      "spending", .assumption(spending),
      "One beneficiary's yearly spending; used where detail is beneficiaries."),
    Key(
      "transitions", .assumption(transitions),
      "Changes of enrollment type and deaths; used where detail is beneficiaries."),
  ]

  /// Where these assumptions stand in a scenario.
  static let paths = all.map { "assumptions.\($0.name)" }

  private static let spending: [Key] = [
    Key(
      "zeroShare", .byType(Bounds(0...0.5, .fraction), \.assumptions.spending.zeroShare),
      "Share of beneficiaries who spend nothing in a year, by type, as a fraction."),
    Key(
      "ordinaryShare",
      .byType(Bounds(0.05...0.9, .fraction), \.assumptions.spending.ordinaryShare),
      "Share of spending in years without an episode, by type, as a fraction."),
    Key(
      "ordinarySpread",
      .byType(Bounds(0.1...2, .multiple), \.assumptions.spending.ordinarySpread),
      "Standard deviation of ln spending in such a year, by type."),
    Key(
      "episodeVariation",
      .byType(Bounds(0.2...1.5, .multiple), \.assumptions.spending.episodeVariation),
      "Coefficient of variation of spending in a year with an episode, by type."),
  ]

  private static let yearly = Bounds(0...0.5, .fraction)

  private static let transitions: [Key] = [
    Key(
      "mortality", .byType(yearly, \.assumptions.transitions.mortality),
      "Deaths in a year, inside retention, by type, as a fraction."),
    Key(
      "ageing", .number(yearly, \.assumptions.transitions.ageing),
      "Part of the disabled who turn 65 in a year, as a fraction."),
    Key(
      "ageingDualShare",
      .number(Bounds(0...1, .fraction), \.assumptions.transitions.ageingDualShare),
      "Share of those who are dually eligible, as a fraction."),
    Key(
      "becomingDual", .number(yearly, \.assumptions.transitions.becomingDual),
      "Part of aged/non-dual who become dually eligible in a year, as a fraction."),
    Key(
      "esrdOnset", .number(yearly, \.assumptions.transitions.esrdOnset),
      "Part of the others whose end-stage renal disease begins in a year, as a fraction."),
  ]
}

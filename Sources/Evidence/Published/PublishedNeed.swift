import Regulation

/// A column a settlement or a comparison needs, and what cannot be done without it.
public struct PublishedNeed: Hashable, Sendable {
  /// Any one of these will do.
  public var columns: [PublicUseColumn]
  /// CMS prints it from this performance year on,
  var since: Int
  /// and through this one.
  var until = Int.max
  public var without: String

  /// `EarnSaveLoss (or EarnShrSavings)`.
  public var title: String {
    columns.contains(.track)
      ? "\(PublicUseColumn.track.title), nor one for each track"
      : columns.map(\.title).joined(separator: " or ")
  }

  /// The needs a file of this performance year does not meet.
  static func unmet(_ header: PublicUseHeader, _ year: PerformanceYear) -> [Self] {
    all.filter { need in
      (need.since...need.until).contains(year.calendarYear)
        && !need.columns.contains(where: header.has)
    }
  }

  /// Columns whose want can make a printed payment smaller than ours.
  static func lacking(
    _ header: PublicUseHeader, _ year: PerformanceYear
  ) -> [PublicUseColumn] {
    unmet(header, year).filter(\.canLower).flatMap(\.columns)
  }

  private var canLower: Bool {
    columns == [.guardrail] || columns == [.midYearTermination] || columns == [.proratedLosses]
  }

  private static let all: [Self] = [
    .init(
      columns: [.track] + PublishedTrack.flagged.map(PublicUseColumn.trackFlag), since: 2012,
      without: "No row can be settled."),
    .init(columns: [.assignedBeneficiaries], since: 2012, without: "No row can be settled."),
    .init(columns: [.benchmarkTotal], since: 2012, without: "No row can be settled."),
    .init(
      columns: [.savings, .expenditureTotal], since: 2012, without: "No row can be settled."),
    .init(columns: [.earned], since: 2012, without: "No payment can be compared."),
    .init(
      columns: [.minimumSavingsRate], since: 2012,
      without: "No minimum savings rate can be compared, and a two-sided row only where every "
        + "election comes to the same."),
    .init(
      columns: [.qualityScore], since: 2012,
      without: "A row can be compared only where every score comes to the same."),
    .init(
      columns: [.metStandard, .metPercentile], since: 2016,
      without: "The quality standard is taken as met; a payment of nothing cannot be told from a "
        + "standard not met."),
    .init(
      columns: [.currentStart], since: 2012,
      without: "Reduced sharing, and Track 2's limit by year, cannot be compared."),
    .init(
      columns: [.revenueCategory], since: 2024,
      without: "Reduced sharing below the minimum savings rate cannot be compared."),
    .init(
      columns: [.generated], since: 2014,
      without: "Whether the minimum rate is met is compared by the payment alone."),
    .init(
      columns: [.finalSharingRate], since: 2012,
      without: "The sharing rate is compared by the payment alone."),
    .init(
      columns: [.disasterAdjustment], since: 2017,
      without: "A smaller loss cannot be told from relief for circumstances."),
    .init(
      columns: [.proratedLosses], since: 2022, until: 2022,
      without: "A smaller loss cannot be told from one owed for part of the year."),
    .init(
      columns: [.midYearTermination], since: 2023,
      without: "A payment of nothing, or a smaller loss, cannot be told from an agreement that "
        + "ended in the year."),
    .init(
      columns: [.finalLossRate], since: 2023,
      without: "The loss rate is compared by the loss alone."),
    .init(
      columns: [.guardrail], since: 2024,
      without: "A smaller loss cannot be told from the guardrail's relief."),
  ]
}

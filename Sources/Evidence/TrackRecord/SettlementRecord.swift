import Scenarios

/// How the settlement code held against what CMS published: numbers of rows and sums over all ACOs
/// of a year, from which none can be told.
public struct SettlementRecord: Hashable, Sendable, Codable {
  /// What was run on which files.
  public var source: String
  public var years: [Year]

  public struct Year: Hashable, Sendable, Codable {
    public var year, rows: Int
    /// Rows in which CMS prints a payment that could be compared, and those reproduced.
    public var payments, paymentsReproduced: Int
    /// Dollars of those rows as CMS prints them and as settled here, in millions.
    public var paid, ours: Double
    public var losses, lossesReproduced: Int
    /// One-sided minimum savings rates.
    public var minimumRates, minimumRatesReproduced: Int
  }

  /// The record that ships with the program.
  public static func shipped() throws -> SettlementRecord { try embedded.get() }

  private static let embedded = Result {
    try NumbersFile.decode(SettlementRecord.self, PackageResources.settlement_record_yaml)
  }
}

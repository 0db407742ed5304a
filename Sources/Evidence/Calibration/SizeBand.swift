/// ACOs of like size, by assigned beneficiaries.
public struct SizeBand: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// At least this many, and fewer than the next band's.
  public var lowest: Int
  /// `nil` for the largest band.
  public var end: Int?

  public static let allCases: [SizeBand] = {
    let edges = [0, 7_500, 10_000, 15_000, 20_000, 30_000, 50_000]
    return edges.indices.map { SizeBand(lowest: edges[$0], end: edges.dropFirst($0 + 1).first) }
  }()

  public func contains(_ assigned: Double) -> Bool {
    assigned >= Double(lowest) && end.map { assigned < Double($0) } ?? true
  }

  /// `10000to15000`, `over50000`, as in names of constants.
  public var description: String {
    guard let end else { return "over\(lowest)" }
    return lowest == 0 ? "under\(end)" : "\(lowest)to\(end)"
  }
}

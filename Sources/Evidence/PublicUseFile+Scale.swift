extension PublicUseFile {
  /// What a bare number in a column of rates stands for.
  public enum RateScale: Hashable, Sendable {
    /// 0.0646 is 6.46 percent.
    case fraction
    /// 6.46 is 6.46 percent.
    case percent
  }

  /// Whether a column's bare numbers are fractions or percents. Files differ and do not say:
  /// a column with any magnitude above 1.5 holds percents. Numbers with a percent sign need no
  /// scale. Reads the whole file.
  public func scale(of column: PublicUseColumn) throws -> RateScale {
    var largest = 0.0
    try forEachRow { row in
      guard row.problem == nil, let value = row.figure(column).count else { return }
      largest = max(largest, value.magnitude)
    }
    return largest > 1.5 ? .percent : .fraction
  }
}

extension PublishedFigure {
  /// The number as a fraction, a bare one read on its column's scale.
  public func fraction(on scale: PublicUseFile.RateScale) -> Double? {
    scale == .percent ? count.map { $0 / 100 } ?? fraction : fraction
  }
}

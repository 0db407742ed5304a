import CSettlement
import CWidths
import Regulation

/// Settlements of one year of a batch of trials, one for each set of terms.
public final class SettledColumns {
  /// `(settlement · columns + column) · trials + trial`, columns as the kernel numbers them.
  private let columns: UnsafeMutablePointer<Double>
  package let values: UnsafeMutablePointer<cs_settled>

  /// - Parameter count: Settlements of the year.
  public init(_ count: Int) {
    let room = count * cs_settled_columns * ObservedColumns.trials
    columns = cw_new_columns(Int32(room))
    columns.initialize(repeating: 0, count: room)
    values = UnsafeMutableRawPointer(columns).assumingMemoryBound(to: cs_settled.self)
  }

  deinit { cw_free_columns(columns) }

  @inline(__always)
  private func column(_ place: Int, of settlement: Int) -> UnsafePointer<Double> {
    UnsafePointer(columns)
      + (settlement * cs_settled_columns + place) * ObservedColumns.trials
  }

  /// Earned in whole cents, negative where owed.
  @inline(__always)
  public func cents(of settlement: Int) -> UnsafePointer<Double> {
    column(cs_s_cents, of: settlement)
  }

  /// 1 where the payment limit bound, 16 where the loss recoupment limit did, otherwise 0.
  @inline(__always)
  public func limitHits(of settlement: Int) -> UnsafePointer<Double> {
    column(cs_s_limit, of: settlement)
  }

  /// 1 where `isOverrun` holds.
  @inline(__always)
  public func overruns(of settlement: Int) -> UnsafePointer<Double> {
    column(cs_s_overrun, of: settlement)
  }

  /// What the year adds to net, in unrounded cents.
  @inline(__always)
  public func added(of settlement: Int) -> UnsafePointer<Double> {
    column(cs_s_added, of: settlement)
  }
}

import Foundation

/// One chart of a slide as office programs keep it, to be edited there: its drawing, its data and
/// where it stands.
struct NativeChart: Hashable, Sendable {
  /// Where it stands within its exhibit; fractions of the exhibit's width and height.
  var x, y, width, height: Double
  /// For those who cannot see it.
  var label: String
  /// A `c:chartSpace`, which names its workbook by the relationship `rId1`.
  var xml: String
  /// The workbook beside it, `.xlsx`: what "Edit Data" opens.
  var workbook: Data
}

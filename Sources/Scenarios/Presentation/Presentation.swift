/// How its author wants a report to look; what is left out has a sober default.
public struct Presentation: Hashable, Sendable {
  /// An image printed on every page.
  public struct Logo: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case png, svg }
    public var kind: Kind
    /// As the scenario names it.
    public var name = ""
    public var bytes: [UInt8]
    /// Of the image; pixels.
    public var width, height: Double
    public init(kind: Kind, bytes: [UInt8], width: Double, height: Double) {
      self.kind = kind
      self.bytes = bytes
      self.width = width
      self.height = height
    }
  }
  /// Six hexadecimal digits each, red first.
  public struct Colours: Hashable, Sendable {
    /// Of headings, edges and what is earned.
    public var main = "16395C"
    /// Of what is likely, beside `main`.
    public var light = "6D93B5"
    /// Of what is owed.
    public var loss = "8A2F1B"
    public init() {}
  }
  /// Printed in place of the scenario's title; `nil` for the title.
  public var organisation: String?
  public var logo: Logo?
  public var colours = Colours()
  /// Places in the board's list that are shown, 1 through 16, ascending; `nil` for all of them.
  public var pages: [Int]?
  /// As its author writes it; a report has no date of its own.
  public var date: String?
  public init() {}

  /// Whether the page with this place in the board's list is shown; the decision (1) and what it
  /// rests on (16) always are.
  public func shows(_ page: Int) -> Bool {
    page == 1 || page == 16 || pages?.contains(page) ?? true
  }
}

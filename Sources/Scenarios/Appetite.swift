import Regulation

/// How much risk the ACO's leadership is willing to take; each limit holds only where it is stated.
public struct Appetite: Hashable, Sendable {
  /// The greatest chance that any of the five years ends with an amount owed to CMS, a fraction.
  public var maxChanceOfOwing: Double?
  /// The most that the mean of the worst 5 percent of five-year nets may lose.
  public var maxLossInFiveYears: Dollars?
  /// What is at hand: in 95 percent of futures accumulated net never falls below minus this at the
  /// end of a year.
  public var reserve: Dollars?

  public init(
    maxChanceOfOwing: Double? = nil, maxLossInFiveYears: Dollars? = nil, reserve: Dollars? = nil
  ) {
    self.maxChanceOfOwing = maxChanceOfOwing
    self.maxLossInFiveYears = maxLossInFiveYears
    self.reserve = reserve
  }

  /// Whether any limit is stated.
  public var hasLimits: Bool { self != Appetite() }
}

/// The keys of an appetite.
enum AppetiteKeys {
  private static let cash = Bounds(0...1e12, .dollars)

  static let all: [Key] = [
    Key(
      "maxChanceOfOwing", .number(Bounds(0...1, .fraction), \.appetiteChanceOfOwing),
      "The greatest chance that any of the five years ends owing CMS, as a fraction.", .optional),
    Key(
      "maxLossInFiveYears", .number(cash, \.appetiteLoss),
      "The most that the mean of the worst 5 percent of five-year nets may lose, in dollars.",
      .optional),
    Key(
      "reserve", .number(cash, \.appetiteReserve),
      "What is at hand, in dollars: in 95 percent of futures accumulated net never falls below "
        + "minus this at the end of a year.", .optional),
  ]
}

extension Scenario {
  fileprivate var appetiteChanceOfOwing: Double {
    get { appetite?.maxChanceOfOwing ?? 0 }
    set { stated.maxChanceOfOwing = newValue }
  }

  fileprivate var appetiteLoss: Double {
    get { appetite?.maxLossInFiveYears?.amount ?? 0 }
    set { stated.maxLossInFiveYears = Dollars(newValue) }
  }

  fileprivate var appetiteReserve: Double {
    get { appetite?.reserve?.amount ?? 0 }
    set { stated.reserve = Dollars(newValue) }
  }

  private var stated: Appetite {
    get { appetite ?? Appetite() }
    set { appetite = newValue }
  }
}

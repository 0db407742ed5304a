import Foundation
import Testing

@testable import Scenarios

/// The calibration that ships, and the defaults that say they come from it.
@Suite struct ShippedCalibrationTests {
  static let shipped = ShippedCalibration.current

  @Test func `it is read, and named by years, files and digest`() throws {
    #expect(Self.shipped.years == [2018, 2019, 2020, 2021, 2022])
    #expect(Self.shipped.name == "CMS public-use files 2018–2022 (5 files)")
    #expect(Self.shipped.digest.count == 64)
    let mean = try #require(Self.shipped["savingsRate.mean.2022"])
    #expect(mean.value == 3.74454 && mean.standardError == 0.181967)
    #expect(Self.shipped["savingsRate.mean.1999"] == nil)
    let names = ["savingsRate.oneYearChange.constant", "savingsRate.oneYearChange.bySize"]
    let together = Self.shipped.correlation(names[0], names[1])
    #expect(together < -0.3 && together > -1)
    #expect(Self.shipped.correlation(names[1], names[0]) == together)
    #expect(Self.shipped.correlation(names[0], names[0]) == 1)
    #expect(Self.shipped.correlation(names[0], "quality.correlation") == 0)
  }

  /// A default, the constant it is, and the constant's error; in the default's unit.
  struct Pair: CustomTestStringConvertible, Sendable {
    var path: String
    var constant: String
    var error: String?
    var value: @Sendable (Double) -> Double = { $0 }
    /// Derivative of the above, for the error.
    var slope: @Sendable (Double) -> Double = { _ in 1 }
    var testDescription: String { path }
  }

  /// A root in points of a variance in points squared, as a fraction; by size the same number.
  static func root(_ path: String, _ constant: String, _ error: String?, points: Double) -> Pair {
    Pair(
      path: path, constant: constant, error: error,
      value: { $0.squareRoot() / points }, slope: { 1 / (2 * $0.squareRoot() * points) })
  }

  static let pairs: [Pair] = {
    let process = "savingsRate.process"
    var pairs = [
      Pair(
        path: "expenditureEffect.persistence", constant: "\(process).persistence",
        error: "expenditureEffect.standardErrors.persistence"),
      Pair(
        path: "claimsNoise.correlation", constant: "claimsNoise.correlation",
        error: "claimsNoise.standardErrors.correlation"),
      Pair(
        path: "joining.sizePlan", constant: "sizeChange.narrow.mean",
        error: "joining.standardErrors.sizePlan"),
      Pair(
        path: "participantChange.probability", constant: "sizeChange.narrow.weight",
        error: "participantChange.standardErrors.probability", value: { 1 - $0 }),
      Pair(
        path: "participantChange.standardDeviation", constant: "sizeChange.wide.spread",
        error: "participantChange.standardErrors.standardDeviation"),
      Pair(
        path: "riskScore.commonShare", constant: "riskScore.commonShare",
        error: "riskScore.standardErrors.commonShare"),
      Pair(
        path: "riskScore.healthShare", constant: "riskScore.healthShare",
        error: "riskScore.standardErrors.healthShare"),
      Pair(path: "quality.mean", constant: "quality.mean.2022"),
      Pair(
        path: "quality.standardDeviation", constant: "quality.spread.2022",
        error: "quality.standardErrors.standardDeviation"),
      Pair(
        path: "quality.autocorrelation", constant: "quality.correlation",
        error: "quality.standardErrors.autocorrelation"),
      root(
        "startingPosition.standardDeviation", "\(process).meanReverting.constant",
        "startingPosition.standardErrors.standardDeviation", points: 100),
      root(
        "startingPosition.scale", "\(process).meanReverting.bySize",
        "startingPosition.standardErrors.scale", points: 1),
      Pair(
        path: "startingPosition.persistence", constant: "\(process).persistence",
        error: "startingPosition.standardErrors.persistence"),
      root(
        "startingPosition.transitoryStandardDeviation", "\(process).transitory.constant", nil,
        points: 100),
      root(
        "startingPosition.transitoryScale", "\(process).transitory.bySize",
        "startingPosition.standardErrors.transitoryScale", points: 1),
    ]
    for type in ["esrd", "disabled", "agedDual", "agedNonDual"] {
      for name in ["standardDeviation", "personStandardDeviation"] {
        pairs.append(
          Pair(
            path: "riskScore.\(name).\(type)", constant: "riskScore.\(name).\(type)",
            error: "riskScore.standardErrors.\(name).\(type)"))
      }
    }
    return pairs
  }()

  @Test(arguments: pairs)
  func `a default said to come from it is its constant, to the printed digits`(
    pair: Pair
  ) throws {
    let constant = try #require(Self.shipped[pair.constant], "\(pair.constant)")
    try Self.expect(pair.path, is: pair.value(constant.value))
    if let error = pair.error {
      try Self.expect(error, is: constant.standardError * abs(pair.slope(constant.value)))
    }
  }

  @Test func `means and quality's correlation too`() throws {
    let means = try #require(Self.written("startingPosition.means").items)
    for (item, year) in zip(means, 2018...2022) {
      let constant = try #require(Self.shipped["savingsRate.mean.\(year)"])
      Self.expect("mean \(year)", item.inOneLine, is: constant.value / 100)
    }
    let error = try #require(Self.shipped["savingsRate.mean.2022"]).standardError / 100
    try Self.expect("startingPosition.standardErrors.means", is: error)
    let correlation = try #require(Self.shipped["quality.savingsRateCorrelation"])
    for (row, column) in [("quality", 2), ("expenditureEffect", 4)] {
      let items = try #require(Self.written("correlation.\(row)").items)
      Self.expect(row, items[column].inOneLine, is: -correlation.value)
    }
    try Self.expect("correlation.standardErrors.quality", is: correlation.standardError)
  }

  /// Every source that names a constant names one that is there.
  @Test func `sources name constants of the file`() throws {
    let assumptions = try #require(try Defaults.shipped()["assumptions"]?.pairs)
    let names = Set(Self.names)
    var found = 0
    for assumption in assumptions {
      let source = assumption.value["source"]?.value.inOneLine ?? ""
      let words = source.matches(
        of:
          /\b(?:savingsRate|riskScore|quality|sizeChange|claimsNoise|regionalDeviation)(?:\.[A-Za-z0-9]+)+/
      )
      for word in words.map({ String($0.0) }) {
        #expect(names.contains { $0 == word || $0.hasPrefix("\(word).") }, "\(word)")
        found += 1
      }
    }
    #expect(found > 15)
  }

  private static var names: [String] {
    String(decoding: PackageResources.calibration_yaml, as: UTF8.self)
      .matches(of: /(?m)^  ([A-Za-z0-9.-]+):$/).map { String($0.1) }
  }

  private static func written(_ path: String) throws -> Written {
    var written = try #require(try Defaults.shipped()["assumptions"])
    for key in path.split(separator: ".") {
      written = try #require(written[String(key)]?.value, "\(path)")
    }
    return written
  }

  private static func expect(_ path: String, is value: Double) throws {
    expect(path, try written(path).inOneLine, is: value)
  }

  /// Half a unit of the last digit printed.
  private static func expect(_ what: String, _ text: String, is value: Double) {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let half = 0.5 * pow(10, -Double(decimals))
    #expect(abs((Double(text) ?? .nan) - value) <= half * 1.0001, "\(what): \(text), \(value)")
  }
}

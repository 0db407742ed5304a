/// The payments of a kept run as comma-separated text: trial, option, year and payment, in dollars
/// and cents, positive from CMS; the trial's number is that of `glidepath explain --trial`.
public struct TrialsCSV: Sendable {
  let run: KeptRun
  let options: [String]

  /// - Parameter option: `nil` for every option of the run, one after the other.
  /// - Throws: `UnknownOption` where the run has no such option.
  public init(_ run: KeptRun, option: String?) throws(UnknownOption) {
    if let option, !run.facts.options.contains(option) {
      throw UnknownOption(option: option, known: run.facts.options)
    }
    self.run = run
    options = option.map { [$0] } ?? run.facts.options
  }

  /// Hands over the text block by block, so that any number of trials takes little memory.
  ///
  /// Throws `KeptRunFault`, and what `take` throws.
  public func write(to take: (_ bytes: [UInt8]) throws -> Void) throws {
    try take(Array("trial,option,year,payment\r\n".utf8))
    for option in options {
      for block in 0..<run.blocks { try take(try text(of: option, block: block)) }
    }
  }

  private func text(of option: String, block: Int) throws(KeptRunFault) -> [UInt8] {
    var years: [[Int64]] = []
    for year in 0..<5 { years.append(try run.payments(of: option, year: year, block: block)) }
    let plain = option.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let name = CSVText.cell(CSVText.harmless(String(String.UnicodeScalarView(plain))))
    let middles = (0..<5).map { Array(",\(name),\(run.facts.firstYear + $0),".utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(years[0].count * 5 * 40)
    let first = block * PaymentBlocks.trialsOfOne
    for place in years[0].indices {
      let trial = Array(String(first + place).utf8)
      for year in 0..<5 {
        bytes += trial
        bytes += middles[year]
        bytes += DecimalText.cents(years[year][place]).utf8
        bytes += [0x0D, 0x0A]
      }
    }
    return bytes
  }
}

/// An option that a kept run does not have.
public struct UnknownOption: Error, Hashable, Sendable, CustomStringConvertible {
  public var option: String
  public var known: [String]
  public var description: String {
    "--option is \(Names.clamped(option, to: 60)). Allowed in this run: "
      + "\(known.map { Names.clamped($0, to: 60) }.joined(separator: ", "))."
  }
}

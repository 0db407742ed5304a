import Testing

@testable import Scenarios

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("7", 7), ("+7", 7), ("64_000_000", 64_000_000), ("0.02", 0.02),
    ("-1.5e-3", -0.0015), ("1E3", 1_000), ("2e+2", 200), ("1_2.5", 12.5), ("0.0", 0),
  ])
  func `numbers as people write them are read`(text: String, value: Double) {
    #expect(NumberText.number(text) == .success(value))
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.", "0x10", "1e", "1e+", "12:30", "1,000", "$5", "5%", ".nan", ".NaN",
    "nan", ".inf", "-.INF", "infinity", "1e400", "-1e400", "017", "00", "0_1", "-012", "1.2.3",
    "1 2", "_1", "true", "1.5e2.5", "１２", "1.5_0", "1__000", "1_", "-12_", "1_.5", "1_e3",
  ])
  func `anything else is refused`(text: String) {
    #expect(throws: NumberText.Fault.self) { try NumberText.number(text).get() }
  }

  @Test(arguments: [
    ("017", "A number has no leading zero: write 17."),
    ("-007.5", "A number has no leading zero: write -7.5."),
    ("00", "A number has no leading zero: write 0."),
    ("1__000", "An underscore stands between two digits, such as in 64_000."),
    ("1_000_", "An underscore stands between two digits, such as in 64_000."),
    ("1e400", "The number is too large to be finite: write a smaller one."),
    (".nan", "NaN is not a number and cannot be simulated: write a number."),
    ("-.inf", "Infinity cannot be simulated: write a finite number."),
    ("12:30", "A colon makes a time of it, not a number: write a plain number."),
    ("2%", "Fractions, not percents: write 0.02 for two percent."),
    ("$64,000,000", "Write 64_000_000, without dollar sign or comma."),
  ])
  func `a refusal says what to write instead`(text: String, remedy: String) {
    #expect(NumberText.number(text) == .failure(.init(remedy: remedy)))
  }

  @Test func `counts are whole, unsigned and fit`() {
    #expect(NumberText.whole("12_000") == .success(12_000))
    #expect(NumberText.whole("18446744073709551615") == .success(.max))
    for text in ["12.0", "1e3", "-1", "18446744073709551616", "012"] {
      #expect(throws: NumberText.Fault.self) { try NumberText.whole(text).get() }
    }
  }

  @Test(arguments: [
    (0, "0"), (0.02, "0.02"), (999, "999"), (1_000, "1_000"), (64_000_000, "64_000_000"),
    (-12_345, "-12_345"), (1.5, "1.5"),
  ])
  func `numbers in messages carry underscores between thousands`(value: Double, text: String) {
    #expect(Bounds.text(value) == text)
  }

  @Test func `bounds keep or leave out their ends and say so`() {
    let open = Bounds(0...1, .fraction).above().below()
    #expect(!open.contains(0) && open.contains(0.5) && !open.contains(1))
    #expect(open.allowed == "above 0 and below 1")
    #expect(Bounds(0...1, .fraction).contains(1) && Bounds(0...1, .fraction).contains(0))
    #expect(Bounds(0...1, .fraction).allowed == "0 through 1")
    #expect(Bounds(0...1, .fraction).below().allowed == "at least 0 and below 1")
  }

  @Test func `the word that was meant is found and a far one is not`() {
    #expect(
      Spelling.nearest(to: "personYeras", among: ["personYears", "riskScore"]) == "personYears")
    #expect(Spelling.nearest(to: "Enhanced", among: ["levelE", "enhanced"]) == "enhanced")
    #expect(Spelling.nearest(to: "contractLength", among: ["number", "start"]) == nil)
    #expect(Spelling.distance("kitten", "sitting") == 3)
    #expect(Spelling.distance("ab", "ba") == 1)
    #expect(Spelling.distance("", "abc") == 3)
  }
}

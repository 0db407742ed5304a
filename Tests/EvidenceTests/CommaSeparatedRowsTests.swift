import Testing

@testable import Evidence

@Suite struct CommaSeparatedRowsTests {
  private func rows(_ bytes: [UInt8], chunk: Int = 1 << 18) throws -> [CommaSeparatedRow] {
    var reader = try CommaSeparatedRows(.memory(bytes), chunk: chunk)
    var rows: [CommaSeparatedRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  private func cells(_ text: String, chunk: Int = 1 << 18) throws -> [[String]] {
    try rows(Array(text.utf8), chunk: chunk).map { row in (0..<row.count).map { row[$0] } }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, 1_000])
  func `every line end gives the same rows in chunks of any size`(
    _ lineEnd: String, _ chunk: Int
  ) throws {
    let lines = ["a,b,c", "1,\"x, y\",3", ",,", "\"say \"\"no\"\"\",\"\",é"]
    let expected = [["a", "b", "c"], ["1", "x, y", "3"], ["", "", ""], ["say \"no\"", "", "é"]]
    #expect(try cells(lines.joined(separator: lineEnd) + lineEnd, chunk: chunk) == expected)
    #expect(try cells(lines.joined(separator: lineEnd), chunk: chunk) == expected)
  }

  @Test func `a quoted cell may hold a line end and the next row keeps its line number`() throws {
    let found = try rows(Array("a,b\n\"x\r\ny\",2\n3,4\n".utf8))
    #expect(found.map(\.line) == [1, 2, 4])
    #expect(found[1][0] == "x\r\ny")
  }

  @Test(arguments: [1, 5, 1_000])
  func `a quote that is never closed spoils one row only`(_ chunk: Int) throws {
    let text = "a,b\n1,\"open\nA2,\"Two, LLC\"\nA3,\"Three\"\n"
    let found = try rows(Array(text.utf8), chunk: chunk)
    #expect(found.map(\.line) == [1, 2, 3, 4])
    #expect(found.map(\.unclosedQuote) == [nil, 2, nil, nil])
    #expect(found[1][1] == "\"open")
    #expect(found[2][1] == "Two, LLC")
  }

  @Test func `an unclosed quote on the last line is named too`() throws {
    let found = try rows(Array("a,b\n\"1,2".utf8))
    #expect(found[1].unclosedQuote == 1)
    #expect(found[1].count == 2)
  }

  @Test func `a quote inside a plain cell is a character`() throws {
    #expect(try cells("5\" pipe,\"b\" \n") == [["5\" pipe", "b"]])
  }

  @Test(arguments: [1, 2, 4, 100])
  func `a byte order mark is not part of the first name`(_ chunk: Int) throws {
    let found = try rows([0xEF, 0xBB, 0xBF] + Array("ACO_ID,N\n1,2\n".utf8), chunk: chunk)
    #expect(found[0][0] == "ACO_ID")
  }

  @Test func `a cell that is not UTF-8 is read as Windows-1252 beside one that is`() throws {
    let bytes = Array("San Jos".utf8) + [0xE9, 0x2C, 0x93, 0x61, 0x94, 0x2C] + Array("José\n".utf8)
    let row = try #require(try rows(bytes).first)
    #expect([row[0], row[1], row[2]] == ["San José", "“a”", "José"])
  }

  @Test func `an empty file has no rows`() throws {
    #expect(try rows([]).isEmpty)
    #expect(try rows([0xEF, 0xBB, 0xBF]).isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\""])
  func `a row without end is passed over before it fills the memory`(
    _ lineEnd: String, _ quote: String
  ) throws {
    let long = [UInt8](repeating: 0x61, count: CommaSeparatedRows.longestRow * 3)
    let head = Array("a\(lineEnd)\(quote)".utf8)
    for chunk in [1 << 18, 65_537] {
      let found = try rows(head + long + Array("\(lineEnd)b,c\(lineEnd)d".utf8), chunk: chunk)
      #expect(found.map(\.line) == [1, 2, 3, 4])
      #expect(found.map(\.isTooLong) == [false, true, false, false])
      #expect(found.map(\.count) == [1, 0, 2, 1])
      #expect(found.map(\.isBlank) == [false, false, false, false])
    }
    // At the end of a file no line end need follow.
    #expect(try rows(head + long, chunk: 1 << 22).map(\.line) == [1, 2])
    #expect(try rows(head + long + [0x61]).map(\.isTooLong) == [false, true])
  }

  @Test func `a line end is one also where a chunk parts it`() throws {
    let long = [UInt8](repeating: 0x61, count: CommaSeparatedRows.longestRow * 2)
    for chunk in (1 << 17)..<(1 << 17) + 4 {
      let parted = long.prefix(long.count / chunk * chunk - 1)
      let found = try rows(Array(parted) + Array("\r\nb\r\n".utf8), chunk: chunk)
      #expect(found.map(\.line) == [1, 2])
      #expect(found.map(\.isTooLong) == [true, false])
    }
  }

  @Test func `a byte of zero is found by its cell`() throws {
    #expect(try rows([0x61, 0x2C, 0x2C, 0x62, 0, 0x2C, 0x63]).map(\.zeroByte) == [3])
    #expect(try rows(Array("a,0,b\n".utf8)).map(\.zeroByte) == [nil])
  }

  @Test func `UTF-16 is known with and without its mark`() throws {
    for text in ["ACO_ID,N_AB\n"] {
      let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
        #expect(try CommaSeparatedRows(.memory(bytes)).isUTF16)
      }
      #expect(try !CommaSeparatedRows(.memory(Array(text.utf8))).isUTF16)
    }
  }

  @Test func `a row of nothing but commas and blanks is blank`() throws {
    #expect(try rows(Array(", ,\t,\n".utf8)).first?.isBlank == true)
    #expect(try rows(Array(",0,\n".utf8)).first?.isBlank == false)
  }

  @Test func `any text gives the same rows, none of them lost, in chunks of any size`() throws {
    var state: UInt64 = 20_270_101
    let alphabet = Array("\"\",\n\rab \n,".utf8)
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let whole = try rows(bytes)
      #expect(try rows(bytes, chunk: 1) == whole)
      #expect(try rows(bytes, chunk: 7) == whole)
      let letters = whole.flatMap { row in (0..<row.count).flatMap { Array(row[$0].utf8) } }
      let isLetter: (UInt8) -> Bool = { $0 == 0x61 || $0 == 0x62 }
      #expect(letters.filter(isLetter) == bytes.filter(isLetter))
      #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.line < $1.line })
    }
  }
}

import Foundation
import Testing

/// The rules of the house, kept by a test instead of by memory.
@Suite struct HouseTests {
  /// Who may import whom; the one place where the table of the architecture is written in code.
  static let mayImport: [String: Set<String>] = [
    "Regulation": ["Yams", "Crypto"],
    "CWidths": [],
    "CKernels": [],
    "Probability": ["CGSL", "CKernels", "CWidths"],
    "Scenarios": ["Regulation", "Yams", "Foundation", "Crypto"],
    "Sampling": ["Regulation", "Scenarios", "Probability", "CKernels", "CWidths"],
    "CSettlement": [],
    "Reconciliation": ["Regulation", "CSettlement", "CWidths"],
    "CAmounts": [],
    "Projection": [
      "Regulation", "Scenarios", "Sampling", "Reconciliation", "Probability", "CSettlement",
      "CAmounts", "CWidths", "Dispatch", "Synchronization",
    ],
    "Evidence": [
      "Regulation", "Scenarios", "Sampling", "Reconciliation", "Projection", "Probability",
      "Foundation",
    ],
    "Reporting": [
      "Regulation", "Scenarios", "Projection", "Evidence", "Reconciliation", "Foundation",
      "Crypto", "GRDB", "CXlsxWriter", "CZip",
    ],
    "glidepath": [
      "Regulation", "Probability", "Scenarios", "Sampling", "Reconciliation", "Projection",
      "Evidence", "Reporting", "ArgumentParser", "Foundation", "Dispatch", "Synchronization",
    ],
  ]

  @Test func `every module has a row in the import table, and every row a module`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    #expect(Set(folders).subtracting(["CGSL", "CXlsxWriter", "CZip"]) == Set(Self.mayImport.keys))
  }

  @Test(arguments: mayImport.keys.sorted())
  func `imports only what lies upstream`(module: String) throws {
    let allowed = try #require(Self.mayImport[module])
    for (file, text) in try Self.sources(of: module) {
      let imports = text.matches(
        of: /(?m)^(?:@\w+ |public |package |internal |private )*import (?:\w+ )?(\w+)/
      ).map { String($0.1) }
      let strangers = Set(imports).subtracting(allowed)
      #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted().joined(separator: ", "))")
    }
  }

  /// Law, chance and outcomes share the widths of registers, and nothing else.
  @Test(arguments: ["CWidths", "CKernels", "CSettlement", "CAmounts"])
  func `C includes its own headers and those of the widths`(module: String) throws {
    let allowed = Set(
      try [module, "CWidths"].flatMap { try Self.sources(of: $0, ending: [".h"]) }.map {
        String($0.file.split(separator: "/").last ?? "")
      })
    let files = try Self.sources(of: module, ending: [".c", ".h"])
    #expect(!files.isEmpty)
    for (file, text) in files {
      let included = Set(text.matches(of: /(?m)^#include "(.+)"/).map { String($0.1) })
      #expect(included.subtracting(allowed).isEmpty, "\(module)/\(file) includes \(included)")
    }
  }

  @Test func `Yams is read in two files of Regulation`() throws {
    let files = try Self.sources(of: "Regulation").filter { $0.text.contains("import Yams") }
    #expect(Set(files.map(\.file)).isSubset(of: ["RuleFile.swift", "Rulebook.swift"]))
  }

  @Test func `reconciliation holds no number of its own`() throws {
    for (file, text) in try Self.sources(of: "Reconciliation") {
      let code = Self.withoutCommentsAndStrings(text)
      let numbers = code.matches(of: /\b\d[\d_.]*/).map { String($0.0) }
        .filter { !["0", "1"].contains($0) }
      #expect(
        numbers.isEmpty, "\(file): \(numbers) belongs in Sources/Regulation/Rules, with a citation")
    }
  }

  @Test func `one door to GSL`() throws {
    for module in Self.mayImport.keys where module != "Probability" {
      for (file, text) in try Self.sources(of: module) {
        #expect(!text.contains(/\bgsl_/), "\(module)/\(file) reaches past Probability")
      }
    }
  }

  @Test func `no attic: no file is named for what it cannot name`() throws {
    let refused = ["manager", "helper", "util", "service", "common", "core", "misc"]
    for module in Self.mayImport.keys {
      for (file, _) in try Self.sources(of: module) {
        let words = file.matches(of: /[A-Z]?[a-z]+/).map { $0.0.lowercased() }
        #expect(!refused.contains { words.contains($0) }, "\(module)/\(file)")
      }
    }
  }

  @Test func `nothing names a path of one machine`() throws {
    for module in Self.mayImport.keys {
      for (file, text) in try Self.sources(of: module) {
        #expect(!text.contains(/"\/(work|home|root|Users)\//), "\(module)/\(file)")
      }
    }
  }

  @Test func `the unsafe corners are few and each says why`() throws {
    var corners: [String] = []
    for module in Self.mayImport.keys.sorted() {
      for (file, text) in try Self.sources(of: module)
      where text.contains("nonisolated(unsafe)") || text.contains("@unchecked Sendable") {
        corners.append("\(module)/\(file)")
        #expect(text.contains("Unsafe only to the compiler"), "\(module)/\(file)")
      }
    }
    #expect(corners.count <= 6, "\(corners)")
  }

  // MARK: - Reading the sources

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func sources(
    of module: String, ending: [String] = [".swift"]
  ) throws -> [(file: String, text: String)] {
    let folder = root.appending(path: "Sources/\(module)")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { file in ending.contains { file.hasSuffix($0) } }
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  static func withoutCommentsAndStrings(_ text: String) -> String {
    text.replacing(/\/\/.*/, with: "").replacing(/"[^"\n]*"/, with: "")
      .replacing(/\$\d/, with: "$")
  }
}

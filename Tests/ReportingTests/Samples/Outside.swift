import Foundation

/// Programs this project did not write, used to judge its files.
enum Outside {
  static let python = find("python3")
  static let chromium = find("chromium") ?? find("google-chrome")
  static let pdftotext = find("pdftotext")
  static let pdfinfo = find("pdfinfo")
  static let soffice = find("soffice")
  /// With python-pptx, openpyxl and openxml-audit, where the README's test command put them.
  static let officePython = ofCheckout(".build-venv/bin/python3")
  static let audit = ofCheckout(".build-venv/bin/openxml-audit")

  /// Whether slow programs judge every sample.
  static let judgesAll = ProcessInfo.processInfo.environment["GLIDEPATH_EVERY_DECK"] != nil

  /// Samples that slow programs judge: four of them, or every one where GLIDEPATH_EVERY_DECK is set.
  static func judged(_ names: [String]) -> [String] {
    judgesAll
      ? names
      : names.filter { ["seven", "hostile", "ruinous", "rural-first-agreement"].contains($0) }
  }

  private static func ofCheckout(_ path: String) -> String? {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(path).path
    return FileManager.default.isExecutableFile(atPath: file) ? file : nil
  }

  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program, with changes to the environment, and returns what it printed and how it ended.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (out: String, status: Int32) {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }

  /// A fresh folder that is removed when `body` ends.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("glidepath-reporting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}

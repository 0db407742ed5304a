import Foundation

/// The built program, run as its users run it.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test runner, where the build puts both.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "glidepath")

  static func process(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL = root
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs to the end. Output goes through files, so that no pipe can fill.
  static func run(
    _ arguments: String..., environment: [String: String] = [:], in folder: URL = root
  ) throws -> Command {
    try run(arguments, environment: environment, in: folder)
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL = root
  ) throws -> Command {
    try finish(process(arguments, environment: environment, in: folder))
  }

  /// Runs a line of shell in which `$glidepath` is the program.
  static func shell(_ line: String, in folder: URL = root) throws -> Command {
    let shell = process(["-c", line], environment: ["glidepath": program.path], in: folder)
    shell.executableURL = URL(filePath: "/bin/bash")
    return try finish(shell)
  }

  private static func finish(_ process: Process) throws -> Command {
    try inTemporaryFolder { scratch in
      let files = ["output", "errors"].map { scratch.appending(path: $0) }
      for file in files { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: files[0])
      process.standardError = try FileHandle(forWritingTo: files[1])
      try process.run()
      process.waitUntilExit()
      let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
      return Command(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
  }

  /// The sentences on standard error.
  var faults: [Substring] { errors.split(separator: "\n") }
}

/// A folder that is gone when `body` has returned.
func inTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The names in a folder and below it, in order; empty where there is no folder.
func names(in folder: URL) -> [String] {
  ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
}

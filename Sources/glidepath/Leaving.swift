import ArgumentParser
import Evidence
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

/// How the program ends when it cannot go on: one sentence for each fault on standard error, and a
/// status that says what kind of fault it was.
enum Leaving {
  static let badInput = ExitCode(65)
  static let missingInput = ExitCode(66)
  static let internalFault = ExitCode(70)
  static let cannotWrite = ExitCode(CannotWrite.exitCode)
  static let interrupted = ExitCode(130)

  /// Runs `body`, and turns what it throws into sentences and a status.
  static func onFault(_ body: () throws -> Void) throws {
    do {
      holdStandardDescriptors()
      Interruption.watch()
      try Misuse.tell()
      try body()
    } catch let problems as Problems {
      for problem in problems.all { say(problem.description) }
      throw badInput
    } catch let missing as ScenarioFileMissing {
      say(missing.description)
      throw missingInput
    } catch let fault as ManifestFault {
      say(fault.description)
      throw fault.isMissing ? missingInput : badInput
    } catch let fault as KeptRunFault {
      say(fault.description)
      throw fault.isMissing ? missingInput : badInput
    } catch let faults as PartialFaults {
      for fault in faults.all { say(fault.description) }
      throw faults.all.allSatisfy(\.isMissing) ? missingInput : badInput
    } catch let fault as CannotWrite {
      say(fault.description)
      throw cannotWrite
    } catch let stopped as Interrupted {
      say(stopped.description)
      throw interrupted
    } catch let code as ExitCode {
      throw code
    } catch let misuse as Misuse {
      for sentence in misuse.sentences { say("Error: \(sentence)") }
      throw ExitCode.validationFailure
    } catch let misuse as ValidationError {
      say("Error: \(misuse.message)")
      throw ExitCode.validationFailure
    } catch {
      try leaveOnFaultOfInput(error)
      say("Internal fault, please report it: \(error)")
      throw internalFault
    }
  }

  /// The same of each of several, so that the faults of all are told; the status is that of the first.
  /// What cannot be written ends it at once.
  static func onFault<Item>(ofEach items: [Item], _ body: (Item) throws -> Void) throws {
    var first: ExitCode?
    for item in items {
      do {
        try onFault { try body(item) }
      } catch let code as ExitCode {
        if code == cannotWrite { throw code }
        first = first ?? code
      }
    }
    if let first { throw first }
  }

  /// What a file's content, or rules asked for a year they do not have, can be wrong by.
  private static func leaveOnFaultOfInput(_ error: any Error) throws {
    switch error {
    case let faults as PublicUseProblems: faults.problems.map(\.description).forEach(say)
    case let fault as CaseFault: say(fault.description)
    case let fault as NotInForce: say(fault.description)
    case let problems as SlideTemplateProblems: problems.sentences.forEach(say)
    default: return
    }
    throw badInput
  }

  /// What is wrong with one scenario of many, a sentence each.
  static func sentences(of error: any Error) -> [String] {
    switch error {
    case let problems as Problems: problems.all.map(\.description)
    case let problems as PublicUseProblems: problems.problems.map(\.description)
    default: ["\(error)"]
    }
  }

  /// One line on standard error: what ends a line within it, such as in a file's name, is shown.
  static func say(_ line: String) {
    let shown = line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "\u{FFFD}")
    // Nobody is left to tell where standard error itself cannot be written.
    _ = put(printable(shown + "\n"), in: STDERR_FILENO)
  }
}

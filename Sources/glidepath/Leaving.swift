import ArgumentParser
import Foundation
import Projection
import Reporting
import Scenarios

/// How the program ends when it cannot go on: one sentence for each fault on standard error, and a
/// status that says what kind of fault it was.
enum Leaving {
  static let badInput = ExitCode(65)
  static let missingInput = ExitCode(66)
  static let internalFault = ExitCode(70)
  static let cannotWrite = ExitCode(73)
  static let interrupted = ExitCode(130)

  /// Runs `body`, and turns what it throws into sentences and a status.
  static func onFault(_ body: () throws -> Void) throws {
    do {
      Interruption.watch()
      try body()
    } catch let problems as Problems {
      for problem in problems.all { say(problem.description) }
      throw badInput
    } catch let missing as ScenarioFileMissing {
      say(missing.description)
      throw missingInput
    } catch let fault as CannotWrite {
      say(fault.description)
      throw cannotWrite
    } catch is Interrupted {
      say("Interrupted; nothing was left half-written.")
      throw interrupted
    } catch let code as ExitCode {
      throw code
    } catch let misuse as ValidationError {
      throw misuse
    } catch let fault as CustomStringConvertible & Error {
      say(fault.description)
      throw badInput
    }
  }

  /// One line on standard error.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

/// Standard output. A reader that has gone away (a closed pipe) ends the program quietly.
func show(_ text: String) {
  FileHandle.standardOutput.write(Data(text.utf8))
}

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
    _ = send(line + "\n", to: STDERR_FILENO)
  }
}

/// Writes all of `text` to standard output.
///
/// A reader that has gone away ends the program as it ends any filter; an output that cannot take
/// the text (a full disk) is said in one sentence, with status 73.
func show(_ text: String) throws {
  guard let fault = send(text, to: STDOUT_FILENO) else { return }
  Leaving.say("Standard output cannot be written: \(fault).")
  throw Leaving.cannotWrite
}

/// Writes all of `text`; what stood in the way, or `nil` where nothing did.
func send(_ text: String, to descriptor: Int32) -> String? {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno != EINTR { return String(cString: strerror(errno)) }
    bytes = bytes.dropFirst(max(0, written))
  }
  return nil
}

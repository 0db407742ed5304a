import Foundation
import Scenarios

/// Results, on standard output.
///
/// A reader that has gone away (a closed pipe) ends the program as the signal of a closed pipe
/// would, in silence, also where that signal is ignored.
///
/// - Throws: `ExitCode`, after one sentence, where standard output cannot take the text.
func show(_ text: String) throws { try show(bytes: printable(text)) }

/// The same, of text that holds no control characters but line ends.
func show(bytes: [UInt8]) throws {
  guard let code = put(bytes, in: STDOUT_FILENO) else { return }
  if code == EPIPE {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }
  Leaving.say("Standard output cannot be written: \(String(cString: strerror(code))).")
  throw Leaving.cannotWrite
}

/// The text without control characters but line ends, and without what turns it: a title is its
/// author's, and may not steer the terminal of whoever reads it.
func printable(_ text: String) -> [UInt8] {
  var kept = String.UnicodeScalarView()
  let scalars = text.unicodeScalars
  for place in scalars.indices {
    let scalar = scalars[place]
    let next = scalars.index(after: place)
    let endsLine = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
    let isPlain = scalar.properties.generalCategory != .control && !scalar.turnsText
    if scalar == "\n" || endsLine || isPlain { kept.append(scalar) }
  }
  return Array(String(kept).utf8)
}

/// Where the program was started with standard input, output or error closed, nothing it opens may
/// take their place and be written to in their stead: each is held, and cannot be written.
func holdStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", O_RDONLY)  // Takes the lowest that is free, which is this one.
  }
}

/// Writes all bytes; the error number where that fails.
func put(_ bytes: [UInt8], in file: Int32) -> Int32? {
  var left = bytes[...]
  while !left.isEmpty {
    let count = left.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count >= 0 {
      left = left.dropFirst(count)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

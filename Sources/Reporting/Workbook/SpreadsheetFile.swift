import CXlsxWriter
import Foundation

/// A workbook being written, the one door to libxlsxwriter.
///
/// The library writes to a file of its own in the temporary folder, which is gone whatever happens;
/// `bytes()` closes the workbook and gives what it holds. The same cells give the same bytes.
final class SpreadsheetFile {
  let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private let folder: String
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private var sheetNames: Set<String> = []
  private var isOpen = true
  /// Bytes its cells take at most, before they are packed.
  private var room = 300_000
  /// The first thing the library refused.
  private var refusal: lxw_error?

  /// - Parameter folder: for temporary files.
  /// - Throws: `CannotWrite` where nothing can be written there.
  init(
    title: String = "", folder: String = TemporaryFolder.path
  ) throws(CannotWrite) {
    self.folder = folder
    path = try TemporaryFolder.newFile(in: folder)
    guard let book = Self.open(path, folder) else {
      unlink(path)
      throw CannotWrite(temporaryIn: folder, errno: ENOMEM)
    }
    self.book = book
    setProperties(title: title)
  }

  deinit {
    if isOpen { lxw_workbook_free(book) }
    unlink(path)
  }

  private static func open(_ path: String, _ folder: String) -> UnsafeMutablePointer<lxw_workbook>?
  {
    folder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
  }

  /// A creation date that is never the clock's: 1 January 2020.
  private func setProperties(title: String) {
    Names.clamped(title, to: 200).withCString { text in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: text)
      properties.created = 1_577_836_800
      check(workbook_set_properties(book, &properties))
    }
  }

  /// A further sheet; its name is made one that spreadsheets accept and that no other sheet has.
  func sheet(_ name: String) throws(CannotWrite) -> Sheet {
    let valid = Self.sheetName(name, besides: sheetNames)
    sheetNames.insert(valid.lowercased())
    guard let sheet = workbook_add_worksheet(book, valid) else {
      throw CannotWrite(temporaryIn: folder, errno: ENOMEM)
    }
    return Sheet(name: valid, file: self, sheet: sheet)
  }

  /// At most 31 characters, none of `[]:*?/\`, no apostrophe at an end, not `History`.
  static func sheetName(_ name: String, besides taken: Set<String>) -> String {
    let kept = Names.clamped(name, to: 200).filter { !"[]:*?/\\'".contains($0) }
    let base = kept.isEmpty || kept.lowercased() == "history" ? "Sheet" : kept
    for number in 1... {
      let end = number == 1 ? "" : " \(number)"
      var start = base
      while start.utf16.count + end.utf16.count > 31 { start.removeLast() }
      if !taken.contains((start + end).lowercased()) { return start + end }
    }
    return base
  }

  /// The library's own format of this look; each look is made once.
  func format(_ format: CellFormat?) -> UnsafeMutablePointer<lxw_format>? {
    guard let format else { return nil }
    if let made = formats[format] { return made }
    let made = workbook_add_format(book)
    format.apply(to: made)
    formats[format] = made
    return made
  }

  /// Notes what the library answered; `bytes()` throws the first refusal.
  func check(_ outcome: lxw_error, room bytes: Int = 0) {
    room += bytes
    if outcome != LXW_NO_ERROR, refusal == nil { refusal = outcome }
  }

  /// Closes the workbook and gives its bytes; nothing can be written to it afterwards.
  func bytes() throws(CannotWrite) -> Data {
    precondition(isOpen, "a workbook is closed once")
    try reserve()
    isOpen = false
    errno = 0
    let outcome = workbook_close(book)
    let code = errno
    if let failed = refusal ?? (outcome == LXW_NO_ERROR ? nil : outcome) {
      guard code == 0 || failed == refusal else {
        throw CannotWrite(temporaryIn: folder, errno: code)
      }
      throw CannotWrite(path: "a workbook", reason: String(cString: lxw_strerror(failed)))
    }
    guard let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else {
      throw CannotWrite(temporaryIn: folder, errno: EIO)
    }
    return bytes
  }

  /// Makes sure that there is room: the library does not notice when a sheet's own temporary file
  /// stays short, and would pack half a sheet.
  private func reserve() throws(CannotWrite) {
    let file = Foundation.open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw CannotWrite(temporaryIn: folder, errno: errno) }
    let code = posix_fallocate(file, 0, off_t(2 * room))
    _ = ftruncate(file, 0)
    close(file)
    guard code == 0 else { throw CannotWrite(temporaryIn: folder, errno: code) }
  }
}

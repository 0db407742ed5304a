import Foundation

extension ReportFolder {
  /// Whether the file system has room for a kept run, asked before a long run begins; an older one is
  /// replaced only when the new one stands, so both must fit.
  ///
  /// - Throws: `CannotWrite`, with what is needed and what is free.
  public func probeRoom(forTrials trials: Int, options: Int) throws(CannotWrite) {
    let needed = PaymentBlocks.bytes(trials: trials, options: options)
    guard let free = freeBytes, free < needed else { return }
    throw CannotWrite(
      path: "\(path)/\(RunDatabase.name)",
      reason: "it takes about \(Self.megabytes(needed)) and \(Self.megabytes(free)) are free")
  }

  /// Of the file system that the folder, or the first of those above it that is there, is on.
  private var freeBytes: Int? {
    var url = URL(fileURLWithPath: path)
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
      url.deleteLastPathComponent()
    }
    var facts = statvfs()
    guard statvfs(url.path, &facts) == 0 else { return nil }
    let (bytes, isBeyond) = Int(facts.f_bavail).multipliedReportingOverflow(by: Int(facts.f_frsize))
    return isBeyond ? nil : bytes
  }

  /// `2,829 MB`.
  private static func megabytes(_ bytes: Int) -> String {
    DecimalText.grouped(bytes / 1_000_000) + " MB"
  }
}

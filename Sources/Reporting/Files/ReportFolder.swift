import Foundation

/// A folder of one run's files, whole or plainly incomplete: `run.json` is removed first and
/// written last, and no file is ever half-written under its final name.
public struct ReportFolder: Hashable, Sendable {
  public var path: String
  public init(path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Writes all files and then the manifest with their digests.
  ///
  /// Temporaries of an earlier, killed run are removed. Where anything fails, this run's
  /// temporaries are removed too, and so is the folder where this run made it and it is empty.
  /// Throws `CannotWrite`, and `Interrupted` where a file that draws itself up is interrupted.
  ///
  /// - Parameter drawnUp: A file too large for memory, which writes itself under the path it is
  ///   given.
  public func write(
    _ files: [(name: String, bytes: Data)],
    drawnUp: (name: String, write: (_ path: String) throws -> Void)? = nil, manifest: RunManifest
  ) throws {
    let files =
      files.map { WholeFile(folder: path, name: $0.name, content: .bytes($0.bytes)) }
      + (drawnUp.map { [WholeFile(folder: path, name: $0.name, content: .drawnUp($0.write))] } ?? [])
    for name in files.map(\.name) where !Self.isNameOfFile(name) {
      throw CannotWrite(path: path + "/" + name, reason: "it is not the name of a file")
    }
    let made = try makeFolders()
    do {
      let folder = try lock()
      defer { close(folder) }
      removeLeftovers()
      try replace(files, manifest: manifest, folder: folder)
    } catch {
      for folder in made.reversed() { _ = rmdir(folder) }
      throw error
    }
  }

  /// Whether the folder could be written now: what a long run asks before it begins. Leaves
  /// nothing behind, and makes no folder that another run may be about to use.
  public func probe() throws(CannotWrite) {
    var standing = path.hasPrefix("/") ? "/" : "."
    for part in path.split(separator: "/") {
      var facts = stat()
      guard stat("\(standing)/\(part)", &facts) == 0 else {
        guard errno == ENOENT else { throw CannotWrite(path: path, errno: errno) }
        break
      }
      standing += "/\(part)"
    }
    var name = Array("\(standing)/.glidepath-probe-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw CannotWrite(path: path, errno: errno) }
    rmdir(name)
  }

  /// Refuses a folder that holds a whole report which another run may not replace: its files would be
  /// lost.
  ///
  /// - Parameter isOwn: Whether a report that is there is one that this run may replace.
  public func refuseReport(unless isOwn: (RunManifest) -> Bool) throws(CannotWrite) {
    guard let before = try? RunManifest(of: self), !isOwn(before) else { return }
    throw CannotWrite(path: path, reason: "it holds the report of \(before.scenarioName)")
  }

  /// Whether a name can stand in a report folder: no path, and nothing hidden.
  static func isNameOfFile(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.hasPrefix(".") && !name.contains("\0")
  }

  private func replace(_ files: [WholeFile], manifest: RunManifest, folder: Int32) throws {
    let temporaries =
      files + [WholeFile(folder: path, name: RunManifest.name, content: .bytes(.init()))]
    do {
      var manifest = manifest
      for file in files {
        try file.writeBeside()
        manifest.outputs[file.name] = try file.digest()
      }
      let last = WholeFile(folder: path, name: RunManifest.name, content: .bytes(manifest.bytes))
      try last.writeBeside()
      let before = (try? RunManifest(of: self))?.outputs.keys.sorted() ?? []
      try removeManifest()
      // What only the run before wrote would stand beside a report that it is not of.
      for name in before where manifest.outputs[name] == nil && Self.isNameOfFile(name) {
        _ = unlink("\(path)/\(name)")
      }
      _ = fsync(folder)
      for file in files { try file.moveIntoPlace() }
      _ = fsync(folder)
      try last.moveIntoPlace()
      _ = fsync(folder)
    } catch {
      for file in temporaries { file.removeTemporary() }
      throw error
    }
  }

  private func removeManifest() throws(CannotWrite) {
    let manifest = path + "/" + RunManifest.name
    guard unlink(manifest) == 0 || errno == ENOENT else {
      throw CannotWrite(path: manifest, errno: errno)
    }
  }

  /// Makes every folder of the path that is missing; returns those it made, outermost first. Again where
  /// another run, which failed, took away one that it had made.
  private func makeFolders() throws(CannotWrite) -> [String] {
    for _ in 0..<20 {
      do throws(CannotWrite) {
        return try makeMissingFolders()
      } catch {
        guard error == CannotWrite(path: path, errno: ENOENT) else { throw error }
      }
    }
    return try makeMissingFolders()
  }

  private func makeMissingFolders() throws(CannotWrite) -> [String] {
    var made: [String] = []
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      folder += "/" + part
      if mkdir(folder, 0o755) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        let code = errno
        var facts = stat()
        if stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR { continue }
        for folder in made.reversed() { _ = rmdir(folder) }
        throw CannotWrite(path: path, errno: code)
      }
    }
    return made
  }

  /// Opens the folder and holds it against a second run; the hold ends with the descriptor, so a
  /// killed run leaves none. File systems without locks are written without one.
  private func lock() throws(CannotWrite) -> Int32 {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw CannotWrite(path: path, errno: errno) }
    if flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(folder)
      throw CannotWrite(path: path, errno: EWOULDBLOCK)
    }
    return folder
  }

  private func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasPrefix(WholeFile.temporaryPrefix) {
      _ = unlink(path + "/" + name)
    }
  }
}

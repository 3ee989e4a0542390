import Glibc

/// A published folder held against its manifest.
package struct Verification: Sendable, Hashable {
  /// How many files the manifest tells of.
  package var count: Int
  package var missing: [String] = []
  package var changed: [String] = []
  /// What lies there and is not told of; links and pipes too.
  package var extra: [String] = []

  package init(count: Int) { self.count = count }

  package var isSound: Bool { missing.isEmpty && changed.isEmpty && extra.isEmpty }
}

/// Holds a folder against its manifest: every file is read, nothing is written.
///
/// Left out are `.git` and an empty `.gitkeep`, which are git's.
package func verify(_ path: String) async throws(OutputProblem) -> Verification {
  let root = try opened(path)
  if let holder = OutputLock.heldBy(root) { throw .locked(path: path, by: holder) }
  let manifest = try manifest(of: root, path)
  var verification = Verification(count: manifest.entries.count)
  let states = await inParallel(manifest.entries) { state(of: $0, in: path) }
  for (entry, state) in zip(manifest.entries, states) {
    switch state {
    case .whole: continue
    case .missing: verification.missing.append(entry.path)
    case .changed: verification.changed.append(entry.path)
    }
  }
  do throws(SystemError) {
    let known = Set(manifest.entries.map(\.path))
    try list(root, "", depth: 0, except: known, into: &verification.extra)
  } catch {
    throw .refused(path: path, code: error.code)
  }
  return verification
}

private func opened(_ path: String) throws(OutputProblem) -> Descriptor {
  do throws(SystemError) {
    return try Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  } catch {
    throw .refused(path: path, code: error.code)
  }
}

private func manifest(
  of root: borrowing Descriptor, _ path: String
) throws(OutputProblem) -> Manifest {
  let bytes: [UInt8]
  do throws(SystemError) {
    bytes = try root.open(Manifest.path, O_RDONLY | O_NONBLOCK).read()
  } catch {
    throw error.code == ENOENT
      ? .noManifest(path) : .refused(path: path + "/" + Manifest.path, code: error.code)
  }
  guard let manifest = Manifest(decoding: bytes) else { throw .damagedManifest(path) }
  return manifest
}

private enum FileState {
  case whole, missing, changed
}

private func state(of entry: Manifest.Entry, in path: String) -> FileState {
  let file: Descriptor
  do throws(SystemError) {
    file = try Descriptor(
      open(path + "/" + entry.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  } catch {
    return error.code == ENOENT || error.code == ENOTDIR ? .missing : .changed
  }
  guard let status = try? file.status(), status.isFile, status.st_size == entry.count,
    let bytes = try? file.read(), Digest(of: bytes) == entry.digest
  else { return .changed }
  return .whole
}

private func list(
  _ folder: borrowing Descriptor, _ path: String, depth: Int, except known: Set<String>,
  into extra: inout [String]
) throws(SystemError) {
  for name in try folder.names() {
    let inner = path.isEmpty ? name : path + "/" + name
    guard let status = folder.status(of: name) else { continue }
    if inner == Manifest.path || inner == ".git" || known.contains(inner) { continue }
    if inner == ".gitkeep", status.isFile, status.st_size == 0 { continue }
    if status.isFolder, depth < 64 {
      try list(
        folder.open(name, O_RDONLY | O_DIRECTORY), inner, depth: depth + 1, except: known,
        into: &extra)
    } else {
      extra.append(inner)
    }
  }
}

extension Templates {
  /// Every file of the templates that the binary carries, by its name in their folder: what a department copies out and
  /// changes.
  package static var builtInFiles: [(name: String, bytes: [UInt8])] {
    (Name.allCases.map { ($0.file, $0.builtIn) } + builtInAssets.map { ($0.path, $0.bytes) })
      .sorted { $0.0 < $1.0 }.map { (name: $0.0, bytes: $0.1) }
  }
}

extension Templates {
  /// Every template that the binary carries, by the name of its file: what a department copies out and changes.
  package static var builtInFiles: [(name: String, bytes: [UInt8])] {
    (Name.allCases.map { ($0.file, $0.builtIn) } + [("style.css", PackageResources.style_css)])
      .sorted { $0.0 < $1.0 }.map { (name: $0.0, bytes: $0.1) }
  }
}

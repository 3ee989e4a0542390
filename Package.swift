// swift-tools-version: 6.2
import PackageDescription

/// One layer a target: a target exists to forbid an import.
///
/// Arrows run one way, from `acta` down.
let package = Package(
  name: "acta",
  products: [.executable(name: "acta", targets: ["acta"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDigest", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // How the C library keeps memory: its header is in no module of Swift's own.
    .systemLibrary(name: "CMalloc"),

    .target(name: "ActaDiagnostics"),
    .target(name: "ActaModel", dependencies: ["ActaDiagnostics"]),
    .target(name: "ActaLanguage", dependencies: ["ActaDiagnostics", "ActaModel"]),
    .target(
      name: "ActaParser",
      dependencies: [
        "ActaDiagnostics", "ActaModel", "ActaLanguage", "CCMark",
        .product(name: "Yams", package: "Yams"),
      ],
      // The archives, not the shared objects: the binary must run where cmark-gfm is not installed.
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a"),
      ]),
    .target(name: "ActaRules", dependencies: ["ActaDiagnostics", "ActaModel", "ActaLanguage"]),
    .target(
      name: "ActaRender",
      dependencies: ["ActaDiagnostics", "ActaModel", "ActaLanguage", "CZlib"],
      // A link to the folder at the top, so that the binary carries the templates that a department copies.
      resources: [.embedInCode("Templates")],
      linkerSettings: [.linkedLibrary(":libz.a")]),
    .target(
      name: "ActaCompiler",
      dependencies: [
        "ActaDiagnostics", "ActaModel", "ActaLanguage", "ActaParser", "ActaRules", "ActaRender",
        "CDigest",
      ],
      linkerSettings: [.linkedLibrary(":libnettle.a")]),
    .executableTarget(
      name: "acta",
      dependencies: [
        "ActaDiagnostics", "ActaModel", "ActaLanguage", "ActaParser", "ActaRules", "ActaRender",
        "ActaCompiler", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),

    // What is fuzzed, and replayed by the tests.
    .target(
      name: "ActaFuzz",
      dependencies: [
        "ActaDiagnostics", "ActaModel", "ActaLanguage", "ActaParser", "ActaRender", "ActaCompiler",
      ]),

    .testTarget(
      name: "ActaLanguageTests", dependencies: ["ActaDiagnostics", "ActaModel", "ActaLanguage"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ActaTests",
      dependencies: [
        "ActaDiagnostics", "ActaModel", "ActaLanguage", "ActaParser", "ActaRules", "ActaRender",
        "ActaCompiler", "ActaFuzz",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// Links with libFuzzer alone (`make fuzz`), which brings a `main` of its own.
if Context.environment["ACTA_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["ActaFuzz"], path: "Fuzz", exclude: ["corpus"],
      sources: ["Fuzz.swift"],
      // Gold breaks down over what the sanitizers bring.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}

import ActaModel
import Foundation
import Testing

@testable import ActaRender

/// The faces that the tests print with, and what other programs make of a PDF.
enum PDFSupport {
  static let folder = "/usr/share/fonts/truetype/liberation2/"

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + name + ".ttf")))
  }

  static func face(_ name: String) throws -> TrueTypeFace { try TrueTypeFace(bytes(name)) }

  static let faces: Result<PrintFaces, any Error> = Result {
    PrintFaces(
      try face("LiberationSerif-Regular"),
      [
        .bold: try face("LiberationSerif-Bold"), .italic: try face("LiberationSerif-Italic"),
        .boldItalic: try face("LiberationSerif-BoldItalic"),
        .fixed: try face("LiberationMono-Regular"),
      ])
  }

  /// What `pdftotext` reads, in the order of the page's marks.
  static func text(of pdf: [UInt8], _ options: String...) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "acta-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(pdf).write(to: path)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = options + ["-enc", "UTF-8", path.path(percentEncoded: false), "-"]
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    let data = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The content of all streams and objects, unpacked by another program where it is there; the file as text else.
  static func unpacked(_ pdf: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appending(path: "acta-\(UUID().uuidString).pdf")
    let out = folder.appending(path: "acta-\(UUID().uuidString).txt")
    defer {
      try? FileManager.default.removeItem(at: path)
      try? FileManager.default.removeItem(at: out)
    }
    try Data(pdf).write(to: path)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/qpdf")
    process.arguments = [
      "--qdf", "--object-streams=disable", path.path(percentEncoded: false),
      out.path(percentEncoded: false),
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: out), as: UTF8.self)
  }

  /// The words of a text whose parted words are put together again.
  static func words(_ text: String) -> [String] {
    var joined = text
    for end in ["\u{AD}\n", "\u{AD} \n", "\u{AD}\u{0C}"] {
      joined = joined.replacingOccurrences(of: end, with: "")
    }
    return SourceWords.split(joined)
  }
}

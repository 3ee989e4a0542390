import Foundation
import Testing

private let order =
  "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n"
  + "ПРИКАЗЫВАЮ:\n\n1. Сделать  дело (далее - Дело) дело дело.\n"

@Suite(.serialized) struct FixCommandTests {
  /// Runs `acta check` over one order and gives back what it printed and what became of the file.
  private func check(_ arguments: String...) throws -> (status: Int32, out: String, file: String) {
    var result: (Int32, String, String) = (-1, "", "")
    try withFolder { folder in
      let file = folder.appending(path: "order.md")
      try Data(order.utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: file.path(percentEncoded: false))
      let path = folder.path(percentEncoded: false)
      let run =
        switch arguments.count {
        case 0: try acta("check", path)
        case 1: try acta("check", arguments[0], path)
        default: try acta("check", arguments[0], arguments[1], path)
        }
      result = (run.status, run.out, try String(contentsOf: file, encoding: .utf8))
      let attributes = try FileManager.default.attributesOfItem(
        atPath: file.path(percentEncoded: false))
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(names == ["order.md"])
    }
    return result
  }

  @Test func `without the option nothing is written`() throws {
    #expect(try check().file == order)
  }

  @Test func `safe fixes are written, unsafe ones only when asked for`() throws {
    #expect(try check("--fix").file.contains("Сделать дело (далее – Дело) дело дело."))
    #expect(try check("--fix=unsafe").file.contains("Сделать дело (далее – Дело) дело."))
    #expect(try check("--fix=чужое").status == 2)
  }

  @Test func `a diff is shown and nothing is written`() throws {
    let run = try check("--fix=unsafe", "--diff")
    #expect(run.file == order)
    #expect(run.out.contains("-1. Сделать  дело (далее - Дело) дело дело.\n"))
    #expect(run.out.contains("+1. Сделать дело (далее – Дело) дело.\n"))
    #expect(run.status == 0)
  }
}

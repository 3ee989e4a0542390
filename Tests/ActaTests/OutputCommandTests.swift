import Foundation
import Testing

private let warning =
  "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n"
  + "ПРИКАЗЫВАЮ:\n\n1. Сделать не позднее 30 марта 2024 г.\n"

@Suite(.serialized) struct OutputCommandTests {
  @Test func `the exit status follows --strict and --fail-on`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      try Data(warning.utf8).write(to: folder.appending(path: "order.md"))
      #expect(try acta("check", path).status == 0)
      #expect(try acta("check", path, "--strict").status == 1)
      #expect(try acta("check", path, "--strict").out.contains("ошибка[deadline/"))
      #expect(try acta("check", path, "--fail-on", "warning").status == 1)
      #expect(try acta("check", path, "--fail-on", "warning").out.contains("предупреждение["))
      #expect(try acta("check", path, "--fail-on", "note").status == 1)
      #expect(try acta("check", path, "--strict", "--fail-on", "never").status == 0)
      #expect(try acta("check", path, "--fail-on", "иногда").status == 2)
    }
  }

  @Test func `a check writes any number of reports, whole, and fails all the same`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      try Data((warning + "\n3. Третий.\n").utf8).write(to: folder.appending(path: "order.md"))
      let run = try acta(
        "check", path, "--report", "sarif=\(path)/вывод/a.sarif", "--report",
        "junit=\(path)/a.xml")
      #expect(run.status == 1 && run.out.contains("ошибка[numbering/gap]"))
      let sarif = try Data(contentsOf: folder.appending(path: "вывод/a.sarif"))
      #expect(try JSONSerialization.jsonObject(with: sarif) is [String: Any])
      #expect(
        try acta("check", path, "--format", "sarif").out == String(decoding: sarif, as: UTF8.self))
      #expect(try acta("check", path, "--report", "pdf=a.pdf").status == 2)
      #expect(try acta("check", path, "--report", "sarif=/proc/нет/a.sarif").status == 74)
    }
  }

  @Test func `reports name files from the root of the git repository, the screen from here`() throws
  {
    try withFolder { folder in
      let acts = folder.appending(path: "pravo/akty")
      for place in [acts, folder.appending(path: ".git")] {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      try Data(warning.utf8).write(to: acts.appending(path: "order.md"))
      let path = acts.path(percentEncoded: false)
      #expect(
        try acta("check", path, "--format", "github").out.contains("file=pravo/akty/order.md,"))
      #expect(
        try acta("check", path, "--format", "codequality").out.contains(
          "\"path\": \"pravo/akty/order.md\""))
      #expect(
        try acta("check", path, "--format", "jsonl").out.contains("\"file\":\"\(path)/order.md\""))
    }
  }

  @Test func `a baseline is written, held against, and refused where it is none`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      let (order, base) = (folder.appending(path: "order.md"), path + "/known.txt")
      try Data((warning + "\n3. Третий.\n").utf8).write(to: order)
      #expect(try acta("check", path, "--baseline", base).status == 74)
      #expect(try acta("check", path, "--write-baseline", base).status == 0)
      let known = try acta("check", path, "--baseline", base, "--strict")
      #expect(known.status == 0 && known.out.isEmpty && known.err.contains("не показаны: "))
      try Data((warning + "\n2. Второй.\n\n4. Четвёртый.\n").utf8).write(to: order)
      let changed = try acta("check", path, "--baseline", base)
      #expect(changed.status == 1 && changed.err.contains("numbering/gap «3.»"))
      #expect(try acta("check", path + "/order.md", "--baseline", base).status == 1)
      #expect(try acta("check", path, "--baseline", base, "--write-baseline", base).status == 2)
      try Data("[]".utf8).write(to: URL(filePath: base))
      let damaged = try acta("check", path, "--baseline", base)
      #expect(damaged.status == 2 && damaged.err.contains("known.txt:1: это не база"))
    }
  }
}

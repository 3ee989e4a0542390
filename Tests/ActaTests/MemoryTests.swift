import ActaDiagnostics
import Synchronization
import Testing

@testable import ActaCompiler
@testable import ActaRender

/// A folder in memory that lasts from run to run, as that of `acta serve` does.
private final class LastingTarget: OutputTarget {
  private let state = Mutex<(files: [String: [UInt8]], seen: Set<String>, made: Set<String>)>(
    ([:], [], []))

  func put(_ file: SiteFile) -> Digest {
    state.withLock {
      $0.files[file.path] = file.bytes
      $0.seen.insert(file.path)
      $0.made.insert(file.path)
    }
    return Digest(of: file.bytes)
  }

  func keep(_ path: String, digest: Digest) -> Bool {
    state.withLock {
      guard let bytes = $0.files[path], Digest(of: bytes) == digest else { return false }
      $0.seen.insert(path)
      return true
    }
  }

  /// Ends a run, and forgets what it did not see; the paths that were made, and all files.
  func end() -> (made: Set<String>, files: [String: [UInt8]]) {
    state.withLock { state in
      let seen = state.seen
      state.files = state.files.filter { seen.contains($0.key) }
      defer { (state.seen, state.made) = ([], []) }
      return (state.made, state.files)
    }
  }
}

private struct Change: Sendable, CustomTestStringConvertible {
  var name: String
  /// The file and what stands there now, what it is to be; an empty word for the whole file.
  var path: String
  var old = ""
  var new: String?
  /// What must be made anew, by the beginning of the path.
  var makes: [String] = []
  /// What must be left alone.
  var leaves: [String] = []

  var testDescription: String { name }
}

private let files: [String: String] = [
  "acta.yml": "сайт:\n  название: Акты\n  адрес: https://akty.example\n",
  "a/order.md":
    "---\nвид: приказ\nназвание: О плане\nномер: 5-п\nдата: 01.02.2024\nорган: Министерство\nприложения: [plan.md]\n---\n\n1. Утвердить план.\n\n2. Контроль оставляю за собой.\n",
  "a/plan.md":
    "---\nвид: дорожная карта\nназвание: План\n---\n\n| № | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n| 1 | Провести во всех органах опрос посетителей | 29.03.2024 | Министерство | отчёт |\n",
  "b/order.md":
    "---\nвид: приказ\nназвание: О своём плане\nномер: 6-п\nдата: 02.02.2024\nорган: Агентство\nприложения: [plan.md]\n---\n\n1. Утвердить план по приказу Министерства от 1 февраля 2024 г. № 5-п.\n\n2. Отделу кадров представить отчёт до 5 марта 2024 г.\n",
  "b/plan.md":
    "---\nвид: дорожная карта\nназвание: План агентства\nисполняет: ../a/plan.md\n---\n\n| № | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n| 1 | Провести опрос посетителей | 28.03.2024 | Отдел кадров | отчёт |\n",
  "c/order.md":
    "---\nвид: приказ\nназвание: О рабочей группе\nномер: 7-п\nдата: 03.02.2024\nорган: Министерство\nприложения: [p.md]\n---\n\n1. Утвердить Положение о рабочей группе по вопросам качества.\n",
  "c/p.md":
    "---\nвид: положение\nназвание: Положение о рабочей группе по вопросам качества\nорган: Рабочая группа\n---\n\n1. Заседание рабочей группы правомочно, если на нём присутствует не менее половины её членов.\n\n2. Заседания проводятся не реже одного раза в месяц.\n",
  "d/order.md":
    "---\nвид: приказ\nназвание: О составе\nномер: 8-п\nдата: 04.02.2024\nорган: Министерство\nприложения: [s.md]\n---\n\n1. Утвердить состав рабочей группы по вопросам качества.\n",
  "d/s.md":
    "---\nвид: состав\nназвание: Состав рабочей группы по вопросам качества\nорган: Рабочая группа\n---\n\n- Соколов Илья Петрович – министр, руководитель рабочей группы;\n- Белова Анна Ивановна – секретарь рабочей группы.\n",
]

private let changes: [Change] = [
  Change(
    name: "nothing", path: "", leaves: ["a/", "b/", "c/", "d/", "index", "search/", "deadlines"]),
  Change(
    name: "words", path: "a/order.md", old: "Контроль оставляю за собой.",
    new: "Контроль за исполнением оставляю за собой.", makes: ["a/index.html", "search/"],
    leaves: ["b/", "c/", "index.html", "deadlines", "bodies"]),
  Change(
    name: "a deadline", path: "b/order.md", old: "5 марта 2024", new: "6 марта 2024",
    makes: ["b/index.html", "deadlines"], leaves: ["a/", "c/", "bodies"]),
  Change(
    name: "a row of the superior roadmap", path: "a/plan.md", old: "29.03.2024", new: "20.03.2024",
    makes: ["a/index.html", "b/index.html", "deadlines"], leaves: ["c/"]),
  Change(
    name: "the title of an act that another cites", path: "a/order.md", old: "О плане",
    new: "О плане работ", makes: ["a/index.html", "b/index.html", "index.html"], leaves: ["c/"]),
  Change(
    name: "the number of a cited act", path: "a/order.md", old: "5-п", new: "15-п",
    makes: ["a/index.html", "b/index.html"], leaves: ["c/"]),
  Change(
    name: "a member of a body whose regulation stands in another act", path: "d/s.md",
    old: "- Белова Анна Ивановна – секретарь рабочей группы.",
    new: "- Белова Анна Ивановна – секретарь рабочей группы;\n- Власов Олег Ильич – министр.",
    makes: ["c/act.json", "d/index.html", "bodies"], leaves: ["a/", "b/"]),
  Change(name: "an act goes", path: "d/order.md", makes: ["c/act.json", "index.html", "search/"]),
  Change(
    name: "an act comes", path: "e/order.md",
    new:
      "---\nвид: приказ\nназвание: О новом\nномер: 9-п\nдата: 01.01.2024\nорган: Министерство\n---\n\n1. Сделать.\n",
    makes: ["e/index.html", "index.html"], leaves: ["a/", "b/", "c/"]),
  Change(
    name: "the settings", path: "acta.yml", old: "Акты", new: "Наши акты",
    makes: ["a/index.html", "index.html"]),
]

/// A store in memory, whose files can be harmed.
private final class HeldStore: MemoryStore {
  private let files = Mutex<[StoredPart: [UInt8]]>([:])

  func read(_ part: StoredPart) -> [UInt8]? { files.withLock { $0[part] } }

  func tail(_ part: StoredPart, count: Int) -> [UInt8]? {
    read(part).flatMap { $0.count >= count ? Array($0.suffix(count)) : nil }
  }

  func begin(_ part: StoredPart) -> any StoredFile { HeldFile(self, part) }

  func put(_ part: StoredPart, _ bytes: [UInt8]?) { files.withLock { $0[part] = bytes } }

  private final class HeldFile: StoredFile {
    private let store: HeldStore
    private let part: StoredPart
    private let bytes = Mutex<[UInt8]>([])

    init(_ store: HeldStore, _ part: StoredPart) { (self.store, self.part) = (store, part) }

    func append(_ bytes: [UInt8]) { self.bytes.withLock { $0 += bytes } }
    func commit() { store.put(part, bytes.withLock { $0 }) }
  }
}

@Test(
  arguments: [0, 1, 7, 40, 65, 200, 900, 2_000, -1, -2, -33, -34, -200], [StoredPart.acts, .search])
private func `a memory that is damaged is not believed`(
  _ place: Int, _ part: StoredPart
) async throws {
  let settings = PublishSettings(formats: [.html, .txt, .json], templates: .builtIn)
  let store = HeldStore()
  let target = LastingTarget()
  _ = await publish(
    try await open(MemoryWorld(files)), MemoryWorld(files), settings, to: target,
    memory: Memory(store: store))
  _ = target.end()
  var bytes = try #require(store.read(part))
  let index = place < 0 ? bytes.count + place : place
  if bytes.indices.contains(index) {
    bytes[index] ^= 0x41
  } else {
    bytes.removeLast()
  }
  store.put(part, bytes)
  var changed = files
  changed["a/order.md"] = changed["a/order.md"]?.replacing("оставляю", with: "не оставляю")
  let world = MemoryWorld(changed)
  let findings = await publish(
    try await open(world), world, settings, to: target, memory: Memory(store: store))
  let cold = LastingTarget()
  let expected = await publish(try await open(world), world, settings, to: cold)
  #expect(findings == expected)
  #expect(target.end().files == cold.end().files)
}

@Test(arguments: changes, [false, true])
private func `a run with a memory gives what a run without gives, and makes no more`(
  _ change: Change, isStored: Bool
) async throws {
  let target = LastingTarget()
  let held = Memory()
  let store = HeldStore()
  let settings = PublishSettings(
    formats: [.html, .txt, .json], templates: .builtIn)
  func run(_ world: MemoryWorld) async throws -> [Finding] {
    // Each run of a store is a process of its own.
    let memory = isStored ? Memory(store: store) : held
    return await publish(
      try await open(world, memory: isStored ? nil : memory), world, settings, to: target,
      memory: memory)
  }
  let before = MemoryWorld(files)
  _ = try await run(before)
  _ = target.end()

  var changed = files
  if let new = change.new {
    let old = changed[change.path] ?? ""
    changed[change.path] = change.old.isEmpty ? new : old.replacing(change.old, with: new)
  } else if !change.path.isEmpty {
    changed[change.path] = nil
  }
  let world = MemoryWorld(changed)
  let findings = try await run(world)
  let (made, all) = target.end()

  let cold = LastingTarget()
  let expected = await publish(try await open(world), world, settings, to: cold)
  #expect(findings == expected)
  let files = cold.end().files
  #expect(Set(all.keys) == Set(files.keys))
  for (path, bytes) in files { #expect(all[path] == bytes, "\(path)") }
  for path in change.makes { #expect(made.contains { $0.hasPrefix(path) }, "\(path)") }
  for path in change.leaves { #expect(!made.contains { $0.hasPrefix(path) }, "\(path)") }
}

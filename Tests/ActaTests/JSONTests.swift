import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct JSONTests {
  @Test func `the act's JSON keeps to its schema`() {
    let sample = sampleAct()
    let sources = ["order.md": Source(path: "order.md", text: sample.source)]
    let json = json(of: sample.act, settings: sample.settings, sources: sources)
    #expect(SchemaCheck(actSchema()).complaints(json) == [])
  }

  @Test func `the check of the schema can fail`() {
    let sample = sampleAct()
    guard case .object(var members) = json(of: sample.act) else { return #expect(Bool(false)) }
    members.append(JSON.Member("чужое", .null))
    members.removeAll { $0.name == "id" }
    #expect(
      SchemaCheck(actSchema()).complaints(.object(members)) == [
        "$: lacks id", "$: чужое is not described",
      ])
  }

  @Test func `places are bytes, and lines and columns in characters`() {
    let source = Source(path: "order.md", text: "да\nёж 🙂 слово\r\nконец")
    let places = Places(source)
    for offset in 0...source.bytes.count {
      #expect(places.position(offset) == source.position(offset))
    }
    #expect(places.position(-1) == source.position(0))
    #expect(places.position(1000) == source.position(1000))
  }

  @Test func `places are right far down a long line`() {
    let source = Source(path: "a.md", text: "я\n" + String(repeating: "ы1", count: 2000))
    let places = Places(source)
    for offset in stride(from: 0, to: source.bytes.count, by: 7) {
      #expect(places.position(offset) == source.position(offset))
    }
  }

  @Test func `a roadmap is sections with milestones by their fields`() {
    let sample = sampleAct()
    let roadmap = json(of: sample.act)["appendices"]?[2]?["document"]?["roadmap"]
    let row = roadmap?["sections"]?[0]?["milestones"]?[2]
    #expect(row?["address"] == "m-1.3")
    #expect(row?["number"]?["bare"] == "1.3")
    #expect(row?["number"]?["components"]?[1]?["value"] == 3)
    #expect(row?["deadline"]?["text"]?["text"] == "29 марта 2024 г.")
    #expect(row?["surplus"]?[0]?["text"]?["text"] == "сверх граф")
    #expect(roadmap?["sections"]?[0]?["title"]?["text"] == "Организационные мероприятия")
  }

  @Test func `a roster is members with names and roles`() {
    let sample = sampleAct()
    let member = json(of: sample.act)["appendices"]?[1]?["document"]?["roster"]?["members"]?[0]
    #expect(member?["name"]?["surname"] == "Соколов")
    #expect(member?["role"]?["office"] == "chair")
  }

  @Test func `the outline tells numbers, first words and counts`() {
    let sample = sampleAct()
    let lines = outline(of: sample.act).split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "Приказ № 007-ОД от 31 августа 2023 г. «Об образцах и о порядке их составления»")
    #expect(lines.contains("order.md: пунктов 2"))
    #expect(lines.contains("polozhenie.md: разделов 4, пунктов 36"))
    #expect(lines.contains("sostav.md: членов 2"))
    #expect(lines.contains("dorozhnaya-karta.md: строк 27 в 3 разделах"))
    #expect(lines.contains { $0.hasPrefix("    – Положение о рабочей группе") })
    #expect(
      lines.contains(
        "  член Соколов Илья Петрович – министр образцов и примеров, руководитель рабочей группы;"))
  }
}

extension JSON {
  fileprivate subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  fileprivate subscript(index: Int) -> JSON? {
    guard case .array(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }
}

/// As much of JSON Schema as `actSchema()` uses.
struct SchemaCheck {
  let root: JSON

  init(_ root: JSON) { self.root = root }

  func complaints(_ value: JSON) -> [String] { complaints(value, root, "$") }

  private func complaints(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    if case .string(let reference)? = schema["$ref"] {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(path): no \(reference)"] }
      return complaints(value, target, path)
    }
    var found: [String] = []
    if let constant = schema["const"], constant != value {
      found.append("\(path): not \(constant)")
    }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      found.append("\(path): \(value) is none of the values")
    }
    if case .array(let choices)? = schema["oneOf"] {
      let fits = choices.map { complaints(value, $0, path) }
      if fits.count(where: \.isEmpty) != 1 {
        found += fits.min { $0.count < $1.count } ?? ["\(path): fits none"]
      }
    }
    switch (schema["type"], value) {
    case (nil, _), ("string", .string), ("boolean", .bool): break
    case ("integer", .number(let number)):
      if number < 0 { found.append("\(path): \(number) is negative") }
    case ("array", .array(let items)):
      guard let schema = schema["items"] else { break }
      for (index, item) in items.enumerated() {
        found += complaints(item, schema, "\(path)[\(index)]")
      }
    case ("object", .object(let members)):
      if case .array(let required)? = schema["required"] {
        for case .string(let name) in required where value[name] == nil {
          found.append("\(path): lacks \(name)")
        }
      }
      for member in members {
        if let schema = schema["properties"]?[member.name] {
          found += complaints(member.value, schema, "\(path).\(member.name)")
        } else {
          found.append("\(path): \(member.name) is not described")
        }
      }
    default: found.append("\(path): of another type")
    }
    return found
  }
}

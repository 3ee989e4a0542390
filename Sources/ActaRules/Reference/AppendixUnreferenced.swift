import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// An appendix that the order's text never puts in force.
  static let appendixUnreferenced = Rule(
    "reference/appendix-unreferenced", .error,
    summary: Text(
      ru: "Приложение, которого текст акта не утверждает и не называет",
      en: "An appendix that the act's text neither approves nor names"),
    reason: Text(
      ru: "Документ приложен, но не введён в действие: обязательным его не сделал никто.",
      en: "The document is attached but not put in force: nobody made it binding."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016, реквизит 19: в тексте – «(приложение № 1)», «прилагаемый Порядок».",
      en: "ГОСТ Р 7.0.97-2016, requisite 19: the text says «(приложение № 1)»."),
    examples: [
      .accepts(
        Sample.order(
          text: "1. Утвердить Порядок отбора (приложение № 1).\n\n2. Форма – приложение № 2.",
          ["Порядок отбора", "Форма заявки"])),
      .accepts(Sample.order(text: "1. Утвердить прилагаемый Порядок отбора.", ["Порядок отбора"])),
      .rejects(
        Sample.order(
          text: "1. Утвердить Порядок отбора (приложение № 1).",
          ["Порядок отбора", "Форма заявки"]
        ).replacing("a2.md]", with: "⟦a2.md⟧]")),
    ],
    .act { read, report in
      let listed = read.act.order.requisites.appendices
      guard let order = read.order, listed.count == read.act.appendices.count,
        read.act.order.family == .order
      else { return }
      var named: Set<Int> = []
      for reference in order.resolved { named.formUnion(reference.appendices) }
      let words = order.texts.indices.reduce(into: Set<Letters>()) { words, index in
        guard order.passages.indices.contains(index), order.passages[index].isNorm else { return }
        words.formUnion(order.texts[index].stems)
      }
      for (index, path) in listed.enumerated() where !named.contains(index + 1) {
        let title = read.act.appendices[index].document.requisites.title?.value ?? ""
        // «Утвердить прилагаемые Положение и состав»: named without a number.
        let titleStems = stems(of: title)
        let isNamed =
          titleStems.first.map { words.contains($0) } ?? true
          && titleStems.filter { words.contains($0) }.count * 2 >= titleStems.count
        guard !isNamed else { continue }
        report(
          order.path, at: path.span, .unreferenced(index + 1, of: listed.count, title))
      }
    })
}

extension ResolvedReference {
  /// The appendices that the reference leads to or into.
  fileprivate var appendices: [Int] {
    var found: [Int] = []
    switch goal {
    case .document(let index), .unit(let index, _, _), .missing(let index, _): found.append(index)
    case .missingAppendix, .act, .outside: break
    }
    if let first = reference.path.first, first.level == .appendix,
      case .range(let low, let high) = first.number, let low = Int(low), let high = Int(high),
      low <= high, high - low < 100
    {
      found += low...high
    }
    return found
  }
}

extension String {
  /// The text with one stretch put in the place of another, wherever it stands.
  func replacing(_ old: String, with new: String) -> String {
    guard !old.isEmpty else { return self }
    var out = ""
    var rest = self[...]
    while let first = old.first, let start = rest.firstIndex(of: first) {
      out += rest[..<start]
      rest = rest[start...]
      if rest.hasPrefix(old) {
        out += new
        rest = rest.dropFirst(old.count)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }
}

extension Text {
  fileprivate static func unreferenced(_ number: Int, of count: Int, _ title: String) -> Text {
    let which = count > 1 ? " № \(number)" : ""
    return Text(
      ru: "Текст акта не называет приложение\(which) – «\(title)»: утвердите его или уберите",
      en: "The text does not name appendix\(which) «\(title)»: approve it or take it away")
  }
}

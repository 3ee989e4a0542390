import ActaDiagnostics

extension YAMLProblem {
  /// The problem as a finding about front matter or about acta.yml.
  func finding(in file: String) -> Finding {
    switch kind {
    case .syntax(let problem):
      Finding("source/front-matter", .error, file: file, at: span, .syntax(problem))
    case .tab:
      Finding(
        "source/front-matter", .error, file: file, at: span, .tab,
        help: Text(ru: "отступите двумя пробелами", en: "indent by two spaces"))
    case .duplicateKey(let key, let first):
      Finding(
        "source/duplicate-key", .error, file: file, at: span, .duplicateKey(key),
        places: first.map { [Place(file: file, at: $0, .firstKey)] } ?? [])
    case .anchor:
      Finding("source/front-matter", .error, file: file, at: span, .anchor)
    case .tooComplex:
      Finding("source/too-complex", .error, file: file, at: span, .tooComplexYAML)
    }
  }
}

extension Text {
  fileprivate static func syntax(_ problem: String) -> Text {
    let ru =
      switch problem {
      case "mapping values are not allowed in this context":
        "двоеточие внутри значения – возьмите значение в кавычки"
      case "could not find expected ':'": "ждали «ключ: значение»"
      case "did not find expected key": "ждали ключ; проверьте отступы и кавычки"
      case "found unexpected end of stream": "кавычки или скобки не закрыты"
      case "found character that cannot start any token":
        "значение не может начинаться с этого знака – возьмите его в кавычки"
      default: problem
      }
    return Text(
      ru: "Эту строку не прочитать как YAML: \(ru)", en: "This is no YAML: \(problem)")
  }

  fileprivate static let tab = Text(
    ru: "Табуляция: отступы в YAML делают пробелами", en: "A tab: YAML is indented by spaces")

  fileprivate static let anchor = Text(
    ru: "Якоря и ссылки YAML («&», «*») не разрешены; значение с этого знака берут в кавычки",
    en: "Anchors and aliases («&», «*») are not allowed; quote a value that begins so")

  fileprivate static let tooComplexYAML = Text(
    ru: "Слишком сложно: значений или вложенности больше, чем бывает",
    en: "Too complex: more values or nesting than there can be")
}

import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The parts of a name are of different sexes.
  static let sexMismatch = Rule(
    "roster/sex-mismatch", .error,
    summary: Text(
      ru: "Имя, отчество и фамилия разного рода",
      en: "Given name, patronymic and surname are of different sexes"),
    reason: Text(
      ru: "Почти всегда это описка или обрезанное слово: акт назначает не того человека.",
      en: "Nearly always a slip or a word cut short: the act appoints somebody else."),
    norm: Text(
      ru:
        "Правила русского языка: род имени и отчества один; фамилии на -ко, -ых, -их и двуродовые "
        + "рода не показывают.",
      en:
        "Russian grammar: given name and patronymic are of one sex; surnames in -ко, -ых, -их and "
        + "those of both sexes tell none."),
    examples: [
      .accepts(
        rosterExample(
          """
          - Шевченко Илья Петрович – министр, председатель комиссии;
          - Черных Любовь Савельевна – советник;
          - Мамедова Лейла Гасан кызы – советник.
          """)),
      .rejects(
        rosterExample(
          """
          - Соколов Илья Петрович – министр, председатель комиссии;
          - ⟦Сычёв Мария Павлович⟧ – советник.
          """)),
    ],
    .document { document, report in
      for member in document.document.roster?.members ?? [] where mismatch(member.name) {
        tell(member.name, at: member.name.span, document, &report)
      }
      for passage in document.passages {
        for person in passage.persons where person.case == .nominative {
          guard let given = person.given, let patronymic = person.patronymic,
            !given.contains("."), !patronymic.contains("."), !person.surname.isEmpty,
            let span = passage.place(of: person.span)
          else { continue }
          let name = PersonName(
            surname: person.surname, given: given, patronymic: patronymic, span: span)
          if mismatch(name) { tell(name, at: span, document, &report) }
        }
      }
    })

  private static func mismatch(_ name: PersonName) -> Bool { Persons.hasSexMismatch(name) }

  private static func tell(
    _ name: PersonName, at span: Span, _ document: ReadDocument, _ report: inout Report
  ) {
    // Where the surname alone disagrees, a family may simply not change it.
    var bare = name
    bare.surname = "Ким"
    let isSure = mismatch(bare)
    let whole = [name.surname, name.given, name.patronymic ?? ""].filter { !$0.isEmpty }
    report(
      document.path, at: span, .differentSexes(whole.joined(separator: " ")),
      level: isSure ? .error : .warning, help: .checkName)
  }

  /// The file of an example: a roster alone.
  static func rosterExample(_ roster: String) -> String {
    """
    //- sostav.md
    ---
    вид: состав
    название: Состав комиссии по отбору проектов
    коллегиальный-орган: Комиссия
    ---

    \(roster)
    """
  }
}

extension Text {
  fileprivate static func differentSexes(_ name: String) -> Text {
    Text(
      ru: "Части имени разного рода: «\(name)»",
      en: "The parts of the name are of different sexes: «\(name)»")
  }

  fileprivate static let checkName = Text(
    ru: "Сверьте имя с кадровой службой", en: "Check the name with the personnel office")
}

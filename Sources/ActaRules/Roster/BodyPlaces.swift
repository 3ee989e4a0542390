import ActaDiagnostics
import ActaLanguage
import ActaModel

extension ReadDocument {
  /// Where a document as a whole is spoken of: its title, else its kind.
  var titleSpan: Span? {
    document.requisites.title?.span ?? document.requisites.kind?.span
  }
}

extension ReadBody {
  /// The first sentence of a regulation on meetings; where there is none, the regulation's title.
  var meetingPlace: (path: String, span: Span?)? {
    for document in regulations {
      if let span = document.bodyWords.meeting { return (document.path, span) }
    }
    return regulations.first.map { ($0.path, $0.titleSpan) }
  }

  /// Whether any sentence says how meetings are held.
  var holdsMeetings: Bool {
    regulations.contains { $0.bodyWords.meeting != nil || !$0.body.meetings.isEmpty }
  }

  /// The name in quotes for a message; a general word where the acts give none.
  var quoted: (ru: String, en: String) {
    name.isEmpty ? ("коллегиальный орган", "the collegial body") : ("«\(name)»", "«\(name)»")
  }

  /// Sentences of one kind that were seen and not understood.
  func unread(_ kind: UnreadRule) -> [Located<UnreadRule>] {
    all(\.unread).filter { $0.value == kind }
  }
}

extension Rule {
  /// The files of an example: an order, a regulation of a commission and its roster.
  static func bodyExample(
    order: String = "", regulation: String, roster: String, front: String = ""
  ) -> String {
    """
    //- order.md
    ---
    вид: приказ
    название: О комиссии
    номер: 1
    дата: 01.02.2024
    орган: Министерство связи
    подписал: {должность: Министр, имя: И.И. Иванов}
    приложения: [polozhenie.md, sostav.md]
    ---

    ПРИКАЗЫВАЮ:

    1. Создать комиссию по отбору проектов (далее – Комиссия).

    \(order)
    //- polozhenie.md
    ---
    вид: положение
    название: Положение о комиссии по отбору проектов
    коллегиальный-орган: Комиссия
    \(front)
    ---

    \(regulation)
    //- sostav.md
    ---
    вид: состав
    название: Состав комиссии по отбору проектов
    коллегиальный-орган: Комиссия
    ---

    \(roster)
    """
  }

  /// The file of an example on what a regulation says.
  static func regulationExample(_ text: String, front: String = "") -> String {
    """
    //- polozhenie.md
    ---
    вид: положение
    название: Положение о комиссии по отбору проектов
    коллегиальный-орган: Комиссия
    \(front)
    ---

    \(text)
    """
  }
}

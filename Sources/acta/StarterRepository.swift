import ActaLanguage
import ActaModel

/// The files that `acta init` writes: invented acts dated by a day, and what GitLab and GitHub need to check them.
struct StarterRepository {
  let today: CalendarDate

  /// By path, in the order in which they are told.
  var files: [(path: String, bytes: [UInt8])] {
    let year = signed.year
    let acts = "acts/\(year)-7-od"
    let texts: [(String, String)] = [
      ("README.md", StarterText.readme),
      (".gitignore", StarterText.ignored),
      ("acts/acta.yml", StarterText.settings),
      ("\(acts)/order.md", StarterText.order),
      ("\(acts)/polozhenie.md", StarterText.regulation),
      ("\(acts)/sostav.md", StarterText.roster),
      ("\(acts)/dorozhnaya-karta.md", StarterText.roadmap),
      (".ci/get-acta", StarterText.getActa),
      (".ci/check", StarterText.check),
      (".gitlab-ci.yml", StarterText.gitlab),
      (".github/workflows/acts.yml", StarterText.github),
    ]
    return texts.map { (path: $0.0, bytes: Array(filled($0.1).utf8)) }
  }

  private let calendar = WorkCalendar.russia

  init(today: CalendarDate) { self.today = today }

  /// The last working day up to today.
  private var signed: CalendarDate { calendar.workingDay(onOrBefore: today).value ?? today }

  /// Dates for their marks: `{{дата}}`, `{{срок 30}}` – some days later, a working day.
  private func filled(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let next = rest.index(after: open)
      let end = rest.index(after: close)
      guard rest[next...].hasPrefix("{"), rest[end...].hasPrefix("}") else {
        out += rest[..<end]
        rest = rest[end...]
        continue
      }
      let mark = rest[rest.index(after: next)..<close]
      out += rest[..<open]
      out += value(of: String(mark)) ?? "{{\(mark)}}"
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private func value(of mark: String) -> String? {
    let words = mark.split(separator: " ")
    switch words.first {
    case "дата": return signed.dotted
    case "год": return String(signed.year)
    case "срок":
      guard words.count == 2, let days = Int(words[1]), let day = signed.advanced(by: days) else {
        return nil
      }
      return (calendar.workingDay(onOrAfter: day).value ?? day).dotted
    default: return nil
    }
  }
}

import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ArgumentParser

/// `acta deadlines`: every deadline of the acts in one table, by date.
struct Deadlines: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "Сроки всех актов одной таблицей: по датам, с исполнителями и состоянием.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, ics }

  @OptionGroup var folder: FolderOptions
  @Option(help: "Только сроки ближайших дней: 30d, 2w, 3m, 1y (д, н, м, г).")
  var within: String?
  @Option(help: "Только сроки того, кто назван, в любом падеже: «отдел кадров», «Лаптева».")
  var responsible: String?
  @Option(help: "Вид: table – для людей, json, csv, ics – календарь.")
  var format: Format = .table

  mutating func run() async throws {
    let language = try folder.language
    let length = try within.map(Self.length)
    var entries: [DeadlineEntry] = []
    var settings = Settings()
    var today: CalendarDate?
    for folder in try folder.folders {
      let compilation = try await folder.compiled()
      settings = compilation.repository.settings
      let day = folder.disk.today
      let query = responsible.map { ExecutorQuery($0, settings: compilation.repository.settings) }
      today = day
      let last = length.flatMap { day.advanced(by: $0) }
      for var entry in deadlines(of: compilation.reading) where folder.selects(entry.file) {
        if let query, !query.matches(entry) { continue }
        if length != nil {
          guard let date = entry.date(asOf: day), date >= day, last.map({ date <= $0 }) ?? true
          else { continue }
        }
        entry.file = folder.name(entry.file)
        entries.append(entry)
      }
    }
    guard let today else { return }
    entries = entries.ordered(asOf: today)
    switch format {
    case .table:
      let table = DeadlineScreen(language: language, asOf: today, width: Terminal.width)
      Terminal.write(table.print(entries))
      Terminal.complain(table.summary(entries))
    case .json:
      Terminal.write(
        json(of: entries, asOf: today, language: language).encoded(pretty: true) + [0x0A])
    case .csv: Terminal.write(csv(of: entries, asOf: today, language: language))
    case .ics:
      let title = settings.site.title
      Terminal.write(
        calendar(
          of: entries, title: language == .russian ? "Сроки: \(title)" : "Deadlines: \(title)",
          settings: settings, language: language))
    }
  }

  /// A length of time in days, weeks, months or years.
  private static func length(_ text: String) throws -> Term {
    let units: [Character: Term.Unit] = [
      "d": .calendarDay, "д": .calendarDay, "w": .week, "н": .week, "m": .month, "м": .month,
      "y": .year, "г": .year,
    ]
    guard let unit = text.last.flatMap({ units[$0] }), let amount = Int(text.dropLast()),
      (0...10_000).contains(amount)
    else {
      throw Failure(
        message: "«\(text)» – не длина: пишут 30d, 2w, 3m или 1y", status: Failure.usage)
    }
    return Term(amount, unit)
  }
}

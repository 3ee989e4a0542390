import ActaLanguage
import ActaModel

/// The calendars of deadlines for those who subscribe: `deadlines.ics` whole, and one for each executor.
struct DeadlineFiles {
  /// The paths of the executors' calendars, in the order of their list; `nil` where no deadline has a day.
  let paths: [String?]
  private let agenda: Agenda
  private let site: SiteMap
  private let items: [[Int]]

  init(_ agenda: Agenda, on site: SiteMap) {
    self.agenda = agenda
    self.site = site
    var items = Array(repeating: [Int](), count: agenda.executors.names.count)
    for (index, item) in agenda.items.enumerated() where item.hasDay {
      for executor in item.executors where items.indices.contains(executor) {
        items[executor].append(index)
      }
    }
    self.items = items
    var taken: Set<String> = []
    paths = zip(agenda.executors.names, items).map { name, items in
      items.isEmpty ? nil : "deadlines/\(fileName(name, besides: &taken)).ics"
    }
  }

  /// The calendar of everything; `nil` where no deadline has a day, since a calendar holds one event at least.
  var whole: String? { agenda.items.contains(where: \.hasDay) ? "deadlines.ics" : nil }

  func write<Failure: Error>(_ write: (SiteFile) throws(Failure) -> Void) throws(Failure) {
    guard let whole else { return }
    let settings = site.settings
    let events = DeadlineEvents(settings: settings)
    // An event is written once: the executors' calendars take theirs out of the whole.
    var ranges: [Range<Int>] = []
    let bytes = events.calendar(title: "Сроки: \(settings.site.title)") { out in
      // What is reserved and not used costs no memory, growing by copies costs twice.
      out.reserveCapacity(agenda.items.count * 1024)
      for item in agenda.items {
        let start = out.count
        events.write(item.entry, to: &out)
        ranges.append(start..<out.count)
      }
    }
    try write(SiteFile(path: whole, bytes: bytes))
    for (index, path) in paths.enumerated() {
      guard let path else { continue }
      let own = events.calendar(title: "Сроки: \(agenda.executors.names[index])") { out in
        for item in items[index] { out += bytes[ranges[item]] }
      }
      try write(SiteFile(path: path, bytes: own))
    }
  }
}

/// A name for a file in letters that every server and calendar takes: `proektnyy-ofis`.
///
/// The same name gives the same file, whatever else there is; what is cut or would be taken twice has a number that
/// comes from the name.
private func fileName(_ name: String, besides taken: inout Set<String>) -> String {
  var out: [UInt8] = []
  var isCut = false
  var hash: UInt32 = 2_166_136_261
  for scalar in name.lowercased().unicodeScalars {
    hash = (hash ^ scalar.value) &* 16_777_619
    let letters = latin(scalar)
    if out.count + letters.count > 48 {
      isCut = true
    } else if letters != "-" || out.last.map({ $0 != UInt8(ascii: "-") }) ?? false {
      out += letters.utf8
    }
  }
  while out.last == UInt8(ascii: "-") { out.removeLast() }
  var file = String(decoding: out, as: UTF8.self)
  if isCut || file.isEmpty || taken.contains(file) { file += "-" + String(hash, radix: 16) }
  while !taken.insert(file).inserted { file += "-2" }
  return file
}

/// A letter as it is written in Latin ones; a hyphen for what is neither letter nor figure.
private func latin(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: String(Character(scalar))
  case 0x430...0x44F: alphabet[Int(scalar.value - 0x430)]
  case 0x451: "e"
  default: "-"
  }
}

private let alphabet = [
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
  "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
]

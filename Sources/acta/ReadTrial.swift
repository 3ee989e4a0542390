import ActaDiagnostics
import ActaLanguage
import ActaModel
import ArgumentParser
import Foundation

/// `acta read-trial`: the speed of the recognisers, and their answer to anything at all.
struct ReadTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-trial", abstract: "Испытать распознаватели: скорость, случайные фразы.",
    shouldDisplay: false)

  @Option(help: "Сколько случайных и искажённых фраз прочитать; без него мерить скорость.")
  var phrases: Int?
  @Option(help: "Начало случайной последовательности.")
  var seed: UInt64 = 1

  /// Reads text from standard input: to be timed whole, or to take phrases from, a line each.
  mutating func run() throws {
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    if let phrases {
      Terminal.write("фраз прочитано: \(torture(phrases, from: input)), ни одна не остановила\n")
    } else {
      measure(input)
    }
  }

  /// Every recogniser over one tokenization; what is found is counted so that the work is done.
  private static func read(_ text: TokenizedText) -> Int {
    DeadlineReader.mentions(in: text).count + text.references().references.count
      + Persons.mentions(in: text).count + collegialBody(in: text).count
  }

  private func measure(_ input: [UInt8]) {
    // Paragraphs, as acts give them.
    let paragraphs = input.split(separator: 0x0A).map { Array($0) }
    var best = Double.infinity
    var found = 0
    for _ in 0..<5 {
      let start = ContinuousClock.now
      found = 0
      for paragraph in paragraphs { found += Self.read(TokenizedText(bytes: paragraph)) }
      let time = start.duration(to: .now)
      best = min(
        best, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }
    let megabytes = Double(input.count) / 1_000_000
    let speed = (megabytes / best * 10).rounded() / 10
    Terminal.write("\(megabytes) МБ, найдено \(found), лучшее из 5: \(speed) МБ/с\n")
  }

  private func torture(_ count: Int, from input: [UInt8]) -> Int {
    let lines = input.split(separator: 0x0A).map { Array($0) }
    guard !lines.isEmpty else { return 0 }
    var random = SplitMix(state: seed)
    var read = 0
    for _ in 0..<count {
      let phrase = mutated(lines, &random)
      let text = TokenizedText(bytes: phrase)
      let string = String(decoding: phrase, as: UTF8.self)
      _ = Self.read(text)
      _ = DeadlineReader.read(text)
      _ = references(in: string)
      _ = Persons.reading(of: string, rosterName: "Орлова Анна Сергеевна")
      read += 1
    }
    return read
  }

  /// A line with bytes changed, cut, doubled or put together with another's.
  private func mutated(_ lines: [[UInt8]], _ random: inout SplitMix) -> [UInt8] {
    var phrase = lines[Int(random.next() % UInt64(lines.count))]
    if phrase.count > 300 { phrase = Array(phrase.prefix(300)) }
    for _ in 0..<random.next() % 4 {
      let place = phrase.isEmpty ? 0 : Int(random.next() % UInt64(phrase.count))
      switch random.next() % 6 {
      case 0: phrase.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 1 where !phrase.isEmpty: phrase[place] = UInt8(truncatingIfNeeded: random.next())
      case 2: phrase = Array(phrase[place...])
      case 3: phrase = Array(phrase[..<place])
      case 4:
        let other = lines[Int(random.next() % UInt64(lines.count))].prefix(200)
        phrase = Array(phrase[..<place]) + other
      default: phrase += phrase[..<place]
      }
    }
    return phrase
  }
}

/// Seeded pseudo-random numbers.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

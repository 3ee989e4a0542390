/// The suffixes of an affix file: what is taken off a stem of which look, and what is put there instead.
struct SuffixRules: Sendable {
  /// What a suffix takes off, up to eight letters, and the rules that take it off.
  struct Ending: Sendable {
    var low: UInt64
    var high: UInt64
    /// In bytes.
    var count: UInt8
    var flags: UInt64
    var rules: Range<Int32>
  }

  private struct Rule: Sendable {
    var flag: UInt64
    /// What the last letters of the stem may be, from its end; a bit for each letter.
    var condition: Range<Int32>
  }

  static let root = 0

  /// A tree of what suffixes put, from the end of the word: a row of children for each node, 0 where there is none.
  private var children = [UInt16](repeating: 0, count: RussianLetter.count)
  private var endingsOfNode: [Range<Int32>] = []
  private var endings: [Ending] = []
  private var rules: [Rule] = []
  private var conditions: [UInt64] = []

  /// What the suffixes of a node take off.
  @inline(__always)
  func endings(of node: Int) -> Range<Int> {
    Int(endingsOfNode[node].lowerBound)..<Int(endingsOfNode[node].upperBound)
  }

  subscript(index: Int) -> Ending { endings[index] }

  @inline(__always)
  func child(of node: Int, _ letter: UInt8) -> Int? {
    let child = children[node * RussianLetter.count + Int(letter)]
    return child == 0 ? nil : Int(child)
  }

  /// Whether a rule of an ending, with one of the flags, takes a stem: so many letters and then the ending.
  func take(
    _ letters: UnsafeMutableRawBufferPointer, _ kept: Int, _ ending: Ending, _ flags: UInt64
  ) -> Bool {
    for rule in rules[Int(ending.rules.lowerBound)..<Int(ending.rules.upperBound)]
    where rule.flag & flags != 0 {
      var position = kept + Int(ending.count) / 2
      let isMet = conditions[Int(rule.condition.lowerBound)..<Int(rule.condition.upperBound)]
        .allSatisfy { allowed in
          position -= 1
          guard position >= 0 else { return false }
          let letter = position < kept ? letters[position] : ending.letter(position - kept)
          return allowed >> UInt64(letter) & 1 != 0
        }
      if isMet { return true }
    }
    return false
  }
}

extension SuffixRules.Ending {
  fileprivate func letter(_ index: Int) -> UInt8 {
    let pair = (index < 4 ? low : high) >> UInt64(index % 4 * 16)
    return RussianLetter.code(
      UInt8(truncatingIfNeeded: pair), UInt8(truncatingIfNeeded: pair >> 8)) ?? 63
  }
}

// MARK: Reading

extension SuffixRules {
  private typealias Field = Slice<UnsafeRawBufferPointer>

  private struct Line {
    var node: Int
    var ending: Ending
    var rule: Rule

    /// Rules of one node and one ending stand together.
    var order: (Int, UInt64, UInt64) { (node, ending.low, ending.high) }
  }

  /// `nil` where the file is not plain.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var lines: [Line] = []
    var isUTF8 = false
    // The block that is read: its flag, how many lines are left.
    var block: (flag: UInt64, left: Int) = (0, 0)
    var seen: UInt64 = 0
    var at = 0
    var fields: [Field] = []
    while at < bytes.count {
      Self.read(&fields, bytes, &at)
      guard let name = fields.first, name.first != 0x23 else { continue }
      if name.elementsEqual("SFX".utf8) {
        guard fields.count >= 4, fields[1].count == 1 else { return nil }
        let flag = StemTable.flag(fields[1][fields[1].startIndex])
        if block.left == 0 {
          guard flag != 0, seen & flag == 0, fields.count == 4, let count = Self.number(fields[3])
          else { return nil }
          seen |= flag
          block = (flag, count)
        } else {
          guard flag == block.flag, fields.count == 5, let line = line(fields, flag) else {
            return nil
          }
          block.left -= 1
          lines.append(line)
        }
      } else if name.elementsEqual("SET".utf8) {
        guard fields.count == 2, fields[1].elementsEqual("UTF-8".utf8) else { return nil }
        isUTF8 = true
      } else if !Self.suggests(name) {
        return nil
      }
    }
    guard isUTF8, block.left == 0 else { return nil }
    gather(lines)
  }

  /// Whether a directive says how words are suggested, and nothing of which are right.
  private static func suggests(_ name: Field) -> Bool {
    ["TRY", "KEY", "REP", "MAP"].contains { name.elementsEqual($0.utf8) }
  }

  /// The next line, split at blanks.
  private static func read(
    _ fields: inout [Field], _ bytes: UnsafeRawBufferPointer, _ at: inout Int
  ) {
    fields.removeAll(keepingCapacity: true)
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x20, bytes[at] != 0x09 { at += 1 }
      fields.append(bytes[start..<at])
    }
    at += 1
  }

  private static func number(_ field: Field) -> Int? {
    guard field.count < 6 else { return nil }
    var value = 0
    for byte in field {
      guard case 0x30...0x39 = byte else { return nil }
      value = 10 * value + Int(byte - 0x30)
    }
    return value > 0 ? value : nil
  }

  private mutating func line(_ fields: [Field], _ flag: UInt64) -> Line? {
    guard let ending = Self.ending(fields[2]), let node = node(fields[3]),
      let condition = condition(fields[4])
    else { return nil }
    return Line(node: node, ending: ending, rule: Rule(flag: flag, condition: condition))
  }

  private static func isNothing(_ field: Field) -> Bool {
    field.count == 1 && field.first == 0x30
  }

  private static func ending(_ field: Field) -> Ending? {
    var ending = Ending(low: 0, high: 0, count: 0, flags: 0, rules: 0..<0)
    guard !isNothing(field) else { return ending }
    guard field.count <= 16, field.count.isMultiple(of: 2) else { return nil }
    for index in 0..<field.count {
      let byte = field[field.startIndex + index]
      if index.isMultiple(of: 2) {
        guard RussianLetter.code(byte, field[field.startIndex + index + 1]) != nil else {
          return nil
        }
      }
      if index < 8 {
        ending.low |= UInt64(byte) << UInt64(8 * index)
      } else {
        ending.high |= UInt64(byte) << UInt64(8 * index - 64)
      }
    }
    ending.count = UInt8(field.count)
    return ending
  }

  private mutating func node(_ field: Field) -> Int? {
    guard !Self.isNothing(field) else { return Self.root }
    guard field.count.isMultiple(of: 2) else { return nil }
    var node = Self.root
    var index = field.endIndex
    while index > field.startIndex {
      index -= 2
      guard let letter = RussianLetter.code(field[index], field[index + 1]) else { return nil }
      let place = node * RussianLetter.count + Int(letter)
      if children[place] == 0 {
        guard let new = UInt16(exactly: children.count / RussianLetter.count) else { return nil }
        children[place] = new
        children.append(contentsOf: repeatElement(0, count: RussianLetter.count))
      }
      node = Int(children[place])
    }
    return node
  }

  /// Letters, a point for any, brackets for some or, behind ^, for all others.
  private mutating func condition(_ field: Field) -> Range<Int32>? {
    let all: UInt64 = 1 << UInt64(RussianLetter.count) - 1
    let start = conditions.count
    var index = field.startIndex
    /// One letter, as a bit.
    func letter() -> UInt64? {
      guard index + 1 < field.endIndex,
        let letter = RussianLetter.code(field[index], field[index + 1])
      else { return nil }
      index += 2
      return 1 << UInt64(letter)
    }
    while index < field.endIndex {
      switch field[index] {
      case 0x2E:
        index += 1
        conditions.append(all)
      case 0x5B:
        index += 1
        let isOther = index < field.endIndex && field[index] == 0x5E
        if isOther { index += 1 }
        var set: UInt64 = 0
        while index < field.endIndex, field[index] != 0x5D {
          guard let letter = letter() else { return nil }
          set |= letter
        }
        guard index < field.endIndex, set != 0 else { return nil }
        index += 1
        conditions.append(isOther ? all & ~set : set)
      default:
        guard let letter = letter() else { return nil }
        conditions.append(letter)
      }
    }
    conditions[start...].reverse()
    return Int32(start)..<Int32(conditions.count)
  }

  private mutating func gather(_ lines: [Line]) {
    let lines = lines.sorted { $0.order < $1.order }
    endingsOfNode = Array(repeating: 0..<0, count: children.count / RussianLetter.count)
    for line in lines {
      let range = endingsOfNode[line.node]
      if range.isEmpty {
        endingsOfNode[line.node] = Int32(endings.count)..<Int32(endings.count)
      }
      let isSame =
        !range.isEmpty
        && endings.last.map { ($0.low, $0.high) == (line.ending.low, line.ending.high) } == true
      if !isSame {
        var ending = line.ending
        ending.rules = Int32(rules.count)..<Int32(rules.count)
        endings.append(ending)
      }
      let last = endings.count - 1
      endingsOfNode[line.node] = endingsOfNode[line.node].lowerBound..<Int32(endings.count)
      endings[last].flags |= line.rule.flag
      rules.append(line.rule)
      endings[last].rules = endings[last].rules.lowerBound..<Int32(rules.count)
    }
  }
}

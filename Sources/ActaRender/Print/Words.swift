/// A piece of a paragraph that a line does not part.
struct Word: Sendable, Hashable {
  /// Bytes of the text.
  var range: Range<Int>
  var width: Int
  /// Width of the space before the word; none within a word that was cut.
  var gap: Int
  /// Which of the text's runs the word belongs to; -1 for none.
  var run = -1
  /// How ill it looks when a line ends before the word.
  var tie = Tie.none
  /// The word goes on with the one before, in other letters.
  var isGlued = false
  /// A line ends before the word whatever comes.
  var isForced = false
  /// The space before the word is not stretched.
  var hasFixedGap = false
  /// Cut because it was wider than the measure: the next one goes on with it, behind a hyphen where it has a width.
  var hyphen: Int?

  var stretches: Bool { gap > 0 && !hasFixedGap }
}

extension PlacedText {
  /// The words, however wide.
  func words(on device: some PrintDevice) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(text.bytes.count / 12 + 1)
    let plain = style.face
    let space = device.spaceWidth(plain)
    let label = text.labelEnd
    let isTypographic = !text.isVerbatim
    text.bytes.withUnsafeBufferPointer { bytes in
      let typography = Typography(bytes: bytes)
      var start = 0
      var (isForced, isBehindSpace, isTied) = (false, true, false)
      var run = 0
      while start < bytes.count {
        switch bytes[start] {
        case 0x20:
          (isBehindSpace, start) = (true, start + 1)
          continue
        case 0x0A:
          (isForced, start) = (true, start + 1)
          continue
        case 0xC2 where start + 1 < bytes.count && bytes[start + 1] == 0xA0:
          (isTied, start) = (true, start + 2)
          continue
        default: break
        }
        while run < runs.count, runs[run].range.upperBound <= start { run += 1 }
        var limit = bytes.count
        var isInRun = false
        if run < runs.count {
          isInRun = runs[run].range.lowerBound <= start
          limit = isInRun ? runs[run].range.upperBound : runs[run].range.lowerBound
        }
        if start < label { limit = min(limit, label) }
        let end = Self.endOfWord(bytes, start, max(limit, start + 1))
        let face = isInRun ? self.face(run) : plain
        let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
        var word = Word(
          range: start..<end, width: device.width(of: piece, face), gap: 0,
          run: isInRun ? run : -1, isForced: isForced)
        if let last = words.last, !isForced {
          word.gap = isBehindSpace || isTied ? space : 0
          word.isGlued = !isBehindSpace && !isTied
          word.hasFixedGap = last.range.upperBound == label && label > 0
          if isTied {
            word.tie = .strict
          } else if isBehindSpace, isTypographic {
            word.tie = typography.tie(last.range, word.range)
          }
        }
        words.append(word)
        (isForced, isBehindSpace, isTied) = (false, false, false)
        start = end
      }
    }
    return words
  }

  private static func endOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int {
    var end = start + 1
    while end < limit {
      switch bytes[end] {
      case 0x20, 0x0A: return end
      case 0xC2 where end + 1 < bytes.count && bytes[end + 1] == 0xA0: return end
      default: end += 1
      }
    }
    return end
  }
}

extension PlacedText {
  /// The words with those that are wider than a measure cut to pieces.
  func cut(_ words: [Word], on device: some PrintDevice, measure: Int) -> [Word] {
    var pieces: [Word] = []
    for word in words {
      if word.width <= measure {
        pieces.append(word)
      } else {
        append(pieces: word, to: &pieces, on: device, measure)
      }
    }
    return pieces
  }

  func width(of range: Range<Int>, on device: some PrintDevice, _ face: PrintFace) -> Int {
    text.bytes.withUnsafeBufferPointer {
      device.width(of: UnsafeBufferPointer(rebasing: $0[range]), face)
    }
  }

  /// Where the longest piece of a range ends that is no wider than a measure.
  func end(
    of range: Range<Int>, within measure: Int, on device: some PrintDevice, _ face: PrintFace
  ) -> Int {
    text.bytes.withUnsafeBufferPointer {
      range.lowerBound
        + device.prefix(of: UnsafeBufferPointer(rebasing: $0[range]), within: measure, face)
    }
  }

  /// Cuts a word that is wider than the measure: behind a mark that parts words, else where the room ends.
  private func append(
    pieces word: Word, to words: inout [Word], on device: some PrintDevice, _ measure: Int
  ) {
    var start = word.range.lowerBound
    let face = self.face(word.run)
    let hyphen = device.hyphenWidth(face)
    var piece = word
    while start < word.range.upperBound {
      let rest = start..<word.range.upperBound
      let limit = min(
        max(end(of: rest, within: measure, on: device, face), start + 1), rest.upperBound)
      piece.range = start..<limit
      piece.hyphen = nil
      if limit < rest.upperBound {
        let cut = text.cut(in: rest, before: limit) {
          width(of: start..<$0, on: device, face) + hyphen <= measure
        }
        piece.range = start..<cut.end
        piece.hyphen = cut.needsHyphen ? hyphen : 0
      }
      piece.width = width(of: piece.range, on: device, face)
      words.append(piece)
      start = piece.range.upperBound
      piece.gap = 0
      piece.tie = .none
      piece.isGlued = false
      piece.isForced = false
    }
  }
}

extension PrintText {
  /// Where to cut a word that no line holds: behind a mark that parts words, else between letters with a hyphen, else
  /// where the room ends.
  fileprivate func cut(
    in range: Range<Int>, before limit: Int, holdsHyphen: (Int) -> Bool
  ) -> (end: Int, needsHyphen: Bool) {
    var candidate = limit
    let lowest = range.lowerBound + max((limit - range.lowerBound) / 2, 1)
    while candidate > lowest {
      if Self.partsWords(bytes[candidate - 1]) { return (candidate, false) }
      candidate -= 1
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let typography = Typography(bytes: bytes)
      candidate = limit
      var tries = 0
      while candidate >= range.lowerBound + 4, candidate + 4 <= range.upperBound, tries < 8 {
        // Two letters on each side, and no sign or й at the beginning of the rest.
        if typography.letter(candidate - 4) != nil, typography.letter(candidate - 2) != nil,
          typography.letter(candidate + 2) != nil, let next = typography.letter(candidate),
          !Self.neverFirst.contains(next), holdsHyphen(candidate)
        {
          return (candidate, true)
        }
        candidate -= 1
        tries += 1
      }
      return (min(limit, range.upperBound), false)
    }
  }

  /// й, ъ, ы, ь.
  private static let neverFirst: [UInt8] = [10, 27, 28, 29]

  private static func partsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "&"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","):
      true
    default: false
    }
  }
}

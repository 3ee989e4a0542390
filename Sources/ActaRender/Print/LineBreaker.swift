/// Parts words into lines so that the spaces of the whole paragraph are as even as they can be.
///
/// A line's badness is the square of how much its spaces stretch; the lines with the least sum are taken. Each word
/// looks only at as many words behind it as fit a line, so the cost grows with the text.
struct LineBreaker {
  var words: [Word]
  /// Width of the first line, and of the others.
  var first: Int
  var width: Int
  var space: Int
  var alignment = PrintStyle.Alignment.justified

  /// The words of each line.
  func lines() -> [Range<Int>] {
    if fitsOneLine { return [0..<words.count] }
    var lines: [Range<Int>] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !words[end].isForced { end += 1 }
      append(start..<end, to: &lines)
      start = end
    }
    return lines
  }

  /// Most cells are a few words.
  private var fitsOneLine: Bool {
    guard !words.isEmpty else { return false }
    var length = 0
    for word in words {
      length += length > 0 ? word.gap + word.width : word.width
      if length > first || word.isForced && length > word.width { return false }
    }
    return true
  }

  private func append(_ stretch: Range<Int>, to lines: inout [Range<Int>]) {
    let count = stretch.count
    // The least badness of the words from each on, and where the line that begins with it ends.
    var best = [Int](repeating: 0, count: count + 1)
    var next = [Int](repeating: count, count: count + 1)
    words[stretch].withUnsafeBufferPointer { words in
      for index in stride(from: count - 1, through: 0, by: -1) {
        let measure = index == 0 && stretch.lowerBound == 0 ? first : width
        var length = words[index].width
        var gaps = 0
        var least = Int.max
        var end = index + 1
        while true {
          let hyphen = words[end - 1].hyphen
          if length + hyphen <= measure || end == index + 1 {
            let line = badness(
              slack: measure - length, gaps: gaps, count: end - index, words[end - 1],
              next: end < count ? words[end] : nil)
            if line + best[end] < least {
              least = line + best[end]
              next[index] = end
            }
          }
          guard end < count else { break }
          length += words[end].gap + words[end].width
          if words[end].gap > 0 { gaps += 1 }
          if length > measure { break }
          end += 1
        }
        best[index] = least
      }
    }
    var index = 0
    while index < count {
      let end = max(next[index], index + 1)
      lines.append(stretch.lowerBound + index..<stretch.lowerBound + end)
      index = end
    }
  }

  /// How bad a line is that ends with one word and is followed by another.
  @inline(__always)
  private func badness(slack: Int, gaps: Int, count: Int, _ last: Word, next: Word?) -> Int {
    guard let next else {
      // A lone short word makes a poor last line.
      if alignment != .center { return count == 1 && slack > width * 4 / 5 ? 4_000 : 0 }
      let stretch = max(slack, 0) * 256 / max(width, 1)
      return 20_000 + stretch * stretch
    }
    // Justified text suffers by its wide spaces, ragged text by lines of different length; lines of centred text should
    // all be of one. Where nothing is stretched, few lines matter more than even ones.
    var sum: Int
    if alignment == .justified {
      let stretch = min(max(slack, 0) * 64 / max(gaps * space, 1), 1 << 14)
      sum = 200 + stretch * stretch
    } else {
      let stretch = max(slack, 0) * 256 / max(width, 1)
      sum = 20_000 + stretch * stretch
    }
    if next.isTied { sum += 1 << 32 }
    if next.clings { sum += 60_000 }
    // A preposition of one letter ought to stand with its noun.
    if last.isLetter { sum += 4_000 }
    return sum
  }
}

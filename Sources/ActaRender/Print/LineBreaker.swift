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

  private func append(_ stretch: Range<Int>, to lines: inout [Range<Int>]) {
    let count = stretch.count
    // The least badness of the words from each on, and where the line that begins with it ends.
    var best = [Int](repeating: 0, count: count + 1)
    var next = [Int](repeating: count, count: count + 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let start = stretch.lowerBound + index
      let measure = start == 0 ? first : width
      var length = 0
      var gaps = 0
      var least = Int.max
      var end = index
      while end < count {
        let word = words[stretch.lowerBound + end]
        length += word.width + (end > index ? word.gap : 0)
        if end > index, word.gap > 0 { gaps += 1 }
        if length > measure, end > index { break }
        end += 1
        if length + word.hyphen > measure, end > index + 1 { continue }
        let badness = self.badness(
          slack: measure - length, gaps: gaps, isLast: end == count, stretch.lowerBound + end,
          words: end - index)
        let sum = badness + best[end]
        if sum < least {
          least = sum
          next[index] = end
        }
      }
      best[index] = least == Int.max ? 0 : least
    }
    var index = 0
    while index < count {
      let end = max(next[index], index + 1)
      lines.append(stretch.lowerBound + index..<stretch.lowerBound + end)
      index = end
    }
  }

  private func badness(slack: Int, gaps: Int, isLast: Bool, _ following: Int, words count: Int)
    -> Int
  {
    if isLast, alignment != .center {
      // A lone short word makes a poor last line.
      return count == 1 && slack > width * 4 / 5 ? 4_000 : 0
    }
    let slack = max(slack, 0)
    // Justified text suffers by its wide spaces, ragged text by lines of different length; lines of centred text should
    // all be of one. Where nothing is stretched, few lines matter more than even ones.
    let isJustified = alignment == .justified
    let stretch =
      isJustified
      ? min(slack * 64 / max(gaps * space, 1), 1 << 14) : slack * 256 / max(width, 1)
    let cling = !isLast && words.indices.contains(following) && words[following].clings
    return (isJustified ? 200 : 20_000) + stretch * stretch + (cling ? 60_000 : 0)
  }
}

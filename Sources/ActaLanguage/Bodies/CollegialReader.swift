import ActaDiagnostics
package import ActaModel

/// What a text states of a collegial body, with the bytes that state it.
package func collegialBody(in text: TokenizedText) -> CollegialBody {
  var body = CollegialBody()
  var isOnMinutes = false
  for range in BodySentence.ranges(in: text) {
    let sentence = BodySentence(text, range)
    var read = CollegialBody()
    sentence.readShares(into: &read)
    sentence.readCastingVote(into: &read)
    sentence.readBallot(into: &read)
    sentence.readAbsentee(into: &read)
    sentence.readOpinion(into: &read)
    sentence.readProxy(into: &read)
    sentence.readMeetings(into: &read)
    sentence.readMinutes(into: &read, isContinued: isOnMinutes)
    sentence.readNotices(into: &read)
    sentence.readComposition(into: &read)
    sentence.readReplacements(into: &read)
    var unread = CollegialBody()
    sentence.readUnread(into: &unread, read)
    if read.votes.count > 1 { read.votes.sort { $0.span < $1.span } }
    body.append(read)
    body.append(unread)
    isOnMinutes = sentence.has(.minutes)
  }
  return body
}

/// What the paragraphs of a regulation state of its body together, with the places in the source.
package func collegialBody(in paragraphs: [Prose]) -> CollegialBody {
  paragraphs.reduce(into: CollegialBody()) { whole, prose in
    let read = collegialBody(in: TokenizedText(prose.text))
    guard !read.isEmpty, let everywhere = prose.span else { return }
    whole.append(read.mappingSpans { prose.span(of: $0.start..<$0.end) ?? everywhere })
  }
}

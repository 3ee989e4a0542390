import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaLanguage

struct QuorumBodyTests {
  @Test func `the rules of a regulation are gathered with their places`() throws {
    let paragraphs = [
      "3.1. Заседания Совета проводятся не реже одного раза в квартал.",
      "3.2. Заседание правомочно, если присутствует не менее половины членов Совета.",
      "3.3. Решения принимаются большинством голосов присутствующих.",
      "3.4. В отсутствие председателя заседание ведет его заместитель.",
    ]
    let (body, source) = read(paragraphs)
    #expect(body.meetings.map(\.value) == [.frequency(times: 1, count: 1, .quarter)])
    #expect(words(body.meetings.map(\.span), source) == ["не реже одного раза в квартал"])
    #expect(words(body.quorums.map(\.span), source) == ["не менее половины членов Совета"])
    #expect(words(body.votes.map(\.span), source) == ["большинством голосов присутствующих"])
    #expect(body.replacements.map(\.value) == [ReplacementRule(absent: .chair, acting: .deputy)])
    #expect(body.conflicts.isEmpty)
    #expect(body.unread.isEmpty)
  }

  @Test func `two statements that disagree are both kept and told`() {
    let (body, source) = read([
      "5. Заседание правомочно, если на нем присутствует более половины членов Комиссии.",
      "9. Комиссия правомочна, если присутствует не менее двух третей ее членов.",
      "10. Комиссия правомочна, если присутствует более половины членов.",
    ])
    #expect(body.quorums.count == 3)
    #expect(body.conflicts.map(\.subject) == [.quorum])
    #expect(
      words(body.conflicts.flatMap(\.spans), source) == [
        "более половины членов Комиссии", "не менее двух третей ее членов",
      ])
  }

  @Test(arguments: [
    "Решения принимаются большинством голосов. Решения по вопросам исключения принимаются двумя третями голосов.",
    "Заседание правомочно при участии половины членов. Заочное голосование правомочно при участии двух третей членов.",
    "Заседания проводятся ежемесячно. Заседания проводятся по мере необходимости.",
    "Допускается заочное голосование. Заочное голосование по вопросам избрания не допускается.",
    "Решения могут приниматься заочно. Доклад на заочное голосование не выносится.",
  ])
  func `rules for different cases do not contradict each other`(_ text: String) {
    let body = collegialBody(in: TokenizedText(text))
    #expect(!body.isEmpty)
    #expect(body.conflicts.isEmpty)
  }

  @Test(
    arguments: [
      ("Комиссия голосует открыто. Комиссия голосует тайно.", .ballot),
      (
        "Секретарь извещает членов о заседании за 3 дня. Члены извещаются о заседании за 5 дней.",
        .notice
      ),
      (
        "При равенстве голосов решает голос председателя. При равенстве голосов решение не принято.",
        .castingVote
      ),
      (
        "Заочное голосование не допускается. Решения могут приниматься путем заочного голосования.",
        .absentee
      ),
      ("Заседания проводятся ежемесячно. Заседания проводятся не реже раза в квартал.", .frequency),
      (
        "Протокол подписывается в течение 3 дней. Протокол подписывается в течение 5 дней.",
        .minutes
      ),
      (
        "Замена члена Совета не допускается. Член Совета может передать право голоса по доверенности.",
        .proxy
      ),
      (
        "Решения принимаются большинством голосов. Решения принимаются двумя третями голосов.",
        .majority
      ),
    ] as [(String, CollegialConflict.Subject)])
  func `a contradiction of each kind is found`(
    _ text: String, _ subject: CollegialConflict.Subject
  ) {
    #expect(collegialBody(in: TokenizedText(text)).conflicts.map(\.subject) == [subject])
  }

  @Test(
    arguments: [
      ("В отсутствие председателя заседание ведет заместитель председателя.", [(.chair, .deputy)]),
      (
        "Заместитель председателя исполняет обязанности председателя в его отсутствие.",
        [(.chair, .deputy)]
      ),
      (
        "Заместитель руководителя замещает руководителя в период его отсутствия.",
        [(.chair, .deputy)]
      ),
      ("Заседания ведет председатель, а в его отсутствие – заместитель.", [(.chair, .deputy)]),
      ("В отсутствие секретаря протокол ведет один из членов Комиссии.", [(.secretary, .member)]),
      (
        "В случае отсутствия председателя и его заместителя председательствует один из членов Комиссии.",
        [(.chair, .member)]
      ),
      ("Члены Комиссии, отсутствующие на заседании, извещаются письменно.", []),
    ] as [(String, [(Role.Office, Role.Office)])])
  func `who acts for whom is read`(_ text: String, _ expected: [(Role.Office, Role.Office)]) {
    let read = collegialBody(in: TokenizedText(text)).replacements.map(\.value)
    #expect(read == expected.map { ReplacementRule(absent: $0.0, acting: $0.1) })
  }

  @Test(
    arguments: [
      ("Кворум определяется регламентом работы Совета.", [.quorum]),
      ("Заседание правомочно, если собралось достаточно членов.", [.quorum]),
      ("Решения принимаются квалифицированным большинством голосов.", []),
      ("При равенстве голосов вопрос решается в установленном порядке.", [.castingVote]),
      ("Заседания проводятся не реже, чем это требуется.", [.meetings]),
      ("Заседание правомочно, если:", []),
      ("При наличии кворума председатель открывает заседание.", []),
      ("Комиссия правомочна запрашивать документы.", []),
    ] as [(String, [UnreadRule])])
  func `what looks like a rule and is none is told`(_ text: String, _ expected: [UnreadRule]) {
    #expect(collegialBody(in: TokenizedText(text)).unread.map(\.value) == expected)
  }

  @Test func `a duty without its term is kept`() {
    let body = collegialBody(
      in: TokenizedText(
        "Секретарь информирует членов Комиссии о дате заседания. "
          + "Подписанный протокол направляется членам Комиссии."))
    #expect(body.notices.map(\.value) == [NoticeRule(lead: nil)])
    #expect(body.minutes.map(\.value) == [.sent(within: nil)])
    #expect(body.reading == .object([]))
  }

  @Test func `a majority without a figure is kept and not printed`() {
    let body = collegialBody(
      in: TokenizedText("Решения принимаются квалифицированным большинством голосов."))
    #expect(body.votes.count == 1)
    #expect(body.reading == .object([]))
    #expect(body.neededToDecide(ofMembers: 9) == [nil])
  }

  @Test func `the order of an absentee vote is read`() {
    let body = collegialBody(
      in: TokenizedText(
        "Заочное голосование проводится по решению председателя, бюллетени возвращаются в течение 3 рабочих дней."
      ))
    #expect(
      body.votes.map(\.value) == [
        .absentee(
          AbsenteeVoting(
            isAllowed: true, isOrdered: true, hasPapers: true, returnTerm: Term(3, .workingDay)))
      ])
  }

  private func read(_ paragraphs: [String]) -> (CollegialBody, [UInt8]) {
    var source = ""
    let prose = paragraphs.map { paragraph in
      defer { source += paragraph + "\n\n" }
      return Prose(paragraph, at: source.utf8.count)
    }
    return (collegialBody(in: prose), Array(source.utf8))
  }

  private func words(_ spans: [Span], _ source: [UInt8]) -> [String] {
    spans.map { String(decoding: source[$0.start..<$0.end], as: UTF8.self) }
  }
}

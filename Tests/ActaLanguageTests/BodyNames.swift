import ActaLanguage
import Testing

private func name(_ text: String) -> BodyName? { BodyNameReader(TokenizedText(text)).names().first }

@Test func `a body's name is its noun, its adjectives and what it is for`() throws {
  let text =
    "Создать межведомственную рабочую группу Министерства по вопросам доступности музеев в крае"
  let found = try #require(name(text))
  #expect(found.head == "межведомственную рабочую группу")
  #expect(found.text.hasSuffix("по вопросам доступности музеев"))
  #expect(found.adjectives.count == 2)
  #expect(found.purpose.count == 2)
  #expect(found.isFounding)
}

@Test func `names of one body agree in whatever case they stand`() throws {
  let first = try #require(name("Положение о координационном совете по внедрению стандартов"))
  let second = try #require(name("состав координационного совета по вопросам внедрения стандартов"))
  #expect(first.hasSameHead(as: second))
  #expect(!first.differsInPurpose(from: second))
  #expect(first.mayBe(second))
}

@Test func `a shorter name is no other name, another word is`() throws {
  let whole = try #require(name("комиссия по отбору проектов благоустройства"))
  let short = try #require(name("комиссии по отбору проектов"))
  let other = try #require(name("комиссией по отбору инициатив"))
  #expect(!whole.differsInPurpose(from: short))
  #expect(whole.differsInPurpose(from: other))
  #expect(!whole.mayBe(try #require(name("комиссия по противодействию коррупции"))))
}

@Test func `an adviser is no council and a team of words is no group`() {
  #expect(name("Советник министра") == nil)
  #expect(name("группировка") == nil)
  #expect(name("советский") == nil)
}

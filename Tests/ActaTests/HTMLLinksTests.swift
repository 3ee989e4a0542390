import ActaModel
import Testing

@testable import ActaRender

@Suite struct HTMLLinksTests {
  @Test(
    arguments: [
      ("https://example.ru/путь?a=1#b", "https://example.ru/путь?a=1#b"),
      ("HTTP://example.ru/a b", "HTTP://example.ru/a%20b"),
      ("mailto:info@example.ru", "mailto:info@example.ru"),
      ("tel:+78722670000", "tel:+78722670000"),
      ("javascript:alert(1)", nil), ("JavaScript:alert(1)", nil), ("java\tscript:alert(1)", nil),
      (" javascript:alert(1)", "%20javascript:alert(1)"), ("data:text/html,x", nil),
      ("vbscript:x", nil),
      ("file:///etc/passwd", nil), ("c:/x", nil), ("//evil.example/x", nil),
      (#"\\evil.example"#, nil),
      ("", nil), ("%", "%25"), (#"a"b.pdf"#, "a%22b.pdf"),
      ("files/form.pdf", "files/form.pdf"), ("form.pdf?v=1#p", "form.pdf?v=1#p"),
    ] as [(String, String?)])
  func `a link's scheme is one of the allowed or there is no link`(
    _ link: String, _ address: String?
  ) {
    #expect(links().address(link) == address)
  }

  @Test(
    arguments: [
      ("#p-4", "#p-4"), ("order.md", "#act"), ("order.md#p-4", "#p-4"),
      ("polozhenie.md", "#pril-1"), ("./polozhenie.md#p-1.1-а", "#pril-1-p-1.1-а"),
      ("polozhenie.md#p-1.1-%D0%B0", "#pril-1-p-1.1-а"),
      ("../15/order.md", "../15/index.html"), ("../15/order.md#p-2", "../15/index.html#p-2"),
      ("../15/sostav.md#m-1", "../15/index.html#pril-m-1"), ("../nowhere.md", nil),
    ] as [(String, String?)])
  func `sources of acts become pages`(_ link: String, _ address: String?) {
    #expect(links().address(link) == address)
  }

  @Test func `an appendix's own addresses are those of its place on the page`() {
    let act = HTMLFixture.act
    let site = SiteMap([act], settings: Settings())
    let links = Links(HTMLFixture.regulation, of: act, on: site)
    #expect(links.address("#p-1.1") == "#pril-1-p-1.1")
    #expect(links.address("order.md#p-1") == "#p-1")
  }

  @Test func `pages in deeper folders find each other and their files`() {
    let act = self.act("2024/aprel/15-od", order: "acts/2024/aprel/15-od.md")
    let other = self.act("12", order: "acts/12/order.md")
    let site = SiteMap([act, other], settings: Settings())
    let links = Links(act.order, of: act, on: site)
    #expect(links.address("../../12/order.md#p-1") == "../../../12/index.html#p-1")
    #expect(links.address("form.pdf") == "../form.pdf")
  }

  @Test(arguments: [
    (
      "Государственная жилищная инспекция Республики Дагестан",
      "Государственной жилищной инспекции Республики Дагестан"
    ),
    ("Правительство Кировской области", "Правительства Кировской области"),
    ("министерство цифрового развития", "министерства цифрового развития"),
    ("Агентство информации и печати", "Агентства информации и печати"),
    ("Управление Главы Республики Дагестан", "Управления Главы Республики Дагестан"),
    (
      "Кировское областное государственное автономное учреждение",
      "Кировского областного государственного автономного учреждения"
    ),
    ("Федеральная служба по надзору", "Федеральной службы по надзору"),
    ("Администрация города", "Администрации города"), ("Комитет по охране", "Комитета по охране"),
    ("Счётная палата", "Счётной палаты"), ("Следственный комитет", "Следственного комитета"),
    ("Высшее учебное заведение", "Высшего учебного заведения"),
    ("Губернатор области", "Губернатора области"),
    ("Минстрой Дагестана", "Минстроя Дагестана"), ("Минобрнауки России", "Минобрнауки России"),

    ("ПРАВИТЕЛЬСТВО РЕСПУБЛИКИ", "ПРАВИТЕЛЬСТВА РЕСПУБЛИКИ"),
    ("Городской совет", "Городского совета"),
    ("МВД по Республике Дагестан", "МВД по Республике Дагестан"),
    ("Председатель Правительства", "Председателя Правительства"),
  ])
  func `a body's name is put in the genitive`(_ name: String, _ genitive: String) {
    #expect(ActaRender.genitive(ofBody: name) == genitive)
  }

  private func links() -> Links {
    let act = HTMLFixture.act
    let other = Act(
      order: Document(path: "acts/15/order.md"),
      appendices: [Appendix(number: nil, document: Document(path: "acts/15/sostav.md"))], id: "15")
    return Links(act.order, of: act, on: SiteMap([act, other], settings: Settings()))
  }

  private func act(_ id: String, order: String) -> Act {
    Act(order: Document(path: order), appendices: [], id: id)
  }
}

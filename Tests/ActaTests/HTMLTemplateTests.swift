import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct HTMLTemplateTests {
  @Test(arguments: [
    ("⟦{{titel}}⟧", "template/unknown-name"), ("{{title}} ⟦{{#draft}}⟧", "template/syntax"),
    ("⟦{{/draft}}⟧", "template/syntax"), ("{{#draft}}⟦{{/title}}⟧", "template/syntax"),
    ("<p>⟦{{title</p>⟧", "template/syntax"), ("⟦{{> act}}⟧", "template/unknown-name"),
    ("⟦{{> letterhead}}⟧", "template/unknown-name"), ("⟦{{=<% %>=}}⟧", "template/syntax"),
    ("⟦{{<page}}⟧", "template/syntax"), ("⟦{{$block}}⟧", "template/syntax"),
    ("⟦{{{title}}⟧", "template/syntax"), ("⟦{{}}⟧", "template/unknown-name"),
    ("⟦{{%CONTENT_TYPE:TEXT}}⟧", "template/syntax"),
  ])
  func `a mistake in a template is shown where it stands`(_ marked: String, _ rule: String) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
    let start = parts[0].utf8.count
    let loaded = Templates.load(overrides: ["letterhead.html": parts.joined()])
    #expect(loaded.findings.map(\.rule.text) == [rule])
    #expect(loaded.findings.map(\.span) == [Span(start, start + parts[1].utf8.count)])
    #expect(loaded.findings.map(\.file) == ["templates/letterhead.html"])
    #expect(
      HTMLFixture.page(HTMLFixture.act, templates: ["letterhead.html": parts.joined()]).contains(
        "<h1>Об организации"))
  }

  @Test func `an unknown name is told with the nearest known one`() {
    let findings = Template.parsed(Array("{{titel}}".utf8), as: .letterhead).findings
    #expect(findings.map { $0.help?.ru } == ["возможно, имелось в виду «title»"])
  }

  @Test func `a department's template takes the place of Acta's own`() {
    let page = HTMLFixture.page(
      HTMLFixture.act,
      templates: [
        "stamp.html":
          "{{! note }}\n<div class=\"stamp\"><p>К {{kindDative}} {{requisites}}</p>{{{own}}}</div>\n"
      ])
    #expect(page.contains("<p>К приказу от 31.08.2023 № 345-ОД</p></div>"))
    #expect(page.ranges(of: "УТВЕРЖД").count == 1)
  }

  @Test func `a department's style sheet and scripts are published as they are`() {
    let own = ["style.css": "p{}", "search.js": "// own\n"]
    for file in Templates.load(overrides: own).value.assets where own[file.path] != nil {
      #expect(file.bytes == Array((own[file.path] ?? "").utf8))
    }
  }

  @Test(arguments: [
    String(repeating: "{{#draft}}", count: 20_000), String(repeating: "{", count: 300_000),
    String(repeating: "{{", count: 150_000), String(repeating: "{{title}}", count: 30_000),
    String(repeating: "{{!", count: 100_000),
    String(repeating: "{{#draft}}{{/draft}}", count: 20_000), "{{", "{{{", "{{#", "{{>", "{{/",
    "{{!", "{{ ", "{{&",
    "}}",
  ])
  func `a hostile template ends neither the program nor its time`(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = Templates.load(overrides: ["page.html": text]) }
    #expect(time < .seconds(2))
  }

  @Test func `every name that a page gives is known to the check`() {
    let act = HTMLFixture.act
    let site = SiteMap([act], settings: HTMLFixture.settings)
    #expect(
      actFields(act, on: site, files: ActFile.allCases).names.subtracting(
        Templates.Name.act.vocabulary) == [])
    #expect(
      pageFields(act, on: site, files: ActFile.allCases, hasContents: true, body: []).names
        .subtracting(Templates.Name.page.vocabulary) == [])
    for appendix in act.appendices {
      let names = stampFields(appendix, approvedBy: ApprovingAct(act, site.settings)).names
      #expect(names.subtracting(Templates.Name.stamp.vocabulary) == [])
    }
  }

  @Test(arguments: Templates.Name.allCases)
  func `every name of a template is documented at its head`(_ name: Templates.Name) {
    let text = String(decoding: name.builtIn, as: UTF8.self)
    let (head, body) =
      text.firstRange(of: "}}").map {
        (text[..<$0.lowerBound], text[$0.upperBound...])
      } ?? ("", text[...])
    for tag in body.split(separator: "{{").dropFirst() {
      let used = tag.prefix { $0 != "}" }.drop { "#^/{&> ".contains($0) }
      #expect(head.contains(used), "\(used)")
    }
  }
}

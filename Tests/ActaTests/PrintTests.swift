import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

@Suite struct PrintTests {
  @Test func `the same act prints to the same bytes`() {
    let sample = sampleAct()
    let text = printedText(of: sample.act, settings: sample.settings)
    #expect(text == printedText(of: sample.act, settings: sample.settings))
    #expect(!text.isEmpty)
  }
}

import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A requisite that an act cannot do without, or that one looks for in vain.
  static let missingRequisite = Rule(
    "act/missing-requisite", .warning,
    summary: Text(
      ru: "У акта нет подписи, места издания, заголовка или пунктов",
      en: "An act without a signatory, a place, a title or points"),
    reason: Text(
      ru: "Без подписи акт не издан; без заголовка на него неудобно сослаться.",
      en: "Without a signature an act is not issued; without a title it is hard to cite."),
    norm: Text(
      ru: "ГОСТ Р 7.0.97-2016, реквизиты 13, 17, 18, 22; у распоряжений правительств заголовка "
        + "часто нет.",
      en: "ГОСТ Р 7.0.97-2016, requisites 13, 17, 18, 22; governments' directives often have no "
        + "title."),
    examples: [
      .accepts(
        Sample.order(
          head: "место: Горск\nподписал: {должность: Министр, имя: А.А. Орлов}\n",
          text: "1. Утвердить штат.", [])),
      .rejects(
        Sample.order(head: "место: Горск\n", text: "1. Утвердить штат.", [])
          .replacing("//- order.md\n---", with: "//- order.md\n⟦---⟧")),
      .rejects(
        Sample.order(
          head: "место: Горск\nподписал: {должность: Министр, имя: А.А. Орлов}\n", text: "", []
        )
        .replacing("//- order.md\n---", with: "//- order.md\n⟦---⟧")),
    ],
    .act { read, report in
      guard let order = read.order, order.document.family == .order else { return }
      let requisites = order.document.requisites
      let isDraft = requisites.status?.value == .draft
      let fence = order.document.frontMatter
      let opening = Span(fence.start, min(fence.end, fence.start + 3))
      if requisites.signatories.isEmpty, !isDraft {
        report(order.path, at: opening, .noSignatory)
      }
      if requisites.issuers.count > 1, requisites.signatories.count == 1 {
        report(
          order.path, at: requisites.signatories.first?.name.span,
          .oneSignature(requisites.issuers.count))
      }
      if requisites.title == nil {
        let preamble = order.passages.first { passage in
          guard case .provision(let provision) = passage.place else { return false }
          return provision.role == .preamble
        }
        report(
          order.path,
          at: preamble?.place(of: Span(0, min(60, preamble?.text.utf8.count ?? 0))) ?? opening,
          .noTitle,
          level: .note)
      }
      if report.points.isEmpty { report(order.path, at: opening, .noPoints) }
    })
}

extension Text {
  fileprivate static let noSignatory = Text(
    ru: "Нет подписи: ключ «подписал» – должность и имя", en: "No signatory: the key «подписал»")

  fileprivate static let noTitle = Text(
    ru: "Нет заголовка к тексту («О …»): на такой акт неудобно сослаться",
    en: "No title («О …»): such an act is hard to cite")

  fileprivate static let noPoints = Text(
    ru: "В акте нет ни одного пункта", en: "The act has no point at all")

  fileprivate static func oneSignature(_ count: Int) -> Text {
    Text(
      ru: "Акт совместный (органов – \(count)), а подпись одна: подписывают все",
      en: "The act is a joint one of \(count) bodies with one signature: all of them sign")
  }
}

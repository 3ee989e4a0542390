import ActaDiagnostics
import ActaModel

/// Issuer, kind, date and number, place (ГОСТ Р 7.0.97, requisites 05, 09, 10, 11, 13).
func letterhead(of requisites: Requisites, _ settings: Settings) -> [PrintBlock] {
  var blocks: [PrintBlock] = []
  let isDraft = requisites.status?.value == .draft
  if isDraft {
    blocks.append(.paragraph(PrintParagraph(PrintText("ПРОЕКТ"), .stamp)))
  }
  let narrow = PrintStyle.requisite.with {
    $0.left = .share(10)
    $0.right = .share(10)
    $0.isBold = true
  }
  for (index, issuer) in requisites.issuers.enumerated() {
    let name = PrintText(settings.bodyName(issuer.value).uppercased())
    blocks.append(
      .paragraph(
        PrintParagraph(name, narrow.with { $0.spaceBefore = index == 0 && isDraft ? 2 : 0 })))
  }
  if let kind = requisites.kind?.value {
    let word = PrintText(kind.ru.uppercased())
    blocks.append(
      .paragraph(PrintParagraph(word, narrow.with { $0.spaceBefore = blocks.isEmpty ? 0 : 2 })))
  }
  let blank = isDraft ? "____________" : ""
  let date = requisites.date?.value.printed ?? blank
  let number = requisites.number.map { numbered($0.value) } ?? (isDraft ? "№ \(blank)" : "")
  if !date.isEmpty || !number.isEmpty {
    blocks.append(
      .pair(
        PrintPair(
          left: PrintText(date), right: PrintText(number),
          style: PrintStyle.requisite.with {
            $0.alignment = .left
            $0.spaceBefore = 2
          })))
  }
  if let place = requisites.place?.value {
    blocks.append(
      .paragraph(
        PrintParagraph(PrintText(place), PrintStyle.requisite.with { $0.spaceBefore = 2 })))
  }
  if let last = blocks.popLast() { blocks.append(last.followed(bySpace: 4)) }
  return blocks
}

/// The title in the middle, unless the text itself begins with it.
func title(of document: Document, before body: [Block]) -> [PrintBlock] {
  guard let title = document.requisites.title?.value, !title.isEmpty else { return [] }
  if case .provision(let first)? = body.first, first.headingLevel != nil, first.number == nil,
    first.text.text.lowercased().split(whereSeparator: \.isWhitespace)
      == title.lowercased().split(whereSeparator: \.isWhitespace)
  {
    return []
  }
  return [.paragraph(PrintParagraph(PrintText(title), .title))]
}

/// Post at the left, name at the right (requisite 22), and the mark of an electronic signature (23).
func signature(of requisites: Requisites) -> [PrintBlock] {
  var blocks: [PrintBlock] = []
  for (index, signatory) in requisites.signatories.enumerated() {
    blocks.append(
      .pair(
        PrintPair(
          left: PrintText(signatory.post.value), right: PrintText(signatory.name.value),
          style: PrintStyle.signature.with { $0.spaceBefore = index == 0 ? 6 : 2 })))
  }
  if let mark = requisites.electronicSignature {
    var lines = ["Документ подписан электронной подписью"]
    if let certificate = mark.certificate?.value { lines.append("Сертификат \(certificate)") }
    if let owner = mark.owner?.value { lines.append("Владелец \(owner)") }
    let term = [
      mark.from.map { "с \($0.value.printed)" }, mark.until.map { "по \($0.value.printed)" },
    ].compactMap(\.self)
    if !term.isEmpty { lines.append("Действителен " + term.joined(separator: " ")) }
    let plain = PrintStyle().with { $0.role = .requisite }
    blocks.append(
      .frame(
        PrintFrame(
          lines.map { PrintParagraph(PrintText($0), plain) },
          style: PrintStyle.signature.with {
            $0.alignment = .center
            $0.spaceBefore = 2
          })))
  }
  return blocks
}

/// A stamp that the source carries itself.
func ownStamp(_ provision: Provision) -> [PrintBlock] {
  var text = PrintText(provision.text)
  let first = provision.text.text.prefix { $0.isLetter }
  if first.count < provision.text.text.count, first.lowercased().hasPrefix("утвержд") {
    text.breakAfterFirstWord()
  }
  text.breakBeforeDate()
  return [.paragraph(PrintParagraph(text, PrintStyle.stamp.with { $0.spaceAfter = 2 }))]
}

/// The stamp that an appendix gets from its act (requisites 16 and 19): an approved document takes the participle of
/// its kind, any other a reference to the act.
func approvalStamp(of appendix: Appendix, _ act: ApprovingAct) -> [PrintBlock] {
  let stamp = ApprovalStamp(of: appendix, act)
  var blocks: [PrintBlock] = []
  for (index, line) in stamp.lines.enumerated() {
    let style = PrintStyle.stamp.with {
      $0.spaceBefore = index > 0 && line.opensParagraph ? 2 : 0
      $0.spaceAfter = index == stamp.lines.count - 1 ? 2 : 0
    }
    blocks.append(.paragraph(PrintParagraph(PrintText(line.text), style)))
  }
  return blocks
}

/// A registration number behind its sign, which it may bring along.
func numbered(_ number: String) -> String {
  number.hasPrefix("№") || number.hasPrefix("N ") ? number : "№ \(number)"
}

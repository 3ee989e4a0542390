import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// The electronic signature cannot be that of this act.
  static let signatureCertificate = Rule(
    "act/signature-certificate", .error,
    summary: Text(
      ru: "Сертификат подписи не действовал в день акта или выдан не тому, кто подписал",
      en: "The certificate was not valid on the act's day, or is not the signatory's"),
    reason: Text(
      ru: "Подпись недействительным сертификатом не равна собственноручной: акт не подписан.",
      en: "A signature with an invalid certificate is none."),
    norm: Text(
      ru: "63-ФЗ от 06.04.2011, ст. 11; ГОСТ Р 7.0.97-2016, реквизит 23.",
      en: "63-ФЗ of 06.04.2011, art. 11; ГОСТ Р 7.0.97-2016, requisite 23."),
    examples: [
      .accepts(sample("01.01.2024", "01.01.2025", "Орлов Андрей Ильич")),
      .rejects(sample("⟦01.03.2024⟧", "01.03.2025", "Орлов Андрей Ильич")),
      .rejects(sample("01.01.2022", "⟦01.01.2023⟧", "Орлов Андрей Ильич")),
      .rejects(sample("01.01.2024", "01.01.2025", "⟦Соколов Андрей Ильич⟧")),
    ],
    .act { read, report in
      let requisites = read.act.order.requisites
      guard let signature = requisites.electronicSignature else { return }
      let file = read.act.order.path
      let (from, until) = (signature.from?.value.value, signature.until?.value.value)
      if let from, let until, from > until {
        report(file, at: signature.until?.span, .turned(from.dotted, until.dotted))
      } else if let date = requisites.date?.value.value {
        let places = [Place(file: file, at: requisites.date?.span, .date)]
        if let from, date < from {
          report(file, at: signature.from?.span, .early(date.dotted, from.dotted), places: places)
        }
        if let until, date > until {
          report(file, at: signature.until?.span, .late(date.dotted, until.dotted), places: places)
        }
      }
      guard let owner = signature.owner, !requisites.signatories.isEmpty,
        !requisites.signatories.contains(where: { isSame($0.name.value, owner.value) })
      else { return }
      report(
        file, at: owner.span, .otherOwner(owner.value),
        places: requisites.signatories.map { Place(file: file, at: $0.name.span, .signed) })
    })

  /// Whether two spellings can be of one person: one surname, and initials that agree.
  private static func isSame(_ name: String, _ owner: String) -> Bool {
    let (left, right) = (NameParts(name), NameParts(owner))
    guard !left.words.isEmpty, !right.words.isEmpty else { return true }
    guard let surname = left.words.first(where: { right.words.contains($0) }) else { return false }
    let others = left.initials(besides: surname)
    let wanted = right.initials(besides: surname)
    return zip(others, wanted).allSatisfy { $0 == $1 }
  }

  private struct NameParts {
    /// Whole words, folded.
    var words: [Letters] = []
    private var all: [Letters] = []

    init(_ name: String) {
      all = TokenizedText(name).tokens.filter(\.isWord).map(\.letters)
      words = all.filter { $0.count > 2 }
    }

    func initials(besides surname: Letters) -> [UInt8] {
      all.filter { $0 != surname }.map { $0[0] }
    }
  }

  private static func sample(_ from: String, _ until: String, _ owner: String) -> String {
    Sample.order(
      head: "подписал: {должность: Министр, имя: А.И. Орлов}\n"
        + "электронная-подпись:\n  сертификат: 00A1\n  владелец: \(owner)\n  с: \(from)\n  по: \(until)\n",
      text: "1. Утвердить штат.", [])
  }
}

extension Text {
  fileprivate static func early(_ date: String, _ from: String) -> Text {
    Text(
      ru: "Акт подписан \(date), а сертификат действует только с \(from)",
      en: "The act is of \(date), the certificate is valid from \(from)")
  }

  fileprivate static func late(_ date: String, _ until: String) -> Text {
    Text(
      ru: "Акт подписан \(date), а сертификат действовал по \(until)",
      en: "The act is of \(date), the certificate was valid until \(until)")
  }

  fileprivate static func turned(_ from: String, _ until: String) -> Text {
    Text(
      ru: "Сертификат действует с \(from) по \(until): конец раньше начала",
      en: "The certificate is valid from \(from) until \(until): the end precedes the beginning")
  }

  fileprivate static func otherOwner(_ owner: String) -> Text {
    Text(
      ru: "Владелец сертификата «\(owner)» – не тот, кто подписал акт",
      en: "The certificate's owner «\(owner)» is not who signed the act")
  }

  fileprivate static let date = Text(ru: "дата акта", en: "the act's date")
  fileprivate static let signed = Text(ru: "подписал", en: "signed by")
}

import ActaModel

extension DefectKind {
  /// Every way; each takes what it needs from the acts as they are.
  static let all: [DefectKind] = text + numbering + references + rosters + bodies + roadmaps + heads

  // MARK: Words

  private static let text: [DefectKind] = [
    DefectKind("латинская буква в слове", ["text/mixed-script"]) { draft, random in
      // A long word in lower case: no abbreviation, no Roman numeral.
      change(&draft, &random, ".md", { $0.contains("ожения") || $0.contains("ответствен") }) {
        $0.changing("ответствен", to: "oтветствен") ?? $0.changing("ожения", to: "oжения")
      }
    },
    DefectKind("двойной пробел", ["text/double-space"]) { draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains(" в ") }) {
        $0.changing(" в ", to: "  в ")
      }
    },
    DefectKind("кавычка не закрыта", ["text/unbalanced-quotes"]) { draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains("»") }) {
        $0.changing("»", to: "")
      }
    },
    DefectKind("скобка не закрыта", ["text/unbalanced-brackets"]) { draft, random in
      change(
        &draft, &random, ".md", { isProse($0) && $0.contains("example)") && !$0.contains("](") }
      ) { $0.changing("example)", to: "example") }
    },
    DefectKind("слово дважды", ["text/repeated-word"]) { draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains(" заседани") }) {
        $0.changing(" в ", to: " в в ") ?? $0.changing(" на ", to: " на на ")
      }
    },
    DefectKind("знак номера прочитан не в той кодировке", ["source/mojibake"]) { draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains("№ ") && !$0.contains("](") }) {
        $0.changing("№", to: "в„–")
      }
    },
    DefectKind("тег HTML", ["source/raw-html"]) { draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains(" и ") }) {
        $0.changing(" и ", to: " <b>и</b> ")
      }
    },
    DefectKind("буква З вместо цифры", ["text/look-alike-digit", "reference/citation-conflict"]) {
      draft, random in
      change(&draft, &random, ".md", { isProse($0) && $0.contains("№ 413-р") }) {
        $0.changing("№ 413-р", to: "№ 41З-р")
      }
    },
  ]

  // MARK: Numbers

  private static let numbering: [DefectKind] = [
    DefectKind("пункт удалён", ["numbering/gap"], consequences: ["reference/", "act/"]) {
      draft, random in
      // Not the last of its row, and a paragraph of its own.
      let sites = draft.sites("order.md") { $0.hasPrefix("3. ") || $0.hasPrefix("5. ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      let lines = draft.lines(site.path)
      let end = lines[site.index...].firstIndex(of: "") ?? lines.count
      draft.remove(site.path, site.index..<min(end + 1, lines.count))
      return true
    },
    DefectKind(
      "подпункт положения удалён", ["numbering/gap"], consequences: ["quorum/", "reference/"]
    ) { draft, random in
      let sites = draft.sites("polozhenie.md") { $0.hasPrefix("2) ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      let lines = draft.lines(site.path)
      let end = lines[site.index...].firstIndex(of: "") ?? lines.count
      draft.remove(site.path, site.index..<min(end + 1, lines.count))
      return true
    },
    DefectKind("номер повторён", ["numbering/"], consequences: ["reference/"]) { draft, random in
      change(&draft, &random, "order.md", { $0.hasPrefix("4. ") }) { $0.changing("4. ", to: "3. ") }
    },
    DefectKind(
      "номер строки плана перескочил", ["numbering/"], consequences: ["reference/", "roadmap/"]
    ) { draft, random in
      change(
        &draft, &random, "dorozhnaya-karta.md",
        { $0.hasPrefix("| 3.4. ") || $0.hasPrefix("| 2.3. ") }
      ) {
        $0.changing("| 3.4. ", to: "| 3.7. ") ?? $0.changing("| 2.3. ", to: "| 2.8. ")
      }
    },
    DefectKind(
      "номер чужого раздела", ["numbering/wrong-parent", "numbering/out-of-order"],
      consequences: ["numbering/", "reference/", "roadmap/"]
    ) { draft, random in
      change(
        &draft, &random, "dorozhnaya-karta.md",
        { $0.hasPrefix("### 4.2. ") || $0.hasPrefix("| 4.2. ") }
      ) {
        $0.changing("4.2. ", to: "5.2. ")
      }
    },
  ]

  // MARK: References

  private static let references: [DefectKind] = [
    DefectKind("ссылка на пункт, которого нет", ["reference/unresolved"]) { draft, random in
      change(
        &draft, &random, ".md",
        {
          isProse($0)
            && ($0.contains("пункта 5.3 ") || $0.contains("пункта 7.1 ")
              || $0.contains("пунктом 5 ") || $0.contains("разделе 5 ")
              || $0.contains("разделом 4 ") || $0.contains("пункте 2.3 "))
        }
      ) {
        $0.changing("пункта 5.3 ", to: "пункта 5.13 ") ?? $0.changing(
          "пункта 7.1 ", to: "пункта 7.11 ")
          ?? $0.changing("пунктом 5 ", to: "пунктом 15 ") ?? $0.changing(
            "разделе 5 ", to: "разделе 15 ")
          ?? $0.changing("разделом 4 ", to: "разделом 14 ")
          ?? $0.changing("пункте 2.3 ", to: "пункте 2.13 ")
      }
    },
    DefectKind(
      "приложения с таким номером нет", ["reference/appendix-missing"],
      consequences: ["reference/", "act/"]
    ) { draft, random in
      change(&draft, &random, "order.md", { $0.contains("приложению № 2") }) {
        $0.changing("приложению № 2", to: "приложению № 9")
      }
    },
    DefectKind("у одного акта два номера", ["reference/citation-conflict", "act/amended-by"]) {
      draft, random in
      change(
        &draft, &random, ".md",
        { isProse($0) && $0.contains("№ 59-ФЗ") || $0.contains("2025 № 344-р)") }
      ) {
        $0.changing("№ 59-ФЗ", to: "№ 95-ФЗ") ?? $0.changing("№ 344-р)", to: "№ 434-р)")
      }
    },
    DefectKind("адрес сайта с опиской", ["reference/address-conflict"]) { draft, random in
      change(
        &draft, &random, ".md",
        {
          isProse($0)
            && ($0.contains("(zaozerye.example)") || $0.contains("(nadzor.zaozerye.example)")
              || $0.contains("(digital.zaozerye.example)"))
        }
      ) {
        $0.changing("zaozerye.example)", to: "zaozerie.example)")
      }
    },
    DefectKind("гриф с чужим номером", ["reference/stamp-mismatch"]) { draft, random in
      let path = "2026-58-od-ofis/polozhenie.md"
      let end = (draft.lines(path).dropFirst().firstIndex(of: "---") ?? 0) + 1
      draft.insert(
        path, end,
        "\nУТВЕРЖДЕНО\nприказом Государственной инспекции строительного и жилищного надзора Заозёрской области\nот 10 ноября 2026 г. № 85-од\n"
      )
      return true
    },
    DefectKind("гриф не того рода", ["reference/stamp-mismatch", "text/"]) { draft, random in
      let path = "2026-412-r-gruppa/sostav.md"
      let end = (draft.lines(path).dropFirst().firstIndex(of: "---") ?? 0) + 1
      draft.insert(
        path, end,
        "\nУТВЕРЖДЕНО\nраспоряжением Правительства Заозёрской области\nот 15 октября 2026 г. № 412-р\n"
      )
      return true
    },
    DefectKind(
      "название приложения разошлось", ["act/title-mismatch", "roster/body-mismatch"],
      consequences: ["roster/", "definition/", "reference/"]
    ) { draft, random in
      let sites =
        draft.keys("polozhenie.md") { $0.hasPrefix("название: ") }
        + draft.keys("kontseptsiya.md") { $0.hasPrefix("название: ") }
      guard let site = sites.randomElement(using: &random),
        let text = site.text.changing("понятного", to: "простого")
          ?? site.text.changing("доступности", to: "открытости")
      else { return false }
      draft.replace(site.path, site.index, with: text)
      draft.mark(anywhereIn: folder(site.path) + "order.md")
      return true
    },
    DefectKind("сокращение нигде не раскрыто", ["definition/undefined"]) { draft, random in
      change(
        &draft, &random, ".md",
        {
          isProse($0) && $0.contains("официальном портале ") && !$0.contains("(далее")
            && !$0.hasPrefix("|")
        }
      ) {
        $0.changing("официальном портале ", to: "официальном портале ОГСЗК и ")
      }
    },
    DefectKind(
      "приложение в списке есть, в тексте нет", ["reference/appendix-unreferenced"],
      consequences: ["numbering/", "act/", "reference/", "definition/"]
    ) { draft, random in
      let path = "2026-58-od-ofis/order.md"
      guard
        let index = draft.lines(path).firstIndex(where: {
          $0.contains("приложению № 3 к настоящему")
        })
      else { return false }
      draft.replace(path, index, with: "3) смету расходов на обучение служащих;")
      draft.mark(anywhereIn: path)
      draft.mark(anywhereIn: "2026-58-od-ofis/kontseptsiya.md")
      return true
    },
  ]

  // MARK: Rosters

  private static let rosters: [DefectKind] = [
    DefectKind(
      "секретаря в составе нет", ["roster/missing-role"],
      consequences: ["numbering/", "roster/", "quorum/"]
    ) {
      draft, random in
      let sites = draft.sites("sostav.md") { $0.contains("секретарь ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.remove(site.path, site.index..<site.index + 1)
      draft.mark(anywhereIn: folder(site.path) + "polozhenie.md")
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind(
      "роль названа иначе", ["roster/title-mismatch", "roster/missing-role"],
      consequences: ["roster/"]
    ) { draft, random in
      let sites = draft.sites("sostav.md") {
        $0.contains(", председатель ") || $0.contains(", руководитель ")
      }
      guard let site = sites.randomElement(using: &random),
        let text = site.text.changing(", председатель ", to: ", руководитель ")
          ?? site.text.changing(", руководитель ", to: ", председатель ")
      else { return false }
      draft.replace(site.path, site.index, with: text)
      draft.mark(anywhereIn: folder(site.path) + "polozhenie.md")
      return true
    },
    DefectKind(
      "член назван дважды", ["roster/duplicate-member"],
      consequences: ["numbering/", "roster/not-alphabetical"]
    ) {
      draft, random in
      let sites = draft.sites("sostav.md") {
        $0.hasPrefix("- ") && $0.hasSuffix(";") && !$0.contains("секретарь")
          && !$0.contains("председател") && !$0.contains("руководител")
      }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.insert(site.path, site.index, site.text)
      draft.mark(site.path, site.index + 1)
      return true
    },
    DefectKind("члены не по алфавиту", ["roster/not-alphabetical"]) { draft, random in
      let sites = draft.sites("sostav.md") {
        $0.hasPrefix("- ") && $0.hasSuffix(";") && !$0.contains("секретарь")
          && !$0.contains("председател") && !$0.contains("руководител")
      }
      let pairs = zip(sites, sites.dropFirst()).filter {
        $0.path == $1.path && $0.index + 1 == $1.index
      }
      guard let (first, second) = pairs.randomElement(using: &random) else { return false }
      draft.replace(first.path, first.index, with: second.text)
      draft.replace(second.path, second.index, with: first.text)
      return true
    },
    DefectKind(
      "отчество другого пола", ["roster/sex-mismatch"], consequences: ["roster/person-mismatch"]
    ) { draft, random in
      change(&draft, &random, "sostav.md", { $0.contains("ович ") || $0.contains("евич ") }) {
        $0.changing("ович ", to: "овна ") ?? $0.changing("евич ", to: "евна ")
      }
    },
    DefectKind("инициалы в приказе чужие", ["roster/person-mismatch"]) { draft, random in
      let sites = draft.sites("order.md") {
        $0.contains("Лаптевой Н.С.") || $0.contains("Тимербаеву Р.И.")
          || $0.contains("Каримовой Л.Ф.")
      }
      guard let site = sites.randomElement(using: &random),
        let text = site.text.changing("Н.С.", to: "Г.С.") ?? site.text.changing("Р.И.", to: "К.И.")
          ?? site.text.changing("Л.Ф.", to: "Д.Ф.")
      else { return false }
      draft.replace(site.path, site.index, with: text)
      draft.mark(anywhereIn: folder(site.path) + "sostav.md")
      return true
    },
    DefectKind("два секретаря", ["roster/duplicate-role"], consequences: ["roster/"]) {
      draft, random in
      let sites = draft.sites("sostav.md") {
        $0.hasPrefix("- ") && $0.hasSuffix("области;") && !$0.contains("секретарь")
          && !$0.contains("председател") && !$0.contains("руководител")
      }
      guard let site = sites.filter({ $0.path.contains("sovet") }).randomElement(using: &random)
      else { return false }
      draft.replace(
        site.path, site.index, with: site.text.dropLast() + ", секретарь координационного совета;")
      draft.mark(anywhereIn: site.path)
      return true
    },
  ]

  // MARK: Bodies

  private static let bodies: [DefectKind] = [
    sentence(
      "кворума нет", ["quorum/missing"], "правомочн", "Заседание ведёт председательствующий."),
    // Two thirds are never reached by half of the votes, so that only one act has to say it.
    sentence(
      "при равенстве голосов не решено", ["quorum/tie-unresolved"],
      "равенстве голосов", "", in: "ofis/polozhenie.md"),
    DefectKind(
      "утверждение о кворуме не сходится", ["quorum/assertion-failed", "quorum/conflict"],
      consequences: ["quorum/"]
    ) { draft, random in
      let sites = draft.keys("polozhenie.md") { $0.hasPrefix("кворум: ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.replace(site.path, site.index, with: "кворум: \">= 3/4\"")
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind("срок протокола не назван", ["quorum/no-minutes-term"]) { draft, random in
      let wanted = "2025-61-r-sovet/polozhenie.md"
      guard
        let text = draft.files[wanted]?.changing(
          " в течение 3 рабочих дней со\nдня заседания", to: "")?
          .changing("в течение 2 рабочих дней со дня подписания протокола", to: "председателем")
      else { return false }
      draft.files[wanted] = text
      draft.mark(anywhereIn: wanted)
      return true
    },
    DefectKind("извещают без срока", ["quorum/no-notice-term"]) { draft, random in
      let wanted = "2025-61-r-sovet/polozhenie.md"
      guard
        let text = draft.files[wanted]?.changing(
          " не позднее чем за 7 рабочих дней до дня заседания", to: "")
      else { return false }
      draft.files[wanted] = text
      draft.mark(anywhereIn: wanted)
      return true
    },
    DefectKind("как часто собираются, не сказано", ["quorum/no-frequency"]) { draft, random in
      let sites = draft.sites("polozhenie.md") { $0.contains("проводятся не реже") }
      guard let site = sites.randomElement(using: &random),
        let cut = site.text.firstRange(of: " проводятся не реже")
      else { return false }
      draft.replace(
        site.path, site.index, with: site.text[..<cut.lowerBound] + " проводятся в очной форме.")
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind("кворум недостижим", ["quorum/unattainable"], consequences: ["quorum/"]) {
      draft, random in
      let wanted = "2025-61-r-sovet/polozhenie.md"
      guard let text = draft.files[wanted]?.changing("не менее 8 членов", to: "не менее 28 членов")
      else { return false }
      draft.files[wanted] = text
      draft.mark(anywhereIn: wanted)
      return true
    },
  ]

  // MARK: Roadmaps

  private static let roadmaps: [DefectKind] = [
    DefectKind(
      "срок раньше акта", ["deadline/before-act"], consequences: ["roadmap/", "deadline/"]
    ) { draft, random in
      change(&draft, &random, "dorozhnaya-karta.md", { $0.hasPrefix("- Срок: не позднее") }) { _ in
        "- Срок: не позднее 05.10.2026"
      }
    },
    DefectKind("срок на воскресенье", ["deadline/non-working-day"], consequences: ["roadmap/"]) {
      draft, random in
      let all = draft.sites("dorozhnaya-karta.md") { $0.hasPrefix("- Срок: не позднее") }
      guard let site = all.randomElement(using: &random),
        let date = date(site.text.suffix(10)),
        let sunday = (1...7).compactMap({ CalendarDate(ordinal: date.ordinal - $0) })
          .first(where: { $0.weekday == 7 })
      else { return false }
      draft.replace(site.path, site.index, with: "- Срок: не позднее \(sunday.dotted)")
      return true
    },
    DefectKind("30 февраля", ["deadline/no-such-date"], consequences: ["roadmap/"]) {
      draft, random in
      change(&draft, &random, "dorozhnaya-karta.md", { $0.hasPrefix("- Срок: не позднее") }) { _ in
        "- Срок: не позднее 30.02.2027"
      }
    },
    DefectKind(
      "срок позже, чем в вышестоящем плане", ["roadmap/later-than-superior"],
      consequences: ["roadmap/order"]
    ) { draft, random in
      let path = "2026-58-od-ofis/dorozhnaya-karta.md"
      let lines = draft.lines(path)
      let sites = lines.indices.filter { index in
        lines[index].hasPrefix("- Срок: не позднее")
          && lines[index...].prefix(5).contains { $0.hasPrefix("- Исполняет:") }
      }
      guard let index = sites.randomElement(using: &random) else { return false }
      draft.replace(path, index, with: "- Срок: не позднее 10.12.2027")
      for line in index...index + 4 { draft.mark(path, line) }
      return true
    },
    DefectKind("срок раньше предшествующей строки", ["roadmap/order"], consequences: ["roadmap/"]) {
      draft, random in
      let path = "2026-58-od-ofis/dorozhnaya-karta.md"
      let lines = draft.lines(path)
      let sites = lines.indices.filter { index in
        lines[index].hasPrefix("- Срок: не позднее")
          && lines[index...].prefix(5).contains { $0.hasPrefix("- После:") }
      }
      guard let index = sites.randomElement(using: &random) else { return false }
      draft.replace(path, index, with: "- Срок: не позднее 02.12.2026")
      for line in index...index + 4 { draft.mark(path, line) }
      return true
    },
    DefectKind("строка ждёт саму себя", ["roadmap/cycle"], consequences: ["roadmap/order"]) {
      draft, random in
      let path = "2026-58-od-ofis/dorozhnaya-karta.md"
      guard let index = draft.lines(path).firstIndex(where: { $0.hasPrefix("- Исполняет: 2.2") })
      else { return false }
      draft.insert(path, index, "- После: 2.2")
      draft.mark(anywhereIn: path)
      return true
    },
    DefectKind("после строки, которой нет", ["roadmap/", "reference/"]) { draft, random in
      change(&draft, &random, "dorozhnaya-karta.md", { $0.hasPrefix("- После: ") }) { _ in
        "- После: 9.9"
      }
    },
    DefectKind(
      "исполняет строку, которой нет", ["roadmap/", "reference/"], consequences: ["roadmap/"]
    ) { draft, random in
      change(&draft, &random, "dorozhnaya-karta.md", { $0.hasPrefix("- Исполняет: ") }) { _ in
        "- Исполняет: 12.9"
      }
    },
    DefectKind("срока нет", ["roadmap/missing-deadline"], consequences: ["roadmap/"]) {
      draft, random in
      cell(&draft, &random, 3, "")
    },
    DefectKind("ответственного нет", ["roadmap/missing-responsible"], consequences: ["roadmap/"]) {
      draft, random in
      cell(&draft, &random, 4, "")
    },
    DefectKind("результата нет", ["roadmap/missing-result"], consequences: ["roadmap/"]) {
      draft, random in
      cell(&draft, &random, 5, "")
    },
    DefectKind("ответственный никому не известен", ["roadmap/unknown-responsible"]) {
      draft, random in
      cell(&draft, &random, 4, "Глафира Никоновна")
    },
    DefectKind(
      "срок и ответственный поменялись местами", ["deadline/unreadable", "roadmap/"],
      consequences: ["deadline/", "roadmap/"]
    ) { draft, random in
      let sites = draft.sites("dorozhnaya-karta.md") { isRow($0) }
      guard let site = sites.randomElement(using: &random) else { return false }
      var cells = site.text.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count > 5 else { return false }
      cells.swapAt(3, 4)
      draft.replace(site.path, site.index, with: cells.joined(separator: "|"))
      return true
    },
    DefectKind("лишняя графа", ["source/ragged-row"], consequences: ["roadmap/"]) { draft, random in
      change(&draft, &random, "dorozhnaya-karta.md", isRow) { $0 + " лишнее |" }
    },
    DefectKind(
      "исполнено без документа", ["roadmap/done-without-evidence"], consequences: ["roadmap/"]
    ) { draft, random in
      let path = "2026-58-od-ofis/dorozhnaya-karta.md"
      guard let index = draft.lines(path).firstIndex(where: { $0.hasPrefix("- Исполнено: ") })
      else { return false }
      draft.replace(path, index, with: "- Исполнено: 10.11.2026")
      for line in index - 5...index { draft.mark(path, line) }
      return true
    },
  ]

  // MARK: Requisites

  private static let heads: [DefectKind] = [
    DefectKind(
      "ключ с опиской", ["source/unknown-key", "source/missing-key"],
      consequences: ["source/", "act/", "reference/"]
    ) { draft, random in
      key(&draft, &random, "место: ", "мсето: ")
    },
    DefectKind(
      "даты нет", ["source/missing-key", "act/missing-requisite"],
      consequences: ["act/", "source/", "deadline/", "reference/"]
    ) { draft, random in
      let sites = draft.keys(".md") { $0.hasPrefix("дата: ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.remove(site.path, site.index..<site.index + 1)
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind(
      "дата не дата", ["source/wrong-value"],
      consequences: ["act/", "source/", "deadline/", "reference/"]
    ) { draft, random in
      let sites = draft.keys(".md") { $0.hasPrefix("дата: ") }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.replace(site.path, site.index, with: "дата: 31.02.2026")
      return true
    },
    DefectKind(
      "файла приложения нет", ["source/missing-file"],
      consequences: ["source/", "reference/", "act/", "roster/", "quorum/", "definition/"]
    ) { draft, random in
      let sites = draft.keys("order.md") { $0.hasPrefix("  - ") && $0.hasSuffix(".md") }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.replace(site.path, site.index, with: site.text.dropLast(3) + "-1.md")
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind("подпись вне срока сертификата", ["act/signature-certificate"]) { draft, random in
      let path = "2026-412-r-gruppa/order.md"
      guard let index = draft.lines(path).firstIndex(of: "  по: 2027-04-28") else { return false }
      draft.replace(path, index, with: "  по: 2026-09-28")
      draft.mark(anywhereIn: path)
      return true
    },
    DefectKind(
      "вступил в силу раньше, чем подписан", ["act/effective-date"], consequences: ["deadline/"]
    ) { draft, random in
      let path = "2026-412-r-gruppa/order.md"
      guard let index = draft.lines(path).firstIndex(of: "вступает-в-силу: 2026-10-15") else {
        return false
      }
      draft.replace(path, index, with: "вступает-в-силу: 2026-10-05")
      draft.mark(anywhereIn: path)
      return true
    },
    DefectKind("контроль ни на кого не возложен", ["act/no-control-clause"]) { draft, random in
      let sites = draft.sites("order.md") { $0.contains("Контроль за исполнением настоящего") }
      guard let site = sites.randomElement(using: &random) else { return false }
      let number = site.text.prefix { $0 != " " }
      draft.replace(
        site.path, site.index,
        with:
          "\(number) Ведомственные акты привести в соответствие с настоящим актом не позднее 25 декабря 2026 г."
      )
      let next = site.index + 1
      if draft.lines(site.path).indices.contains(next), !draft.lines(site.path)[next].isEmpty {
        draft.remove(site.path, next..<next + 1)
      }
      draft.mark(anywhereIn: site.path)
      return true
    },
    DefectKind(
      "распорядительного слова нет", ["act/enacting-word"], consequences: ["source/", "numbering/"]
    ) { draft, random in
      let sites = draft.sites("order.md") {
        $0.contains("п р и к а з ы в а ю:") || $0 == "ПРИКАЗЫВАЮ:"
      }
      guard let site = sites.randomElement(using: &random) else { return false }
      draft.replace(
        site.path, site.index, with: site.text.changing(" п р и к а з ы в а ю:", to: ".") ?? "")
      draft.mark(anywhereIn: site.path)
      return true
    },
  ]
}

// MARK: Ways to change

/// Changes one of the lines that a test holds for.
private func change(
  _ draft: inout Draft, _ random: inout Seeded, _ ending: String, _ isWanted: (String) -> Bool,
  _ edit: (String) -> String?
) -> Bool {
  let sites = draft.sites(ending, isWanted).filter { edit($0.text) != nil }
  guard let site = sites.randomElement(using: &random), let text = edit(site.text) else {
    return false
  }
  draft.replace(site.path, site.index, with: text)
  // A sentence goes on over wrapped lines.
  for line in site.index - 2...site.index + 2 where isProse(site.text) {
    draft.mark(site.path, line)
  }
  return true
}

/// Puts a text into a cell of a row of the superior plan.
private func cell(_ draft: inout Draft, _ random: inout Seeded, _ column: Int, _ text: String)
  -> Bool
{
  let sites = draft.sites("dorozhnaya-karta.md", isRow)
  guard let site = sites.randomElement(using: &random) else { return false }
  var cells = site.text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  guard cells.indices.contains(column) else { return false }
  cells[column] = " \(text) "
  draft.replace(site.path, site.index, with: cells.joined(separator: "|"))
  return true
}

private func key(_ draft: inout Draft, _ random: inout Seeded, _ old: String, _ new: String) -> Bool
{
  let sites = draft.keys(".md") { $0.hasPrefix(old) }
  guard let site = sites.randomElement(using: &random), let text = site.text.changing(old, to: new)
  else { return false }
  draft.replace(site.path, site.index, with: text)
  draft.mark(anywhereIn: site.path)
  return true
}

/// Takes the sentence that holds some words out of a regulation, or puts another in its place.
private func sentence(
  _ name: String, _ rules: [String], _ words: String, _ other: String,
  in ending: String = "polozhenie.md"
) -> DefectKind {
  DefectKind(name, rules, consequences: ["quorum/", "reference/"]) { draft, random in
    let paths = draft.files.keys.sorted().filter {
      $0.hasSuffix(ending) && draft.files[$0]?.firstRange(of: words) != nil
    }
    guard let path = paths.randomElement(using: &random), let text = draft.files[path],
      let place = text.firstRange(of: words)
    else { return false }
    let before = text[..<place.lowerBound]
    let start = before.ranges(of: ". ").last?.upperBound ?? text.startIndex
    let rest = text[place.lowerBound...]
    guard let stop = rest.firstIndex(of: ".") else { return false }
    draft.files[path] = text[..<start] + other + text[text.index(after: stop)...]
    draft.mark(anywhereIn: path)
    return true
  }
}

/// The day of `29.03.2024`.
private func date(_ text: Substring) -> CalendarDate? {
  let parts = text.split(separator: ".").compactMap { Int($0) }
  guard parts.count == 3 else { return nil }
  return CalendarDate(year: parts[2], month: parts[1], day: parts[0])
}

private func folder(_ path: String) -> String {
  path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
}

/// A line of running text: no row, heading, comment, field or member.
private func isProse(_ line: String) -> Bool {
  guard let first = line.first else { return false }
  return !"|#<-[".contains(first) && line.count > 30
}

/// A row of the superior plan with an open deadline.
private func isRow(_ line: String) -> Bool {
  guard line.hasPrefix("| "), !line.contains("исполнено"), line.contains("2027 г. |") else {
    return false
  }
  return line.dropFirst(2).first?.isNumber ?? false
}

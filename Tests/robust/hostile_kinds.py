"""Kinds of hostile files: each is a document of 1 MiB, and what kind of document it says it is."""
import itertools

SIZE = 1 << 20
ORDER = ("---\nвид: распоряжение\nназвание: О деле\nномер: 1-р\nдата: 01.02.2024\nместо: г. Верхнеозёрск\nорган: Министерство\n"
         "подписал: {должность: Министр, имя: И.П. Соколов}\n---\n\n")


def head(kind, title="Документ", more=""):
    return f"---\nвид: {kind}\nназвание: {title}\n{more}---\n\n"


def fill(unit, start="", end="", size=SIZE):
    """A unit over and over, up to the size; a function is called with the count."""
    parts, length = [start], len(start.encode()) + len(end.encode())
    for index in itertools.count():
        text = unit(index) if callable(unit) else unit
        length += len(text.encode())
        if length > size:
            break
        parts.append(text)
    return "".join(parts) + end


def table(columns, rows, cells=None):
    row = "|" + "а|" * (columns if cells is None else cells) + "\n"
    return "|" + "а|" * columns + "\n|" + "-|" * columns + "\n" + row * rows


def roman(number):
    text = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
                           (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text, number = text + letters * (number // value), number % value
    return text


NAMES = ["Соколов Илья Петрович", "Орлова Анна Сергеевна", "Петров П.П.", "Ким Ю.В."]

BODIES = {
    # Of the design: what takes cmark-gfm alone many seconds.
    "brackets-of-pictures": fill("![[]()"),
    "table-200-wide": table(200, SIZE // 402),
    "table-200-wide-short-rows": table(200, 50_000, cells=1),
    "table-5000-wide": table(5000, 2000, cells=1),
    "row-of-pipes": "|" * 50_000 + "\n" + fill("а|", size=SIZE - 60_000),
    "one-cell-rows": table(90, SIZE // 8, cells=1),
    # Blocks.
    "points-with-gaps": fill(lambda n: f"{n * 2 + 1}. Пункт.\n\n"),
    "points-one-number": fill("1. Пункт.\n\n"),
    "points-deep-numbers": fill(lambda n: ".".join(str(n % 9 + 1) for _ in range(n % 40 + 1)) + ". Пункт.\n\n"),
    "points-letters": fill(lambda n: f"{'абвгдежзиклмнопрстуфхцчшщэюя'[n % 28]}) подпункт;\n\n"),
    "points-soft-lines": fill(lambda n: f"{n + 1}. Пункт.\n"),
    "list-items": fill("- а\n"),
    "list-items-nested": fill(lambda n: "  " * (n % 50) + "- пункт\n"),
    "list-marks-in-a-line": fill("- "),
    "list-numbered-in-a-line": fill("1. "),
    "quotes-nested": fill("> "),
    "quotes-growing": fill(lambda n: "> " * (n % 59 + 1) + "слово\n"),
    "setext": fill("а\n-\n"),
    "setext-long": fill("слово\n", end="===\n"),
    "headings": fill("# а\n"),
    "headings-deep": fill(lambda n: "#" * (n % 6 + 1) + f" {n}. Раздел\n\n"),
    "headings-roman": fill(lambda n: f"## {roman(n % 3999 + 1)}. Раздел\n\n1. Пункт.\n\n"),
    "rules": fill("---\n"),
    "fences": fill("```\n"),
    "fence-unclosed": fill("строка\n", start="```\n"),
    "indented": fill("    код\n\n"),
    "empty-lines": fill("\n"),
    "carriage-returns": fill("а\r"),
    "one-long-line": fill("слово "),
    "one-long-word": fill("переосвидетельствование"),
    "one-letter": fill("а"),
    "spaces": fill(" "),
    "tabs": fill("\t- а\n"),
    # Just below the limits of the guards.
    "below-lines": fill(lambda n: "1. Пункт.\n\n" if n < 13_800 else "слово " * 20),
    "below-lines-headings": "# а\n" * 13_800 + fill("слово " * 20, size=SIZE - 80_000),
    "below-lines-items": "- а\n" * 13_800 + fill("слово " * 20 + "\n\n", size=SIZE - 80_000 - 200_000),
    "below-cells": table(90, 1600, cells=1) + "\n" + fill("слово " * 20 + "\n\n", size=SIZE // 2),
    "below-cells-full": fill(lambda n: "|" + "а|" * 90 + "\n" if n != 1 else "|" + "-|" * 90 + "\n", size=SIZE // 2),
    "below-cells-many": fill(table(90, 1000, cells=1) + "\n"),
    "below-brackets": fill("![[]()" * 900 + "\n\n"),
    "below-brackets-open": fill("[" * 1990 + "\n\n"),
    "below-depth": fill("> " * 58 + "слово\n\n"),
    "below-block-tags": fill("<b>" * 80_000 + "\n\n"),
    "below-block-instructions": fill("<?" * 120_000 + "\n\n"),
    "below-block-declarations": fill("<!A " * 60_000 + "\n\n"),
    "below-block-comments": fill("<!-- " * 50_000 + "\n\n"),
    "below-block-asterisks": fill("*а **б " * 25_000 + "\n\n"),
    "below-block-asterisks-closed": fill("а* " * 60_000 + "\n\n"),
    "below-block-backticks": fill(lambda n: "`" * (n % 700 + 1) + (" " if n % 700 else "\n\n")),
    "below-block-entities": fill("&#x" * 80_000 + "\n\n"),
    "below-block-tildes": fill("~~а " * 50_000 + "\n\n"),
    "below-block-parentheses": fill("(" * 250_000 + "\n\n"),
    "below-block-quotes": fill("«" * 125_000 + "\n\n"),
    "below-block-quotes-straight": fill('"а" ' * 50_000 + "\n\n"),
    "below-block-sentences": fill("Министерству обеспечить. " * 5000 + "\n\n"),
    "below-block-letter": fill("а" * 130_000 + "\n\n"),
    "below-block-combining": fill("а" + "\u0301" * 130_000 + "\n\n"),
    "below-block-mails": fill("a.b-c_d@" * 30_000 + "\n\n"),
    "below-block-links": fill("http://а.рф/?а=б " * 9000 + "\n\n"),
    "below-block-digits": fill("9" * 250_000 + "\n\n"),
    "below-block-dotted": fill("1." * 120_000 + "\n\n"),
    "below-block-roman": fill("XVI" * 80_000 + "\n\n"),
    "below-block-hyphens": fill("Иванов-Петров-" * 9000 + "\n\n"),
    "below-block-dates": fill("12 марта 2024 г. " * 9000 + "\n\n"),
    "below-block-deadlines": fill("в течение десяти рабочих дней со дня получения " * 2800 + "\n\n"),
    "below-block-references": fill("подпункта «а» пункта 1 части 2 статьи 3 " * 3500 + "\n\n"),
    "below-block-acts": fill("приказ Министерства от 1 февраля 2024 г. № 5 " * 3000 + "\n\n"),
    "below-block-persons": fill(", ".join(NAMES) * 1700 + "\n\n"),
    "below-block-numbers": fill("двадцать пять тысяч " * 7000 + "\n\n"),
    "below-block-definitions": fill("(далее – Рабочая группа) " * 6000 + "\n\n"),
    # Inlines.
    "brackets-open": fill("["),
    "brackets-closed": fill("]"),
    "brackets-both": fill("[а]"),
    "brackets-a-line": fill("[а](б \n\n"),
    "link-unclosed": fill("[а](<б"),
    "link-definitions": fill(lambda n: f"[{n}]: /а{n}\n"),
    "link-definitions-used": fill(lambda n: f"[а{n % 500}]: /а\n\n[а{n % 500}] [а{n * 7 % 500}]\n\n"),
    "links": fill(lambda n: f"[а](б{n}.md) "),
    "autolinks": fill("http://а.рф/?а=б&в "),
    "autolinks-mail": fill("a.b-c_d@"),
    "asterisks": fill("*"),
    "asterisks-open": fill("*а "),
    "asterisks-mixed": fill("*а **б "),
    "asterisks-closed": fill("а* "),
    "underscores": fill("_а __б "),
    "tildes": fill("~~а "),
    "backticks": fill("`"),
    "backticks-growing": fill(lambda n: "`" * (n % 1500 + 1) + " "),
    "entities": fill("&amp;&#1080;"),
    "entities-unclosed": fill("&#x"),
    "escapes": fill("\\*"),
    "html-tags": fill("<b>"),
    "html-tags-apart": fill("<b>\n\n"),
    "html-attributes": fill("<a b='"),
    "html-comments-unclosed": fill("<!-- "),
    "html-declarations": fill("<!A "),
    "html-instructions": fill("<?"),
    "html-cdata": fill("<![CDATA["),
    "footnotes": fill("[^1] "),
    "footnote-definitions": fill(lambda n: f"[^{n}]: сноска\n\n"),
    "footnotes-used": fill(lambda n: f"Слово[^{n}].\n\n[^{n}]: Сноска.\n\n"),
    "footnotes-alike": fill("Слово[^1].\n\n[^1]: Сноска.\n\n"),
    "suppressions": fill("<!-- acta: пропустить numbering/gap, причина: так надо -->\n\n1. Пункт.\n\n"),
    "suppressions-idle": fill("<!-- acta: пропустить numbering/gap, причина: так надо -->\n"),
    "suppressions-broken": fill("<!-- acta: пропустить -->\n\n"),
    # Characters.
    "mojibake": fill("РџСЂРёРєР°Р· в„– 5. "),
    "mojibake-numbers": fill("в„– "),
    "controls": fill("".join(chr(code) for code in range(1, 9)) + "а "),
    "nul": fill("\0а "),
    "combining": fill("\u0301", start="а"),
    "combining-words": fill("а\u0301" * 40 + " "),
    "bidi": fill("\u202eа\u2066б\u2069 "),
    "zero-width": fill("а\u200b\ufeff"),
    "mixed-script": fill("Pаспоряжение "),
    "quotes-marks": fill("«"),
    "quotes-straight": fill("\"а\" "),
    "quotes-unbalanced": fill("«а \"б» "),
    "parentheses": fill("("),
    "parentheses-closed": fill("а) "),
    "parentheses-far": fill("(далее – А) "),
    "double-spaces": fill("а  б "),
    "repeated-words": fill("в в "),
    "hyphens": fill("а - б "),
    "look-alikes": fill("З1.O2.2O24 "),
    "surrogate-pairs": fill("🏛а"),
    # Language.
    "dates": fill("12 марта 2024 г. "),
    "dates-wrong": fill("31 февраля 2024 г. "),
    "dates-of-digits": fill("01.02.2024"),
    "long-numbers": fill("9"),
    "long-numbers-many": fill("99999999999999999999 "),
    "number-words": fill("двадцать пять тысяч "),
    "numbers-dotted": fill("1."),
    "numbers-signs": fill("№ "),
    "deadlines": fill("не позднее 30 дней со дня "),
    "deadlines-sentences": fill(lambda n: f"{n + 1}. Министерству представить отчёт в срок до {n % 28 + 1} марта 2025 г.\n\n"),
    "deadlines-open": fill("в течение "),
    "deadlines-relative": fill("в течение десяти рабочих дней со дня получения "),
    "frequencies": fill("ежеквартально, до 5 числа месяца, следующего за отчётным "),
    "roman": fill("MMMDCCCLXXXVIII "),
    "roman-unbroken": fill("XVI"),
    "references": fill("пунктом 3 Положения, "),
    "references-units": fill("подпункта «а» пункта 1 части 2 статьи 3 "),
    "references-acts": fill("приказ Министерства от 1 февраля 2024 г. № 5 "),
    "references-acts-many": fill(lambda n: f"приказом Министерства от 01.02.2024 № {n}-од, "),
    "references-appendices": fill(lambda n: f"приложение № {n} к настоящему распоряжению, "),
    "references-lists": fill("1, 2 и 3, ", start="пункты "),
    "definitions": fill(lambda n: f"Слово (далее – Термин{n}). "),
    "definitions-alike": fill("(далее – Рабочая группа) "),
    "terms": fill(lambda n: f"**Термин{n}** – слово.\n\n"),
    "abbreviations": fill("АБВГД "),
    "persons": fill(", ".join(NAMES) + ", "),
    "persons-posts": fill("заместитель министра Соколов И.П. "),
    "surnames": fill("Иванов-Петров-"),
    "quorum": fill("Заседание правомочно, если на нём присутствует не менее половины членов. "),
    "quorum-bodies": fill(lambda n: f"Комиссия принимает решения большинством голосов присутствующих членов комиссии. "),
    "capitals": fill("ПРИКАЗЫВАЮ: "),
    "chapeaus": fill("а:\n\n"),
    "stamp": fill("УТВЕРЖДЕНО\nраспоряжением Министерства\nот 01.02.2024 № 1-р\n\n"),
    "editions": fill("(в ред. приказа от 01.02.2024 № 5) "),
    "editions-blocks": fill("(п. 3-1 введен приказом от 01.02.2024 № 5)\n\n"),
    "repealed": fill(lambda n: f"{n + 1}. Утратил силу. – приказ от 01.02.2024 № 5.\n\n"),
    "schedule-fields": fill("- Срок: до 29 марта 2024 г.\n"),
    "sentences": fill("Министерству обеспечить. "),
}

ROADMAP = "| № | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n"
MEMBERS = "- {} – начальник отдела, секретарь рабочей группы;\n"

DOCUMENTS = {
    "roadmap-table": head("дорожная карта") + fill(
        lambda n: f"| {n + 1}. | Утверждение порядка | до 29 марта 2025 г. | Министерство | приказ |\n", start=ROADMAP, size=SIZE - 200),
    "roadmap-gaps": head("дорожная карта") + fill(
        lambda n: f"| {n * 3 + 1}. | Дело | вовремя | кто-то | |\n", start=ROADMAP, size=SIZE - 200),
    "roadmap-ragged": head("дорожная карта") + fill("| 1 | Дело | до марта |||||||\n", start=ROADMAP, size=SIZE - 200),
    "roadmap-sections": head("дорожная карта") + fill(lambda n: f"| I. Раздел {n} |\n", start=ROADMAP, size=SIZE - 200),
    "roadmap-headings": head("дорожная карта") + fill(
        lambda n: f"### 1.{n + 1}. Дело\n- Срок: до 29 марта 2025 г.\n- После: 1.{n}\n\n", size=SIZE - 200),
    "roadmap-after": head("дорожная карта") + fill(
        lambda n: f"### 1.{n + 1}. Дело\n- После: 1.{n * 7 % 9000 + 1}; 1.{n * 13 % 9000 + 1}\n\n", size=SIZE - 200),
    "roadmap-parties": head("дорожная карта") + fill(
        lambda n: f"| {n + 1} | Дело | 1 марта 2025 г. | отдел № {n}; управление {n} | отчёт |\n", start=ROADMAP, size=SIZE - 200),
    "roster": head("состав") + fill(lambda n: MEMBERS.format(NAMES[n % 4]), size=SIZE - 200),
    "roster-members": head("состав") + fill(
        lambda n: f"- Соколов{'аеиоуяэ'[n % 7]}{n} Илья Петрович – министр;\n", size=SIZE - 200),
    "roster-dashes": head("состав") + fill("- – – – –\n", size=SIZE - 200),
    "roster-table": head("состав") + fill(
        lambda n: f"| {NAMES[n % 4]} | начальник отдела |\n", start="| Имя | Должность |\n|---|---|\n", size=SIZE - 200),
    "yaml-anchors": head("порядок", more=fill(lambda n: f"а{n}: &а{n} [б]\n", size=SIZE - 200)),
    "yaml-aliases": head("порядок", more="а: &а [б, б]\n" + fill("б: [*а, *а]\n", size=SIZE - 200)),
    "yaml-bomb": head("порядок", more="а0: &а0 [б]\n" + "".join(
        f"а{n}: &а{n} [{', '.join([f'*а{n - 1}'] * 9)}]\n" for n in range(1, 12)) + fill("# а\n", size=SIZE - 1500)),
    "yaml-deep": head("порядок", more="а: " + fill("[", size=SIZE - 200) + "\n"),
    "yaml-deep-maps": head("порядок", more="а: " + fill("{а: ", size=SIZE - 200) + "\n"),
    "yaml-deep-lines": head("порядок", more=fill(lambda n: " " * n + "а:\n", size=SIZE - 200)),
    "yaml-long-key": head("порядок", more=fill("ключ", size=SIZE - 200) + ": а\n"),
    "yaml-keys": head("порядок", more=fill(lambda n: f"ключ{n}: а\n", size=SIZE - 200)),
    "yaml-keys-alike": head("порядок", more=fill("вид: приказ\n", size=SIZE - 200)),
    "yaml-list": head("порядок", more="изменён-актами:\n" + fill("  - {вид: приказ, дата: 01.02.2024, номер: 5}\n", size=SIZE - 200)),
    "yaml-appendices": ORDER.replace("подписал:", "приложения:\n" + fill(lambda n: f"  - а{n}.md\n", size=SIZE - 600) + "подписал:"),
    "yaml-long-value": head("порядок", title=fill("слово ", size=SIZE - 200)),
    "yaml-quotes": head("порядок", more="а: \"" + fill("\\\"", size=SIZE - 200) + "\n"),
    "yaml-block": head("порядок", more="а: |\n" + fill("  строка\n", size=SIZE - 200)),
    "yaml-tags": head("порядок", more=fill("а: !!б !в\n", size=SIZE - 200)),
    "yaml-unclosed": "---\n" + fill("вид: приказ\n"),
    "no-front-matter": fill("1. Пункт.\n\n"),
    "binary": "".join(chr(code) for code in range(256)) * (SIZE // 384),
    "invalid-utf8": None,
}
SETTINGS = {
    "settings-bodies": "органы:\n" + fill(lambda n: f"  ключ{n}: {{название: Орган {n}}}\n", size=SIZE - 200),
    "settings-days": "календарь:\n  выходные:\n" + fill(lambda n: f"    - {n % 28 + 1:02}.{n % 12 + 1:02}.{2000 + n % 99}\n", size=SIZE - 200),
    "settings-words": "словарь:\n" + fill(lambda n: f"  - слово{n}\n", size=SIZE - 200),
    "settings-rules": "правила:\n" + fill(lambda n: f"  numbering/gap{n}: ошибка\n", size=SIZE - 200),
}


def kinds():
    """By name: the files of a repository, one of them hostile."""
    small = ORDER + "1. Сделать.\n"
    for name, body in BODIES.items():
        text = ORDER + body
        yield name, {"order.md": text.encode()[:SIZE] if name not in ("table-200-wide-short-rows", "table-5000-wide") else text.encode()}
    for name, text in DOCUMENTS.items():
        if name == "invalid-utf8":
            data = ORDER.encode() + b"\xd0\xff \xf0\x9f " * (SIZE // 6)
            yield name, {"order.md": data[:SIZE]}
        elif name == "yaml-appendices":
            yield name, {"order.md": (text + "1. Сделать.\n").encode()}
        else:
            order = small.replace("подписал:", "приложения: [a.md]\nподписал:")
            yield name, {"order.md": order.encode(), "a.md": text.encode()[:SIZE]}
    for name, text in SETTINGS.items():
        yield name, {"order.md": small.encode(), "acta.yml": text.encode()}

"""Writes acts that try the printer: made_acts.py FOLDER [COUNT] [--seed N].

Each is drawn by a seeded generator from what gives typesetters trouble: words longer than a line, empty cells, tables
of 1 to 12 columns, a cell higher than a page, hundreds of provisions, footnotes in tables, acts of one line, every
character of the face. The same seed writes the same bytes.
"""

import argparse
import pathlib
import random
import struct

FACE = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
WORDS = """в на по и о порядок учёт обращений граждан министерство области настоящий пункт обеспечить срок исполнение
руководитель проектный офис комиссия заседание решение протокол отчёт утверждение положение взаимодействие информационно-
аналитический клиентоцентричность государственный муниципальный услуга предоставление ответственный председатель член
секретарь кворум голосование большинство квартал ежегодно 2024 № 5 п. 3 ст. 12 г. Верхнеозёрск А.С. Орлова 1 000 руб.
«Порядок» (далее – Комиссия) не позднее 5 рабочих дней, за исключением случаев; нормоконтроль""".split()
LONG = ["сверхдлинноесловобезпереносов" * 4, "https://example.org/" + "put/" * 30, "А" * 200,
        "электрокардиостимулирующе-психоневрологический", "1234567890" * 12, "ы" * 90]


def characters(path: str) -> list[str]:
    """Every character that the face says it has (cmap, format 4), but for those that Markdown or a table would eat."""
    data = pathlib.Path(path).read_bytes()
    tables = {data[12 + 16 * i:16 + 16 * i]: struct.unpack(">I", data[20 + 16 * i:24 + 16 * i])[0]
              for i in range(struct.unpack(">H", data[4:6])[0])}
    cmap = tables[b"cmap"]
    found = set()
    for index in range(struct.unpack(">H", data[cmap + 2:cmap + 4])[0]):
        offset = cmap + struct.unpack(">I", data[cmap + 8 + 8 * index:cmap + 12 + 8 * index])[0]
        if struct.unpack(">H", data[offset:offset + 2])[0] != 4:
            continue
        count = struct.unpack(">H", data[offset + 6:offset + 8])[0] // 2
        ends = struct.unpack(f">{count}H", data[offset + 14:offset + 14 + 2 * count])
        starts = struct.unpack(f">{count}H", data[offset + 16 + 2 * count:offset + 16 + 4 * count])
        for start, end in zip(starts, ends):
            found.update(range(start, end + 1))
    return [chr(c) for c in sorted(found) if c > 0x20 and c != 0xFFFF and chr(c) not in "<>&|\\`*_[]~#$"]


class Maker:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.notes: list[str] = []

    def words(self, low: int, high: int) -> str:
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(low, high))]
        for _ in range(self.random.choice([0, 0, 0, 0, 1, 2])):
            words.insert(self.random.randrange(len(words) + 1), self.random.choice(LONG))
        if self.random.random() < 0.2 and len(words) > 2:
            place = self.random.randrange(len(words))
            mark = self.random.choice(["**{}**", "*{}*", "***{}***", "~~{}~~", "[{}](https://example.org/a?b=c)",
                                       "[{}](polozhenie.md)", "[{}](#p-1)", "`{}`"])
            words[place] = mark.format(words[place])
        text = " ".join(words)
        return text[:1].upper() + text[1:]

    def note(self) -> str:
        name = f"s{len(self.notes) + 1}"
        self.notes.append(f"[^{name}]: {self.words(2, 30)}.")
        return f"[^{name}]"

    def cell(self) -> str:
        kind = self.random.random()
        if kind < 0.25:
            return ""
        text = self.words(1, 14)
        if kind > 0.93:
            text += self.note()
        return text

    def table(self, columns: int, rows: int, high: bool = False) -> str:
        lines = ["| " + " | ".join(self.cell() or "Графа" for _ in range(columns)) + " |"]
        lines.append("|" + "---|" * columns)
        for row in range(rows):
            cells = [self.cell() for _ in range(columns)]
            if high and row == rows // 2:
                cells[self.random.randrange(columns)] = self.words(600, 1200)
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)

    def provisions(self, count: int) -> str:
        lines = []
        for number in range(1, count + 1):
            lines.append(f"{number}. {self.words(3, 60)}{self.note() if self.random.random() < 0.05 else ''}.")
            if self.random.random() < 0.2:
                for letter in "абв":
                    lines.append(f"{letter}) {self.words(2, 20)};")
            if self.random.random() < 0.15:
                lines.append("\n".join(f"- {self.words(2, 12)};" for _ in range(3)))
            if self.random.random() < 0.05:
                lines.append(f"> {self.words(5, 40)}")
        return "\n\n".join(lines)

    def body(self, kind: int) -> str:
        if kind == 0:
            return "1. Утвердить."
        if kind == 1:
            return self.provisions(400)
        if kind == 2:
            return "\n\n".join(self.table(n, 3) for n in range(1, 13))
        if kind == 3:
            return self.table(self.random.randint(1, 6), 7, high=True)
        if kind == 4:
            all_of_them = characters(FACE)
            lines = [all_of_them[i:i + 60] for i in range(0, len(all_of_them), 60)]
            return "\n\n".join("Знаки: " + " ".join(line) for line in lines)
        parts = []
        for section in range(self.random.randint(1, 4)):
            parts.append(f"{'#' * self.random.randint(2, 5)} {self.words(1, 12)}")
            parts.append(self.provisions(self.random.randint(1, 12)))
            if self.random.random() < 0.6:
                parts.append(self.table(self.random.randint(1, 12), self.random.randint(0, 25)))
        return "\n\n".join(parts)

    def roadmap(self) -> str:
        rows = ["| № | Мероприятие | Срок | Ответственный | Результат |", "|---|---|---|---|---|"]
        for section in range(1, self.random.randint(2, 4)):
            rows.append(f"| {section} | {self.words(2, 9)} | | | |")
            for row in range(1, self.random.randint(2, 15)):
                rows.append(f"| {section}.{row} | {self.words(3, 30)} | до 1 марта 2024 г. | {self.words(1, 9)} | {self.cell()} |")
        return "\n".join(rows)

    def roster(self) -> str:
        names = ["Соколов Илья Петрович", "Орлова Анна Сергеевна", "Ким Пётр Ильич"]
        return "\n".join(f"- {self.random.choice(names)} – {self.words(3, 20)};" for _ in range(self.random.randint(1, 40)))


def write(folder: pathlib.Path, number: int, seed: int) -> None:
    maker = Maker(seed * 1_000_003 + number)
    place = folder / f"{number:03}"
    place.mkdir(parents=True, exist_ok=True)
    head = ["вид: приказ", f"номер: {number}-од", "дата: 15.03.2024", "место: г. Верхнеозёрск",
            "орган: Министерство связи Заозёрской области", f"название: О деле № {number}",
            "подписал: {должность: Министр, имя: И.П. Соколов}"]
    if maker.random.random() < 0.2:
        head.append("статус: проект")
    if maker.random.random() < 0.2:
        head.append("электронная-подпись: {сертификат: 00AB12, владелец: Соколов И.П., с: 01.01.2024, по: 01.01.2025}")
    files = {}
    if number % 6 != 0:
        if maker.random.random() < 0.5:
            files["polozhenie.md"] = ("положение", maker.body(5))
        if maker.random.random() < 0.4:
            files["karta.md"] = ("дорожная карта", maker.roadmap())
        if maker.random.random() < 0.4:
            files["sostav.md"] = ("состав", maker.roster())
    if files:
        head += ["приложения:"] + [f"  - {name}" for name in files]
    texts = {"order.md": ("\n".join(head), f"В целях порядка приказываю:\n\n{maker.body(number % 12)}")}
    for name, (kind, body) in files.items():
        texts[name] = (f"вид: {kind}\nназвание: {kind.capitalize()} о деле", body)
    notes = maker.notes
    for index, (name, (front, body)) in enumerate(texts.items()):
        used = [note for note in notes if f"[^{note[2:note.index(']')]}]" in body]
        text = f"---\n{front}\n---\n\n{body}\n\n" + "\n\n".join(used) + "\n"
        (place / name).write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", type=int, nargs="?", default=300)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    for number in range(options.count):
        write(options.folder, number, options.seed)


if __name__ == "__main__":
    main()

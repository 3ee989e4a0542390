#!/usr/bin/env python3
"""Holds the places of Acta's words against pandoc's, on acts and on made documents.

usage: pandoc_words.py ACTA [--made N] [--seed S] [FILE ...]

Pandoc (`-f gfm+sourcepos`) tells line and column of each word by a reader of its own. Every word that pandoc finds must be
found by `ACTA words` at the same place. Left out where the two mean different things: dashes and labels that are marks of
Acta's format, code, and words with escapes or entities.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

WORDS = ("приказ срок пункт совет группа Министерство состав план отдел развития области №5 2024 г. до "
         "«Орёл» член—секретарь éтап 👍 о́рган решение 10% (далее итог, конец; ПРАВО").split()


def body(text):
    """The text with front matter blanked out, so that lines keep their numbers."""
    match = re.match(r"---\n.*?\n---\n", text, re.S)
    return "\n" * match.group(0).count("\n") + text[match.end():] if match else text


def pandoc_words(text):
    run = subprocess.run(["pandoc", "-f", "gfm+sourcepos", "-t", "json"], input=text, capture_output=True,
                         text=True, check=True)
    found = []

    def walk(node, place=None):
        if isinstance(node, list):
            for item in node:
                walk(item, place)
        elif isinstance(node, dict):
            kind, content = node.get("t"), node.get("c")
            if kind in ("Span", "Div"):
                place = dict(content[0][2]).get("data-pos", place)
                if place and kind == "Span":
                    inner = content[1]
                    if len(inner) == 1 and inner[0].get("t") == "Str":
                        line, column = re.match(r"(?:.*@)?(\d+):(\d+)-", place).groups()
                        found.append((int(line), int(column), inner[0]["c"]))
                        return
            if kind == "Code":
                return
            walk(content, place)

    walk(json.loads(run.stdout)["blocks"])
    return found


def acta_words(acta, paths):
    run = subprocess.run([acta, "words", *paths], capture_output=True, text=True, check=True)
    files, current = {}, None
    for line in run.stdout.splitlines():
        if line.startswith("# ") and line[2:] in paths:
            current = files.setdefault(line[2:], {})
        else:
            row, column, word = line.split("\t", 2)
            current[(int(row), int(column))] = word
    return files


def compare(path, text, seen):
    """The words at places where Acta has none: (line, column, word)."""
    lines = text.split("\n")
    columns = {}
    for (line, column), word in seen.items():
        columns.setdefault(line, []).append((column, column + len(word)))
    missed = []
    for line, column, word in pandoc_words(body(text)):
        source = lines[line - 1][column - 1:column - 1 + len(word)] if line <= len(lines) else ""
        if source != word:
            continue  # escapes and entities: pandoc's text is not the source's
        if word == "|":
            continue  # an escaped bar in a cell
        if any(start <= column and column + len(word) <= end for start, end in columns.get(line, [])):
            continue
        missed.append((line, column, word))
    return missed


LABEL = re.compile(r"\s*- (Срок|Ответственный|Результат|После|Исполняет|Исполнено)[^:]*:")


def is_mark(lines, line, column, word):
    """Whether the word is a mark of the format: a dash between name and post, a bullet's number, the label of a field."""
    text = lines[line - 1]
    label = LABEL.match(text)
    if label and column <= label.end():
        return True
    cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
    if len(cells) > 2 and cells[0] == cells[1] and column > len(cells[0]) + 2:
        return True  # a section's row spells its title twice
    return set(word) <= set("-–—:.,") or re.fullmatch(r"[\s>|*+-]*", text[:column - 1]) is not None and word in "-*+"


class Maker:
    """Made documents: lists, quotes, lazy lines, hard breaks, tables, footnotes, emphasis and links in any mixture."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        return self.random.choice(WORDS)

    def words(self, least=1, most=6):
        return " ".join(self.word() for _ in range(self.random.randint(least, most)))

    def inline(self):
        text = self.words()
        kind = self.random.random()
        if kind < 0.12:
            return f"*{text}*"
        if kind < 0.24:
            return f"**{text}**"
        if kind < 0.32:
            return f"[{text}](../a/order.md)"
        if kind < 0.36:
            return f'[{text}](<x y> "{self.word()}")'
        if kind < 0.40:
            return f"***{text}***"
        if kind < 0.44:
            return f"`{text}`"
        if kind < 0.48:
            return f"~~{text}~~"
        if kind < 0.52:
            return f"{text} \\* {self.word()}"
        if kind < 0.56:
            return f"{text} &laquo; {self.word()} &raquo; {self.word()}"
        return text

    def paragraph(self, indent=""):
        lines = []
        for index in range(self.random.randint(1, 4)):
            line = " ".join(self.inline() for _ in range(self.random.randint(1, 3)))
            ends = self.random.random()
            if ends < 0.1:
                line += "  "
            elif ends < 0.2:
                line += "\\"
            lazy = self.random.random()
            prefix = indent if index == 0 or lazy < 0.6 else "" if lazy < 0.8 else indent + "  "
            lines.append(prefix + "слово " + line)
        return "\n".join(lines).rstrip("\\ ")

    def block(self, depth=0):
        kind = self.random.random()
        if kind < 0.35 or depth > 2:
            return self.paragraph()
        if kind < 0.45:
            return "#" * self.random.randint(1, 4) + " слово " + self.words()
        if kind < 0.65:
            marker = self.random.choice(["- ", "* ", "7. ", "2) "])
            items = []
            for _ in range(self.random.randint(1, 3)):
                inner = self.block(depth + 1) if self.random.random() < 0.3 else self.paragraph()
                lines = inner.split("\n")
                pad = " " * len(marker)
                items.append(marker + ("\n" + pad).join(lines))
            return "\n".join(items)
        if kind < 0.75:
            inner = self.paragraph()
            lines = inner.split("\n")
            marks = ["> "] + [self.random.choice(["> ", ">", ""]) for _ in lines[1:]]
            return "\n".join(mark + line for mark, line in zip(marks, lines))
        if kind < 0.92:
            width = self.random.randint(1, 4)
            cell = lambda: self.random.choice([self.words(), f"**{self.words()}**", f"{self.word()} \\| {self.word()}", ""])
            rows = ["| " + " | ".join("слово " + self.word() for _ in range(width)) + " |", "|" + "---|" * width]
            rows += ["| " + " | ".join(cell() for _ in range(width)) + " |" for _ in range(self.random.randint(1, 3))]
            return "\n".join(rows)
        return f"слово[^n] {self.words()}\n\n[^n]: слово {self.words()}"

    def document(self):
        blocks, footnotes = [], 0
        for _ in range(self.random.randint(2, 8)):
            block = self.block()
            if "[^n]" in block:
                footnotes += 1
                block = block.replace("[^n]", f"[^n{footnotes}]")
            blocks.append(block)
        return "---\nвид: порядок\nназвание: Порядок\n---\n\n" + "\n\n".join(blocks) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("acta")
    arguments.add_argument("files", nargs="*")
    arguments.add_argument("--made", type=int, default=150)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(options.files)
        for index in range(options.made):
            path = pathlib.Path(folder) / f"{index}.md"
            path.write_text(Maker(options.seed * 100_000 + index).document(), encoding="utf-8")
            paths.append(str(path))
        seen = acta_words(options.acta, paths)
        words = wrong = 0
        for path in paths:
            text = pathlib.Path(path).read_text(encoding="utf-8")
            lines = text.split("\n")
            words += len(pandoc_words(body(text)))
            for line, column, word in compare(path, text, seen.get(path, {})):
                if is_mark(lines, line, column, word):
                    continue
                wrong += 1
                if wrong <= 20:
                    print(f"{path}:{line}:{column}: «{word}» is not there for Acta: {lines[line - 1]}")
        print(f"words compared: {words} in {len(paths)} documents, at another place: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

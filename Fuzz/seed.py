"""Writes what fuzzing begins with: python3 seed.py FOLDER. Acts, templates and the phrases of the tests' batteries.

A folder a target, a file a seed; beside them words.dict, libFuzzer's spelling of words.txt.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "Tests/ActaLanguageTests/Fixtures"
LONGEST = 4000


def phrases(*names):
    for name in names:
        for line in (FIXTURES / name).read_text().splitlines():
            value = json.loads(line)
            text = value.get("text") or value.get("phrase") or ""
            yield (text + "\n" + value["name"] if value.get("name") else text).encode()


def pieces(text):
    """A body in pieces that end with an empty line."""
    piece = b""
    for block in text.split(b"\n\n"):
        if len(piece) + len(block) > LONGEST and piece:
            yield piece
            piece = b""
        piece += block[:LONGEST] + b"\n\n"
    yield piece


def seeds():
    parts = [path.read_bytes().split(b"---\n", 2) for path in sorted(ROOT.glob("acts/*/*.md"))]
    bodies = {"roadmap": [], "roster": [], "markdown": []}
    for _, head, body in parts:
        kind = "roadmap" if "дорожная карта".encode() in head else "roster" if "вид: состав".encode() in head else "markdown"
        bodies[kind] += pieces(body)
    return bodies | {
        "frontmatter": [head for _, head, _ in parts],
        "act": bodies["markdown"],
        "settings": [(ROOT / "acts/acta.yml").read_bytes()],
        "deadline": phrases("deadlines.jsonl", "deadlines-more.jsonl"),
        "reference": phrases("references.jsonl", "references-more.jsonl"),
        "quorum": phrases("quorum.jsonl", "quorum-phrases.jsonl"),
        "person": phrases("persons.jsonl", "persons-more.jsonl"),
        "templates": [path.read_bytes() for folder in ("templates", "templates/print")
                      for path in sorted((ROOT / folder).iterdir()) if path.suffix in (".html", ".mustache")],
        "baseline": [(ROOT / "Tests/Golden/baseline.txt").read_bytes()],
        "manifest": [b'{"schema":"acta/manifest","version":1,"files":[{"path":"a","sha256":"' + b"0" * 64 + b'","bytes":1}]}'],
    }


def main():
    folder = Path(sys.argv[1])
    for target, texts in seeds().items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for index, text in enumerate(texts):
            (folder / target / str(index)).write_bytes(text)
    with open(folder / "words.dict", "w") as out:
        for word in (ROOT / "Fuzz/words.txt").read_text().splitlines():
            print('"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"', file=out)


main()

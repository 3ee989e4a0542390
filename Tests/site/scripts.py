"""The scripts: typed by tsc, stems as Snowball has them, small enough."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
SNOWBALL = Path("/usr/share/snowball/data/russian")


def check(site) -> list[str]:
    scripts = sorted((HERE.parents[1] / "templates").glob("*.js"))
    typed = subprocess.run(
        ["tsc", "--allowJs", "--checkJs", "--strict", "--noEmit", "--target", "es2020",
         "--lib", "es2021,dom,dom.iterable", *scripts], capture_output=True, text=True)
    problems = typed.stdout.splitlines() + typed.stderr.splitlines()
    return problems + stems(site) + sizes(site)


def stems(site) -> list[str]:
    """The page's stemmer and the compiler's, word by word."""
    words, stems = SNOWBALL / "voc.txt", SNOWBALL / "output.txt"
    page = subprocess.run(
        ["node", HERE / "stems.js", site.folder / "search.js", words, stems],
        capture_output=True, text=True)
    problems = [] if page.stdout == "49785 0\n" else ["search.js: " + page.stdout + page.stderr]
    read = subprocess.run(
        [site.acta, "read", "stem"], input=words.read_text(), capture_output=True, text=True)
    found = [json.loads(line)["reading"] for line in read.stdout.splitlines()]
    wrong = [
        f"acta read stem: {word} is {one}, expected {stem}" for word, one, stem
        in zip(words.read_text().split(), found, stems.read_text().split()) if one != stem]
    if len(found) != 49785:
        problems.append(f"acta read stem: {len(found)} words of 49785")
    return problems + wrong[:20]


def sizes(site) -> list[str]:
    """What a page loads beside its text."""
    limits = {"style.css": 20_000, "search.js": 15_000, "register.js": 15_000, "act.js": 8_000, "site.js": 2_000}
    return [
        f"{name}: {size} bytes, {limit} at most" for name, limit in limits.items()
        if (size := (site.folder / name).stat().st_size) > limit]

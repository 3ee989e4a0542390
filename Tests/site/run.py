"""Builds a folder of acts and holds the published site against outside judges.

    run.py ACTA ACTS WORK [JUDGE…]

Each judge is a module beside this one with `check(site) -> list[str]`: what it found wrong, a line each.
Without names every judge is asked.
"""

import importlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

from site_folder import Site

JUDGES = {
    "markup": "Nu HTML checker on every page and the style sheet",
    "codes": "bar codes of printed acts lead to their pages",
    "links": "no broken address or anchor, every page reachable, nothing from elsewhere",
    "access": "axe-core on every kind of page, light and dark, 320 and 1280 px",
    "keyboard": "the keyboard reaches everything and shows where it is",
    "search": "search over http and file://",
    "register": "the register's filters, and what is left of them in the address",
    "lists": "deadlines and their filters, executors and their calendars",
    "feeds": "Atom by RFC 4287's grammar, the sitemap by its schema",
    "linked_data": "JSON-LD expands by schema.org's context without loss",
    "front_matter": "the JSON Schema of front matter accepts every act",
    "scripts": "tsc on the scripts, stems as Snowball has them, sizes",
}


def main() -> int:
    acta, acts, work = (Path(argument).resolve() for argument in sys.argv[1:4])
    chosen = sys.argv[4:] or list(JUDGES)
    folder = work / "site"
    shutil.rmtree(folder, ignore_errors=True)
    built = subprocess.run(
        [acta, "build", acts, "--output", folder, "--as-of", "2026-10-01"],
        capture_output=True, text=True)
    if built.returncode != 0:
        print(built.stdout + built.stderr)
        return 1
    failures = 0
    with Site(folder, acta, acts, work) as site:
        for name in chosen:
            start = time.monotonic()
            problems = importlib.import_module(name).check(site)
            spent = time.monotonic() - start
            mark = "–" if problems else "✓"
            print(f"{mark} {name}: {JUDGES[name]} ({spent:.1f} s)", flush=True)
            for problem in problems:
                print("    " + problem, flush=True)
            failures += len(problems)
    print(f"The site: {failures} problem(s)" if failures else "The site: nothing wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

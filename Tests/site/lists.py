"""Deadlines: a plain table without script, filters with it, the ways from executors, and calendars behind the links."""

from site_folder import until


def check(site) -> list[str]:
    problems = []
    plain = site.page("deadlines.html", script=False)
    total = plain.locator("tr[data-facets]").count()
    if plain.locator("#filters").is_visible():
        problems.append("without script a form is shown that does nothing")
    plain.context.close()
    for base in (site.http, site.file):
        page = site.page("deadlines.html", base=base)
        rows = page.locator("tr[data-facets]:visible")
        choice = page.locator("select[name=executor]")
        for index in (1, 2):
            choice.select_option(index=index)
            count = rows.count()
            if not 0 < count < total or f"{count} из {total}" not in page.text_content("#count"):
                problems.append(f"executor {index}: {count} rows, {page.text_content('#count')}")
            if "executor=" not in page.url:
                problems.append("the executor is not in the address")
            empty = page.evaluate(
                "[...document.querySelectorAll('tbody')].filter(one => one.checkVisibility()"
                " && !one.querySelector('tr[data-facets]:not([hidden])')).length")
            if empty:
                problems.append(f"{empty} month(s) are shown without a row")
            page.reload()
            if rows.count() != count:
                problems.append("the executor is forgotten when the page is loaded anew")
            page.click("button[type=reset]")
            until(page, "!location.search")
        problems += page.problems
        page.context.close()
        page = site.page("executors.html", base=base)
        stated = int(page.locator("tbody td.count").first.text_content())
        page.locator("tbody th a").first.click()
        page.wait_for_url("**/deadlines.html?*")
        until(page, "!document.querySelector('#filters').hidden")
        found = page.locator("tr[data-facets]:visible").count()
        if found != stated:
            problems.append(f"the way from an executor shows {found} deadlines of {stated}")
        page.context.close()
    for path in sorted(site.folder.rglob("*.ics")):
        text = path.read_bytes()
        if not text.startswith(b"BEGIN:VCALENDAR\r\n") or b"BEGIN:VEVENT" not in text:
            problems.append(f"{path.name}: no calendar with events")
    return problems

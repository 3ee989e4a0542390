"""The keyboard alone: Tab reaches every control, each shows that it has the focus, the skip link skips."""

CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]"

LIST = """controls => [...document.querySelectorAll(controls)].filter(one =>
  one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}))
  .map((one, index) => { one.dataset.seen = index; return one.outerHTML.slice(0, 120); })"""

FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const isShown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const box = one.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [one.dataset.seen ?? null, isShown && Number(style.opacity) > 0, isInView];
}"""


def check(site) -> list[str]:
    problems = []
    acts = sorted((path for path in site.kinds if "act-page" in site.text(path)),
                  key=lambda path: len(site.text(path)))
    # Of acts the smallest and the largest: their controls are of the same kinds, and there are hundreds.
    for path in [path for path in site.kinds if path not in acts[1:-1]]:
        for width in (320, 1280):
            page = site.page(path, width=width)
            problems += [f"{path} ({width} px): {text}" for text in walk(page)]
            page.context.close()
    return problems


def walk(page) -> list[str]:
    problems = []
    # Where a page takes the focus to its field by itself, the keyboard still begins at its top.
    page.evaluate("document.activeElement.blur(); getSelection().setPosition(document.body, 0)")
    controls = page.evaluate(LIST, CONTROLS)
    missing = dict(enumerate(controls))
    for _ in range(len(controls) + 2):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            continue
        index, is_shown, is_in_view = focused
        if index is None:
            continue
        what = missing.pop(int(index), None)
        if what and not is_shown:
            problems.append(f"focus does not show: {what}")
        if what and not is_in_view:
            problems.append(f"focus is out of sight: {what}")
    problems += [f"Tab does not reach {what}" for what in missing.values()]
    page.reload()
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate("document.querySelector('#main').contains(document.activeElement) || "
                         "!document.querySelector('#main').querySelector('a, input, button')"):
        problems.append("the skip link does not lead into the main part")
    return problems

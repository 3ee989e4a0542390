// На странице акта: содержание следует за читателем, ссылка на пункт копируется, строки дорожной карты отбираются и сортируются.

/** The entry of the contents that leads to what is being read. */
function followReader() {
  const entries = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".contents a")]);
  const places = entries.map(entry => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
  let current = -1;

  function look() {
    let found = -1;
    places.forEach((place, index) => {
      if (place && place.getBoundingClientRect().top < innerHeight / 3) found = index;
    });
    if (found === current) return;
    entries[current]?.removeAttribute("aria-current");
    entries[found]?.setAttribute("aria-current", "location");
    current = found;
  }

  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      look();
    });
  }, { passive: true });
  look();
}

/** A provision's link puts its address on the clipboard as well. */
function copyLinks() {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  let timer = 0;
  document.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest("a.self") : null;
    if (!(link instanceof HTMLAnchorElement) || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(() => {
      link.append(said);
      said.textContent = " ссылка скопирована";
      clearTimeout(timer);
      timer = setTimeout(() => said.remove(), 2000);
    }, () => undefined);
  });
}

/**
 * A form that shows the rows of a roadmap by their words and in another order; what goes on with a row stays behind it.
 * @param {HTMLTableElement[]} tables
 */
function roadmapForm(tables) {
  /** @param {string | null | undefined} text */
  const plain = text => (text || "").toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  const groups = tables.flatMap(table => [...table.tBodies]).map(body => {
    /** @type {{ rows: HTMLTableRowElement[], text: string, due: string, who: string }[]} */
    const units = [];
    for (const row of body.rows) {
      if (row.classList.contains("milestone")) {
        units.push({
          rows: [row], text: "", due: row.dataset.due || "9999",
          who: plain(row.querySelector(".responsible")?.textContent),
        });
      } else if (row.classList.contains("goes-on")) {
        units[units.length - 1]?.rows.push(row);
      }
    }
    for (const unit of units) unit.text = plain(unit.rows.map(row => row.textContent).join(" "));
    return { body, units };
  });
  const count = groups.reduce((sum, group) => sum + group.units.length, 0);
  if (count < 2) return null;

  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Строки дорожной карты");
  const words = document.createElement("input");
  words.type = "search";
  words.autocomplete = "off";
  const order = document.createElement("select");
  for (const [value, name] of [["", "как в акте"], ["due", "по сроку"], ["who", "по ответственному"]]) {
    order.add(new Option(name, value));
  }
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  for (const [name, control] of /** @type {[string, HTMLElement][]} */ ([["Слова в строках", words], ["Порядок", order]])) {
    const label = document.createElement("label");
    label.className = control === words ? "field text" : "field";
    const title = document.createElement("span");
    title.textContent = name;
    label.append(title, control);
    form.append(label);
  }
  form.append(status);

  function show() {
    const asked = plain(words.value).split(" ").filter(word => word);
    const key = /** @type {"" | "due" | "who"} */ (order.value);
    let shown = 0;
    for (const { body, units } of groups) {
      const sorted = key ? [...units].sort((left, right) => left[key].localeCompare(right[key], "ru")) : units;
      for (const unit of sorted) {
        const isShown = asked.every(word => unit.text.includes(word));
        if (isShown) shown += 1;
        for (const row of unit.rows) {
          row.hidden = !isShown;
          body.append(row);
        }
      }
    }
    status.textContent = asked.length ? `Строк: ${shown} из ${count}` : "";
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  return form;
}

followReader();
copyLinks();
for (const part of document.querySelectorAll(".body")) {
  const tables = /** @type {HTMLTableElement[]} */ ([...part.querySelectorAll("table.schedule")]);
  const form = tables.length ? roadmapForm(tables) : null;
  if (form) part.prepend(form);
}

// Отбор актов в реестре и сроков в их списке. Отобранное стоит в адресной строке: такой адрес можно послать.

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableRowElement[]} rows
 */
function startRegister(form, rows) {
  const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (
    [...form.querySelectorAll("input, select")]);
  const status = /** @type {HTMLElement} */ (document.getElementById("count"));
  const nothing = document.getElementById("nothing");
  const table = /** @type {HTMLTableElement} */ (rows[0].closest("table"));
  const elsewhere = document.getElementById("elsewhere");
  const periods = /** @type {HTMLAnchorElement[]} */ (
    [...document.querySelectorAll(".periods a[data-key]")]);
  const what = form.dataset.what || "Актов";
  const reset = /** @type {HTMLButtonElement} */ (form.querySelector("[type=reset]"));
  const search = elsewhere instanceof HTMLAnchorElement ? elsewhere.href : "";
  const places = periods.map(link => link.href);
  const texts = rows.map(row => plain(row.textContent || ""));
  const facets = rows.map(row => (row.dataset.facets || "").split(" "));
  /** @type {Map<string, [string, number][]>} */
  const counts = new Map(actaData.get("counts"));

  /** @param {string} text */
  function plain(text) {
    return text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  }

  function filter() {
    const tokens = fields.filter(field => field instanceof HTMLSelectElement && field.value)
      .map(field => field.value);
    const words = plain(form.q.value).split(" ").filter(word => word !== "№");
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = tokens.every(token => facets[index].includes(token))
        && words.every(word => texts[index].includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    status.textContent = shown === rows.length
      ? `${what}: ${shown}` : `Показано ${what.toLowerCase()}: ${shown} из ${rows.length}`;
    table.hidden = shown === 0;
    for (const body of table.tBodies) {
      body.hidden = ![...body.rows].some(row => row.dataset.facets !== undefined && !row.hidden);
    }
    if (nothing) nothing.hidden = shown > 0;
    const query = address();
    reset.hidden = !query;
    if (elsewhere instanceof HTMLAnchorElement) {
      elsewhere.href = search + (form.q.value ? "?q=" + encodeURIComponent(form.q.value) : "");
    }
    periods.forEach((link, index) => {
      link.href = places[index] + query;
      const number = link.nextElementSibling;
      if (number && counts.size > 0) {
        number.textContent = String((counts.get(link.dataset.key || "") || [])
          .filter(([key]) => tokens.every(token => key.split(" ").includes(token)))
          .reduce((sum, [, count]) => sum + count, 0));
      }
    });
    return query;
  }

  /** What is chosen, in words: tokens may be others when the site is built anew. */
  function address() {
    const chosen = new URLSearchParams();
    for (const field of fields) {
      const text = field instanceof HTMLSelectElement ? field.selectedOptions[0].text : field.value;
      if (field.value) chosen.set(field.name, text);
    }
    return String(chosen) ? "?" + chosen : "";
  }

  /** Chooses what the address says; what no field knows is left alone. */
  function read() {
    const chosen = new URLSearchParams(location.search);
    for (const field of fields) {
      const text = chosen.get(field.name) || "";
      if (field instanceof HTMLSelectElement) {
        const option = [...field.options].find(one => text && one.text === text);
        field.value = option ? option.value : "";
      } else {
        field.value = text;
      }
    }
    filter();
  }

  function change() {
    const query = filter();
    try {
      history.replaceState(null, "", query || location.pathname);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => {
    form.q.focus();
    setTimeout(change);
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
}

{
  const form = document.getElementById("filters");
  const rows = /** @type {HTMLTableRowElement[]} */ (
    [...document.querySelectorAll("tr[data-facets]")]);
  if (form instanceof HTMLFormElement && rows.length > 0) startRegister(form, rows);
}

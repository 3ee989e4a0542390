// На каждой странице: косая черта ведёт в поле поиска, а с других страниц – на страницу поиска.

document.addEventListener("keydown", event => {
  const target = event.target;
  const isTyping = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    || target instanceof HTMLTextAreaElement;
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || isTyping) return;
  const field = document.querySelector("input[type=search]");
  const link = document.querySelector(".to-search a");
  if (field instanceof HTMLInputElement) field.focus();
  else if (link instanceof HTMLAnchorElement) link.click();
  else return;
  event.preventDefault();
});

/**
 * Data of the site by name, as files hand them over that were loaded by `<script>`.
 * @type {Map<string, any>}
 */
const actaData = new Map();

/**
 * What such a file calls.
 * @param {string} name
 * @param {any} data
 */
function acta(name, data) {
  actaData.set(name, data);
}

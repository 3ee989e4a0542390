// Поиск по текстам актов без сервера: слова запроса – основы – места – текст найденного. Файлы указателя грузятся
// тегом script, поэтому поиск работает и с диска. Правила слов и основ те же, что у собирающей указатель программы.

// ---- Основы слов: стеммер русского языка Snowball

/**
 * Endings of one kind; bound ones count behind а or я alone.
 * @param {string} free
 * @param {string} [bound]
 */
function endings(free, bound = "") {
  const all = (free + " " + bound).trim().replace(/ /g, "|");
  // The leftmost match at the end of a word is its longest ending.
  return { pattern: new RegExp(`(?:${all})$`), bound: new Set(bound.split(" ")) };
}

const ENDINGS = {
  gerund: endings("ив ивши ившись ыв ывши ывшись", "в вши вшись"),
  reflexive: endings("ся сь"),
  adjective: endings(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"),
  participle: endings("ивш ывш ующ", "ем нн вш ющ щ"),
  verb: endings(
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
  noun: endings(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"),
  plural: endings("и"),
  superlative: endings("ейш ейше"),
  softness: endings("ь"),
};

/**
 * What the forms of a Russian word in small letters have in common.
 * @param {string} word
 */
function stem(word) {
  word = word.replace(/ё/g, "е");
  const head = (/^.*?[аеиоуыэюя]/.exec(word) || [word])[0];
  const second = /^.*?[аеиоуыэюя].*?[^аеиоуыэюя].*?[аеиоуыэюя].*?[^аеиоуыэюя]/.exec(word);
  let rest = word.slice(head.length);
  /** @param {{pattern: RegExp, bound: Set<string>}} list */
  const cut = list => {
    const found = list.pattern.exec(rest);
    if (!found || list.bound.has(found[0]) && !/[ая]$/.test(rest.slice(0, found.index))) return false;
    rest = rest.slice(0, found.index);
    return true;
  };
  if (!cut(ENDINGS.gerund)) {
    cut(ENDINGS.reflexive);
    if (cut(ENDINGS.adjective)) cut(ENDINGS.participle);
    else if (!cut(ENDINGS.verb)) cut(ENDINGS.noun);
  }
  cut(ENDINGS.plural);
  const quality = /ость?$/.exec(rest);
  if (quality && second && head.length + quality.index >= second[0].length) {
    rest = rest.slice(0, quality.index);
  }
  if (cut(ENDINGS.superlative) || rest.endsWith("нн")) rest = rest.replace(/нн$/, "н");
  else cut(ENDINGS.softness);
  return head + rest;
}

/**
 * What the cases of a surname have in common where the stemmer parts them; empty for other words.
 * @param {string} word
 */
function surname(word) {
  if (/..[ое]в$/.test(word)) return word;
  const found = /^(.*[^аеиоуыэюяь])ь?ц(?:а|у|ом|ем|е)$/.exec(word);
  return found ? found[1] + "ец" : "";
}

/** @type {Map<string, string[]>} */
const knownKeys = new Map();

/**
 * The keys under which a word in small letters is found.
 * @param {string} word
 */
function keysOf(word) {
  let keys = knownKeys.get(word);
  if (!keys) {
    if (/^\d/.test(word)) {
      const whole = word.replace(/[abcehkmoptxy]/g, letter =>
        "авсенкмортху"["abcehkmoptxy".indexOf(letter)]);
      keys = [whole, (/^\d+/.exec(whole) || [whole])[0]];
    } else if (!/^[а-я]+$/.test(word)) {
      keys = word.length > 1 ? [word] : [];
    } else {
      keys = word.length > 1 ? [stem(word), surname(word)].filter(Boolean) : [];
    }
    knownKeys.set(word, keys);
  }
  return keys;
}

/**
 * The words of a text in small letters, and where each begins.
 * @param {string} text
 */
function wordsOf(text) {
  const words = /\d[\da-zа-яё]*(?:[-/.][\da-zа-яё]+)*|[a-zа-яё][\da-zа-яё]*/gi;
  return [...text.matchAll(words)].map(found => ({
    text: found[0].toLowerCase().replace(/ё/g, "е"), start: found.index || 0, count: found[0].length,
  }));
}

// ---- Указатель

/**
 * A part of an act: `i` its folder, `c` what it is called by kind, date and number, `t` its title, `o` who issued it,
 * `p` the names of its parts, `s` its status, `u` its units: part, anchor, label, text.
 * @typedef {{i: string, c: string, t: string, o: string, p: string[], s?: [string, string],
 *   u: [number, string, string, string][]}} Chunk
 *
 * @typedef {{acts: number, chunks: number, perFile: number, chunkSize: number, perAct: string, keys: string[],
 *   idle: string}} Meta
 *
 * A word of the query: the keys that it is found under, and what longer words may begin with while it is typed.
 * @typedef {{text: string, keys: string[], prefix: string}} Term
 */

/** @type {Map<string, Promise<any>>} */
const loads = new Map();

/**
 * The data of a file of the index.
 * @param {string} name
 * @returns {Promise<any>}
 */
function load(name) {
  let loading = loads.get(name);
  if (!loading) {
    loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `search/${name}.js`;
      script.onload = () => resolve(actaData.get(name));
      script.onerror = () => {
        loads.delete(name);
        reject(new Error(name));
      };
      document.head.append(script);
    });
    loads.set(name, loading);
  }
  return loading;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Numbers from text: five bits a character, the least first, the sixth for «goes on».
 * @param {string} text
 */
function numbersOf(text) {
  const numbers = [];
  let number = 0, shift = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    number += (digit & 31) * 2 ** shift;
    shift += 5;
    if (digit < 32) {
      numbers.push(number);
      number = shift = 0;
    }
  }
  return numbers;
}

/**
 * Which of the files of keys holds a key: the last that begins with it or before it.
 * @param {Meta} meta
 * @param {string} key
 */
function fileOf(meta, key) {
  let low = 0, high = meta.keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meta.keys[middle] <= key) low = middle + 1; else high = middle;
  }
  return Math.max(0, low - 1);
}

/** What a word counts for in a chunk: once, a few times, often, in the title or as the number. */
const WEIGHTS = [1, 1.5, 2, 6];

/**
 * How much each chunk speaks for a term; `null` where none does.
 * @param {Meta} meta
 * @param {Term} term
 */
async function scores(meta, term) {
  const files = new Set(term.keys.map(key => fileOf(meta, key)));
  if (term.prefix) {
    const first = fileOf(meta, term.prefix);
    files.add(first);
    // Words that begin alike stand together; one more file will do, and loading stays little.
    const next = meta.keys[first + 1];
    if (next && next.startsWith(term.prefix)) files.add(first + 1);
  }
  const scores = new Float32Array(meta.chunks);
  let isFound = false;
  const texts = await Promise.all([...files].map(file => load("k" + file)));
  for (const entry of texts.join(";").split(";")) {
    const space = entry.indexOf(" ");
    const key = entry.slice(0, space);
    const isWhole = term.keys.includes(key);
    if (!isWhole && !(term.prefix && key.startsWith(term.prefix))) continue;
    const numbers = numbersOf(entry.slice(space + 1));
    const rarity = Math.log(1 + meta.chunks / numbers.length) * (isWhole ? 1 : 0.6);
    let chunk = -1;
    for (const number of numbers) {
      chunk += number >>> 2;
      scores[chunk] = Math.max(scores[chunk], rarity * WEIGHTS[number & 3]);
    }
    isFound = true;
  }
  return isFound ? scores : null;
}

/**
 * The acts in which every term stands, the best first, and of equals the latest; with each its chunks, the best first.
 * @param {Meta} meta
 * @param {Float32Array[]} terms
 */
function ranked(meta, terms) {
  const found = [];
  let start = 0;
  for (const count of numbersOf(meta.perAct)) {
    const alone = terms.map(() => 0);
    const chunks = [];
    for (let chunk = start; chunk < start + count; chunk += 1) {
      let score = 0, isWhole = true;
      terms.forEach((scores, index) => {
        score += scores[chunk];
        isWhole = isWhole && scores[chunk] > 0;
        alone[index] = Math.max(alone[index], scores[chunk]);
      });
      // Words that stand together count for more than the same words all over the act.
      if (score > 0) chunks.push({ chunk, score: isWhole ? score : score * 0.3 });
    }
    if (alone.every(Boolean)) {
      chunks.sort((left, right) => right.score - left.score || left.chunk - right.chunk);
      found.push({ score: Math.round(chunks[0].score * 10), start, end: start + count,
        chunks: chunks.map(one => one.chunk) });
    }
    start += count;
  }
  return found.sort((left, right) => right.score - left.score || right.start - left.start);
}

/**
 * The text of an act's best chunks, of `count` files at most, and of its other chunks in these.
 * @param {Meta} meta
 * @param {{chunks: number[], start: number, end: number}} act
 * @param {number} count
 * @returns {Promise<Chunk[]>}
 */
async function textsOf(meta, act, count) {
  const all = act.chunks.map(chunk => Math.floor(chunk / meta.perFile));
  const files = [...new Set(all)].slice(0, count).sort((left, right) => left - right);
  const texts = await Promise.all(files.map(file => load("t" + file)));
  return texts.flatMap((chunks, index) => chunks.filter((/** @type {Chunk} */ _, /** @type {number} */ place) => {
    const chunk = files[index] * meta.perFile + place;
    return chunk >= act.start && chunk < act.end;
  }));
}

// ---- Запрос и показ

/**
 * @param {string} query
 * @param {Meta} meta
 * @returns {Term[]}
 */
function termsOf(query, meta) {
  const idle = new Set(meta.idle.split(" "));
  const words = wordsOf(query);
  return words.filter(word => !idle.has(word.text)).map(word => {
    const isLast = word === words[words.length - 1] && !/\s$/.test(query);
    const keys = keysOf(word.text);
    // A whole number is looked for, not what begins like it.
    return {
      text: word.text, keys: /^\d/.test(word.text) ? keys.slice(0, 1) : keys,
      prefix: isLast && word.text.length > 2 ? word.text : "",
    };
  }).filter(term => term.keys.length > 0);
}

/**
 * The words of a text that a term stands for: their places, and which terms they are.
 * @param {string} text
 * @param {Term[]} terms
 */
function marksOf(text, terms) {
  const marks = [];
  let order = 0;
  for (const word of wordsOf(text)) {
    const keys = keysOf(word.text);
    const term = terms.findIndex(term => keys.some(key => term.keys.includes(key))
      || term.prefix && (word.text.startsWith(term.prefix) || keys[0]?.startsWith(term.prefix)));
    if (term >= 0) marks.push({ start: word.start, end: word.start + word.count, term, order });
    order += 1;
  }
  return marks;
}

/**
 * The units of an act to be shown: those with the most terms, neighbours of the query before words far apart.
 * @param {Chunk[]} chunks
 * @param {Term[]} terms
 * @param {number} count
 */
function unitsOf(chunks, terms, count) {
  const found = chunks.flatMap(chunk => chunk.u).map(unit => {
    const marks = marksOf(unit[3], terms);
    const together = marks.filter((mark, index) => index > 0
      && mark.order === marks[index - 1].order + 1 && mark.term === marks[index - 1].term + 1).length;
    return { unit, marks, terms: new Set(marks.map(mark => mark.term)).size, together };
  }).filter(one => one.terms > 0);
  const most = Math.max(...found.map(one => one.terms));
  return found.filter(one => one.terms === most)
    .sort((left, right) => Math.min(right.together, 1) - Math.min(left.together, 1)).slice(0, count);
}

/**
 * A text with its found words marked; a long one is shown from a little before the first of them.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {{start: number, end: number}[]} marks
 * @param {number} [longest]
 */
function showMarked(element, text, marks, longest = Infinity) {
  let start = 0, end = text.length;
  if (end > longest && marks.length > 0) {
    if (marks[0].start > 90) start = text.indexOf(" ", marks[0].start - 70) + 1 || 0;
  }
  if (end - start > longest) end = Math.max(text.lastIndexOf(" ", start + longest), marks[0]?.end || 0);
  if (start > 0) element.append("… ");
  let position = start;
  for (const mark of marks) {
    if (mark.start < position || mark.end > end) continue;
    element.append(text.slice(position, mark.start), made("mark", "", text.slice(mark.start, mark.end)));
    position = mark.end;
  }
  element.append(text.slice(position, end));
  if (end < text.length) element.append(" …");
}

/**
 * @param {string} tag
 * @param {string} kind
 * @param {string} [text]
 */
function made(tag, kind, text = "") {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  if (text) element.textContent = text;
  return element;
}

/**
 * @param {string} address
 * @param {string} kind
 */
function madeLink(address, kind) {
  const link = /** @type {HTMLAnchorElement} */ (made("a", kind));
  link.href = address;
  return link;
}

/**
 * An act with its provisions that were found.
 * @param {Chunk[]} chunks
 * @param {Term[]} terms
 * @param {number} count
 */
function shownAct(chunks, terms, count) {
  const act = chunks[0];
  const page = act.i + "/index.html";
  const section = made("section", "found");
  const heading = made("h2", "");
  const title = madeLink(page, "");
  const name = act.t || act.c;
  showMarked(title, name, marksOf(name, terms));
  heading.append(title);
  section.append(heading);
  const facts = made("p", "facts");
  if (act.t) showMarked(facts, act.c, marksOf(act.c, terms));
  if (act.o) facts.append(made("span", "issuer", act.o));
  if (act.s) facts.append(made("span", "status " + act.s[0], act.s[1]));
  section.append(facts);
  const units = unitsOf(chunks, terms, count);
  if (units.length > 0) {
    const list = made("ul", "");
    for (const { unit: [part, anchor, label, text], marks } of units) {
      const link = madeLink(anchor ? `${page}#${encodeURIComponent(anchor)}` : page, "hit");
      const where = [act.p[part], label].filter(Boolean).join(", ");
      if (where) link.append(made("span", "where", where), " ");
      const words = made("span", "words");
      showMarked(words, text, marks, 260);
      link.append(words);
      const item = made("li", "");
      item.append(link);
      list.append(item);
    }
    section.append(list);
  }
  return section;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function startSearch(form, field) {
  const status = /** @type {HTMLElement} */ (document.getElementById("status"));
  const results = /** @type {HTMLElement} */ (document.getElementById("results"));
  const more = /** @type {HTMLButtonElement} */ (document.getElementById("more"));
  /** The question that is being answered; an answer that comes too late is not shown. */
  let asked = 0;
  let timer = 0;
  /** @type {() => Promise<void>} */
  let showMore = async () => {};

  async function answer() {
    const query = field.value;
    const number = asked += 1;
    document.title = document.title.replace(/^.*?Поиск/, (query.trim() ? query.trim() + " – " : "") + "Поиск");
    try {
      history.replaceState(null, "", query.trim() ? "?q=" + encodeURIComponent(query.trim()) : location.pathname);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
    try {
      /** @type {Meta} */
      const meta = await load("meta");
      const terms = termsOf(query, meta);
      const found = await Promise.all(terms.map(term => scores(meta, term)));
      if (number !== asked) return;
      const known = terms.filter((_, index) => found[index]);
      const missing = terms.filter((_, index) => !found[index]).map(term => `«${term.text}»`).join(", ");
      const acts = known.length === 0 ? [] : ranked(meta, found.flatMap(one => one ? [one] : []));
      results.replaceChildren();
      more.hidden = true;
      if (terms.length === 0) {
        status.textContent = query.trim() ? "Напишите ещё хотя бы слово" : "";
        return;
      }
      status.textContent = acts.length === 0
        ? "Ничего не найдено" + (missing ? `: нет слова ${missing}` : "")
        : `Найдено актов: ${acts.length}` + (missing ? `; слово ${missing} не встречается` : "");
      // What is loaded at once stays small, however long the texts are.
      const size = Math.max(3, Math.min(10, Math.floor(110000 / (1.3 * meta.chunkSize * meta.perFile))));
      let shown = 0;
      showMore = async () => {
        const next = acts.slice(shown, shown + size);
        // Where few acts are found, more is shown of each.
        const each = Math.max(1, Math.floor(size / next.length));
        const texts = await Promise.all(next.map(act => textsOf(meta, act, each)));
        if (number !== asked) return;
        for (const chunks of texts) results.append(shownAct(chunks, known, Math.max(3, 2 * each)));
        shown += next.length;
        more.hidden = shown >= acts.length;
      };
      await showMore();
    } catch {
      if (number === asked) status.textContent = "Указатель не загрузился. Обновите страницу.";
    }
  }

  function read() {
    field.value = new URLSearchParams(location.search).get("q") || "";
    answer();
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, 120);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(timer);
    answer();
  });
  more.addEventListener("click", async () => {
    const count = results.children.length;
    await showMore();
    // The keyboard goes on with the first of the new ones.
    const link = results.children[count]?.querySelector("a");
    if (link) link.focus();
  });
  form.hidden = false;
  read();
  // Who comes with a query wants to read, who comes without one to write.
  if (!field.value) field.focus();
}

{
  const form = document.getElementById("search");
  const field = document.getElementById("q");
  if (form instanceof HTMLFormElement && field instanceof HTMLInputElement) startSearch(form, field);
}

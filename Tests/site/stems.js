// The stemmer of the search page against Snowball's list: node stems.js SEARCH.JS VOC OUTPUT

const fs = require("fs");
const vm = require("vm");

const [script, words, stems] = process.argv.slice(2).map(path => fs.readFileSync(path, "utf8"));
const page = vm.createContext({
  document: { getElementById: () => null }, HTMLFormElement: class {}, HTMLInputElement: class {},
});
vm.runInContext(script, page);
const expected = stems.trim().split("\n");
const wrong = words.trim().split("\n").map((word, index) => [word, expected[index], page.stem(word)])
  .filter(([, stem, found]) => stem !== found);
console.log(`${expected.length} ${wrong.length}`);
wrong.slice(0, 20).forEach(one => console.log(one.join(" ")));

// better-sqlite3, which has a SQLite of its own, loads the extension. usage: main.js BUILD
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
let Database;
try {
  Database = require("better-sqlite3");
  new Database(":memory:").close();
} catch (error) {
  console.log(`not run: better-sqlite3 was installed without its module in C (${error.code})`);
  process.exit(0);
}
const build = process.argv[2];
const db = new Database(`${build}/corpus.g40`, { readonly: true });
db.loadExtension(`${build}/mod_g40`);
const rows = db.prepare("SELECT text, score FROM g40_search(?)").all("regio");
const wanted = execFileSync(process.env.G40, ["search", "regio", "--format", "jsonl"], { encoding: "utf8" })
  .trim().split("\n").map((line) => JSON.parse(line));
assert.deepStrictEqual(rows, wanted.map(({ text, score }) => ({ text, score })));
assert.strictEqual(db.prepare("SELECT state FROM g40_resolve('EZ')").get().state, "ambiguous");
assert.throws(() => db.prepare("SELECT * FROM g40_match('a', 0)").all(), /whole number/);
db.close();

// Node's own SQLite loads the extension. usage: main.js BUILD
const assert = require("node:assert");
let DatabaseSync;
try {
  ({ DatabaseSync } = require("node:sqlite"));
} catch {
  console.log(`not run: Node ${process.version} has no node:sqlite`);
  process.exit(0);
}
const build = process.argv[2];
const db = new DatabaseSync(`${build}/corpus.g40`, { readOnly: true, allowExtension: true });
db.loadExtension(`${build}/mod_g40`);
assert.ok(db.prepare("SELECT text FROM g40_search('regio', 2)").all().length === 2);
assert.strictEqual(db.prepare("SELECT state FROM g40_resolve('EZ')").get().state, "ambiguous");
db.close();

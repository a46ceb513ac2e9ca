// jsonld.js expands the export, without asking the network for a context. usage: main.js BUILD
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const jsonld = require("jsonld");
execFileSync(process.env.G40, ["export", "--format", "jsonld", "-o", "export.jsonld"]);
const documentLoader = (url) => { throw new Error(`asks for ${url}`); };
jsonld.expand(JSON.parse(readFileSync("export.jsonld", "utf8")), { documentLoader }).then((nodes) => {
  const claims = nodes.filter((node) => (node["@type"] ?? []).some((type) => type.endsWith("/Claim")));
  assert.ok(claims.length > 40, `${claims.length} claims`);
  assert.ok(claims.every((claim) => /^[a-z]+:/.test(claim["@id"])), "ids are no IRIs");
}).catch((error) => { console.error(error.message); process.exit(1); });

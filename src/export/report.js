/* Filters and the panel of a report. Without this script the page is the whole text with its lists and tables. */
"use strict";
(function () {
  const root = document.documentElement, form = document.getElementById("filters"), count = document.getElementById("count");
  const panel = document.getElementById("panel"), chosen = document.getElementById("chosen");
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const words = (text) => (text || "").split(" ").filter(Boolean);

  /* --- what is filtered: positions of papers, or pairs of an ask and a document */

  const uptake = root.classList.contains("uptake");
  const rows = all(uptake ? ".pair" : ".positions > li").map((element) => {
    const data = element.dataset, document = uptake ? null : element.closest(".doc");
    return uptake
      ? { element, party: words(data.party), state: data.state }
      : { element, number: element.value, document, keys: { document: document.dataset.doc, kind: data.k, action: data.a },
          theme: data.t, ministries: words(data.m), stakeholders: words(data.s), kinds: words(data.y) };
  });
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const broader = new Map(all("#f-theme option").map((option) => [option.value, option.dataset.broader]));

  function isWithin(theme, wanted) {
    for (let steps = 0; theme && steps < 20; steps++) {
      if (theme === wanted) {
        return true;
      }
      theme = broader.get(theme);
    }
    return false;
  }

  function passes(row, wanted) {
    if (uptake) {
      return (!wanted.party || row.party.includes(wanted.party)) && (!wanted.state || row.state === wanted.state);
    }
    for (const name of ["document", "kind", "action"]) {
      if (wanted[name] && row.keys[name] !== wanted[name]) {
        return false;
      }
    }
    const how = wanted.how ? [wanted.how] : ["n", "r"];
    return (!wanted.theme || isWithin(row.theme, wanted.theme)) &&
      (wanted.ministry ? how.some((one) => row.ministries.includes(wanted.ministry + "~" + one))
                       : !wanted.how || row.ministries.some((one) => one.endsWith("~" + wanted.how))) &&
      (!wanted.stakeholder || row.stakeholders.includes(wanted.stakeholder)) &&
      (!wanted.stakeholder_kind || row.kinds.includes(wanted.stakeholder_kind));
  }

  /* --- filters */

  const notes = all(".paper mark, .paper a[href^='#p']").map((element) => ({
    element,
    numbers: words(element.dataset.p || element.getAttribute("href").slice(2)).map(Number),
  }));

  function showCounts(shown) {
    count.textContent = count.dataset.text.replace("{n}", shown).replace("{all}", rows.length);
    for (const box of all(".doc")) {
      const hits = box.querySelector(".hits"), inside = rows.filter((row) => row.document === box && row.shown).length;
      if (hits) {
        hits.textContent = inside;
        box.hidden = inside === 0 && shown < rows.length;
      }
    }
    for (const section of all(".ask")) {
      section.hidden = all(".pair", section).every((pair) => pair.hidden);
    }
  }

  function apply() {
    const wanted = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const row of rows) {
      row.shown = passes(row, wanted);
      row.element.hidden = !row.shown;
      shown += row.shown;
    }
    for (const note of notes) {
      note.element.classList.toggle("off", !note.numbers.some((number) => byNumber.get(number)?.shown));
    }
    showCounts(shown);
  }

  /* "#f:theme=economie&how=r", as cells of the table say it. */
  function setFilters(text) {
    const wanted = new URLSearchParams(text);
    for (const field of form.elements) {
      if (field.name) {
        field.value = wanted.get(field.name) || "";
      }
    }
    apply();
    form.scrollIntoView({ block: "nearest" });
    count.scrollIntoView({ block: "nearest" });
  }

  /* --- the panel */

  let current = null, opener = null;

  function mark(number, on) {
    for (const note of notes) {
      if (note.numbers.includes(number)) {
        note.element.classList.toggle("chosen", on);
      }
    }
  }

  function clear() {
    if (current) {
      mark(current.number, false);
    }
    current = null;
  }

  function fill(row) {
    const summary = row.element.querySelector("summary"), head = document.createElement("h2"), words = document.createElement("p");
    head.append(...Array.from(summary.querySelectorAll(".n, .kind"), (part) => part.cloneNode(true)));
    words.append(summary.querySelector("q").cloneNode(true));
    const back = document.createElement("p"), link = document.createElement("a");
    link.href = "#r" + row.number;
    link.textContent = chosen.dataset.back;
    back.append(link);
    chosen.className = row.element.className;
    chosen.replaceChildren(head, words, row.element.querySelector("dl").cloneNode(true), back);
  }

  function open(number, from) {
    const row = byNumber.get(number);
    if (!row) {
      return false;
    }
    clear();
    current = row;
    opener = from || opener;
    fill(row);
    mark(number, true);
    panel.hidden = false;
    panel.classList.remove("empty");
    panel.scrollTop = 0;
    chosen.focus({ preventScroll: true });
    return true;
  }

  function close() {
    clear();
    panel.classList.add("empty");
    chosen.replaceChildren(...hint.map((node) => node.cloneNode(true)));
    if (opener) {
      opener.focus();
    }
  }

  function reveal(number) {
    const note = document.getElementById("r" + number);
    if (note) {
      const box = note.closest("details.doc");
      if (box) {
        box.open = true;
      }
      note.scrollIntoView({ block: "center" });
    }
  }

  /* The next position that passes the filters, before or behind the chosen one. */
  function step(by) {
    const shown = rows.filter((row) => row.shown), at = shown.indexOf(current);
    const next = shown[at < 0 ? 0 : at + by];
    if (next) {
      open(next.number, document.getElementById("r" + next.number));
      reveal(next.number);
    }
  }

  const hint = panel ? Array.from(chosen.childNodes) : [];

  function chooseInText(event) {
    const note = event.target.closest(".paper a[href^='#p'], .paper mark, #network a[href^='#p'], .positions dl a, #chosen dl a");
    if (!note) {
      return;
    }
    const numbers = words(note.dataset.p || (note.getAttribute("href") || "").slice(2)).map(Number);
    const number = numbers.find((one) => byNumber.get(one)?.shown) || numbers[0];
    const inText = note.closest(".paper");
    if (open(number, inText ? document.getElementById("r" + number) || note : note)) {
      event.preventDefault();
      if (!inText) {
        reveal(number);
      }
    }
  }

  function startPanel() {
    panel.hidden = false;
    panel.classList.add("empty");
    document.addEventListener("click", chooseInText);
    document.getElementById("close").addEventListener("click", close);
    document.getElementById("previous").addEventListener("click", () => step(-1));
    document.getElementById("next").addEventListener("click", () => step(1));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && current) {
        close();
      }
    });
  }

  /* --- the page */

  function followAddress() {
    const hash = decodeURIComponent(location.hash);
    if (hash.startsWith("#f:")) {
      setFilters(hash.slice(3));
    } else if (/^#p\d+$/.test(hash) && !uptake && open(Number(hash.slice(2)))) {
      reveal(Number(hash.slice(2)));
    }
  }

  function startFolding() {
    const fold = document.getElementById("fold"), choices = document.getElementById("choices");
    const set = (on) => {
      fold.setAttribute("aria-expanded", String(on));
      choices.hidden = !on;
    };
    const wide = matchMedia("(min-width: 64rem)");
    set(wide.matches);
    wide.addEventListener("change", () => set(wide.matches));
    fold.addEventListener("click", () => set(choices.hidden));
  }

  /* What is folded is printed; a paper that is closed stays so. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".positions > li > details:not([open]), .pair details:not([open])").filter((one) => !one.closest("details.doc:not([open])"));
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));

  root.classList.add("interactive");
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  startFolding();
  if (panel) {
    startPanel();
  }
  apply();
  addEventListener("hashchange", followAddress);
  followAddress();
})();

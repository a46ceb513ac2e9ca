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
    for (const sign of all(".overview td a")) {
      sign.parentElement.classList.toggle("off", document.getElementById(sign.hash.slice(1)).hidden);
    }
  }

  /* Which filters are set, in words: they may be folded, and are not printed. */
  function showFilters() {
    const set = all("select", form).filter((field) => field.value);
    document.getElementById("set").textContent = set.map((field) =>
      form.querySelector(`label[for="${field.id}"]`).textContent + ": " + field.selectedOptions[0].textContent).join(" · ");
    root.classList.toggle("filtered", set.length > 0);
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
    showFilters();
    if (panel) {
      showEnds();
    }
  }

  /* "#f:theme=economie&how=r", as cells of the table say it. */
  function setFilters(text) {
    const wanted = new URLSearchParams(text);
    for (const field of form.elements) {
      if (field.name) {
        field.value = wanted.get(field.name) || "";
        field.selectedIndex = Math.max(field.selectedIndex, 0);
      }
    }
    apply();
    form.scrollIntoView({ block: "nearest" });
    count.scrollIntoView({ block: "nearest" });
    document.getElementById("fold").focus({ preventScroll: true });
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

  const noteOf = (number) => document.getElementById("r" + number);

  /* The positions before and behind the chosen one that pass the filters. */
  function neighbours() {
    const shown = rows.filter((row) => row.shown);
    const found = current ? shown.findIndex((row) => row.number >= current.number) : 0;
    const place = found < 0 ? shown.length : found;
    return [shown[place - 1], shown[current && shown[place] === current ? place + 1 : place]];
  }

  function showEnds() {
    const [before, behind] = neighbours();
    document.getElementById("previous").disabled = !before;
    document.getElementById("next").disabled = !behind;
  }

  function fill(row) {
    const summary = row.element.querySelector("summary"), head = document.createElement("h2"), words = document.createElement("p");
    head.append(...Array.from(summary.querySelectorAll(".n, .kind"), (part) => [part.cloneNode(true), " "]).flat());
    words.append(summary.querySelector("q").cloneNode(true));
    const back = document.createElement("p"), link = document.createElement("a");
    link.href = "#r" + row.number;
    link.textContent = chosen.dataset.back;
    back.append(link);
    chosen.className = row.element.className;
    chosen.replaceChildren(head, words, row.element.querySelector("dl").cloneNode(true), back);
  }

  function open(number, from, focused) {
    const row = byNumber.get(number);
    if (!row) {
      return false;
    }
    clear();
    current = row;
    opener = from || noteOf(number);
    fill(row);
    mark(number, true);
    panel.hidden = false;
    panel.classList.remove("empty");
    panel.scrollTop = 0;
    showEnds();
    if (!focused) {
      chosen.focus({ preventScroll: true });
    }
    return true;
  }

  function close() {
    clear();
    panel.classList.add("empty");
    chosen.replaceChildren(...hint.map((node) => node.cloneNode(true)));
    showEnds();
    if (opener) {
      opener.focus();
    }
  }

  /* The words of a position; above the panel where that lies over the text. */
  function reveal(number) {
    const note = noteOf(number);
    if (note) {
      const box = note.closest("details.doc");
      if (box) {
        box.open = true;
      }
      const first = notes.find((one) => one.numbers.includes(number)).element;
      const over = getComputedStyle(panel).position === "fixed";
      (over ? first : note).scrollIntoView({ block: over ? "start" : "center" });
    }
  }

  /* The focus stays on the button, so that it can be pressed again; what was chosen is said. At the end it goes to the panel. */
  function step(button, by) {
    const next = neighbours()[by];
    if (next) {
      open(next.number, noteOf(next.number), true);
      reveal(next.number);
      document.getElementById("said").textContent = chosen.querySelector("h2").textContent.trim() + ". " + chosen.querySelector("q").textContent;
      if (button.disabled) {
        chosen.focus({ preventScroll: true });
      }
    }
  }

  const hint = panel ? Array.from(chosen.childNodes) : [];

  function chooseInText(event) {
    const note = event.target.closest(".paper a[href^='#p'], .paper mark, #network a[href^='#p'], .positions dl a, #chosen dl a");
    if (!note || !getSelection().isCollapsed) {
      return;
    }
    const numbers = words(note.dataset.p || (note.getAttribute("href") || "").slice(2)).map(Number);
    const number = numbers.find((one) => byNumber.get(one)?.shown) || numbers[0];
    const inText = note.closest(".paper");
    const from = inText || panel.contains(note) ? noteOf(number) || note : note;
    if (open(number, from)) {
      event.preventDefault();
      if (!inText || note.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) {
        reveal(number);
      }
    }
  }

  function startPanel() {
    panel.hidden = false;
    panel.classList.add("empty");
    document.addEventListener("click", chooseInText);
    document.getElementById("close").addEventListener("click", close);
    document.getElementById("previous").addEventListener("click", (event) => step(event.target, 0));
    document.getElementById("next").addEventListener("click", (event) => step(event.target, 1));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && current) {
        close();
      }
    });
  }

  /* --- the page */

  function followAddress() {
    const hash = location.hash;
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

  /* Whoever is pointed to in the drawing keeps the edges, the others fade. */
  function startDrawing(drawing) {
    const edges = all("path", drawing).map((element) => ({ element, ends: words(element.dataset.e) }));
    drawing.addEventListener("pointerover", (event) => {
      const name = event.target.closest("g")?.dataset.n;
      drawing.classList.toggle("one", name !== undefined);
      edges.forEach((edge) => edge.element.classList.toggle("on", edge.ends.includes(name)));
    });
    drawing.addEventListener("pointerleave", () => drawing.classList.remove("one"));
  }

  root.classList.add("interactive");
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  startFolding();
  all("#network svg").forEach(startDrawing);
  if (panel) {
    startPanel();
  }
  apply();
  addEventListener("hashchange", followAddress);
  document.addEventListener("click", (event) => { /* a second time, which changes no address */
    if (event.target.closest("a[href^='#f:']")?.hash === location.hash) {
      followAddress();
    }
  });
  /* At first after the browser has gone to the place itself, which takes the focus away. */
  addEventListener("load", () => setTimeout(followAddress));
})();

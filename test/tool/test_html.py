"""g40 export --format html, as a file: what stands in it. What it does in a browser is test_html_browser.py's."""
import base64
import hashlib
import html.parser
import re
import sqlite3

import pytest

from conftest import PAPER, ROOT

VOID = {"meta", "link", "br", "circle", "path", "img", "input"}


class Page(html.parser.HTMLParser):
    """The elements of a page, each with its attributes, the ones above it, and its text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements = [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", "above": [one["tag"] for one in self.open], "within": list(self.open), **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag=None, **wanted):
        return [one for one in self.elements if (tag is None or one["tag"] == tag)
                and all(one.get(key.rstrip("_").replace("_", "-")) == value for key, value in wanted.items())]

    def one(self, *arguments, **wanted):
        found = self.all(*arguments, **wanted)
        assert len(found) == 1, (arguments, wanted, len(found))
        return found[0]


def squeezed(text):
    return "".join(text.split())


def language_of(element):
    """The one it is read aloud in: its own, or that of what it stands in."""
    return next(one["lang"] for one in [element, *reversed(element["within"])] if "lang" in one)


def export(g40, *options):
    run = g40("export", "--format", "html", "-o", "-", *options)
    assert (run.status, run.err) == (0, "")
    return run.out


def marked(page, number):
    """The marked words of a position, in their order."""
    return "".join(one["text"] for one in page.all("mark") if str(number) in one["data-p"].split())


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request, g40):
    return Page(export(g40, "--lang", request.param))


def test_every_position_is_marked_where_it_stands_and_listed_with_its_exact_words(g40, page):
    positions = g40("positions", "--format", "jsonl").jsonl
    items = [one for one in page.all("li") if one.get("id", "").startswith("p")]
    assert len(items) == len(positions) > 50
    for number, (row, item) in enumerate(zip(positions, items), 1):
        inside = [one for one in page.elements if item in one["within"]]
        quotes = [one["text"] for one in inside if one["tag"] == "blockquote"]
        assert item["id"] == f"p{number}" and quotes == [passage["quote"] for passage in row["passages"]]
        assert squeezed(marked(page, number)) == squeezed("".join(passage["text"] for passage in row["passages"])), row["id"]
        assert row["id"] in item["text"] and (item["data-k"], item["data-t"]) == (row["kind"], row["theme"])
        assert len(page.all("a", id=f"r{number}", href=f"#p{number}")) == 1


def test_the_text_of_the_page_is_that_of_the_paper(g40, page):
    paper = page.one("div", class_="paper")
    notes = [one for one in page.all("a") if paper in one["within"]]
    shown = squeezed(re.sub(r"(?<=\D)\d{1,2}(?=\D|$)", "", paper["text"]))
    assert len(notes) >= len(g40("positions", "--format", "jsonl").jsonl)
    for segment in g40("analyze", ROOT / "data" / "corpora" / PAPER / "paper.txt", "--format", "jsonl").jsonl:
        words = re.sub(r"(?<=\D)\d{1,2}(?=\D|$)", "", segment["text"])
        assert squeezed(words) in shown or "oss.nl" in words, words


def test_the_panel_has_ministries_then_and_now_and_says_what_is_not_from_the_text(page):
    responsible = [one for one in page.all("dt") if one["text"].endswith(("(niet uit de tekst)", "(not from the text)"))]
    assert len(responsible) > 20
    whole = page.one("main")["text"]
    assert "EZK Economische Zaken en Klimaat" in whole and "portfolio: mkb" in whole and "2026-05-19" in whole


def test_no_id_stands_twice_and_every_link_inside_the_page_has_its_end(page):
    ids = [one["id"] for one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    for one in page.all("a"):
        target = one["href"][1:]
        assert not one["href"].startswith("#") or target in ids or target.startswith("f:"), one["href"]


def test_nothing_is_loaded_and_the_policy_names_the_only_style_and_script(page):
    policy = page.one("meta", http_equiv="Content-Security-Policy")["content"]
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.one(tag)["text"].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    for one in page.elements:
        assert not {"src", "srcset", "style"} & set(one) and not [key for key in one if key.startswith("on")], one
    assert [one["href"] for one in page.all("link")] == ["data:,"]
    assert "url(" not in page.one("style")["text"] and "@import" not in page.one("style")["text"]


def test_filters_offer_what_the_listings_count(g40, page):
    offered = {(one["within"][-1]["name"], one["value"]): one["text"] for one in page.all("option")}
    for theme in g40("themes", "--format", "jsonl").jsonl:
        assert not theme["positions"] or offered["theme", theme["id"].split("/")[1]].endswith(f"({theme['positions']})")
    for one in g40("stakeholders", "--format", "jsonl").jsonl:
        if one["positions"] and one["kind"] != "ministry":
            assert offered["stakeholder", one["id"].split("/")[1]].endswith(f"({one['positions']})")


def test_the_table_counts_as_the_network_does(g40, page):
    table = [one for one in page.all("table") if page.one("section", id="table") in one["within"]][0]
    links = [one for one in page.all("a") if table in one["within"]]
    edges = g40("network", "--between", "theme-ministry", "--format", "jsonl").jsonl
    assert sorted(int(one["text"]) for one in links) == sorted(edge["weight"] for edge in edges)
    heads = [one for one in page.all("th") if table in one["within"]]
    assert {one["scope"] for one in heads} == {"col", "row"}


def test_an_english_page_calls_actors_and_instruments_by_their_english_names_and_marks_what_is_dutch(g40):
    page = Page(export(g40, "--lang", "en"))
    english = {row["name"]: row["name_en"] for kind in ("stakeholders", "instruments", "advices") for row in g40(kind, "--format", "jsonl").jsonl}
    table = page.one("table", class_="edges")
    drawn = [one for one in page.all("g")]
    ends = [one for one in page.elements if table in one["within"] and (one.get("scope") == "row" or one["above"][-1] == "tr" and one["tag"] == "td")]
    edges = [edge for edge in g40("network", "--format", "jsonl").jsonl if edge["kind"] != "theme-ministry"][:36]
    cells = [ends[at:at + 2] for at in range(0, len(ends), 5)]
    assert len(cells) == len(edges) > 10 and len(drawn) > 10
    for edge, (start, end) in zip(edges, cells):
        for one, cell in (edge["from"], start), (edge["to"], end):
            if not one.get("abbreviation"):
                name = english[one["name"]]
                assert (cell["text"], language_of(cell)) == ((name, "en") if name else (one["name"], "nl"))
    assert {language_of(one) for one in drawn} == {"en", "nl"}
    dutch = [name for name, other in english.items() if other and other != name]
    shown = {one["text"] for one in page.all("strong") + page.all("span") if language_of(one) == "en"}
    assert len(dutch) > 100 and not shown & set(dutch) - {other for other in english.values()}


def test_words_of_a_text_are_marked_with_its_language(g40, tmp_path):
    (tmp_path / "plan.txt").write_text("Plan\n\nDe gemeente moet meer woningen bouwen. Het Rijk moet zorgen voor nieuwe wegen.\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("document: plan\nmeta: {language: fy}\npositions:\n  - {id: bouw, kind: ask, action: organise, quotes: [De gemeente "
                                        "moet meer woningen bouwen.], roles: [{as_written: gemeente, stakeholder: gemeenten, role: addressee}]}\n", encoding="utf-8")
    run = g40("ingest", "--db", tmp_path / "x.g40", "--date", "2025-01-01", "--coding", tmp_path / "plan.yaml", tmp_path / "plan.txt")
    assert run.status == 0, run.err
    for language in ("nl", "en"):
        page = Page(export(g40, "--db", tmp_path / "x.g40", "--lang", language))
        quotes = page.all("q") + page.all("blockquote") + page.all("mark")
        assert len(quotes) > 3 and {language_of(one) for one in quotes} == {"fy"}
        page = Page(export(g40, "--db", tmp_path / "x.g40", "--lang", language, "--uptake"))
        asked = [one for one in page.all("blockquote") if one["within"][-1].get("class") == "asked"]
        taken = [one for one in page.all("blockquote") if one not in asked]
        assert taken and asked and {language_of(one) for one in taken} == {"fy"} and {language_of(one) for one in asked} == {"nl"}


def test_headings_leave_out_no_level_and_there_is_one_of_the_first(page):
    levels = [int(one["tag"][1]) for one in page.elements if re.fullmatch("h[1-6]", one["tag"])]
    assert levels.count(1) == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))


@pytest.mark.parametrize("options", [[], ["--uptake"]])
def test_landmarks_and_controls_have_names(g40, options):
    page = Page(export(g40, *options))
    for tag in ("main", "header"):
        page.one(tag)
    for one in page.all("nav") + page.all("form") + page.all("aside"):
        assert one.get("aria-label"), one
    labels = {one["for"] for one in page.all("label")}
    assert {one["id"] for one in page.all("select")} == labels and labels
    for one in page.all("button") + page.all("a") + page.all("th"):
        assert one["text"].strip() or one.get("aria-label"), one
    for one in page.all("svg"):
        assert all(page.all(id=name) for name in one["aria-labelledby"].split())
    assert page.one("output")["aria-live"] == "polite"
    assert page.elements[0]["lang"] == "en"


def test_contact_data_is_masked_unless_asked_for(g40):
    assert not re.search("leistra|1553 9715|oss.nl", export(g40)) and "[contact]" in export(g40)
    assert "leistra" in export(g40, "--with-contacts")


def test_filters_of_the_command_hold(g40):
    page = Page(export(g40, "--kind", "ask", "--theme", "mkb"))
    rows = g40("positions", "--kind", "ask", "--theme", "mkb", "--format", "jsonl").jsonl
    items = [one for one in page.all("li") if one.get("id", "").startswith("p")]
    assert [one["data-k"] for one in items] == ["ask"] * len(rows) != []


def test_the_same_page_has_the_same_bytes(g40):
    assert export(g40) == export(g40)


HOSTILE = """<script>alert(1)</script> "Bouw" & 'breek'

1. Hoofdstuk <b>vet</b>

De gemeente moet </mark></script><script>alert(2)</script> woningen bouwen & onderhouden.
Het Rijk moet zorgen voor <img src=x onerror=alert(3)> nieuwe wegen.
Wij willen dat het ministerie van EZ "--><svg onload=alert(4)>" investeert in {{ruimte}}.
"""


@pytest.fixture(scope="module")
def hostile(g40, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "plan.txt").write_text(HOSTILE, encoding="utf-8")
    run = g40("ingest", "--db", folder / "x.g40", "--title", "</title><script>alert('x')</script>\"'>", "--date", "2025-01-01",
              folder / "plan.txt")
    assert run.status == 0, run.err
    with sqlite3.connect(folder / "x.g40") as connection:  # ingest takes no such address: a file that somebody made
        connection.execute("UPDATE document SET url = 'javascript:alert(5)'")
    connection.close()
    return folder / "x.g40"


@pytest.mark.parametrize("options", [[], ["--uptake"]])
def test_a_paper_of_html_and_script_shows_as_text(g40, hostile, options):
    page = Page(export(g40, "--db", hostile, *options))
    page.one("script")
    assert page.all("img") == [] and page.all("b") == []
    assert all(one["href"].startswith(("#", "data:,")) for one in page.elements if "href" in one)
    assert "</title><script>alert('x')</script>\"'>" in page.one("main")["text"] + page.one("h1")["text"]
    if not options:
        assert "onerror=alert(3)>" in page.one("div", class_="paper")["text"]
        assert page.one("title")["text"].startswith("</title>")


def test_uptake_shows_each_ask_beside_each_document_with_both_quotes(g40, hostile):
    page = Page(export(g40, "--db", hostile, "--uptake"))
    rows = g40("uptake", "--db", hostile, "--format", "jsonl").jsonl
    pairs = page.all("article")
    assert [one["data-state"] for one in pairs] == [row["state"] for row in rows] != []
    for row, pair in zip(rows, pairs):
        quotes = [one["text"] for one in page.all("blockquote") if pair in one["within"]]
        asked = [one["text"] for one in page.all("blockquote") if pair["within"][-2] in one["within"]]
        assert quotes == [row["match"]["text"]] and row["ask_text"] in asked
        if row["state"] == "not_found":
            assert all(word in pair["text"] for word in row["searched"]["words"])


@pytest.mark.parametrize("options", [["--format", "jsonld", "--uptake"], ["--format", "html", "--asks", "x"],
                                     ["--format", "html", "--lang", "de"]])
def test_a_wrong_page_is_one_line(g40, options):
    g40("export", "-o", "x", *options).fails_with(2)


ASK = "De gemeente moet meer woningen bouwen."
# name: (texts of documents, more options of ingest)
ODD = {
    "no positions": (["De trein reed gisteren door de stad."], []),
    "no headings": ([f"{ASK} Het Rijk moet zorgen voor nieuwe wegen."], []),
    "nobody named": (["Er moet meer groen komen. Alle straten moeten veilig zijn."], []),
    "one character": (["a"], []),
    "one letter of four bytes": (["\U0001f689"], []),
    "a long title": ([ASK], ["--title", "Plan \U0001f689 <b> " * 4000]),
    "a long word": ([f"De gemeente moet {'woningbouw' * 3000} regelen."], []),
    "from right to left": (["\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u202eomgekeerd\u202c.\n\n" + ASK + " \U0001f468\u200d\U0001f469\u200d\U0001f467 \u200f"],
                           ["--title", "\u0628\u0631\u0646\u0627\u0645\u062c"]),
    "a NUL": ([f"Plan\n\n{ASK} Het Rijk\0 moet zorgen voor\0 nieuwe wegen.\0"], []),
    "control characters": ([f"Plan\x01\x1b[31m\n\n{ASK}\x7f\x85\ufffe"], []),
    "two of a title": ([ASK, ASK + " Het Rijk moet zorgen voor nieuwe wegen."], ["--title", "Het plan"]),
}


@pytest.fixture(scope="module", params=list(ODD))
def odd(request, g40, tmp_path_factory):
    """A database with these texts, and their reading form."""
    folder = tmp_path_factory.mktemp("odd")
    texts, options = ODD[request.param]
    for number, text in enumerate(texts):
        (folder / f"plan-{number}.txt").write_text(text, encoding="utf-8")
        run = g40("ingest", "--db", folder / "x.g40", "--date", "2025-01-01", *options, folder / f"plan-{number}.txt")
        assert run.status == 0, run.err
    return folder / "x.g40"


@pytest.mark.parametrize("options", [["--lang", "nl"], ["--lang", "en", "--with-contacts"], ["--uptake", "--lang", "nl"], ["--uptake"]])
def test_an_odd_paper_gives_a_whole_page(g40, odd, options):
    text = export(g40, "--db", odd, *options)
    page = Page(text)
    ids = [one["id"] for one in page.elements if "id" in one]
    assert len(ids) == len(set(ids)) and not set(text) & {chr(code) for code in range(32)} - {"\n", "\t"}
    assert len(page.all("main")) == len(page.all("script")) == len(page.all("h1")) == 1 and page.all("b") == []
    if "--uptake" in options:
        rows = g40("uptake", "--db", odd, "--format", "jsonl").jsonl
        assert len(page.all("article")) == len(rows) > 0
        return
    rows = g40("positions", "--db", odd, "--format", "jsonl").jsonl
    items = [one for one in page.all("li") if one.get("id", "").startswith("p")]
    assert len(items) == len(rows) and len(page.all("div", class_="paper")) == len(g40("documents", "--db", odd, "--format", "jsonl").jsonl)
    for number, row in enumerate(rows, 1):
        clean = re.sub(r"[\x00-\x1f\x7f]", "\ufffd", row["text"])
        assert squeezed(marked(page, number)) == squeezed(clean)
    for segment in g40("analyze", odd.parent / "plan-0.txt", "--format", "jsonl").jsonl:
        words = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "\ufffd", segment["text"])
        shown = re.sub(r"(?<=\D)\d(?=\D|$)", "", page.all("div", class_="paper")[0]["text"])
        assert squeezed(words) in squeezed(shown), segment


@pytest.mark.parametrize("options", [[], ["--uptake"]])
def test_a_database_without_papers_gives_a_page_that_says_so(g40, tmp_path, options):
    (tmp_path / "plan.txt").write_text(ASK, encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "x.g40", tmp_path / "plan.txt").status == 0
    assert g40("remove", "--db", tmp_path / "x.g40", "plan").status == 0
    page = Page(export(g40, "--db", tmp_path / "x.g40", *options))
    assert ("No documents in this selection." if not options else "What became of the asks") in page.one("body")["text"]
    assert page.all("article") == page.all("mark") == [] and page.one("h1")["text"] in ("0 documents", "What became of the asks")


def test_papers_of_one_title_are_told_apart(g40, tmp_path):
    for number, title in (1, "Het plan"), (2, "Het plan"), (3, "Ander plan"):
        (tmp_path / f"plan-{number}.txt").write_text(ASK + f" Het Rijk moet zorgen voor {number} wegen.", encoding="utf-8")
        run = g40("ingest", "--db", tmp_path / "x.g40", "--title", title, "--date", f"202{number}-01-01", tmp_path / f"plan-{number}.txt")
        assert run.status == 0, run.err
    page = Page(export(g40, "--db", tmp_path / "x.g40"))
    assert [one["value"] for one in page.all("option") if one["within"][-1]["name"] == "document" and one["value"]] == ["plan-1", "plan-2", "plan-3"]
    assert [one["text"] for one in page.all("time")] == ["2021-01-01", "2022-01-01", "2023-01-01"]
    for page, name in (page, "document"), (Page(export(g40, "--db", tmp_path / "x.g40", "--uptake")), "party"):
        assert [one["text"] for one in page.all("option") if one["within"][-1]["name"] == name][1:] == ["Het plan (plan-1)", "Het plan (plan-2)", "Ander plan"]
    heads = {one["text"] for one in page.all("h3") if one["within"][-1]["tag"] == "article"}
    assert heads == {"Het plan (plan-1)", "Het plan (plan-2)", "Ander plan"}

"""search and match: what people type, what is found, and that nothing written by hand decides."""
import json
import os
import random
import re
import shutil
import sqlite3

import pytest

SOURCE = os.environ["G40_SOURCE"]
PAPER = """Samen verder

Energie

De netcongestie vertraagt de woningbouw in de binnensteden. Het Rijk moet investeren in het stroomnet.
Ministeries van I&W en EZ werken samen met mkb'ers in 's-Hertogenbosch.

Werk

De Commissie Regulering van Werk wil dat vaste contracten de norm zijn. In de arbeidsmarktregio's helpen gemeenten
100.000 werkzoekenden. Voor mensen in de bijstand wordt de Participatiewet eenvoudiger en menselijker.
D66 wil een basisbaan. Mail naar j.jansen@voorbeeld.nl voor meer.
"""
ASK = "g40-economie-en-werk-2025/herziening-participatiewet"


@pytest.fixture(scope="module")
def database(g40, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    (folder / "samen.txt").write_text(PAPER, encoding="utf-8")
    path = folder / "papers.g40"
    assert g40("ingest", "--db", path, folder / "samen.txt").status == 0
    return path


MANY = """Woningen

De gemeenten en het Rijk bouwen woningen. Een woning is een thuis. De provincie helpt gemeenten met woningen in de stad.
Het Rijk betaalt de gemeenten. De woningcorporatie bouwt woningen voor jongeren. De bibliotheek blijft open.
Woningen van steen, woningen van hout. De mensen in de bijstand krijgen werk.

Tegen de netcongestie

Netcongestie houdt de stad tegen. Filevorming is ook congestie van het verkeer. Kabels liggen te lang op zich te wachten.
Kleine en middelgrote ondernemers vragen om rust.
"""


@pytest.fixture(scope="module")
def many(g40, tmp_path_factory):
    """Three papers that say the same, so that scores are equal."""
    folder = tmp_path_factory.mktemp("many")
    files = [folder / f"a{i}.txt" for i in (1, 2, 3)]
    for file in files:
        file.write_text(MANY, encoding="utf-8")
    assert g40("ingest", "--db", folder / "many.g40", *files).status == 0
    return folder / "many.g40"


def search(g40, database, query, *options):
    run = g40("search", "--db", database, "--format", "json", *options, "--", query)
    assert run.status == 0, run.err
    return json.loads(run.out)


@pytest.mark.parametrize("query, word", [
    ("congestie", "netcongestie"), ("net congestie", "netcongestie"), ("arbeidsmarkt regio", "arbeidsmarktregio's"),
    ("arbeidsmarkt-regio", "arbeidsmarktregio's"), ("I&W", "I&W"), ("i&w", "I&W"), ("IenW", "I&W"), ("mkb", "mkb'ers"),
    ("mkb’ers", "mkb'ers"), ("'s-Hertogenbosch", "'s-Hertogenbosch"), ("den bosch", "'s-Hertogenbosch"),
    ("hertogenbosch", "'s-Hertogenbosch"), ("d66", "D66"), ("100.000", "100.000"), ("100000", "100.000"),
    ("Borstlap", "Commissie"), ("participatie*", "Participatiewet"), ("BINNENSTAD", "binnensteden"),
    ('"vaste contracten"', "contracten"), ("“vaste contracten”", "contracten")])
def test_search_finds_what_people_type(g40, database, query, word):
    answer = search(g40, database, query)
    marked = {hit["text"].encode()[start:end].decode() for hit in answer["hits"] for start, end in hit["marks"]}
    assert word in marked and not answer["any"], answer


def test_a_short_name_in_small_letters_is_one_where_it_is_written_so(g40, database):
    names = {name["name"] for name in search(g40, database, "mkb", "--related")["expansions"]}
    assert {"midden- en kleinbedrijf", "kleine ondernemers"} <= names
    assert search(g40, database, "om")["expansions"] == []


def test_quoted_words_stand_one_behind_the_other(g40, database):
    assert search(g40, database, '"contracten vaste"')["hits"] == []
    assert search(g40, database, "contracten vaste")["total"] == 1


def test_a_word_behind_a_minus_does_not_occur(g40, database):
    assert search(g40, database, "gemeenten")["total"] == 1
    assert search(g40, database, "gemeenten -arbeidsmarkt")["total"] == 0


def test_the_answer_says_which_names_were_looked_for(g40, database):
    names = search(g40, database, "Borstlap")["expansions"]
    assert ("Borstlap", "Commissie Regulering van Werk", "same_as") in [
        (name["words"], name["name"], name["relation"]) for name in names]
    assert all(name["relation"] == "same_as" for name in names)
    assert any(name["relation"] == "related" for name in search(g40, database, "Borstlap", "--related")["expansions"])


def test_without_all_words_some_are_found_and_that_is_said(g40, database):
    answer = search(g40, database, "netcongestie basisbaan")
    assert answer["any"] and answer["total"] == 2


def test_nothing_found_asks_what_was_meant(g40, database):
    answer = search(g40, database, "netcongesite")
    assert answer["total"] == 0 and answer["suggestion"] == "netcongestie"


def test_contact_data_is_not_indexed(g40, database):
    for query in ("jansen", "voorbeeld", "j.jansen@voorbeeld.nl", "contact"):
        assert search(g40, database, query)["hits"] == []
    with sqlite3.connect(database) as db:
        assert db.execute("SELECT count(*) FROM index_posting WHERE term LIKE '%jansen%'").fetchone() == (0,)


def test_counts_stand_beside_the_hits(g40, database):
    answer = search(g40, database, "de")
    documents = [facet for facet in answer["facets"] if facet["kind"] == "document"]
    assert [facet["passages"] for facet in documents] == [answer["total"]]


def test_filters_keep_passages_of_positions(g40):
    run = g40("search", "--format", "json", "--theme", "participatie", "--kind", "ask", "wet")
    hits = json.loads(run.out)["hits"]
    assert hits and all(any(p["kind"] == "ask" for p in hit["positions"]) for hit in hits)
    assert g40("search", "--theme", "nergens", "wet").status == 1


def test_the_index_of_another_version_is_noticed_and_mended(g40, database, tmp_path):
    old = tmp_path / "old.g40"
    shutil.copy(database, old)
    with sqlite3.connect(old) as db:
        db.execute("UPDATE meta SET value = 'another' WHERE key = 'analyser'")
    run = g40("search", "--db", old, "congestie")
    assert run.status == 1 and "reindex" in run.err
    assert g40("reindex", "--db", old).status == 0
    assert search(g40, old, "congestie") == search(g40, database, "congestie")


def test_nothing_that_is_typed_is_a_fault(g40, database):
    """The many random strings are in test/api/test_search.c; here those that a command line can hold."""
    pick = random.Random(1)
    for _ in range(60):
        query = "".join(pick.choice("ab \"'*-()&|^~:.,%\\éÿ€😀\u0301\u202e") for _ in range(pick.randrange(30)))
        assert g40("search", "--db", database, "--", query).status == 0


# --- match


def match(g40, database, *ask):
    run = g40("match", "--db", database, "--format", "jsonl", *ask)
    assert run.status == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


def test_a_position_finds_the_passage_that_takes_it_up(g40, database):
    best = match(g40, database, "--position", ASK)[0]
    assert best["document"] == "samen" and "Participatiewet" in best["quote"]
    assert best["why"]["names"] and best["why"]["concepts"] and best["why"]["meaning"] > 0
    assert best["quote"].encode() == PAPER.encode()[best["start"]:best["end"]]


def test_other_names_take_up_an_ask(g40, database):
    best = match(g40, database, "Voer het advies van de commissie-Borstlap uit")[0]
    assert "Commissie Regulering van Werk" in best["quote"]


def test_scores_fall_and_the_limit_holds(g40, database):
    scores = [row["score"] for row in match(g40, database, "--limit", "3", "meer woningen in de binnenstad")]
    assert len(scores) == 3 and scores == sorted(scores, reverse=True)


def rows_of(g40, database, command, *options):
    return g40(command, "--db", database, "--format", "jsonl", *options).jsonl


@pytest.mark.parametrize("command, ask", [("search", ("woning*",)), ("search", ("de",)), ("search", ("gemeenten rijk",)),
                                          ("match", ("meer woningen in de binnenstad",)), ("match", ("--position", ASK))])
def test_pages_by_key_are_the_whole_answer(g40, many, command, ask):
    whole = rows_of(g40, many, command, "--limit", "25", *ask)
    assert len(whole) > 4 and len({row["key"] for row in whole}) == len(whole)
    assert all(row["key"] == f"{row['document']}@{row['start']}" for row in whole)
    pages, after = [], ()
    while len(pages) < len(whole):
        page = rows_of(g40, many, command, "--limit", "4", *after, *ask)
        assert 0 < len(page) <= 4
        pages += page
        after = "--after", page[-1]["key"]
    assert pages[:25] == whole


def test_a_page_has_the_counts_of_the_whole_answer(g40, many):
    first = search(g40, many, "de", "--limit", "3")
    second = search(g40, many, "de", "--limit", "3", "--after", first["hits"][-1]["key"])
    assert (second["total"], second["facets"]) == (first["total"], first["facets"]) and first["total"] > 6
    last = search(g40, many, "de")["hits"][-1]["key"]
    end = search(g40, many, "de", "--after", last)
    assert end["hits"] == [] and end["total"] == first["total"] and end["suggestion"] is None


@pytest.mark.parametrize("key", ["nergens@3", "a1@1", "a1", "@", "a1@x"])
@pytest.mark.parametrize("command, ask", [("search", "woning"), ("match", "woning")])
def test_a_key_of_another_answer_is_a_fault(g40, many, command, ask, key):
    assert f"no row '{key}'" in g40(command, "--db", many, "--after", key, ask).fails_with(1)


def test_a_passage_of_another_answer_is_no_page(g40, many):
    key = search(g40, many, "provincie")["hits"][0]["key"]
    assert "no row" in g40("search", "--db", many, "--after", key, "bibliotheek").fails_with(1)
    own = rows_of(g40, many, "match", "woning")[0]["key"]
    other = "a2" if own.startswith("a1") else "a1"
    assert "no row" in g40("match", "--db", many, "--document", other, "--after", own, "woning").fails_with(1)


def test_why_tells_words_compounds_concepts_and_theme_apart(g40, many):
    rows = match(g40, many, "--limit", "100", "Bestrijd de netcongestie en help het mkb")
    why = {row["text"].split()[0]: row["why"] for row in rows}
    assert "netcongestie" in why["Netcongestie"]["words"] + ["netcongestie"] and why["Netcongestie"]["words"] == ["Netcongestie"]
    assert why["Filevorming"]["compounds"] == ["congestie"] and why["Filevorming"]["words"] == []
    assert "ondernemers" in why["Kleine"]["concepts"]
    assert why["Kabels"]["theme"] == ["netcongestie"] and why["Kabels"]["words"] == []


def test_match_takes_a_quote_or_a_position(g40, database):
    assert g40("match", "--db", database).status == 2
    assert g40("match", "--db", database, "--position", ASK, "en een citaat").status == 2
    assert g40("match", "--db", database, "--position", "niet/hier").status == 1


def test_matches_are_a_table_that_says_why(g40, database):
    lines = g40("match", "--db", database, "minder netcongestie in de binnenstad").out.splitlines()
    assert lines[0].split() == ["score", "document", "words", "why"]
    assert re.match(r" *\d\.\d\d +samen ", lines[2]) and "netcongestie" in lines[2]
    assert re.fullmatch(r"\d+ of \d+ passages", lines[-1])
    dutch = g40("match", "--db", database, "--lang", "nl", "minder netcongestie in de binnenstad").out.splitlines()
    assert dutch[0].split() == ["score", "document", "woorden", "waarom"]
    assert dutch[-1] == lines[-1].replace(" of ", " van ")


def test_a_match_without_words_in_common_says_how_near_the_meaning_is(g40, database):
    run = g40("match", "--db", database, "--limit", "30", "stroom")
    assert any(re.search(r"meaning 0\.\d\d$", line) for line in run.out.splitlines()), run.out
    assert "betekenis 0." in g40("match", "--db", database, "--limit", "30", "--lang", "nl", "stroom").out


def test_matches_as_csv_have_what_json_has(g40, database):
    ask = "minder netcongestie in de binnenstad"
    rows = g40("match", "--db", database, "--format", "csv", "--", ask).csv
    whole = match(g40, database, ask)
    assert [(row["document"], row["start"], row["quote"]) for row in rows] == \
        [(row["document"], str(row["start"]), row["quote"]) for row in whole]
    assert rows[0]["shared_words"].split("; ") == whole[0]["why"]["words"]


def test_below_the_hits_stands_what_they_are_about(g40, database):
    english = g40("search", "--db", database, "Borstlap").out
    assert re.search(r"^looked for too: .*Commissie Regulering", english, re.M) and "\n1 of 1 passage\n" in english
    dutch = g40("search", "--db", database, "--lang", "nl", "Borstlap").out
    assert re.search(r"^ook gezocht: .*Commissie Regulering", dutch, re.M) and "\n1 van 1 passage\n" in dutch
    assert "\ndocumenten: samen (1)\n" in dutch and "jaren: " not in dutch
    assert "(related)" in g40("search", "--db", database, "--related", "bijstand").out
    some = g40("search", "--db", database, "netcongestie kwartaalcijfers").out
    assert "with some of the words: none has them all" in some


def test_summaries_do_not_count(g40, tmp_path):
    """Nothing that a person wrote for a position decides: without summaries the ranking is the same."""
    (tmp_path / "samen.txt").write_text(PAPER, encoding="utf-8")
    for name in ("with", "without"):
        shutil.copytree(f"{SOURCE}/data", tmp_path / name)
    coding = tmp_path / "without/corpora/g40-economie-en-werk-2025/coding.yaml"
    text = coding.read_text(encoding="utf-8")
    empty = re.sub(r"^    summary:\n(      .*\n)+", "", text, flags=re.MULTILINE)
    assert "summary:" in text and "summary:" not in empty
    coding.write_text(empty, encoding="utf-8")
    ids, answers = None, []
    for name in ("with", "without"):
        path = tmp_path / f"{name}.g40"
        assert g40("compile", tmp_path / name, "-o", path).status == 0
        assert g40("ingest", "--db", path, tmp_path / "samen.txt").status == 0
        rows = g40("positions", "--db", path, "--kind", "ask", "--document", "g40-economie-en-werk-2025", "--format",
                   "jsonl").out.splitlines()
        ids = ids or [json.loads(row)["id"] for row in rows]
        answers.append([match(g40, path, "--position", id) for id in ids[:8]])
    assert answers[0] == answers[1] and any(answers[0])

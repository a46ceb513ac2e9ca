"""What the embedded corpus answers: who wants what from whom, and who answers for it."""
import pytest
from conftest import PAPER

THEN = {"EZ": "EZK", "VRO": "BZK", "SZW": "SZW", "IenW": "IenW", "KGG": "EZK"}


def coherent_policy(rows):
    """The position that names the five ministries."""
    found = [row for row in rows if "samenhangend beleid" in row["text"]]
    assert len(found) == 1, [row["id"] for row in rows]
    return found[0]


@pytest.mark.parametrize("name", ["SZW", "EZ", "VRO", "I&W", "KGG", "Economische Zaken", "ministry/mnre1045"])
def test_the_position_on_coherent_policy_is_found_by_each_of_its_ministries(g40, name):
    row = coherent_policy(g40("positions", "--ministry", name, "--format", "jsonl").jsonl)
    named = [ministry for ministry in row["ministries"] if ministry["as_written"]]
    assert [ministry["as_written"] for ministry in named] == ["EZ", "VRO", "SZW", "I&W", "KGG"]


def test_its_ministries_then_and_now(g40):
    row = coherent_policy(g40("positions", "--ministry", "SZW", "--as-of", "2026-05-01", "--format", "jsonl").jsonl)
    named = [ministry for ministry in row["ministries"] if ministry["as_written"]]
    assert [(one["abbreviation"], [now["abbreviation"] for now in one["now"]]) for one in named] == \
        [(then, [now]) for then, now in THEN.items()]
    assert row["as_of"] == "2026-05-01"


def test_a_name_of_the_as_of_date_finds_what_it_answers_for(g40):
    coherent_policy(g40("positions", "--ministry", "EZK", "--as-of", "2026-05-01", "--format", "jsonl").jsonl)
    assert g40("positions", "--ministry", "EZK", "--format", "jsonl").jsonl == []


def test_szw_is_responsible_for_work_participation_and_labour_migration(g40):
    rows = g40("positions", "--responsible", "SZW", "--kind", "ask", "--format", "jsonl").jsonl
    assert len({row["theme"] for row in rows}) >= 3
    text = " ".join(passage["text"] for row in rows for passage in row["passages"])
    for words in ("Arbeidsmarktregio", "fundamentele herziening", "Roemer"):
        assert words in text
    for row in rows:
        assert "SZW" in [one["abbreviation"] for one in row["ministries"] if one["relation"] == "responsible"]


def test_every_ask_has_a_responsible_ministry_with_its_source(g40):
    for row in g40("positions", "--kind", "ask", "--format", "jsonl").jsonl:
        responsible = [one for one in row["ministries"] if one["relation"] == "responsible"]
        assert responsible and all(one["source"] for one in responsible), row["id"]


def test_filters_of_different_kinds_combine_with_and(g40):
    def ids(*arguments):
        return {row["id"] for row in g40("positions", *arguments, "--format", "jsonl").jsonl}

    asks, szw = ids("--kind", "ask"), ids("--responsible", "SZW")
    assert asks & szw and asks - szw
    assert ids("--kind", "ask", "--responsible", "SZW") == asks & szw
    assert ids("--kind", "ask", "--responsible", "SZW", "--document", PAPER) == asks & szw


def test_a_repeated_filter_is_or(g40):
    def ids(*arguments):
        return [row["id"] for row in g40("positions", *arguments, "--format", "jsonl").jsonl]

    asks, problems, both = ids("--kind", "ask"), ids("--kind", "problem"), ids("--kind", "ask", "--kind", "problem")
    assert asks and problems
    assert set(both) == set(asks) | set(problems) and len(both) == len(asks) + len(problems)


def test_a_role_beside_a_stakeholder_is_its_role(g40):
    rows = g40("positions", "--stakeholder", "gemeenten", "--format", "jsonl").jsonl
    roles = {one["role"] for row in rows for one in row["stakeholders"] if one["id"] == "stakeholder/gemeenten"}
    assert roles
    for role in roles:
        kept = g40("positions", "--stakeholder", "gemeenten", "--role", role, "--format", "jsonl").jsonl
        assert [row["id"] for row in kept] == [
            row["id"] for row in rows
            if any(one["id"] == "stakeholder/gemeenten" and one["role"] == role for one in row["stakeholders"])]


def test_text_ignores_case_and_kinds_of_quotes(g40):
    found = g40("positions", "--text", "MKB'ERS toekomstbestendig", "--format", "jsonl").jsonl
    assert found and all("mkb’ers" in row["text"] + row["passages"][-1]["text"] for row in found)


def test_many_texts_are_or(g40):
    words = [f"--text=zwaveldioxide{i}" for i in range(2000)]
    assert g40("positions", *words, "--format", "json").json == []
    some = g40("positions", "--text", "Arbeidsmigranten", "--format", "json").json
    both = g40("positions", *words, "--text", "  Arbeidsmigranten ", "--format", "json").json
    assert some == both != []
    assert g40("positions", "--text", "arbeidsmigranten", "--text", "r", "--format", "json").json[0] != some[0]


@pytest.mark.parametrize("text", [" ", "\u00ad", "\u00ad \n\u00a0"])
def test_a_text_with_nothing_in_it_is_wrong_usage(g40, text):
    assert "nothing to look for" in g40("positions", "--text", text).fails_with(2)


def test_figures(g40):
    figures = {row["quote"]: row for row in g40("figures", "--format", "json").json}
    for quote, value, unit in (("41", 41, None), ("15%", 15, "%"), ("70%", 70, "%"), ("100.000", 100000, None)):
        row = next(figures[key] for key in figures if key.startswith(quote))
        assert row["value"] == value and row["document"] == PAPER
        assert unit is None or row["unit"] == unit


def test_members(g40):
    members = g40("members", "--format", "json").json
    assert len(members) == 41
    assert len({row["cbs_code"] for row in members}) == 41
    assert all(row["labour_market_region"] and row["tooi"] for row in members)
    assert "41 members\n" in g40("members").out


def test_advices_have_their_quotes(g40):
    quotes = {row["quote"] for row in g40("advices", "--format", "json").json if row["positions"]}
    assert any("Borstlap" in quote for quote in quotes) and any("Roemer" in quote for quote in quotes)


def test_citations_are_the_links_of_the_paper(g40):
    rows = g40("citations", "--format", "json").json
    text = g40("text", PAPER).out
    assert {row["url"] for row in rows} >= {word for word in text.split() if word.startswith("https://")}
    assert all(row["quote"] and row["kind"] for row in rows)
    assert not any(row["url"].startswith(("mailto:", "tel:")) for row in rows)


def test_a_listing_of_entities_counts_what_the_filter_leaves(g40):
    themes = g40("themes", "--format", "json").json
    asks = g40("themes", "--kind", "ask", "--format", "json").json
    counted = {row["id"]: row["asks"] for row in themes if row["asks"]}
    assert {row["id"]: row["positions"] for row in asks} == counted


def test_show_tells_the_chain_from_then_to_now(g40):
    row = coherent_policy(g40("positions", "--ministry", "KGG", "--format", "jsonl").jsonl)
    shown = g40("show", row["id"], "--as-of", "2026-05-01", "--format", "json").json
    chains = {one["abbreviation"]: [(change["date"], change["to"]["abbreviation"]) for change in one["changes"]]
              for one in shown["ministries"] if one["as_written"]}
    assert chains["EZ"] == [("2026-02-23", "EZK")] and chains["SZW"] == []
    assert shown["source_document"]["document"] == PAPER
    out = g40("show", row["id"], "--as-of", "2026-05-01").out
    for words in ("KGG → EZK", "2026-02-23", "written \"I&W\"", "«", "»", "now: 2026-05-01"):
        assert words in out


def test_show_of_a_ministry_has_all_its_versions(g40):
    shown = g40("show", "ministry/mnre1045", "--format", "json").json
    names = [version["abbreviation"] for version in shown["versions"]]
    assert names[-4:] == ["EZ", "EZK", "EZ", "EZK"]
    assert "2026-02-23" in [change["date"] for change in shown["changes"]]
    assert any(one["relation"] == "named" for one in shown["evidence"])
    assert "EZK" in g40("show", "ministry/mnre1045").out


def test_resolve_in_words(g40):
    out = g40("resolve", "EZ", "--date", "2025-09-01", "--as-of", "2026-05-01").out
    for words in ("EZ, 2025-09-01: resolved", "ministry/mnre1045", "Who answers now", "EZK", "rename EZ → EZK"):
        assert words in out
    refused = g40("resolve", "EZ", "--date", "2020-01-01")
    assert refused.status == 0 and "unresolved (renamed)" in refused.out and "Candidates" in refused.out
    assert "ambiguous" in g40("resolve", "EZ").out
    assert "after 2026-05-19" in g40("resolve", "EZ", "--date", "2025-09-01", "--as-of", "2031-01-01").out


def test_the_embedded_corpus_is_what_data_compiles_to(g40, corpus):
    for listing in ("positions", "stakeholders", "ministries", "members"):
        assert g40(listing, "--format", "jsonl").out == g40(listing, "--format", "jsonl", "--db", corpus).out

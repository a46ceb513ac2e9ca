"""Wrong usage is status 2 and one line; a fault is status 1 and one line."""
import pytest
from conftest import LISTINGS, PAPER


def test_version_names_both_versions(g40):
    run = g40("--version")
    assert run.status == 0
    assert run.out.startswith("g40 0.1.0 (SQLite 3.") and run.out.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["help"], ["-h"]])
def test_help_lists_every_command(g40, arguments):
    run = g40(*arguments)
    assert run.status == 0 and run.err == ""
    for command in [*LISTINGS, "show", "resolve", "text", "info", "verify", "compile", "coding check"]:
        assert f"\n  {command}" in run.out


@pytest.mark.parametrize("command", [*LISTINGS, "show", "resolve", "text", "info", "verify", "compile", "coding check"])
def test_help_of_a_command_in_both_orders(g40, command):
    words = command.split()
    run = g40("help", *words)
    assert run.status == 0 and run.out.startswith(f"usage: g40 {command}")
    assert g40(*words, "--help").out == run.out
    assert g40("--help", *words).out == run.out


def test_help_of_a_command_names_its_options_only(g40):
    assert "--responsible M" in g40("help", "positions").out
    assert "--responsible" not in g40("help", "resolve").out
    assert "--date DATE" in g40("help", "resolve").out


@pytest.mark.parametrize("arguments, says", [
    ([], "which command?"),
    (["nonsense"], "unknown command 'nonsense'"),
    (["help", "nonsense"], "unknown command 'nonsense'"),
    (["help", "show", "me"], "unknown command"),
    (["coding"], "'coding' needs a second word"),
    (["coding", "nonsense"], "unknown command 'coding nonsense'"),
    (["positions", "--nonsense"], "unknown option '--nonsense'"),
    (["positions", "-x"], "unknown option '-x'"),
    (["positions", "--lim", "3"], "unknown option '--lim'"),
    (["positions", "--form=json"], "unknown option '--form'"),
    (["positions", "--limit"], "--limit needs a value"),
    (["compile", "data", "-o"], "-o needs a value"),
    (["positions", "--with-contacts=yes"], "--with-contacts takes no value"),
    (["positions", "--limit", "many"], "--limit: 'many' is not a number"),
    (["positions", "--limit", "-1"], "--limit: '-1' is not a number"),
    (["positions", "--limit", "+1"], "--limit: '+1' is not a number"),
    (["positions", "--limit", "1.5"], "--limit: '1.5' is not a number"),
    (["positions", "--limit", ""], "--limit: '' is not a number"),
    (["positions", "--limit", "99999999999999999999"], "is not a number"),
    (["positions", "--format", "xml"], "--format: 'xml' is none of table, json, jsonl, csv"),
    (["positions", "--lang", "fr"], "--lang: 'fr' is none of en, nl"),
    (["positions", "--as-of", "2026-13-01"], "--as-of: '2026-13-01' is not a date"),
    (["positions", "--as-of", "gisteren"], "--as-of: 'gisteren' is not a date"),
    (["resolve", "EZ", "--date", "2025-02-30"], "--date: '2025-02-30' is not a date"),
    (["resolve", "EZ", "--date", ""], "--date: '' is not a date"),
    (["positions", "--text", ""], "--text: '' is empty"),
    (["positions", "--text", b"\xff"], "--text: "),
    (["positions", "--after", ""], "--after: '' is empty"),
    (["positions", "--db", ""], "--db: '' is empty"),
    (["positions", "surplus"], "one word too many: 'surplus'"),
    (["show"], "show needs ID"),
    (["show", "a/b", "c/d"], "one word too many: 'c/d'"),
    (["resolve"], "resolve needs NAME"),
    (["text"], "text needs DOC"),
    (["compile", "data"], "compile needs -o FILE"),
    (["compile", "-o", "file"], "compile needs DIR"),
    (["coding", "check"], "coding check needs FILE"),
    (["members", "--theme", "economie"], "members takes no --theme"),
    (["resolve", "EZ", "--limit", "1"], "resolve takes no --limit"),
    (["verify", "--format", "json"], "verify takes no --format"),
    (["positions", "--date", "2025-01-01"], "positions takes no --date"),
    (["info", "--", "--format"], "one word too many: '--format'"),
])
def test_wrong_usage(g40, arguments, says):
    line = g40(*arguments).fails_with(2)
    assert says in line
    assert "(see: g40 help" in line


@pytest.mark.parametrize("arguments", [
    ["{}"], ["positions", "{}"], ["positions", "--{}"], ["positions", "--limit", "{}"], ["positions", "--format={}"],
    ["show", "{}"], ["positions", "--theme", "{}"], ["positions", "--ministry", "{}"], ["text", "{}"], ["coding", "{}"],
])
def test_a_message_does_not_give_back_a_very_long_argument(g40, arguments):
    word = "\u00eb" * 5000
    line = g40(*[argument.format(word) for argument in arguments])
    assert line.status in (1, 2) and line.err.count("\n") == 1
    assert len(line.err) < 300 and "\u00eb" * 20 in line.err and "\ufffd" not in line.err


@pytest.mark.parametrize("arguments, help_of", [
    (["positions", "--nonsense"], "positions"), (["coding", "check"], "coding check"), (["--nonsense"], ""),
])
def test_wrong_usage_names_the_help_to_read(g40, arguments, help_of):
    assert g40(*arguments).fails_with(2).endswith(f"(see: g40 help {help_of}".rstrip() + ")\n")


def test_wrong_usage_comes_before_the_database(g40):
    assert "not a date" in g40("positions", "--db", "missing.g40", "--as-of", "x").fails_with(2)


@pytest.mark.parametrize("option", ["theme", "ministry", "responsible", "stakeholder", "role", "kind", "action",
                                    "instrument", "document", "after"])
def test_an_unknown_name_in_a_filter_is_a_fault(g40, option):
    assert "zwaveldioxide" in g40("positions", f"--{option}", "zwaveldioxide").fails_with(1)


@pytest.mark.parametrize("listing", LISTINGS[:-1])
def test_an_unknown_name_is_a_fault_in_every_listing(g40, listing):
    g40(listing, "--theme", "zwaveldioxide").fails_with(1)


@pytest.mark.parametrize("name", ["zwaveldioxide", "position/zwavel/dioxide", "theme/zwavel", "ministry/mnre9999",
                                  "figure/zwavel/1", "document/", "/", ""])
def test_show_of_an_unknown_id_is_a_fault(g40, name):
    for form in ("table", "json", "csv"):
        run = g40("show", name, "--format", form)
        assert run.status in (1, 2) and run.out == "" and run.err.count("\n") == 1


def test_text_of_an_unknown_document_is_a_fault(g40):
    assert "zwavel" in g40("text", "zwavel").fails_with(1)


def test_nothing_found_is_no_fault(g40):
    run = g40("positions", "--text", "zwaveldioxide")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("0 positions\n")
    assert g40("positions", "--text", "zwaveldioxide", "--format", "json").json == []
    assert g40("positions", "--text", "zwaveldioxide", "--format", "jsonl").out == ""
    assert g40("positions", "--text", "zwaveldioxide", "--format", "csv").out.count("\r\n") == 1


def test_the_database_is_named_before_or_behind_the_command(g40, corpus):
    behind = g40("info", "--format", "json", "--db", corpus)
    before = g40("--db", corpus, "info", "--format", "json")
    joined = g40(f"--db={corpus}", "info", "--format", "json")
    assert behind.json == before.json == joined.json
    assert behind.json["path"] == str(corpus) and behind.json["embedded"] is False


def test_options_stand_anywhere(g40):
    assert g40("--format", "json", "--kind", "ask", "positions", "--limit", "2").json == \
        g40("positions", "--limit", "2", "--kind=ask", "--format=json").json


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_missing_database_is_a_fault(g40, tmp_path, listing):
    assert "missing.g40" in g40(listing, "--db", tmp_path / "missing.g40").fails_with(1)


def test_what_is_no_database_is_a_fault(g40, tmp_path):
    text = tmp_path / "text.g40"
    text.write_text("no database\n" * 1000, encoding="utf-8")
    for path in (text, tmp_path):
        for command in (["positions"], ["verify"], ["info"], ["text", PAPER], ["show", "a/b"], ["resolve", "EZ"]):
            g40(*command, "--db", path).fails_with(1)


def test_control_characters_of_an_argument_do_not_come_back(g40):
    line = g40("show", "a\x1b[31m\x9b/b\nc").fails_with(1)
    assert "\x1b" not in line and "\x9b" not in line

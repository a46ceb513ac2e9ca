"""Tables fit the terminal, and nothing in data can play with it."""
import os
import pty
import re
import select
import subprocess
import unicodedata

import pytest
from conftest import BINARY, LISTINGS, PAPER

WIDTHS = [20, 40, 80, 200]


def columns(line):
    """Columns that a terminal needs for the line."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def assert_fits(run, width):
    assert run.status == 0, run.err
    for line in run.out.split("\n"):
        assert columns(line) <= width, line
        assert line == line.rstrip(), line
        assert "\x1b" not in line


def on_terminal(arguments, env, width=80):
    """Output of the command on a terminal, and its status."""
    master, slave = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": str(width), **env}
    process = subprocess.Popen([BINARY, *arguments], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    out = b""
    while True:
        if not select.select([master], [], [], 60)[0]:
            process.kill()
            break
        try:
            more = os.read(master, 65536)
        except OSError:
            break
        if not more:
            break
        out += more
    os.close(master)
    return out.decode(), process.wait(timeout=60)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("listing", LISTINGS)
def test_a_table_is_never_wider_than_the_terminal(g40, listing, lang, width):
    assert_fits(g40(listing, "--lang", lang, env={"COLUMNS": str(width)}), width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_pages_are_never_wider_than_the_terminal(g40, an_id, lang, width):
    for one in an_id.values():
        assert_fits(g40("show", one, "--lang", lang, env={"COLUMNS": str(width)}), width)
    for command in (["resolve", "EZ"], ["resolve", "EZ", "--date", "2025-09-01"], ["info"], ["help"], ["help", "positions"]):
        lang_option = [] if command[0] == "help" else ["--lang", lang]
        assert_fits(g40(*command, *lang_option, env={"COLUMNS": str(width)}), width)


def test_a_wide_terminal_is_used(g40):
    lines = g40("positions", env={"COLUMNS": "200"}).out.split("\n")
    assert max(map(columns, lines)) > 150


@pytest.mark.parametrize("value", ["", "many", "-5", "0"])
def test_a_terminal_of_unknown_width_has_100_columns(g40, value):
    assert g40("positions", env={"COLUMNS": value}).out == g40("positions", env={"COLUMNS": "100"}).out


def test_words_are_not_cut_where_they_fit(g40):
    out = g40("positions", "--limit", "0", env={"COLUMNS": "120"}).out
    text = re.sub(r"\s+", " ", g40("text", PAPER).out)
    words = {word.strip(".,:;()‘’") for word in text.split()}
    quotes = [line[-40:].split() for line in out.split("\n") if len(line) > 100]
    cut = [word for quote in quotes for word in quote[1:-1] if word.isalpha() and len(word) > 4 and word not in words]
    assert len(cut) < len(quotes) / 2, cut


@pytest.mark.parametrize("lang, says", [("en", "50 of"), ("nl", "50 van")])
def test_a_table_shows_50_rows_and_says_of_how_many(g40, lang, says):
    total = len(g40("stakeholders", "--format", "json").json)
    assert total > 50
    assert f"\n{says} {total} " in g40("stakeholders", "--lang", lang).out
    assert f"\n{total} stakeholders\n" in g40("stakeholders", "--limit", "0").out
    assert f"\n7 of {total} stakeholders\n" in g40("stakeholders", "--limit", "7").out


def test_one_is_not_many(g40):
    assert "\n1 document\n" in g40("documents").out


def test_a_position_table_says_who_then_and_now(g40):
    out = g40("positions", "--ministry", "KGG", "--as-of", "2026-05-01", env={"COLUMNS": "400"}).out
    for words in ("EZ → EZK", "VRO → BZK", "KGG → EZK", "responsible: ", "now: 2026-05-01"):
        assert words in out
    assert "SZW → SZW" not in out


def test_the_language_is_chosen_never_guessed(g40):
    assert g40("themes", env={"LANG": "nl_NL.UTF-8", "LC_ALL": "nl_NL.UTF-8"}).out == g40("themes").out
    english, dutch = g40("positions").out, g40("positions", "--lang", "nl").out
    assert "quote" in english.split("\n")[0] and "citaat" in dutch.split("\n")[0]
    one = g40("positions", "--format", "json", "--limit", "1").json[0]
    assert one["summary_en"].split()[0] in g40("show", one["id"]).out
    assert one["summary_nl"].split()[0] in g40("show", one["id"], "--lang", "nl").out


def test_colour_on_a_terminal_only(g40):
    out, status = on_terminal(["themes"], {})
    assert status == 0 and "\x1b[1m" in out and "\x1b[0m" in out
    assert "\x1b" not in g40("themes", env={"TERM": "xterm-256color"}).out


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_no_colour_where_it_is_not_wanted(env):
    for command in (["themes"], ["positions"], ["show", "theme/economie"]):
        out, status = on_terminal(command, env)
        assert status == 0 and out and "\x1b" not in out


def test_no_color_is_off_when_empty():
    assert "\x1b[1m" in on_terminal(["themes"], {"NO_COLOR": ""})[0]


def test_the_quote_is_strong_on_a_terminal_and_marked_elsewhere(g40, an_id):
    assert "«" in g40("show", an_id["positions"]).out
    out = on_terminal(["show", an_id["positions"]], {})[0]
    words = out.split("Words", 1)[1].split("place", 1)[0]
    assert "\x1b[1m" in words and "«" not in words


@pytest.mark.parametrize("width", [40, 80])
def test_colour_takes_no_columns(g40, width):
    out = on_terminal(["positions"], {}, width)[0]
    plain = re.sub(r"\x1b\[\d+m", "", out).replace("\r\n", "\n")
    assert plain == g40("positions", env={"COLUMNS": str(width)}).out

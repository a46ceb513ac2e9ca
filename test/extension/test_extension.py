"""The loadable extension in the stock sqlite3 shell and in Python's sqlite3: what it answers is what the command answers."""
import ctypes
import ctypes.util
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import threading

import pytest

SOURCE = pathlib.Path(os.environ["G40_SOURCE"])
BUILD = pathlib.Path(os.environ["G40_BUILD"])
EXTENSION = BUILD / "mod_g40.so"
CORPUS = BUILD / "corpus.g40"
PAPER = """Samen verder

De netcongestie vertraagt de woningbouw in de binnensteden. Het Rijk moet investeren in het stroomnet.
Ministeries van I&W en EZ werken samen met gemeenten. In de arbeidsmarktregio's helpen wij werkzoekenden.
Mail over de woningbouw naar j.jansen@voorbeeld.nl of bel 06-12345678.
"""
NAMES = ["EZ", "EZK", "VROM", "Openbaar Ministerie", "minister voor Rechtsbescherming", "Landbouw", "", "'; DROP"]
DATES = [(None, None), ("2025-09-01", "2026-05-01"), ("1790-01-01", "2040-01-01")]


def tool(*words):
    run = subprocess.run([os.environ["G40"], *map(str, words)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def jsonl(*words):
    return [json.loads(line) for line in tool(words[0], "--format", "jsonl", *words[1:]).splitlines()]


def load(connection):
    connection.enable_load_extension(True)
    connection.load_extension(str(EXTENSION))
    connection.row_factory = sqlite3.Row
    return connection


def connect(path, **how):
    return load(sqlite3.connect(path, **how))


@pytest.fixture(name="corpus")
def fixture_corpus():
    connection = connect(f"file:{CORPUS}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(name="papers")
def fixture_papers(tmp_path):
    (tmp_path / "samen.txt").write_text(PAPER, encoding="utf-8")
    tool("ingest", "--db", tmp_path / "papers.g40", tmp_path / "samen.txt")
    return tmp_path / "papers.g40"


def fails(connection, sql, *values):
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute(sql, values).fetchall()
    return str(caught.value)


# --- answers

def shell(*commands):
    return subprocess.run(["sqlite3", "-readonly", CORPUS, f".load {EXTENSION}", ".mode json", *commands],
                          capture_output=True, text=True, check=False)


def test_the_stock_shell_loads_it_and_answers():
    run = shell("SELECT document, text FROM g40_search('regio', 2)")
    assert run.returncode == 0, run.stderr
    assert [row["text"] for row in json.loads(run.stdout)] == [hit["text"] for hit in jsonl("search", "regio", "--limit", "2")]
    assert tool("--version").split()[1] in shell("SELECT g40_version() AS v").stdout


@pytest.mark.parametrize("words", ["regio", "netcongestie woningbouw", '"brede welvaart"', "Borstlap", "zzzz", "", "a* -b \" ("])
def test_search_is_the_commands(corpus, words):
    for related in (0, 1):
        wanted = jsonl("search", *["--related"][:related], "--", words)
        rows = corpus.execute("SELECT * FROM g40_search(?, NULL, ?)", (words, related)).fetchall()
        assert len(rows) == len(wanted)
        for row, hit in zip(rows, wanted):
            assert [row[name] for name in ("document", "section", "quote", "text", "sha256", "char_start", "char_end")] == [
                hit[name] for name in ("document", "section", "quote", "text", "sha256", "char_start", "char_end")]
            assert (row["byte_start"], row["byte_end"], row["score"]) == (hit["start"], hit["end"], hit["score"])
            assert json.loads(row["marks"]) == hit["marks"]
            assert json.loads(row["positions"]) == [position["id"] for position in hit["positions"]]


def test_search_says_when_no_passage_has_all_words(corpus):
    assert {row["any"] for row in corpus.execute("SELECT any FROM g40_search('regio zonnebloemolie')")} == {1}
    assert {row["any"] for row in corpus.execute("SELECT any FROM g40_search('regio')")} == {0}


@pytest.mark.parametrize("quote", ["Geef gemeenten geld voor woningbouw", "Maak werken in de zorg aantrekkelijk", "zzzz"])
def test_match_is_the_commands(corpus, quote):
    wanted = jsonl("match", "--limit", 30, "--", quote)
    rows = corpus.execute("SELECT * FROM g40_match(?, 30)", (quote,)).fetchall()
    assert len(rows) == len(wanted)
    for row, match in zip(rows, wanted):
        assert (row["byte_start"], row["byte_end"], row["score"]) == (match["start"], match["end"], match["score"])
        assert (row["quote"], row["text"], row["document"]) == (match["quote"], match["text"], match["document"])
        assert (row["names"] or "").split("; ") == (match["why"]["names"] or [""])
        assert (row["words"] or "").split("; ") == (match["why"]["words"] or [""])
        assert row["meaning"] == match["why"]["meaning"]


@pytest.mark.parametrize("name", NAMES)
def test_resolve_is_the_commands(corpus, name):
    for date, as_of in DATES:
        options = [*(["--date", date] if date else []), *(["--as-of", as_of] if as_of else [])]
        wanted = json.loads(tool("resolve", *options, "--format", "json", "--", name))
        (row,) = corpus.execute("SELECT * FROM g40_resolve(?, ?, ?)", (name, date, as_of)).fetchall()
        for key in row.keys():
            many = key in ("now", "changes", "transfers", "candidates", "notes")
            assert (json.loads(row[key]) if many else row[key]) == wanted[key], key


def test_it_joins_with_the_files_own_views(corpus):
    rows = corpus.execute("SELECT p.id, count(*) FROM positions p, g40_match(p.text, 2) m WHERE p.kind = 'ask' GROUP BY 1").fetchall()
    assert len(rows) > 20 and {row[1] for row in rows} == {2}
    names = corpus.execute("SELECT value, r.state FROM json_each('[\"EZ\", null, \"VRO\"]'), g40_resolve(value, '2025-09-01') r").fetchall()
    assert [tuple(row) for row in names] == [("EZ", "resolved"), ("VRO", "resolved")]
    assert corpus.execute("SELECT count(*) FROM positions p LEFT JOIN g40_search(p.action, 1) s").fetchone()[0] > 20
    assert corpus.execute("SELECT * FROM g40_search('regio') ORDER BY byte_start DESC LIMIT 1 OFFSET 1").fetchone()
    assert corpus.execute("SELECT words, max FROM g40_search('regio', 1) WHERE words = 'regio'").fetchall()[0]["max"] == 1
    assert not corpus.execute("SELECT 1 FROM g40_search('regio', 1) WHERE words = 'stad' AND words = 'regio'").fetchall()


# --- arguments

def test_null_asks_nothing(corpus):
    for name in ("search", "match", "resolve"):
        assert corpus.execute(f"SELECT * FROM g40_{name}(NULL)").fetchall() == []


@pytest.mark.parametrize("sql, said", [
    ("SELECT * FROM g40_search", "g40_search: an argument is missing: g40_search(words)"),
    ("SELECT * FROM g40_search(x'00')", "g40_search: words must be a text, not a BLOB"),
    ("SELECT * FROM g40_search('a' || char(0) || 'b')", "g40_search: words holds a NUL"),
    ("SELECT * FROM g40_search('a', 0)", "g40_search: max must be a whole number, 1 or more"),
    ("SELECT * FROM g40_search('a', -3)", "g40_search: max must be a whole number, 1 or more"),
    ("SELECT * FROM g40_match('a', 'veel')", "g40_match: max must be a whole number, 1 or more"),
    ("SELECT * FROM g40_match(CAST(x'ff41' AS TEXT))", "g40_match: ask is not UTF-8 at byte 0"),
    ("SELECT * FROM g40_match(printf('%.*c', 70000, 'a'))", "g40_match: ask is longer than 65536 bytes"),
    ("SELECT * FROM g40_resolve('EZ', '2025-02-30')", "g40_resolve: date '2025-02-30' is no date of the form YYYY-MM-DD"),
    ("SELECT * FROM g40_resolve('EZ', NULL, 'nu')", "g40_resolve: as_of 'nu' is no date of the form YYYY-MM-DD"),
    ("SELECT * FROM g40_resolve('EZ', '2025-01-01', '2026-01-01', 4)", "too many arguments on g40_resolve() - max 3"),
    ("CREATE VIRTUAL TABLE temp.t USING g40_search", "no such module: g40_search"),
    ("DELETE FROM g40_search('a')", None),
])
def test_a_wrong_argument_is_named(corpus, sql, said):
    message = fails(corpus, sql)
    assert said is None or message == said


# --- databases

def test_a_database_of_others_is_refused_and_loading_is_not(tmp_path):
    for path in (":memory:", tmp_path / "other.db"):
        connection = connect(path)
        connection.execute("CREATE TABLE document(a)")
        assert connection.execute("SELECT g40_version()").fetchone()[0]
        name = "the main database" if path == ":memory:" else str(path)
        for question in ("search", "match", "resolve"):
            assert fails(connection, f"SELECT * FROM g40_{question}('EZ')") == f"g40_{question}: {name} is not a libg40 database"
        connection.close()


def test_a_copy_in_memory_answers_and_a_damaged_one_says_so():
    connection = connect(":memory:")
    with sqlite3.connect(CORPUS) as source:
        source.backup(connection)
    assert len(connection.execute("SELECT * FROM g40_search('regio', 3)").fetchall()) == 3
    connection.execute("DROP TABLE ministry_change")
    assert "has no right table 'ministry_change'" in fails(connection, "SELECT * FROM g40_resolve('EZ')")
    with sqlite3.connect(CORPUS) as source:
        source.backup(connection)
    assert connection.execute("SELECT state FROM g40_resolve('EZ')").fetchone()[0] == "ambiguous"
    connection.execute("UPDATE index_posting SET data = x'ffffffffffff'")
    assert fails(connection, "SELECT * FROM g40_search('regio')").startswith("g40_search: ")
    connection.close()


def test_an_index_of_another_version_says_what_mends_it(papers):
    connection = connect(papers)
    connection.execute("UPDATE meta SET value = 'another' WHERE key = 'analyser'")
    connection.commit()
    assert "g40 reindex" in fails(connection, "SELECT * FROM g40_search('regio')")
    connection.close()
    tool("reindex", "--db", papers)
    assert connect(papers).execute("SELECT * FROM g40_search('woningbouw')").fetchall()


def test_contact_data_is_never_shown(papers):
    connection = connect(papers)
    for sql in ("SELECT * FROM g40_search('mail woningbouw')", "SELECT * FROM g40_match('Mail over de woningbouw naar ons')"):
        shown = " ".join(str(value) for row in connection.execute(sql) for value in row)
        assert "[contact]" in shown and "voorbeeld.nl" not in shown and "12345678" not in shown
    connection.close()


def test_the_connection_stays_as_it_was(papers):
    connection = sqlite3.connect(papers)
    state = ["trusted_schema", "query_only", "mmap_size", "cell_size_check", "foreign_keys", "recursive_triggers"]
    before = [connection.execute(f"PRAGMA {name}").fetchall() for name in state]
    load(connection)
    changes = connection.total_changes
    assert connection.execute("SELECT * FROM g40_match('woningbouw')").fetchall()
    assert [tuple(map(tuple, connection.execute(f"PRAGMA {name}").fetchall())) for name in state] == [tuple(rows) for rows in before]
    assert not connection.in_transaction and connection.total_changes == changes
    assert not connection.execute("SELECT 1 FROM pragma_function_list WHERE name LIKE 'g4\\_%' ESCAPE '\\'").fetchall()
    connection.execute("VACUUM")
    connection.execute("DROP VIEW positions")  # nothing of ours holds a lock
    connection.close()


def test_a_hiding_temporary_table_is_refused(papers):
    connection = connect(papers)
    connection.execute("CREATE TEMP TABLE Passage(a)")
    assert "a temporary table hides one of the database: Passage" in fails(connection, "SELECT * FROM g40_search('regio')")
    connection.execute("DROP TABLE temp.Passage")
    assert connection.execute("SELECT * FROM g40_search('woningbouw')").fetchall()
    connection.close()


def test_it_reads_files_that_cannot_be_written(papers):
    papers.chmod(0o444)
    for how in ("mode=ro", "immutable=1"):
        connection = connect(f"file:{papers}?{how}", uri=True)
        assert connection.execute("SELECT * FROM g40_search('woningbouw')").fetchall()
        connection.close()


# --- changes

def found(connection, words):
    return len(connection.execute("SELECT * FROM g40_search(?)", (words,)).fetchall())


def test_what_others_write_is_seen(papers, tmp_path):
    connection = connect(papers)
    assert found(connection, "zonnebloem") == 0
    (tmp_path / "meer.txt").write_text("Meer\n\nDe zonnebloem staat in de regio.\n", encoding="utf-8")
    tool("ingest", "--db", papers, tmp_path / "meer.txt")
    assert found(connection, "zonnebloem") == 1
    assert len(connection.execute("SELECT * FROM g40_match('De zonnebloem')").fetchall()) > 0
    connection.close()


def test_what_the_connection_itself_changes_is_seen_and_taken_back(papers):
    connection = connect(papers, isolation_level=None)
    one = "SELECT state FROM g40_resolve('Ministerie van Toverkunst', '2025-09-01')"
    change = ("INSERT INTO name(target, ordinal, text, language, relation, origin)"
              " SELECT key, 99, 'Toverkunst', 'nl', 'same_as', 'user' FROM ministry_version"
              " WHERE abbreviation = 'SZW' ORDER BY key DESC LIMIT 1")

    def state():
        return connection.execute(one).fetchone()[0]

    assert state() == "unresolved"
    connection.execute("BEGIN")
    connection.execute(change)
    assert state() == "resolved"
    connection.execute("ROLLBACK")
    assert state() == "unresolved"
    connection.execute(change)
    assert state() == "resolved"
    connection.close()


def test_it_answers_inside_a_transaction_and_while_writing(papers):
    connection = connect(papers, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE result AS SELECT p.id, m.text FROM positions p, g40_match(p.text, 1) m")
    connection.execute("INSERT INTO result SELECT document, text FROM g40_search('woningbouw')")
    assert connection.in_transaction
    connection.execute("COMMIT")
    assert connection.execute("SELECT count(*) FROM result").fetchone()[0] >= 2
    connection.close()


# --- lifetimes

def test_loading_twice_changes_nothing(corpus):
    rows = corpus.execute("SELECT * FROM g40_search('regio')")
    first = rows.fetchone()
    corpus.load_extension(str(EXTENSION))
    assert first and len(rows.fetchall()) == 2


def test_closing_with_open_statements(papers):
    for _ in range(3):
        connection = connect(papers)
        rows = connection.execute("SELECT * FROM g40_search('de')")
        rows.fetchone()
        connection.close()
        with pytest.raises(sqlite3.ProgrammingError):
            rows.fetchone()
        del rows


def test_the_plain_close_of_sqlite_finds_nothing_left(papers):
    """sqlite3_close() refuses while there are statements; those that the extension keeps must be gone by then."""
    library = ctypes.CDLL(ctypes.util.find_library("sqlite3"))
    handle = ctypes.c_void_p()
    assert library.sqlite3_open(str(papers).encode(), ctypes.byref(handle)) == 0
    assert library.sqlite3_enable_load_extension(handle, 1) == 0
    assert library.sqlite3_load_extension(handle, str(EXTENSION).encode(), None, None) == 0
    for name in (b"search", b"match", b"resolve"):
        assert library.sqlite3_exec(handle, b"SELECT * FROM g40_%s('EZ')" % name, None, None, None) == 0
    assert library.sqlite3_close(handle) == 0


STARVED = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.enable_load_extension(True)
connection.load_extension(sys.argv[2])
connection.execute("SELECT * FROM g40_resolve('SZW', '2025-09-01')").fetchall()
outcomes = []
try:
    connection.execute(f"PRAGMA hard_heap_limit = {sys.argv[3]}")
except MemoryError:  # it holds all the same
    pass
for sql in ("search('regio')", "match('Geef gemeenten geld')", "resolve('EZ', '2025-09-01')"):
    try:
        outcomes.append(len(connection.execute(f"SELECT * FROM g40_{sql}").fetchall()))
    except (MemoryError, sqlite3.Error):
        outcomes.append(-1)
connection.close()
print(*outcomes)
"""


def test_where_sqlite_has_no_memory_left_it_fails_or_answers():
    outcomes = []
    for limit in [*range(560_000, 900_000, 34_000), 20_000_000]:
        run = subprocess.run([sys.executable, "-c", STARVED, CORPUS, EXTENSION, str(limit)], capture_output=True, text=True, check=False)
        assert run.returncode == 0, (limit, run.stderr)
        outcomes.append(run.stdout.split())
    assert "-1" in outcomes[0] and "-1" not in outcomes[-1], outcomes
    whole = outcomes[-1]
    assert all(one in ("-1", right) for row in outcomes for one, right in zip(row, whole)), outcomes


def test_connections_are_apart(papers, tmp_path):
    other = tmp_path / "other.g40"
    shutil.copy(CORPUS, other)
    first, second = connect(papers), connect(other)
    assert found(first, "netcongestie") == 1 and found(second, "regio") >= 2
    first.close()
    assert found(second, "regio") >= 2
    second.close()


def test_threads_with_a_connection_each():
    wanted = [tuple(row) for row in connect(CORPUS).execute("SELECT * FROM g40_match('meer woningen', 5)")]
    wrong = []

    def ask():
        for _ in range(5):
            connection = connect(CORPUS)
            if [tuple(row) for row in connection.execute("SELECT * FROM g40_match('meer woningen', 5)")] != wanted:
                wrong.append(1)
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wanted and not wrong


def test_an_interrupted_question_is_an_interruption(corpus):
    corpus.set_progress_handler(lambda: 1, 50)
    assert fails(corpus, "SELECT * FROM g40_search('regio')") in ("interrupted", "g40_search: cancelled")
    corpus.set_progress_handler(None, 0)
    assert found(corpus, "regio") >= 2


# --- the file

def symbols(*options):
    lines = subprocess.run(["nm", *options, EXTENSION], capture_output=True, text=True, check=True).stdout.splitlines()
    return [line.split() for line in lines]


def test_it_exports_its_entry_alone_and_links_no_sqlite():
    assert [words[-1] for words in symbols("-D", "--defined-only")] == ["sqlite3_extension_init"]
    assert [words[-1] for words in symbols("-D", "--undefined-only") if "sqlite3" in words[-1]] == []
    assert {words[-1] for words in symbols() if words[-1].startswith("sqlite3_")} == {"sqlite3_api", "sqlite3_extension_init"}
    needed = subprocess.run(["ldd", EXTENSION], capture_output=True, text=True, check=True).stdout
    assert "sqlite" not in needed and "libg40" not in needed

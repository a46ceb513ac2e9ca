"""ingest, remove, coding export and registry: whole documents, the same again, changes, faults, and being killed."""
import os
import pathlib
import pty
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest
from conftest import BINARY, PAPER, ROOT

TEXT = ROOT / "data" / "corpora" / PAPER / "paper.txt"
PATIENCE = 300  # seconds, on a machine with much else to do
SUMMARY = "{} added, {} replaced, {} unchanged, {} failed\n"


@pytest.fixture
def db(tmp_path):
    return tmp_path / "new.g40"


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


WORDS = ("water wijk school zorg fiets markt boom brug haven straat woning energie bedrijf plein winkel park sport kunst bus trein "
         "dorp klimaat jeugd ouderen theater landbouw natuur veiligheid onderwijs cultuur toezicht handel").split()


def paper(path, number, sentences=40):
    """A paper of our own: headings, sentences, a list; no two sentences alike."""
    chance = random.Random(number)
    lines = ["Een plan voor de stad", ""]
    for i in range(sentences):
        if i % 10 == 0:
            lines += ["", f"{i // 10 + 1}. {' en '.join(chance.sample(WORDS, 2)).capitalize()}", ""]
        one, two, three, four = chance.sample(WORDS, 4)
        lines.append(f"Wij willen dat de gemeente {one} en {two} met het ministerie van BZK aan {three} en {four} verbindt, en dat zij "
                     f"over {' en '.join(chance.sample(WORDS, 3))} beslist.")
        lines.append("")
        lines.append(f"- Geef {' en '.join(chance.sample(WORDS, 3))} een eigen budget.")
        lines.append("")
    return write(path, "\n".join(lines) + "\n")


def dump(path):
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def ask(path, sql):
    with sqlite3.connect(path) as connection:
        rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def holds(g40, path):
    run = g40("verify", "--db", path)
    assert (run.status, run.err) == (0, "")
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA journal_mode") == [("delete",)]


# --- taking in ------------------------------------------------------------------------------------------------------


def test_papers_become_documents_with_passages(g40, db, tmp_path):
    files = [paper(tmp_path / f"Stad_{i}.txt", i) for i in (1, 2)]
    run = g40("ingest", "--db", db, *files)
    assert (run.status, run.out, run.err) == (0, SUMMARY.format(2, 0, 0, 0), "")
    rows = g40("documents", "--db", db, "--format", "json").json
    assert [row["document"] for row in rows] == ["Stad_1", "Stad_2"]
    assert [row["title"] for row in rows] == [None, None]
    assert g40("text", "Stad_1", "--db", db).out == files[0].read_text(encoding="utf-8")
    assert ask(db, "SELECT count(*) FROM passage WHERE kind = 'sentence'")[0][0] == 160
    holds(g40, db)


def test_a_new_database_has_the_registry_and_no_documents_of_the_program(g40, db, tmp_path):
    g40("ingest", "--db", db, paper(tmp_path / "a.txt", 1))
    assert g40("members", "--db", db, "--format", "json").json == g40("members", "--format", "json").json
    assert ask(db, "SELECT id, origin FROM document") == [("document/a", "user")]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("new.g40")] == ["new.g40"]


def test_the_same_again_changes_nothing(g40, db, tmp_path):
    files = [paper(tmp_path / f"{i}.txt", i) for i in range(3)]
    g40("ingest", "--db", db, "--holder", "g40", "--date", "2025-01-01", *files)
    before = dump(db)
    for more in ([], ["--holder", "g40"], ["--holder", "G40", "--date", "2025-01-01"]):
        run = g40("ingest", "--db", db, *more, *files)
        assert (run.status, run.out) == (0, SUMMARY.format(0, 0, 3, 0))
        assert dump(db) == before


def test_a_changed_paper_replaces_its_version_and_keeps_what_was_said_of_it(g40, db, tmp_path):
    files = [paper(tmp_path / f"{i}.txt", i) for i in range(3)]
    g40("ingest", "--db", db, "--date", "2025-01-01", "--kind", "letter", *files)
    write(files[1], "Iets heel anders staat hier.\n")
    run = g40("ingest", "--db", db, *files)
    assert (run.status, run.out) == (0, SUMMARY.format(0, 1, 2, 0))
    row = g40("show", "document/1", "--db", db, "--format", "json").json
    assert (row["bytes"], row["date_issued"], row["kind"]) == (29, "2025-01-01", "letter")
    assert ask(db, "SELECT count(*) FROM passage WHERE document = (SELECT pk FROM document WHERE id = 'document/1')") == [(1,)]
    holds(g40, db)
    fresh = tmp_path / "fresh.g40"
    g40("ingest", "--db", fresh, "--date", "2025-01-01", "--kind", "letter", *files)
    order = "SELECT d.id, x.ordinal, x.text, x.byte_start FROM passage x JOIN document d ON d.pk = x.document ORDER BY 1, 2"
    assert ask(db, order) == ask(fresh, order)


def test_a_new_date_reads_the_paper_again(g40, db, tmp_path):
    file = paper(tmp_path / "a.txt", 1)
    g40("ingest", "--db", db, file)
    assert g40("ingest", "--db", db, "--date", "2025-02-03", file).out == SUMMARY.format(0, 1, 0, 0)
    assert g40("documents", "--db", db, "--format", "json").json[0]["date_issued"] == "2025-02-03"


def test_papers_of_one_name_in_two_folders_are_two_documents(g40, db, tmp_path):
    for folder in ("een", "twee"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "plan.txt", f"Dit is plan {folder}.\n")
    files = [tmp_path / "een" / "plan.txt", tmp_path / "twee" / "plan.txt"]
    assert g40("ingest", "--db", db, files[0]).out == SUMMARY.format(1, 0, 0, 0)
    assert g40("ingest", "--db", db, files[1]).out == SUMMARY.format(1, 0, 0, 0)
    assert ask(db, "SELECT id FROM document ORDER BY pk") == [("document/plan",), ("document/plan-2",)]
    write(files[1], "Dit is een ander plan.\n")
    assert g40("ingest", "--db", db, *files).out == SUMMARY.format(0, 1, 1, 0)
    assert g40("text", "plan-2", "--db", db).out == "Dit is een ander plan.\n"
    moved = shutil.move(files[0], tmp_path / "plan.txt")
    assert g40("ingest", "--db", db, moved).out == SUMMARY.format(0, 0, 1, 0)
    write(moved, "Plan een is nu anders.\n")
    assert g40("ingest", "--db", db, moved).out == SUMMARY.format(0, 1, 0, 0)
    assert ask(db, "SELECT count(*) FROM document") == [(2,)]


@pytest.mark.parametrize("name, slug", [("Één plan (2024).txt", "Één-plan-2024"), ("...txt", "document"), ("A.b.txt", "A.b"),
                                        ("x" * 150 + ".txt", "x" * 100)])
def test_ids_are_made_of_names(g40, db, tmp_path, name, slug):
    run = g40("ingest", "--db", db, write(tmp_path / name, "Een zin.\n"))
    assert run.status == 0, run.err
    assert g40("documents", "--db", db, "--format", "json").json[0]["document"].startswith(slug)


def test_remove_takes_all_rows_away(g40, db, tmp_path):
    files = [paper(tmp_path / f"{i}.txt", i) for i in range(2)]
    g40("ingest", "--db", db, files[1])
    before = dump(db)
    g40("ingest", "--db", db, files[0])
    assert g40("remove", "0", "--db", db).status == 0
    assert dump(db) == before
    assert "unknown document '0'" in g40("remove", "0", "--db", db).fails_with(1)
    assert "cannot open" in g40("remove", "0", "--db", tmp_path / "missing.g40").fails_with(1)
    assert g40("remove", "document/1", "--db", db).status == 0
    assert ask(db, "SELECT count(*) FROM passage") == [(0,)]
    holds(g40, db)


# --- what is said of papers ---------------------------------------------------------------------------------------------


def test_a_meta_file_says_what_the_papers_are(g40, db, tmp_path):
    for i in (1, 2, 3):
        paper(tmp_path / f"{i}.txt", i)
    meta = write(tmp_path / "meta.csv", "\ufefftitle,path,holder,kind,date,url,id\r\n"
                 '"Plan, het ""eerste""",1.txt,g40,manifesto,2024-05-06,https://example.org/1,\r\n'
                 "\r\n"
                 '"Twee\nregels",2.txt,,,,,tweede\r\n')
    run = g40("ingest", "--db", db, "--meta", meta)
    assert (run.status, run.out, run.err) == (0, SUMMARY.format(2, 0, 0, 0), "")
    one, two = sorted(g40("documents", "--db", db, "--format", "json").json, key=lambda row: row["document"])
    assert (one["document"], one["title"], one["holder"], one["kind"], one["date_issued"], one["url"]) == (
        "1", 'Plan, het "eerste"', "stakeholder/g40", "manifesto", "2024-05-06", "https://example.org/1")
    assert (two["document"], two["title"], two["holder"], two["kind"], two["date_issued"]) == ("tweede", "Twee\nregels", None, None, None)
    run = g40("ingest", "--db", db, "--meta", meta, tmp_path / "3.txt", tmp_path / "1.txt", "--kind", "letter")
    assert run.out == SUMMARY.format(1, 0, 1, 0)
    assert g40("show", "document/3", "--db", db, "--format", "json").json["kind"] == "letter"


@pytest.mark.parametrize("text, fault", [("", "is empty"), ("path,colour\n", "unknown column 'colour'"), ("holder\n", "no column 'path'"),
                                         ('path\n"1.txt', "not closed"), ("path,path\n", "a second column"),
                                         ('path\n"1.txt"x\n', "behind a closing quote")])
def test_a_meta_file_that_makes_no_sense_is_a_fault(g40, db, tmp_path, text, fault):
    assert fault in g40("ingest", "--db", db, "--meta", write(tmp_path / "meta.csv", text)).fails_with(1)


def test_a_bad_row_is_a_line_and_the_others_are_taken_in(g40, db, tmp_path):
    for i in (1, 2):
        paper(tmp_path / f"{i}.txt", i)
    meta = write(tmp_path / "meta.csv", "path,date,kind,holder,id\n1.txt\n2.txt,5 mei\n3.txt,,song\n4.txt,,,niemand\n1.txt\n,\n5.txt,,,,a/b\n")
    run = g40("ingest", "--db", db, "--meta", meta)
    assert (run.status, run.out) == (1, SUMMARY.format(1, 0, 0, 6))
    assert [line.split(":")[1] for line in run.err.splitlines()] == ["3", "4", "5", "6", "7", "8"]


def test_a_row_may_end_early_and_a_longer_one_is_a_fault_with_its_line(g40, db, tmp_path):
    for i in (1, 2, 3):
        paper(tmp_path / f"{i}.txt", i)
    meta = write(tmp_path / "meta.csv", 'path,title,kind\n1.txt\n2.txt,Wonen, werken,letter\n3.txt,"Wonen, werken",letter\n')
    run = g40("ingest", "--db", db, "--meta", meta)
    assert (run.status, run.out) == (1, SUMMARY.format(2, 0, 0, 1))
    assert run.err == (f"{meta}:3: error: 4 fields, and the first row has 3: a text with a comma stands in quotes [meta]\n")
    rows = g40("documents", "--db", db, "--format", "json").json
    assert [(row["document"], row["title"], row["kind"]) for row in rows] == [("1", None, None), ("3", "Wonen, werken", "letter")]
    holds(g40, db)


NO_ADDRESS = ["geen url", "www.example.org", "javascript:alert(1)", "mailto:j.jansen@example.org", "file:///etc/hosts", "https://",
              "https://jan@example.org/"]


@pytest.mark.parametrize("url", NO_ADDRESS)
def test_what_is_no_address_of_a_page_is_refused(g40, db, tmp_path, url):
    file = paper(tmp_path / "a.txt", 1)
    line = g40("ingest", "--db", db, "--url", url, file).fails_with(1)
    assert line == "g40: url is no web address: it begins with http:// or https://\n"
    run = g40("ingest", "--db", db, "--meta", write(tmp_path / "meta.csv", f'path,url\na.txt,"{url}"\n'))
    assert (run.status, run.out) == (1, SUMMARY.format(0, 0, 0, 1))
    assert run.err.endswith("meta.csv:2: error: 'url' is no web address: it begins with http:// or https:// [meta]\n")
    coding = write(tmp_path / "a.yaml", f'document: a\nmeta: {{text: a.txt, url: "{url}"}}\npositions: []\n')
    run = g40("ingest", "--db", db, "--coding", coding, file)
    assert run.status == 1 and "[url]" in run.err


@pytest.mark.parametrize("option, text", [("title", "Plan van j.jansen@example.org"), ("title", "Bel 030-1234567"),
                                          ("url", "https://example.org/?mail=j.jansen@example.org"), ("id", "j.jansen@example.org")])
def test_contact_data_in_what_is_said_of_a_paper_is_refused(g40, db, tmp_path, option, text):
    file = paper(tmp_path / "a.txt", 1)
    if option != "id":
        line = g40("ingest", "--db", db, f"--{option}", text, file).fails_with(1)
        assert line == f"g40: {option} holds contact data of a person, and is shown as it is: leave it out\n"
    run = g40("ingest", "--db", db, "--meta", write(tmp_path / "meta.csv", f'path,{option}\na.txt,"{text}"\n'))
    assert (run.status, run.out) == (1, SUMMARY.format(0, 0, 0, 1))
    assert run.err.endswith(f"meta.csv:2: error: '{option}' holds contact data of a person, and is shown as it is: leave it out [meta]\n")
    assert text not in str(dump(db))


def test_years_and_numbers_in_titles_are_no_contact_data(g40, db, tmp_path):
    title = "Verkiezingsprogramma 2025-2029: 100.000 woningen (nr. 2025/0301)"
    run = g40("ingest", "--db", db, "--title", title, "--url", "https://example.org/2025/0301234567", paper(tmp_path / "a.txt", 1))
    assert run.status == 0, run.err
    assert g40("documents", "--db", db, "--format", "json").json[0]["title"] == title


def test_wrong_options_are_faults(g40, db, tmp_path):
    file = paper(tmp_path / "a.txt", 1)
    assert "unknown holder" in g40("ingest", "--db", db, "--holder", "niemand", file).fails_with(1)
    assert "kind" in g40("ingest", "--db", db, "--kind", "song", file).fails_with(1)
    assert "date" in g40("ingest", "--db", db, "--date", "gisteren", file).fails_with(2)
    assert "one file" in g40("ingest", "--db", db, "--title", "T", file, TEXT).fails_with(1)
    assert "needs --db" in g40("ingest", file).fails_with(2)
    assert "needs PATH" in g40("ingest", "--db", db).fails_with(2)


# --- bad input ---------------------------------------------------------------------------------------------------------


def test_each_bad_file_is_one_line_and_the_others_are_taken_in(g40, db, tmp_path):
    good = [paper(tmp_path / "goed.txt", 1), paper(tmp_path / "ook.txt", 2)]
    (tmp_path / "folder").mkdir()
    (tmp_path / "random.txt").write_bytes(random.Random(1).randbytes(4000))
    (tmp_path / "empty.txt").write_bytes(b"")
    with open(tmp_path / "huge.txt", "wb") as huge:
        huge.truncate(300_000_000)
    bad = [tmp_path / name for name in ("folder", "random.txt", "empty.txt", "huge.txt", "gone.txt")]
    bad += [ROOT / "test" / "data" / "reader" / name for name in ("scan.pdf", "versleuteld.pdf")]
    run = g40("ingest", "--db", db, good[0], *bad, good[1])
    assert (run.status, run.out) == (1, SUMMARY.format(2, 0, 0, 7))
    lines = run.err.splitlines()
    assert [line.split(": error: ")[0] for line in lines] == [str(path) for path in bad], run.err
    assert g40("ingest", "--db", db, *good).out == SUMMARY.format(0, 0, 2, 0)
    holds(g40, db)


def test_without_pdftotext_only_pdf_is_refused_and_the_line_says_what_to_install(g40, db, tmp_path):
    run = g40("ingest", "--db", db, ROOT / "test" / "data" / "reader" / "nota.pdf", paper(tmp_path / "a.txt", 1),
              env={"PATH": str(tmp_path)})
    assert (run.status, run.out) == (1, SUMMARY.format(1, 0, 0, 1))
    assert "install the package poppler-utils" in run.err and run.err.count("\n") == 1


def test_a_line_of_five_megabytes_is_read_as_any_other(g40, db, tmp_path):
    line = "Wij willen dat het Rijk gemeenten helpt. " * (5_000_000 // 41)
    run = g40("ingest", "--db", db, write(tmp_path / "line.txt", line + "\n"), write(tmp_path / "word.txt", "a" * 5_000_000))
    assert (run.status, run.out) == (0, SUMMARY.format(2, 0, 0, 0))
    assert ask(db, "SELECT count(*) FROM passage") == [(5_000_000 // 41 + 1,)]


def test_what_is_no_database_is_left_as_it_is(g40, tmp_path):
    for name, content in (("text.g40", b"Dit is geen database, maar een tekst van enige lengte." * 20), ("empty.g40", b"")):
        (tmp_path / name).write_bytes(content)
        assert g40("ingest", "--db", tmp_path / name, TEXT).status == 1
        assert (tmp_path / name).read_bytes() == content
    assert g40("ingest", "--db", tmp_path / "missing" / "a.g40", TEXT).fails_with(1)


def test_processes_that_write_wait_for_each_other(g40, db, tmp_path):
    g40("ingest", "--db", db, paper(tmp_path / "a.txt", 1))
    files = [paper(tmp_path / f"p{i}.txt", i, 2000) for i in range(8)]
    runs = [subprocess.Popen([BINARY, "ingest", "--db", db, *part], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for part in (files[:4], files[4:])]
    assert [run.communicate(timeout=PATIENCE)[0] for run in runs] == [SUMMARY.format(4, 0, 0, 0)] * 2
    assert [run.returncode for run in runs] == [0, 0]
    assert ask(db, "SELECT count(*) FROM document") == [(9,)]
    holds(g40, db)


def test_a_lock_that_nobody_gives_up_is_one_line(g40, db, tmp_path):
    g40("ingest", "--db", db, paper(tmp_path / "a.txt", 1))
    before = dump(db)
    with sqlite3.connect(db, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        fault = g40("ingest", "--db", db, paper(tmp_path / "b.txt", 2)).fails_with(1)
        connection.execute("ROLLBACK")
    connection.close()
    assert "locked by another process" in fault
    assert dump(db) == before


# --- being stopped -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Enough text for several transactions."""
    folder = tmp_path_factory.mktemp("many")
    return [paper(folder / f"{i:02}.txt", i, 3000) for i in range(15)]


@pytest.fixture(scope="module")
def whole(g40, many, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "whole.g40"
    assert g40("ingest", "--db", path, *many).status == 0
    return dump(path), ask(path, PASSAGES)


PASSAGES = "SELECT d.id, count(*) FROM document d JOIN passage p ON p.document = d.pk GROUP BY d.id ORDER BY d.id"
TRIES = 40


def committed(db):
    """How many documents others can see by now; 0 where the file is not there yet or just being written."""
    try:
        connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=0)
        try:
            return connection.execute("SELECT count(*) FROM document").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return 0


def stop(db, many, number, when):
    """Sends the signal as soon as `when(db)` holds, at the latest when the program has ended."""
    run = subprocess.Popen([BINARY, "ingest", "--db", db, *many], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + PATIENCE
    while run.poll() is None and not when(db) and time.monotonic() < end:
        time.sleep(0.001)
    run.send_signal(number)
    err = run.communicate(timeout=PATIENCE)[1]
    return run.returncode, err


def size_is_past(bytes):
    return lambda db: db.exists() and db.stat().st_size > bytes


MOMENTS = {
    "before the file is there": lambda db: True,
    "the file is there": lambda db: db.exists(),
    "in the first transaction": lambda db: pathlib.Path(f"{db}-journal").exists(),
    "some documents are written": lambda db: committed(db) > 0,
    "in the second transaction": lambda db: committed(db) > 0 and pathlib.Path(f"{db}-journal").exists(),
    "while it grows": size_is_past(20_000_000),
}


def indexed_anew(g40, db):
    """A copy of a database, with an index made from its passages alone."""
    copy = db.with_suffix(".anew")
    shutil.copy(db, copy)
    assert g40("reindex", "--db", copy).status == 0
    return copy


def numbers(data):
    """What docs/schema.md says: seven bits a byte, the lowest first, the last byte below 128."""
    value, shift, found = 0, 0, []
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value, shift = 0, 0
    return iter(found)


def postings(db):
    """{(term, document, ordinal): (parts, positions)}, and what else the index knows, apart from numbers and segments."""
    first = {}
    lengths = {}
    for document, start, sizes, headings in ask(db, "SELECT d.id, x.first, x.lengths, x.headings FROM index_document x JOIN document d"
                                                    " ON d.pk = x.document"):
        first.update({start + i: (document, i + 1) for i in range(len(sizes))})
        lengths[document] = sizes, headings
    found = {}
    for term, data, positions in ask(db, "SELECT term, data, positions FROM index_posting"):
        data, positions, slot = numbers(data), numbers(positions), 0
        for step in data:
            slot += step >> 2
            count = next(data) if step & 1 else 1
            parts = next(data) if step & 3 == 3 else step >> 1 & 1
            places, at = [], 0
            for _ in range(count):
                at += next(positions)
                places.append(at)
            assert (term, *first[slot]) not in found
            found[term, *first[slot]] = parts, places
        assert next(positions, None) is None
    links = sorted((*first[slot], position) for slot, position in
                   ask(db, "SELECT x.passage, p.id FROM index_position x JOIN position p ON p.pk = x.position"))
    return found, lengths, links


def test_a_replacement_that_is_killed_leaves_the_index_of_its_passages(g40, tmp_path):
    """Documents go and come in segments that others share; each moment of it may be the last."""
    files = [tmp_path / f"{i:02}.txt" for i in range(12)]
    db, before = tmp_path / "a.g40", tmp_path / "before.g40"
    for i, file in enumerate(files):
        paper(file, i, 120)
    assert g40("ingest", "--db", db, *files).status == 0
    shutil.copy(db, before)
    for i, file in enumerate(files):
        paper(file, 100 + i, 120)
    start = time.monotonic()
    assert g40("ingest", "--db", db, *files).status == 0
    whole, chance, killed = time.monotonic() - start, random.Random(7), 0
    for _ in range(12):
        shutil.copy(before, db)
        moment = time.monotonic() + chance.random() * whole
        code, _ = stop(db, files, signal.SIGKILL, lambda _: time.monotonic() > moment)
        killed += code == -signal.SIGKILL
        holds(g40, db)
        found = postings(db)
        assert found[0] and found == postings(indexed_anew(g40, db))
    assert killed > 3
    assert g40("ingest", "--db", db, *files).status == 0
    assert postings(db) == postings(indexed_anew(g40, db))


@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_leaves_whole_documents_and_the_rest_can_follow(g40, many, whole, tmp_path, moment):
    lines, passages = whole
    db = tmp_path / "a.g40"
    code, _ = stop(db, many, signal.SIGKILL, MOMENTS[moment])
    assert code in (-signal.SIGKILL, 0)
    if db.exists():
        found = len(g40("documents", "--db", db, "--format", "json").json)
        assert ask(db, PASSAGES) == passages[:found]
        holds(g40, db)
        assert dump(db) == dump(indexed_anew(g40, db))
    assert g40("ingest", "--db", db, *many).status == 0
    assert dump(db) == lines


def test_kill_between_two_transactions_keeps_the_first(g40, many, whole, tmp_path):
    for i in range(TRIES):
        db = tmp_path / f"{i}.g40"
        code, _ = stop(db, many, signal.SIGKILL, MOMENTS["some documents are written"])
        found = len(g40("documents", "--db", db, "--format", "json").json)
        assert found > 0 and ask(db, PASSAGES) == whole[1][:found]
        if code and found < len(many):
            return
    pytest.fail(f"not once in {TRIES} tries was it stopped between two transactions")


def test_interrupt_keeps_what_is_whole_and_says_so(g40, many, whole, tmp_path):
    for i in range(TRIES):
        db = tmp_path / f"{i}.g40"
        code, err = stop(db, many, signal.SIGINT, MOMENTS["some documents are written"])
        if code:
            break
    assert code == 1 and err.startswith("g40: cancelled: ") and err.count("\n") == 1, err
    holds(g40, db)
    found = len(g40("documents", "--db", db, "--format", "json").json)
    assert found == int(err.split()[2]) and ask(db, PASSAGES) == whole[1][:found]
    assert not (tmp_path / f"{i}.g40-journal").exists()
    assert g40("ingest", "--db", db, *many).status == 0
    assert dump(db) == whole[0]


def test_progress_is_shown_on_a_terminal_only(g40, db, tmp_path):
    files = [paper(tmp_path / f"{i}.txt", i) for i in range(3)]
    assert g40("ingest", "--db", db, *files).err == ""
    lead, follow = pty.openpty()
    run = subprocess.run([BINARY, "ingest", "--db", tmp_path / "b.g40", *files], stderr=follow, stdout=subprocess.DEVNULL, check=True)
    os.close(follow)
    shown = os.read(lead, 65536).decode()
    os.close(lead)
    assert run.returncode == 0 and "1 of 3" in shown and "2.txt" in shown


# --- codings --------------------------------------------------------------------------------------------------------------


def test_an_export_of_rules_is_a_draft_until_all_is_reviewed(g40, db, tmp_path):
    file = paper(tmp_path / "a.txt", 1, 12)
    write(file, file.read_text(encoding="utf-8") + "\nHet is maandag.\n")
    g40("ingest", "--db", db, file)
    draft = write(tmp_path / "a.yaml", g40("coding", "export", "a", "--db", db).out)
    run = g40("coding", "check", draft)
    assert (run.status, run.err.count("\n")) == (0, 1) and "not reviewed [draft]" in run.err
    assert " 0 ambiguous, 0 orphaned" in run.out and "maandag" not in run.out
    write(draft, draft.read_text(encoding="utf-8").replace("reviewed: false", "reviewed: true"))
    run = g40("coding", "check", draft)
    assert run.status == 1 and "draft" not in run.err
    assert "nothing accounts for: 'Het is maandag.' [uncovered]" in run.err


@pytest.fixture
def coded(g40, db, tmp_path):
    """The paper with its coding as exported, and the file of it."""
    coding = write(tmp_path / "coding.yaml", g40("coding", "export", PAPER, "--with-contacts").out)
    text = shutil.copy(TEXT, tmp_path / "paper.txt")
    run = g40("ingest", "--db", db, "--coding", coding, text)
    assert (run.status, run.out, run.err) == (0, SUMMARY.format(1, 0, 0, 0), "")
    return coding, tmp_path / "paper.txt", text


def positions(g40, db=None):
    rows = g40("positions", "--format", "json", *(["--db", db] if db else [])).json
    return rows


def test_an_exported_coding_taken_back_gives_the_same_rows(g40, db, coded):
    assert positions(g40, db) == positions(g40)
    for listing in ("figures", "citations", "stakeholders", "themes"):
        assert g40(listing, "--db", db, "--format", "json").json == g40(listing, "--format", "json").json
    assert g40("text", PAPER, "--db", db).out == g40("text", PAPER).out
    assert g40("coding", "export", PAPER, "--db", db, "--with-contacts").out.replace("  text: \"paper.txt\"\n", "") == coded[0].read_text(encoding="utf-8")
    assert "@" not in g40("coding", "export", PAPER, "--db", db).out
    holds(g40, db)


def test_the_same_coding_again_changes_nothing(g40, db, coded):
    before = dump(db)
    assert g40("ingest", "--db", db, "--coding", coded[0], coded[1]).out == SUMMARY.format(0, 0, 1, 0)
    assert g40("ingest", "--db", db, coded[1]).out == SUMMARY.format(0, 0, 1, 0)
    assert dump(db) == before


def test_reviewed_positions_survive_a_changed_text(g40, db, coded):
    text = coded[1].read_text(encoding="utf-8")
    write(coded[1], "Een nieuwe eerste zin.\n\n" + text.replace("Arbeidsmigratie\n", "Arbeidsmigratie\n\nMigratie is van alle tijden.\n"))
    run = g40("ingest", "--db", db, coded[1])
    assert (run.status, run.out) == (0, SUMMARY.format(0, 1, 0, 0))
    assert "stand elsewhere" in run.err and run.err.count("\n") == 1
    kept = {row["id"]: row for row in positions(g40, db) if row["method"] == "curated"}
    for row in positions(g40):
        assert kept[row["id"]]["quote"] == row["quote"] and kept[row["id"]]["stakeholders"] != [] or row["stakeholders"] == []
    holds(g40, db)


def test_a_look_alike_is_never_taken_for_the_words_and_nothing_reviewed_is_lost(g40, db, coded):
    text = coded[1].read_text(encoding="utf-8")
    before = positions(g40, db)
    write(coded[1], text.replace("netwerk van 41", "netwerk van 42"))
    run = g40("ingest", "--db", db, coded[1])
    assert run.status == 0 and "'g40-netwerk' do not stand in the new text [anchor-orphaned]" in run.err
    assert "g40-netwerk" not in [row["id"].split("/")[-1] for row in positions(g40, db) if row["method"] == "curated"]
    assert "- id: g40-netwerk\n" in g40("coding", "export", PAPER, "--db", db).out
    write(coded[1], text)
    g40("ingest", "--db", db, coded[1])
    assert [row["id"] for row in positions(g40, db) if row["method"] == "curated"] == [row["id"] for row in before]


def test_words_that_stand_twice_in_a_new_text_are_ambiguous(g40, db, coded):
    text = coded[1].read_text(encoding="utf-8")
    write(coded[1], text + "\n\nDe G40 is een netwerk van 41 (middelgrote) steden.\n")
    run = g40("ingest", "--db", db, coded[1])
    assert run.status == 0 and "'g40-netwerk' stand more than once in the new text [anchor-ambiguous]" in run.err


def test_coding_check_says_what_moved(g40, db, coded):
    exported = write(coded[0], g40("coding", "export", PAPER, "--db", db, "--with-contacts").out)
    assert "moved" not in g40("coding", "check", exported).out
    text = coded[1].read_text(encoding="utf-8")
    write(coded[1], text.replace("De G40 is een netwerk van 41 (middelgrote) steden.", "Wij zijn de G40.").replace(
        "Bied ruimte aan economie", "Over ruimte gaat dit.\n\nBied ruimte aan economie", 1))
    rows = g40("coding", "check", exported, "--format", "json")
    states = {}
    for row in __import__("json").loads(rows.out):
        states.setdefault(row["owner"], row["state"])
    assert states["g40-netwerk"] == "orphaned" and states["boodschap-nieuw-kabinet"] == "moved"
    assert set(states.values()) == {"found", "moved", "orphaned"}


def test_a_coding_that_does_not_fit_changes_nothing(g40, db, coded):
    before = dump(db)
    write(coded[0], coded[0].read_text(encoding="utf-8").replace("netwerk van 41 (", "netwerk van 43 ("))
    run = g40("ingest", "--db", db, "--coding", coded[0], coded[1])
    assert (run.status, run.out) == (1, SUMMARY.format(0, 0, 0, 1))
    assert "[quote-missing]" in run.err
    assert dump(db) == before


# --- the registry of a file --------------------------------------------------------------------------------------------------

OWN = """source: eigen
sources: [{id: eigen, title: Eigen lijst}]
stakeholders: [{id: fietsersbond-oost, kind: other, name: Fietsersbond Oost, same_as: [FBO]}]
themes: [{id: fietsen, label: Fietsen}]
"""


def test_own_names_are_added_replaced_and_survive_an_update(g40, db, tmp_path):
    own = write(tmp_path / "own.yaml", OWN)
    assert g40("registry", "add", own, "--db", db).status == 0
    before = dump(db)
    assert g40("registry", "add", own, "--db", db).status == 0
    assert dump(db) == before
    write(own, OWN.replace("FBO", "F.B.O."))
    assert g40("registry", "add", own, "--db", db).status == 0
    assert ask(db, "SELECT text FROM name WHERE origin = 'user'") == [("F.B.O.",)]
    assert g40("ingest", "--db", db, "--holder", "F.B.O.", paper(tmp_path / "a.txt", 1)).status == 0
    before = dump(db)
    assert g40("registry", "update", "--db", db).status == 0
    assert dump(db) == before
    holds(g40, db)


def test_an_update_brings_facts_that_an_older_file_lacks(g40, db):
    write_own = g40("registry", "update", "--db", db)
    assert write_own.status == 1
    run = g40("compile", ROOT / "data", "-o", db)
    assert run.status == 0
    before = dump(db)
    with sqlite3.connect(db) as connection:
        connection.executescript("UPDATE meta SET value = '2020-01-01' WHERE key = 'known_through'; DELETE FROM portfolio WHERE pk < 20;"
                                 "UPDATE theme SET label_nl = 'oud'; DELETE FROM name WHERE rowid IN (SELECT 1) AND 0;"
                                 "INSERT INTO instrument(id, kind, name_nl, origin) VALUES('instrument/oud', 'law', 'Oud', 'builtin')")
    connection.close()
    assert g40("registry", "update", "--db", db).status == 0
    assert sorted(dump(db)) == sorted(before)


def test_faults_of_own_names_are_said_and_nothing_is_added(g40, db, tmp_path):
    own = write(tmp_path / "own.yaml", OWN)
    assert g40("registry", "add", own, "--db", db).status == 0
    before = dump(db)
    for text, code in (("stakeholders: [{id: rijk, kind: other, name: X}]", "duplicate"), ("themes: [{id: a}]", "missing-key"),
                       ("stakeholders: [{id: x, kind: other, name: Y, broader: nergens}]", "unknown-id"), ("posts: []\nposts2: []", "unknown-key"),
                       ("known_through: 2030-01-01", "form")):
        run = g40("registry", "add", write(own, text + "\n"), "--db", db)
        assert run.status == 1 and f"[{code}]" in run.err, run.err
        assert dump(db) == before


def test_one_of_a_thing_is_said_in_the_singular(g40, db, tmp_path):
    file = write(tmp_path / "a.txt", "Het Rijk moet woningen bouwen.\n")
    assert g40("ingest", "--db", db, file).status == 0
    coding = g40("coding", "export", "a", "--db", db).out
    check = g40("coding", "check", write(tmp_path / "a.yaml", coding))
    assert "1 of 1 position is made by rules and not reviewed [draft]" in check.err
    assert g40("ingest", "--db", db, "--coding", write(tmp_path / "a.yaml", coding.replace("reviewed: false", "reviewed: true")),
               file).status == 0
    write(file, "Een nieuw begin.\n\nHet Rijk moet woningen bouwen.\n")
    run = g40("ingest", "--db", db, file)
    assert run.status == 0 and "1 reviewed position stands elsewhere in the new text" in run.err
    write(tmp_path / "b.txt", "Het Rijk moet woningen slopen.\n")
    assert g40("ingest", "--db", db, tmp_path / "b.txt").status == 0
    for lang, passage, pair, position in (("en", "1 of 1 passage\n", "1 of 1 pair of", "1 of 1 position: "),
                                          ("nl", "1 van 1 passage\n", "1 van 1 paar van", "1 van 1 positie: ")):
        search = g40("search", "slopen", "--db", db, "--lang", lang).out
        assert passage in search
        assert pair in g40("uptake", "--db", db, "--asks", "a", "--document", "b", "--lang", lang).out
        assert position in g40("compare", "--db", db, "a", "b", "--lang", lang).out


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_link_to_nowhere_is_one_line_and_the_others_are_taken_in(g40, db, tmp_path, jobs):
    good = [paper(tmp_path / f"{i}.txt", i) for i in (1, 2)]
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "nergens.txt")
    cpus = set(sorted(os.sched_getaffinity(0))[:jobs])
    run = g40("ingest", "--db", db, good[0], link, good[1], preexec_fn=lambda: os.sched_setaffinity(0, cpus))
    assert (run.status, run.out) == (1, SUMMARY.format(2, 0, 0, 1))
    assert run.err == f"{link}: error: cannot be read: No such file or directory [text]\n"
    holds(g40, db)


def test_names_of_files_may_be_any_bytes(g40, db, tmp_path):
    names = [b"regel\nbreuk.txt", b"geen\xff.txt"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "w", encoding="utf-8") as file:
            file.write(f"Het Rijk moet {len(name)} woningen bouwen.\n")
    paths = [os.path.join(os.fsencode(tmp_path), name) for name in names]
    assert g40("ingest", "--db", db, *paths).out == SUMMARY.format(2, 0, 0, 0)
    assert g40("ingest", "--db", db, *paths).out == SUMMARY.format(0, 0, 2, 0)
    assert ask(db, "SELECT id, source_name FROM document ORDER BY id") == [("document/geen", None), ("document/regel-breuk", "regel\nbreuk.txt")]
    for row in g40("documents", "--db", db, "--format", "json").json:
        coding = g40("coding", "export", row["document"], "--db", db)
        assert coding.status == 0 and "woningen bouwen" in coding.out
    holds(g40, db)
    for path in paths:
        with open(path, "w", encoding="utf-8"):
            pass
    run = g40("ingest", "--db", db, *paths)
    assert (run.status, run.out) == (1, SUMMARY.format(0, 0, 0, 2))
    assert run.err.count("\n") == 2 and run.err.count("is empty [text]") == 2


def test_a_file_whose_name_is_a_hyphen_is_a_file_and_not_standard_input(g40, db, tmp_path):
    write(tmp_path / "-", "Het Rijk moet zeven bruggen bouwen.\n")
    assert g40("ingest", "--db", db, "-", cwd=tmp_path).out == SUMMARY.format(1, 0, 0, 0)
    assert "zeven bruggen" in g40("review", "-", "--format", "jsonl", cwd=tmp_path).out

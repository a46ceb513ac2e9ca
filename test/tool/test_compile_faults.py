"""g40 compile names every planted fault with file, line and column, and then writes nothing."""
import os
import re
import resource
import shutil
import subprocess

import pytest
from conftest import BINARY, ROOT

CODING = "corpora/g40-economie-en-werk-2025/coding.yaml"


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def plant(data, name, old, new):
    """Replaces the first occurrence of old; returns the line and column (from 1) where it stood."""
    path = data / name
    text = path.read_text(encoding="utf-8")
    at = text.index(old)
    path.write_text(text[:at] + new + text[at + len(old):], encoding="utf-8")
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def compile_data(data):
    out = data.parent / "corpus.g40"
    run = subprocess.run([str(BINARY), "compile", str(data), "-o", str(out)], capture_output=True, text=True, timeout=120)
    return run, out


def faults(run):
    """(file, line, column, severity, message, code) of every diagnostic that has a place."""
    return [m.groups() for m in (re.match(r"(.*?):(\d+):(\d+): (\w+): (.*) \[([\w-]+)\]$", x)
                                 for x in run.stderr.splitlines()) if m]


def test_the_data_as_it_is_compiles_twice_to_the_same_bytes(data):
    first, out = compile_data(data)
    assert first.returncode == 0, first.stderr
    content = out.read_bytes()
    second, out = compile_data(data)
    assert second.returncode == 0 and out.read_bytes() == content


PLANTED = [
    ("quote not in the text", CODING, '"Bied ruimte voor circulaire economie"', '"Bied ruimte voor vierkante economie"',
     "quote-missing"),
    ("quote stands twice", CODING, '"Bied ruimte voor circulaire economie"', '"de komende"', "quote-ambiguous"),
    ("words not in the quote", CODING, 'as_written: "KGG"', 'as_written: "OCW"', "words-missing"),
    ("unknown stakeholder", CODING, "stakeholder: rijk,", "stakeholder: rijkk,", "unknown-id"),
    ("unknown ministry", CODING, "ministry: mnre1182, role", "ministry: mnre9999, role", "unknown-id"),
    ("ministry of another time", CODING, "ministry: mnre1182, role", "ministry: mnre0180, role", "not-on-date"),
    ("unknown key", CODING, "    action: coordinate", "    actoin: coordinate", "unknown-key"),
    ("unknown kind", CODING, "    kind: problem", "    kind: problemm", "vocabulary"),
    ("unknown theme", CODING, "    theme: mkb", "    theme: mkbb", "unknown-id"),
    ("heading that is none", CODING, 'heading: "Arbeidsmigratie"', 'heading: "Arbeid"', "heading-missing"),
    ("second position with an id", CODING, "- id: ruimte-circulaire-economie", "- id: samenhangend-beleid", "duplicate"),
    ("contact as a citation's words", CODING, 'cited_by: "G40 Pijler Economie en Werk"', 'cited_by: "t.leistra@oss.nl"',
     "contact"),
    ("mailto as a citation", CODING, 'url: "https://www.g40stedennetwerk.nl/", kind', 'url: "mailto:x@y.nl", kind',
     "contact"),
    ("wrong date", "registry/registry.yaml", "known_through: 2026-05-19", "known_through: 2026-02-30", "date"),
    ("overlapping versions", "registry/ministries.yaml", "[2012-11-05, 2017-10-26]", "[2012-11-05, 2018-10-26]", "overlap"),
    ("period that ends before it starts", "registry/ministries.yaml", "[2012-11-05, 2017-10-26]",
     "[2012-11-05, 2011-10-26]", "period"),
    ("change without its version", "registry/changes.yaml", "[mnre1045, ELenI]", "[mnre1045, ELI]", "unknown-version"),
    ("second stakeholder with an id", "registry/provinces.yaml", "id: provincie-zeeland", "id: provincie-drenthe",
     "duplicate"),
    ("member that does not exist", "registry/members.yaml", "stakeholder: gemeente-almelo", "stakeholder: gemeente-almeloo",
     "unknown-id"),
    ("date of an instrument", "registry/instruments.yaml", "date: 2025-06-20", "date: 2025-06-31", "date"),
    ("id with a way out", "registry/provinces.yaml", "id: provincie-zeeland", "id: ../zeeland", "id"),
    ("id in capitals", "registry/themes.yaml", "id: economie\n", "id: Economie\n", "id"),
    ("empty id", "registry/themes.yaml", "id: economie\n", 'id: ""\n', "id"),
    ("organisation with a space", "registry/ministries.yaml", "organisation: mnre1045", 'organisation: "mnre 1045"', "id"),
    ("id of a position", CODING, "- id: samenhangend-beleid", "- id: samenhangend/beleid", "id"),
    ("document that is not its folder", CODING, "document: g40-economie-en-werk-2025", "document: g40-economie", "id"),
    ("document with a way out", CODING, "document: g40-economie-en-werk-2025", "document: ../g40-economie", "id"),
    ("second known_from", "registry/themes.yaml", "themes:", "known_from: 1990-01-01\nthemes:", "duplicate"),
    ("second document in a file", "registry/themes.yaml", "themes:", "themes:\n---\nthemes:", "yaml"),
    ("alias", "registry/members.yaml", "members:", "members: &all\nthemes: *all\nsources:", "form"),
    ("another number than the words say", CODING, "value: 15\n", "value: 51\n", "figure"),
    ("contact in a summary", CODING, 'nl: "Slechts 15%', 'nl: "Bel 06 1234 5678. Slechts 15%', "contact"),
    ("contact in a title", CODING, "  title: \"", "  title: \"jan@voorbeeld.nl: ", "contact"),
    ("contact in a name", "registry/themes.yaml", "label: {nl: ", "label: {nl: a@voorbeeld.nl ", "contact"),
    ("contact in a name that means the same", "registry/stakeholders.yaml", "same_as: [", "same_as: [a@voorbeeld.nl, ",
     "contact"),
    ("contact in a doubt", "registry/posts.yaml", 'doubt: "', 'doubt: "Bel 06 1234 5678. ', "contact"),
]


@pytest.mark.parametrize("name, file, old, new, code", PLANTED, ids=[x[0] for x in PLANTED])
def test_planted_fault_is_named_and_nothing_is_written(data, name, file, old, new, code):
    line, column = plant(data, file, old, new)
    run, out = compile_data(data)
    assert run.returncode == 1
    assert not list(data.parent.glob("corpus.g40*"))
    found = faults(run)
    assert any(f[5] == code and f[0].endswith(file) and abs(int(f[1]) - line) <= 8 for f in found), run.stderr
    assert all(int(f[1]) >= 1 and int(f[2]) >= 1 for f in found if f[5] != "no-responsible")


def test_a_person_who_is_listed_as_a_contact_stands_in_no_summary(data):
    line, _ = plant(data, CODING, 'nl: "Slechts 15%', 'nl: "Slechts 15%')
    plant(data, CODING, "\ncontacts:\n", '\ncontacts:\n  - {as_written: "gebrek aan tijd", kind: person}\n')
    run, out = compile_data(data)
    assert run.returncode == 1 and not out.exists()
    assert [f for f in faults(run) if f[5] == "contact" and abs(int(f[1]) - line) <= 8]
    assert "gebrek" not in run.stderr


@pytest.mark.parametrize("open_, close", [("[", "]"), ("{a: ", "}"), ("- ", "")], ids=["lists", "mappings", "blocks"])
def test_yaml_that_is_nested_too_deep_is_refused_at_once(data, open_, close):
    depth = 200000
    (data / "registry/deep.yaml").write_text("themes: \n  " + open_ * depth + close * depth + "\n", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run, out = compile_data(data)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 3
    assert run.returncode == 1 and not out.exists()
    assert any(f[5] == "too-deep" and f[0].endswith("deep.yaml") for f in faults(run)), run.stderr[:300]


def test_a_yaml_file_that_is_too_large_is_refused(data):
    with open(data / "registry/large.yaml", "wb") as file:
        file.write(b"# ")
        file.truncate(65 << 20)
    run, out = compile_data(data)
    assert run.returncode == 1 and not out.exists()
    assert any(f[5] == "too-large" and f[0].endswith("large.yaml") for f in faults(run)), run.stderr[:300]


def test_malformed_yaml_is_named_by_line_and_column(data):
    plant(data, "registry/themes.yaml", "themes:", "themes: [")
    run, out = compile_data(data)
    assert run.returncode == 1 and not out.exists()
    assert any(f[5] == "yaml" and f[0].endswith("themes.yaml") for f in faults(run))


def test_a_cycle_of_themes_is_found(data):
    path = data / "registry/themes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n  - {id: rond-a, label: rond a, broader: rond-b}\n  - {id: rond-b, label: rond b, broader: rond-a}\n",
                    encoding="utf-8")
    run, out = compile_data(data)
    assert run.returncode == 1 and not out.exists()
    assert any(f[5] == "cycle" for f in faults(run)), run.stderr


def test_all_faults_are_reported_at_once(data):
    plant(data, CODING, '"Bied ruimte voor circulaire economie"', '"Bied ruimte voor vierkante economie"')
    plant(data, CODING, "stakeholder: rijk,", "stakeholder: rijkk,")
    plant(data, "registry/ministries.yaml", "[2012-11-05, 2017-10-26]", "[2012-11-05, 2018-10-26]")
    run, _ = compile_data(data)
    assert {"quote-missing", "unknown-id", "overlap"} <= {f[5] for f in faults(run)}


def test_an_older_file_stays_when_compiling_fails(data):
    run, out = compile_data(data)
    content = out.read_bytes()
    plant(data, CODING, "stakeholder: rijk,", "stakeholder: rijkk,")
    run, out = compile_data(data)
    assert run.returncode == 1 and out.read_bytes() == content


def test_a_sentence_that_nothing_accounts_for_fails_the_check(data):
    path = data / CODING
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: wonen-en-werken")
    end = text.index("  - id: visie-basis-voor-gesprek")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    run = subprocess.run([str(BINARY), "coding", "check", str(path)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 1
    assert "Waar mensen wonen" in run.stdout + run.stderr

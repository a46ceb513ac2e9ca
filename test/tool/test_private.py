"""No output of any command holds a person's contact data, unless it is asked for."""
import re

import pytest
from conftest import LISTINGS, PAPER, ROOT

SECRETS = ["t.leistra", "leistra", "oss.nl", "1553 9715", "15539715", "%40oss"]
FORMATS = ["table", "json", "jsonl", "csv"]
CODING = ROOT / "data/corpora" / PAPER / "coding.yaml"


def assert_private(run):
    for secret in SECRETS:
        assert secret.lower() not in (run.out + run.err).lower(), secret


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("listing", LISTINGS)
def test_no_listing_holds_contacts(g40, listing, form):
    run = g40(listing, "--format", form, "--limit", "0", env={"COLUMNS": "400"})
    assert run.status == 0
    assert_private(run)


@pytest.mark.parametrize("form", FORMATS)
def test_no_row_that_is_shown_holds_contacts(g40, form):
    ids = {row["id"] for listing in ("positions", "figures", "citations", "documents", "themes", "instruments", "advices")
           for row in g40(listing, "--format", "json").json}
    for one in sorted(ids):
        run = g40("show", one, "--format", form, env={"COLUMNS": "400"})
        assert run.status == 0, run.err
        assert_private(run)


@pytest.mark.parametrize("form", FORMATS)
def test_a_stakeholder_that_is_shown_holds_no_contacts(g40, form):
    for row in g40("stakeholders", "--document", PAPER, "--format", "json").json:
        assert_private(g40("show", row["id"], "--format", form, env={"COLUMNS": "400"}))


@pytest.mark.parametrize("form", FORMATS)
def test_coding_check_holds_no_contacts(g40, form):
    assert_private(g40("coding", "check", CODING, "--format", form, env={"COLUMNS": "400"}))


def test_contacts_that_the_coding_does_not_mark_are_not_told_either(g40, tmp_path):
    coding = CODING.read_text(encoding="utf-8").split("\ncontacts:\n")[0]
    first = re.search(r'quotes: \["([^"]+)"\]', coding)[1]
    lost = coding.replace(first, "Bel t.leistra@oss.nl of (06) 1553 9715 vandaag nog", 1)
    (tmp_path / "coding.yaml").write_text(lost, encoding="utf-8")
    (tmp_path / "paper.txt").write_bytes((CODING.parent / "paper.txt").read_bytes())
    run = g40("coding", "check", tmp_path / "coding.yaml", env={"COLUMNS": "400"})
    assert run.status == 1 and "[contact]" in run.out
    assert_private(run)


@pytest.mark.parametrize("secret", ["t.leistra@oss.nl", "1553 9715", "leistra"])
def test_contacts_cannot_be_searched_for(g40, secret):
    assert g40("positions", "--text", secret, "--format", "json").json == []


def test_the_text_has_a_mark_in_their_place(g40):
    run = g40("text", PAPER)
    assert run.out.count("[contact]") >= 2
    assert_private(run)


@pytest.mark.parametrize("command", [["info"], ["verify"], ["resolve", "EZ"], ["help"], ["help", "text"]])
def test_other_commands_hold_no_contacts(g40, command):
    assert_private(g40(*command))


def test_contacts_come_when_asked_for(g40):
    out = g40("text", PAPER, "--with-contacts").out
    assert "t.leistra@oss.nl" in out and "1553 9715" in out and "t.leistra%40oss.nl" in out
    assert "t.leistra@oss.nl" in g40("coding", "check", CODING, "--with-contacts", "--format", "jsonl").out

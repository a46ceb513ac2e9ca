"""tools/report.py: the G40 paper read by rules beside its hand-made coding; that it runs, and that it counts right."""
import json
import subprocess
import sys

from conftest import BINARY, ROOT

REPORT = ROOT / "tools" / "report.py"
EZ, KGG, SZW = "ministry/ez", "ministry/kgg", "ministry/szw"


def report(g40):
    done = subprocess.run([sys.executable, REPORT, g40, ROOT], capture_output=True, check=True)
    text, sums = done.stdout.decode().rsplit("\n\n", 1)
    first, *lines = sums.splitlines()
    return text, first, {line[:20].strip(): line[20:].strip() for line in lines}


def position(kind, start, action=None, actors=(), ministries=(), responsible=()):
    named = [{"id": id, "as_written": "EZ", "relation": "other", "start": start} for id in ministries]
    beside = [{"id": id, "as_written": None, "relation": "responsible", "start": None} for id in responsible]
    return {"kind": kind, "action": action, "theme": "wonen", "passages": [{"ranges": [[start, start + 10]]}],
            "stakeholders": [{"as_written": name, "role": role, "start": start} for name, role in actors],
            "ministries": named + beside}


def segment(kind, start):
    return {"start": start, "end": start + 10, "kind": kind, "text": f"Zin {start}."}


HAND = [position("ask", 0, "fund", [("Steden", "addressee"), ("huurders", "beneficiary"), ("scholen", "other")], [EZ], [SZW]),
        position("rule", 10)]
RULES = [position("ask", 0, "fund", [("steden", "addressee")], [EZ, KGG]), position("ask", 20, "stop"), position("problem", 10)]
SEGMENTS = [segment("position", 0), segment("statement", 10), segment("position", 20), segment("other", 30)]

COMMAND = """#!{python}
import json, sys
rows = json.loads({rows!r})
asked = "ingest" if "ingest" in sys.argv else "segments" if "analyze" in sys.argv else "rules" if "--db" in sys.argv else "hand"
print("".join(json.dumps(row) + "\\n" for row in rows.get(asked, [])), end="")
"""


def test_each_number_is_counted_over_its_own_sentences(tmp_path):
    command = tmp_path / "g40"
    rows = json.dumps({"hand": HAND, "rules": RULES, "segments": SEGMENTS})
    command.write_text(COMMAND.format(python=sys.executable, rows=rows), encoding="utf-8")
    command.chmod(0o755)
    text, first, sums = report(command)
    assert first == "4 sentences, headings and items"
    assert sums == {
        "kind": "2 of 4 (50 %)",
        "positions": "F1 0.50 (precision 0.50 of 2, recall 0.50 of 2)",
        "type of positions": "1 of 1 (100 %)",
        "action of asks": "1 of 1 (100 %)",
        "theme": "1 of 1 (100 %)",
        "roles in positions": "F1 0.67 (precision 1.00 of 1, recall 0.50 of 2)",
        "ministries named": "F1 0.67 (precision 0.50 of 2, recall 1.00 of 1)",
        "responsible for asks": "F1 0.00 (precision 0.00 of 0, recall 0.00 of 1)",
    }
    assert "Zin 0." in text and "Zin 10." in text and "Zin 30." not in text


def test_it_runs_on_the_paper_and_says_how_many_sentences_it_counted():
    text, first, sums = report(BINARY)
    sentences = int(first.split()[0])
    assert sentences > 40 and f"of {sentences} (" in sums["kind"]
    assert "by hand:" in text and "by rules:" in text
    assert len(sums) == 8

"""The notebook runs from its first cell to its last, on its own manifesto and on one that the user names. The figures are left
in build/notebook to be looked at."""
import base64
import json
import os
import pathlib
import re
import struct
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
NOTEBOOK = HERE / "start.ipynb"
BUILD = pathlib.Path(os.environ["G40_BUILD"])
LETTER = """# Ons plan

Wij geven elke stad ruimte voor circulaire economie (bel 06-12345678 of mail jan@voorbeeld.nl). De fiets krijgt voorrang. Er komen meer bomen. De bibliotheek blijft open.
"""


def cells(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def run(folder, manifesto=None):
    """The cells after a run, in a folder of its own beside a copy of what the notebook reads."""
    for file in HERE.glob("*.md"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / NOTEBOOK.name).write_bytes(NOTEBOOK.read_bytes())
    environment = {**os.environ, "IPYTHONDIR": str(folder / "ipython"), "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
                   "MPLCONFIGDIR": str(BUILD / "matplotlib"), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    environment.pop("G40_MANIFESTO", None)
    if manifesto:
        environment["G40_MANIFESTO"] = str(manifesto)
    done = subprocess.run([sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done.ipynb", NOTEBOOK.name],
                          cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return [cell for cell in cells(folder / "done.ipynb") if cell["cell_type"] == "code"]


def outputs(code, kind):
    return ["".join(output["data"][kind]) for cell in code for output in cell["outputs"] if kind in output.get("data", {})]


def said(code):
    return "".join("".join(output["text"]) for cell in code for output in cell["outputs"] if output["output_type"] == "stream")


def size(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.fixture(name="ran", scope="module")
def ran_fixture(tmp_path_factory):
    return run(tmp_path_factory.mktemp("notebook"))


def test_it_is_kept_without_outputs():
    for cell in cells(NOTEBOOK):
        assert cell.get("outputs", []) == [] and cell.get("execution_count") is None


def test_every_cell_runs_without_a_word_on_standard_error(ran):
    assert [cell["execution_count"] for cell in ran] == list(range(1, len(ran) + 1))
    assert not [output for cell in ran for output in cell["outputs"] if output.get("name") == "stderr"]


def test_the_figures_are_drawn(ran):
    figures = [base64.b64decode(png) for png in outputs(ran, "image/png")]
    assert len(figures) == 3
    folder = BUILD / "notebook"
    folder.mkdir(exist_ok=True)
    for name, png in zip(["heat-map", "network", "uptake"], figures):
        (folder / f"{name}.png").write_bytes(png)
        assert size(png) >= (800, 400) and len(png) > 15000


def test_what_it_says_is_what_the_paper_says(ran):
    assert "24 asks; 14 of them fall to SZW" in said(ran)
    assert "voorbeeldpartij-2025.md: 24 asks looked for" in said(ran)
    tables = outputs(ran, "text/html")
    assert any("rename" in table and "EZK" in table and "merge" in table and "BZK" in table for table in tables)
    assert any("Voer de aanbevelingen uit van de commissie Borstlap" in table for table in tables)
    pairs = tables[-1]  # the words on both sides
    assert "<td" in pairs and "reparatie, hergebruik en demontage" in pairs and "Bied ruimte voor circulaire economie" in pairs


def test_a_manifesto_of_the_user_is_read_and_contacts_stay_hidden(tmp_path):
    letter = tmp_path / "ons-plan.md"
    letter.write_text(LETTER, encoding="utf-8")
    code = run(tmp_path, letter)
    shown = json.dumps(code)
    assert "ons-plan.md: 24 asks looked for" in said(code) and "elke stad ruimte voor circulaire economie" in shown and "[contact]" in shown
    assert not re.search(r"jan@voorbeeld|12345678", shown)

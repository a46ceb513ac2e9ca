"""The man pages and docs/cli.md name all that the command has, and nothing else; the man pages are well formed."""
import os
import re
import subprocess

import pytest
from conftest import ROOT

PAGES = sorted((ROOT / "docs" / "man").glob("*.[1-8]"))
HEADERS = sorted((ROOT / "include" / "g40").glob("*.h"))
OPTION = re.compile(r"^  --([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"^  ([a-z]+(?: [a-z]+)?)(?:  +)", re.MULTILINE)


@pytest.fixture(name="commands", scope="module")
def commands_fixture(g40):
    """{command: its options}, as the help says."""
    names = COMMAND.findall(g40("--help").out)
    assert len(names) > 25
    return {name: set(OPTION.findall(g40(*name.split(), "--help").out)) for name in names if name != "help"}


def rendered(page):
    """The page as a reader sees it, a space for each run of blanks."""
    text = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=1000", page], capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s+", " ", re.sub(".\b", "", text))


def named(name, text):
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)


@pytest.mark.parametrize("page", ["docs/man/g40.1", "docs/cli.md"])
def test_a_page_names_every_command_and_option(commands, page):
    is_man = page.endswith(".1")
    text = rendered(ROOT / page) if is_man else re.sub(r"\s+", " ", (ROOT / page).read_text(encoding="utf-8"))
    missing = [name for name in commands if not (named(name, text) if is_man else re.search(rf"`(?:g40 )?{name}\b", text))]
    missing += sorted({f"--{option}" for options in commands.values() for option in options if not named(f"--{option}", text)})
    assert not missing, f"{page} lacks {missing}"


@pytest.mark.parametrize("page", ["docs/man/g40.1", "docs/cli.md", "README.md"])
def test_a_page_names_no_option_that_is_not_there(commands, page):
    text = rendered(ROOT / page) if page.endswith(".1") else (ROOT / page).read_text(encoding="utf-8")
    if page == "README.md":  # it shows other programs too
        text = "\n".join(re.findall(r"\bg40 [a-z]+ [^`\n]*", text))
    known = set.union(*commands.values()) | {"help", "version"} | ({"lim"} if page == "docs/cli.md" else set())  # no option: an example
    assert not set(re.findall(r"(?<![\w-])--([a-z][a-z-]+)", text)) - known


@pytest.mark.parametrize("page", ["docs/man/g40.1", "docs/cli.md"])
def test_a_page_names_every_format_of_export(g40, page):
    formats = re.search(r"format must be (.*), not 'none'", g40("export", "--format", "none", "-o", "-").err)[1]
    text = rendered(ROOT / page) if page.endswith(".1") else (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in re.split(r", | or ", formats) if not named(name, text)] == []


def test_libg40_3_names_every_header_and_error_code_and_only_functions_that_exist():
    text = rendered(ROOT / "docs/man/libg40.3")
    code = "".join(header.read_text(encoding="utf-8") for header in HEADERS)
    assert not [header.name for header in HEADERS if header.name != "export.h" and f"<g40/{header.name}>" not in text]
    assert not [name for name in re.findall(r"(g40_\w+)\(", text) if not re.search(rf"\b{name}\(", code)]
    assert not [name for name in re.findall(r"^  (G40_[A-Z_]+) = -", code, re.MULTILINE) if not named(name, text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_man_page_is_well_formed(page):
    assert len(PAGES) >= 2
    lint = subprocess.run(["mandoc", "-T", "lint", page], capture_output=True, text=True, check=False)
    # Whether the pages that it refers to are there is a question of the machine.
    faults = [line for line in lint.stdout.splitlines() if "referenced manual not found" not in line]
    assert not faults
    man = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=False,
                         env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", "MAN_KEEP_FORMATTING": ""})
    assert (man.returncode, man.stderr) == (0, "") and "DESCRIPTION" in man.stdout

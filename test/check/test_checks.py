"""The checks find what is planted: a check that cannot fail checks nothing."""
import pathlib
import shutil
import subprocess

import documented
import headers
import length
import pytest
import rooms
import rules_page
import symbols
import tree


def plant(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name, line", [
    ("src/base/a.c", '#include "text/utf8.h"'),
    ("src/extract/a.c", '#include "query/plan.h"'),
    ("src/query/a.c", '#include "extract/roles.h"'),
    ("src/query/a.c", "#include <extract/roles.h>"),
    ("src/query/a.h", "#include <sqlite3.h>"),
    ("src/store/write.c", "#  include <sqlite3.h>"),
    ("src/tool/main.c", '#include "base/buf.h"'),
    ("src/api/a.c", '#include "tool/table.h"'),
    ("src/base/a.c", '#include "buf.h"'),
    ("src/cellar/a.c", ""),
])
def test_rooms__a_planted_include_is_found(tmp_path, name, line):
    plant(tmp_path, name, f"/* x */\n{line}\n")
    found = rooms.violations(tmp_path)
    assert len(found) == 1 and found[0].startswith(name)


@pytest.mark.parametrize("name, line", [
    ("src/text/a.c", '#include "base/buf.h"'),
    ("src/text/a.c", '#include "text/a.h"'),
    ("src/text/a.c", "#include <string.h>"),
    ("src/text/a.c", "#include <sys/stat.h>"),
    ("src/api/a.c", '#include "g40/error.h"'),
    ("src/tool/main.c", "#include <g40.h>"),
    ("src/tool/main.c", '#include "tool/table.h"'),
    ("src/store/sqlite.h", "#include <sqlite3.h>"),
])
def test_rooms__an_allowed_include_passes(tmp_path, name, line):
    plant(tmp_path, name, line + "\n")
    assert rooms.violations(tmp_path) == []


def test_length__file_of_601_lines_is_found(tmp_path):
    plant(tmp_path, "src/base/good.c", "x\n" * 600)
    plant(tmp_path, "src/base/long.c", "x\n" * 601)
    assert [line.split(":")[0] for line in length.violations(tmp_path)] == ["src/base/long.c"]


@pytest.mark.parametrize("name, text", [
    ("src/base/a.c", "int a;\t\n"),
    ("docs/a.md", "Look in /wo" + "rk/place.\n"),
    ("dev", 'x="/ho' + 'me/me/x"\n'),
    ("src/base/a.c", "/* TO" + "DO: more */\n"),
    ("bindings/a.py", "# X" + "XX\n"),
    ("CHANGELOG.md", "<" * 7 + " HEAD\n* First version.\n"),
])
def test_tree__a_planted_fault_is_found(tmp_path, name, text):
    plant(tmp_path, name, text)
    assert len(tree.violations(tmp_path)) == 1


def test_tree__templates_urls_and_source_texts_pass(tmp_path):
    plant(tmp_path, "src/base/a.c", 'char name[] = "/tmp/g40-XXXXXX";\n/* https://example.org/wo' + "rk/page */\n")
    plant(tmp_path, "data/corpora/a/paper.txt", "TO" + "DO\n")
    plant(tmp_path, "build/CMakeCache.txt", "/ho" + "me/me\n")
    assert tree.violations(tmp_path) == []


HEADER = """#ifndef G40_A_H
#define G40_A_H
#define G40_API __attribute__((visibility("default")))
/* G40_API int g40_old(void); */
G40_API const char *g40_first(void);
G40_API int
g40_second(int (*each)(void *data), void *data);
#endif
"""


@pytest.fixture(name="product")
def product_fixture(tmp_path):
    """A tree with a header, its version script and a library made of both."""
    plant(tmp_path, "include/g40/a.h", HEADER)
    plant(tmp_path, "src/libg40.map", symbols.map_text({"g40_first", "g40_second"}))
    plant(tmp_path, "a.c", '#include "g40/a.h"\nconst char *g40_first(void) { return "1"; }\n'
          "int g40_second(int (*each)(void *), void *data) { return each(data); }\nint g40_hidden(void);\n"
          "int g40_hidden(void) { return 0; }\n")
    return tmp_path


def library(root, script="src/libg40.map"):
    subprocess.run(["gcc", "-shared", "-fPIC", "-Iinclude", f"-Wl,--version-script={script}", "a.c", "-o", "liba.so"], cwd=root,
                   check=True)
    return root / "liba.so"


def test_symbols__agreement_passes(product):
    assert symbols.violations(product, library(product)) == []


def test_symbols__a_function_without_prototype_is_found(product):
    plant(product, "wide.map", symbols.map_text({"g40_first", "g40_second", "g40_hidden"}))
    assert symbols.violations(product, library(product, "wide.map")) == ["g40_hidden: in the library, not in include/"]


def test_symbols__a_prototype_without_symbol_is_found(product):
    plant(product, "include/g40/b.h", "G40_API int g40_third(void);\n")
    found = symbols.violations(product, library(product))
    assert "g40_third: in include/, not in src/libg40.map" in found
    assert "g40_third: in include/, not in the library" in found


def test_symbols__order_and_prefix_are_checked(product):
    plant(product, "src/libg40.map", symbols.map_text({"g40_second"}).replace("    g40_second;\n", "    g40_second;\n    g40_first;\n"))
    assert symbols.violations(product, library(product)) == ["src/libg40.map: not sorted, or a name twice"]
    plant(product, "include/g40/b.h", "G40_API int third(void);\n")
    assert "third: public names start with g40_" in symbols.violations(product, library(product))


@pytest.mark.parametrize("text", [
    "size_t g40_size(void);\n",
    "static inline int g40_cut(long x) { return x; }\n",
    "int *g40_new(void *class);\nint g40_old();\n",
    "#if G40_NEVER_DEFINED\n#endif\n",
])
def test_headers__a_planted_fault_is_found(tmp_path, text):
    plant(tmp_path, "include/g40/a.h", text)
    assert headers.violations(tmp_path)


def test_headers__a_good_header_passes(tmp_path):
    plant(tmp_path, "include/g40/a.h", HEADER)
    assert headers.violations(tmp_path) == []


@pytest.mark.skipif(not shutil.which("clang-tidy-14"), reason="clang-tidy 14 is not here")
@pytest.mark.parametrize("body, check", [
    ("  if (n)\n    n++;\n  return n;\n", "readability-braces-around-statements"),
    ("  if (n == n) {\n    n++;\n  }\n  return n;\n", "misc-redundant-expression"),
    ("  n++;\n" * 81 + "  return n;\n", "readability-function-size"),
])
def test_clang_tidy__a_planted_fault_is_an_error(tmp_path, body, check):
    shutil.copy(pathlib.Path(__file__).parents[2] / ".clang-tidy", tmp_path)
    path = plant(tmp_path, "a.c", "int plant(int n);\nint plant(int n) {\n" + body + "}\n")
    run = subprocess.run(["clang-tidy-14", "--quiet", path, "--", "-std=c11"], capture_output=True, text=True, check=False)
    assert run.returncode != 0 and check in run.stdout


@pytest.mark.parametrize("line, says", [
    ('| `rule.x` | any | "De zee is diep."; "De zee is wijd." | "De zee." |', None),
    ('| `rule.x` | any | "De zee is diep."; "De zee is wijd." | "De haven." |', "De haven."),
    ('| `rule.x` | any | "De zee is diep." | "De zee." |', "1 examples"),
    ('| `rule.y` | any | "De zee is diep."; "De zee is wijd." | "De zee." |', "0 examples"),
])
def test_rules_page__examples_that_are_not_tested_are_found(tmp_path, line, says):
    plant(tmp_path, "docs/rules.md", line + "\n")
    plant(tmp_path, "src/extract/rules.def", 'RULE(X, "rule.x", RULE, RULE)\n')
    plant(tmp_path, "test/unit/test_extract_rules.c", '{"rule.x", "De zee is diep.",\n "De zee is "\n "wijd.", "De zee."}\n')
    found = rules_page.violations(tmp_path)
    assert len(found) == bool(says) and (not says or says in found[0])


DOCUMENTED = """/* g40/a.h - things.
 */
/** A thing and its array. Since 0.1. */
typedef struct g40_thing g40_thing;
typedef struct g40_things g40_things;

/** Where it stands. Since
 * 0.1. */
G40_API int g40_thing_start(const g40_thing *thing);
G40_API int g40_thing_end(const g40_thing *thing);
G40_API int g40_thing_width(const g40_thing *thing); /**< in bytes. Since 0.1. */
"""


def test_documented__what_a_comment_stands_for_passes(tmp_path):
    plant(tmp_path, "include/g40/a.h", DOCUMENTED)
    assert documented.violations(tmp_path) == []


@pytest.mark.parametrize("text, fault", [
    ("\nG40_API int g40_bare(void);\n", "g40_bare has no comment"),
    ("/* As above. Since 0.1. */\nG40_API int g40_plain(void);\n", "g40_plain has no comment"),
    ("/** Undated. */\nG40_API int g40_undated(void);\n", "g40_undated: its comment does not say since when"),
    ("\ntypedef int (*g40_told)(void *data);\n", "g40_told has no comment"),
    ("/** A new one. Since 0.1. */\nG40_API g40_thing *g40_thing_new(void);\n", "g40_thing_new: its comment does not say how to free it"),
])
def test_documented__a_planted_fault_is_found(tmp_path, text, fault):
    plant(tmp_path, "include/g40/a.h", DOCUMENTED + text)
    found = documented.violations(tmp_path)
    assert len(found) == 1 and found[0].endswith(fault)


def test_documented__doxygen_reads_each_declaration_with_its_comment():
    text = documented.filtered(DOCUMENTED, "a.h")
    assert text.startswith("/** @file a.h\n * @brief things.")
    assert text.count("/** Where it stands.") == 2 and text.count("/** A thing and its array.") == 2

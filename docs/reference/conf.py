"""Sphinx: the pages of the tree and the Python reference. Run by ./dev docs with the tree as source, this folder as -c."""
import ast
import inspect
import os
import sys
import textwrap
import typing

sys.path.insert(0, os.environ["G40_PYTHON"])

import g40  # noqa: E402  pylint: disable=wrong-import-position
from g40 import fields  # noqa: E402  pylint: disable=wrong-import-position

project = "libg40"
author = copyright = "the libg40 developers"  # pylint: disable=redefined-builtin
release = version = os.environ["G40_VERSION"]
extensions = ["sphinx.ext.autodoc", "myst_parser"]
root_doc = "docs/reference/index"
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/*.md", "docs/reference/*.rst"]
exclude_patterns = ["build", "build*", ".git"]
html_theme = "alabaster"
html_theme_options = {"description": "Dutch policy positions as data", "fixed_sidebar": True, "page_width": "1100px"}
html_sidebars = {"**": ["about.html", "navigation.html", "searchbox.html"]}
html_show_sourcelink = False
html_copy_source = False
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"  # rows are made by the library, not by their users
autodoc_default_options = {"no-value": True}
python_use_unqualified_type_names = True


def types_of_fields(row):
    """{attribute: type}: a Field knows no type when the program runs; the function that made it says it."""
    found = {}
    for node in ast.parse(textwrap.dedent(inspect.getsource(row))).body[0].body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        maker = getattr(node.value.func, "attr", getattr(node.value.func, "id", ""))
        if maker == "rows" and isinstance(node.value.args[0], ast.Lambda):
            found[node.targets[0].id] = g40.Rows[getattr(g40, node.value.args[0].body.id)]
        elif maker != "Field" and hasattr(fields, maker):
            found[node.targets[0].id] = typing.get_args(typing.get_type_hints(getattr(fields, maker))["return"])[0]
    return found


for thing in vars(g40).values():
    if inspect.isclass(thing) and issubclass(thing, (g40.Row, g40.Rows)):
        written = vars(thing).get("__annotations__", {})
        thing.__annotations__ = {**types_of_fields(thing), **{name: str(said).removeprefix("f.Field[").removesuffix("]")
                                                              if str(said).startswith("f.Field[") else said
                                                              for name, said in written.items()}}

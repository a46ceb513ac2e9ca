"""Sphinx: the pages of the tree and the Python reference. Run by ./dev docs with the tree as source, this folder as -c."""
import os
import sys

sys.path.insert(0, os.environ["G40_PYTHON"])

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
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"  # rows are made by the library, not by their users
autodoc_default_options = {"no-value": True}
python_use_unqualified_type_names = True

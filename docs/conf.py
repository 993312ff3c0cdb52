"""How the documentation is built: `make docs`."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]

project = "interagency"
author = "the interagency contributors"
project_copyright = author
release = version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
# Examples of whole projects bring pages of their own.
exclude_patterns = ["examples/**"]

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
# Headings can be linked to from other pages: [rules](reference/rules.md#sector-without-lead)
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"interagency {release}"

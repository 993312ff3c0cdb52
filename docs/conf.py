"""How the documentation is built: `make docs`."""

import inspect
import sys
import tomllib
from pathlib import Path
from typing import Any

import attrs
from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from docs.generate import write  # noqa: E402  found through the path above

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
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_numpy_docstring = False
napoleon_use_ivar = True
# Docstrings write `code` as Markdown does.
default_role = "code"

html_theme = "furo"
html_title = f"interagency {release}"


def setup(app: Sphinx) -> None:
    """Write the generated pages first, and keep the signatures of records short."""
    app.connect("builder-inited", lambda _: write(ROOT / "docs" / "reference"))
    app.connect("autodoc-process-signature", _names_only)
    app.connect("autodoc-process-docstring", _plainly, priority=100)
    app.connect("autodoc-process-docstring", _with_cached_properties, priority=900)


def _names_only(
    _app: Sphinx, what: str, _name: str, thing: Any, _options: Any, _signature: str, returns: str
) -> tuple[str, str] | None:
    """Return the signature of a record without types: they stand with its fields."""
    if what != "class" or not attrs.has(thing):
        return None
    names = (
        each.name if each.default is inspect.Parameter.empty else f"{each.name}=..."
        for each in inspect.signature(thing).parameters.values()
    )
    return f"({', '.join(names)})", returns


def _plainly(
    _app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    """Change what would be misread, before napoleon reads it.

    Of a module the first line is kept: the rest speaks to readers of the code. In the first line
    of a property, a colon would make a type of what stands before it.
    """
    if what == "module":
        del lines[1:]
    if what == "property" and lines:
        lines[0] = lines[0].replace(": ", " – ")


def _with_cached_properties(
    _app: Sphinx, what: str, _name: str, thing: Any, _options: Any, lines: list[str]
) -> None:
    """Add the cached properties of a class, which attrs hides from autodoc in slotted classes."""
    if what != "class" or not attrs.has(thing) or not hasattr(thing, "__getattr__"):
        return
    found = inspect.signature(thing.__getattr__).parameters["cached_properties"].default
    for name, function in found.items():
        if not name.startswith("_"):
            lines += ["", f".. attribute:: {name}", "", f"   {inspect.getdoc(function)}", ""]

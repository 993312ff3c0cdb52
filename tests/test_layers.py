"""Imports point down only, and each foreign library has one home."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "interagency"

# From top to bottom; those on one line do not know each other. A new module needs a place here.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("testing",),
    ("rules", "importers", "exporters", "reporters", "reference_models", "examples", "editor"),
    ("plugins",),
    ("report",),
    ("exchange",),
    ("change",),
    ("conformance", "indicators", "presence"),
    ("frames",),
    ("checking", "graph"),
    ("document", "snapshot"),
    ("vocabularies",),
    ("model",),
    ("errors",),
)
HEIGHT = {name: -depth for depth, line in enumerate(LAYERS) for name in line}

# Pairs on one line that may know each other after all: (who imports, what), with the reason.
SIDEWAYS: frozenset[tuple[str, str]] = frozenset()

HOMES = {
    "cattr": {"document"},
    "cattrs": {"document"},
    "click": {"cli"},
    "dask": {"presence"},
    "duckdb": {"presence"},
    "hypothesis": {"testing"},
    "icalendar": {"report"},
    "jinja2": {"report"},
    "lsprotocol": {"editor"},
    "narwhals": {"presence"},
    "networkx": {"graph", "testing"},
    "pandas": {"frames", "presence"},
    "pluggy": {"plugins"},
    "polars": {"frames", "presence"},
    "pptx": {"report"},
    "pygls": {"editor"},
    "pyarrow": {"exporters", "frames"},
    "pyspark": {"presence"},
    "pytest": {"testing"},
    "python_calamine": {"document", "importers"},
    "rapidfuzz": {"importers"},
    "resvg_py": {"report"},
    "rich": {"cli"},
    "xlsxwriter": {"document", "report"},
    "yaml": {"document"},
}
# The lowest layers lean on nothing but these and the standard library.
ALONE = {"errors": set[str](), "model": {"attrs"}}

# The shop window shows names of every layer; nobody inside buys there, except the way in.
WINDOW = "__init__"
CUSTOMERS = {WINDOW, "__main__"}


def imports(tree: ast.AST, package: list[str]) -> Iterator[str]:
    """Yields the dotted name of all that is imported: also inside functions, and for types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *filter(None, [node.module])])
            yield from (f"{source}.{alias.name}" for alias in node.names)


def faults(module: str, source: str) -> Iterator[str]:
    """Yields what a module, named by its path below ``interagency``, must not import."""
    parts = ["interagency", *module.split(".")]
    home = module.partition(".")[0]
    if home not in {*HEIGHT, WINDOW}:
        yield f"{home} has no place in LAYERS"
        return
    for name in sorted(set(imports(ast.parse(source), parts[:-1]))):
        root, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if root != "interagency":
            foreign = root not in sys.stdlib_module_names
            if (root in HOMES and home not in HOMES[root]) or (
                foreign and root not in ALONE.get(home, {root})
            ):
                yield f"{home} imports {root}"
        elif target not in HEIGHT:
            if home not in CUSTOMERS:
                yield f"{home} imports {name} from the shop window"
        elif not may_know(home, target):
            yield f"{home} imports {target}, which is not below it"


def may_know(home: str, target: str) -> bool:
    if home in {WINDOW, target} or (home, target) in SIDEWAYS:
        return True
    return HEIGHT[target] < HEIGHT[home]


def modules() -> Iterable[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    assert list(faults(module, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("model.body", "import attrs\nfrom interagency.errors import InteragencyError", []),
        ("model.body", "from interagency.graph import build", ["graph, which is not below it"]),
        ("graph.build", "import interagency.conformance", ["conformance, which is not"]),
        ("checking.run", "def f():\n    import interagency.cli", ["cli, which is not below it"]),
        ("checking.run", "from ..plugins import hookimpl", ["plugins, which is not below it"]),
        ("checking.run", "from . import rule\nfrom .rule import Rule", []),
        ("checking.run", "import interagency", ["from the shop window"]),
        ("checking.run", "from interagency import check", ["from the shop window"]),
        ("checking.run", "from interagency import model", []),
        ("checking.run", "if TYPE_CHECKING:\n    import networkx as nx", ["imports networkx"]),
        ("rules.a", "from yaml.nodes import Node", ["imports yaml"]),
        ("model.body", "import requests, json", ["model imports requests"]),
        ("helpers", "", ["has no place in LAYERS"]),
        ("__main__", "def main():\n    from interagency.cli import main", []),
        ("__init__", "from interagency.checking import check\nfrom interagency import graph", []),
    ],
)
def test_a_wrong_import_is_seen(module: str, source: str, said: list[str]) -> None:
    found = list(faults(module, source))
    assert len(found) == len(said)
    assert all(words in fault for fault, words in zip(found, said, strict=True))


# Rooms that the authors of plugins import from: built-in rules need no other door.
PUBLIC = {"checking", "indicators", "model", "snapshot", "vocabularies"}


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "rules").glob("[!_]*.py")), ids=lambda path: path.stem
)
def test_a_built_in_rule_imports_from_public_rooms_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rooms = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("interagency")
    }
    assert rooms <= {f"interagency.{room}" for room in PUBLIC}


PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "architecture.md"


def test_the_page_shows_these_layers() -> None:
    shown = PAGE.read_text(encoding="utf-8").partition("<!-- layers -->\n```text\n")[2]
    assert shown.startswith("\n".join(" | ".join(line) for line in LAYERS) + "\n```")


def test_every_file_that_the_page_names_is_there() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| question | file |")[2]
    named = re.findall(r"`([\w/-]+\.(?:py|yaml))`", table.partition("\n\n")[0])
    assert len(named) >= 10
    assert [name for name in named if not (PACKAGE / name).is_file()] == []


def test_modules_import_each_other_in_no_circle() -> None:
    known = {module_name(path): path for path in modules()}
    wanted = {
        name: {
            found
            for each in imports(outside_functions(path), ["interagency", *name.split(".")[:-1]])
            if (found := module_of(each, known)) and found != name
        }
        for name, path in known.items()
    }
    assert list(TopologicalSorter(wanted).static_order())


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def module_of(name: str, known: Iterable[str]) -> str | None:
    """The module that holds an imported name."""
    parts = name.split(".")[1:]
    for size in range(len(parts), 0, -1):
        outer = ".".join(parts[:size])
        for each in (outer, f"{outer}.{WINDOW}"):
            if each in known:
                return each
    return None


def outside_functions(path: Path) -> ast.AST:
    """The code of a module that runs when it is imported, or that only types need."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = []
    return tree

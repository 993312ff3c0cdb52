"""The shop window: a dozen names, found where they live on first use."""

import pickle
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

import interagency as ia

NAMES = [
    "Architecture",
    "Finding",
    "InteragencyError",
    "InvalidDocument",
    "Question",
    "Report",
    "Severity",
    "Verdict",
    "__version__",
    "check",
    "compare",
    "conform",
    "dump",
    "dumps",
    "load",
    "load_plugins",
    "loads",
    "reconcile",
    "to_frames",
]
MODULES = [
    "change",
    "checking",
    "conformance",
    "document",
    "errors",
    "examples",
    "exchange",
    "frames",
    "graph",
    "indicators",
    "model",
    "plugins",
    "presence",
    "snapshot",
    "vocabularies",
]


def fresh(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the root as it is before any name was asked for."""
    module = import_module("interagency")
    for name in {*NAMES, *MODULES, "testing"} - {"__version__"}:
        if name in vars(module):
            monkeypatch.delattr(module, name)
    return module


def test_the_names_of_the_root_are_these() -> None:
    """A change here is a change for users: it belongs in the change log."""
    assert sorted(ia.__all__) == NAMES
    assert dir(ia) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_what_it_is_called(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    value = getattr(fresh(monkeypatch), name)
    assert getattr(value, "__name__", name) == name
    assert value is getattr(ia, name)


def test_a_name_that_was_found_is_an_ordinary_one(monkeypatch: pytest.MonkeyPatch) -> None:
    root = fresh(monkeypatch)
    assert "Architecture" not in vars(root)
    assert root.Architecture is vars(root)["Architecture"]


@pytest.mark.parametrize("name", [*MODULES, "testing"])
def test_modules_are_found_without_importing_them(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert getattr(fresh(monkeypatch), name) is sys.modules[f"interagency.{name}"]


def test_everything_can_be_imported_at_once() -> None:
    names: dict[str, object] = {}
    exec("from interagency import *", names)
    assert set(NAMES) <= set(names)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="module 'interagency' has no attribute 'nothing'"):
        _ = ia.nothing  # type: ignore[attr-defined]  # types refuse it, or this were an error
    assert not hasattr(ia, "cattrs")


def test_types_see_what_the_names_are() -> None:
    """This is read by `make types` as much as it is run."""
    architecture: ia.Architecture = ia.loads("interagency: 1")
    report: ia.Report = ia.check(architecture, on="2022", select=["lead-vacant"])
    findings: tuple[ia.Finding, ...] = report.findings
    rule: type[ia.checking.Rule] = ia.checking.Rule
    assert findings == ()
    assert rule.__name__ == "Rule"


def test_an_example_is_loaded_by_its_name() -> None:
    assert ia.load("example:romania-2022") == ia.load(ia.examples.path("romania-2022"))
    assert "r4v" in ia.examples.names()
    with pytest.raises(ia.InteragencyError, match="did you mean r4v"):
        ia.load("example:r4w")


def test_one_rule_or_model_may_be_named_by_a_text() -> None:
    architecture = ia.loads("{interagency: 1, sectors: {health: {seats: {lead: vacant}}}}")
    report = ia.check(architecture, select="lead-vacant", ignore="no-*")
    assert [each.rule for each in report.results] == ["lead-vacant"]
    assert ia.conform(architecture, models="rcm-2013").models


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ia.check(ia.loads("interagency: 1"), on="today"), "'today' is not a date"),
        (lambda: ia.check(cast(Any, "response.yaml")), "not a str: load it first"),
        (lambda: ia.conform(cast(Any, None)), "not a NoneType: load it first"),
        (lambda: ia.graph.build(ia.loads("interagency: 1"), cast(Any, "leads")), "no view 'leads'"),
    ],
)
def test_wrong_arguments_are_errors_of_the_library(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ia.InteragencyError, match=message):
        call()


def test_an_architecture_is_one_line_with_its_counts() -> None:
    architecture = ia.loads("{interagency: 1, title: RCF, as_of: 2022, forums: {rcf: {}}}")
    assert repr(architecture) == "<Architecture 'RCF' 2022: 1 forums>"
    assert repr(ia.loads("interagency: 1")) == "<Architecture '': empty>"


def test_the_room_of_plugins_has_its_names() -> None:
    for name in ia.plugins.__all__:
        assert getattr(import_module("interagency.plugins"), name)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = ia.plugins.nothing  # type: ignore[attr-defined]  # types refuse it, or this were an error


def test_what_is_found_here_can_be_pickled() -> None:
    architecture = ia.loads("{interagency: 1, title: RCF}")
    assert pickle.loads(pickle.dumps(architecture)) == architecture


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())
    assert ia.__version__ == project["project"]["version"]


def test_every_error_has_one_root() -> None:
    """`except InteragencyError` catches whatever was raised on purpose."""
    modules = ["document", "plugins.loading", "plugins.running", "cli.config", "examples"]
    found = [
        each
        for name in modules
        for each in vars(import_module(f"interagency.{name}")).values()
        if isinstance(each, type)
        and issubclass(each, Exception)
        and each.__module__.startswith("interagency")
    ]
    assert len(found) > 5
    assert all(issubclass(each, ia.InteragencyError) for each in found)


def test_a_room_has_no_name_that_it_does_not_show() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = ia.document.nothing  # type: ignore[attr-defined]

"""The plugin that the documentation shows is whole: it loads, and its own tests pass."""

import runpy
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from interagency.cli import main
from interagency.plugins.loading import load_plugins

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "interagency-example"
ENTRY_POINTS = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]["entry-points"]


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(EXAMPLE / "src")
    yield import_module(ENTRY_POINTS["interagency"]["example"])
    del sys.modules["interagency_example"]


def test_it_gives_a_rule_and_an_exporter(module: ModuleType) -> None:
    owners = load_plugins(module, entry_points=False).owners
    assert [key for key, owner in owners.items() if owner == module.__name__] == [
        ("interagency_rules", "example-body-without-acronym"),
        ("interagency_exporters", "example-bodies"),
    ]


@pytest.mark.usefixtures("module")
def test_its_own_tests_pass() -> None:
    (path,) = (EXAMPLE / "tests").glob("test_*.py")
    tests = {name: each for name, each in runpy.run_path(str(path)).items() if name[:5] == "test_"}
    assert len(tests) == 3
    for test in tests.values():
        test()


@pytest.mark.usefixtures("module")
def test_it_works_on_the_command_line_once_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "interagency_example-0.1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: interagency-example\n")
    (points,) = ENTRY_POINTS["interagency"].items()
    (installed / "entry_points.txt").write_text(f"[interagency]\n{' = '.join(points)}\n")
    monkeypatch.syspath_prepend(tmp_path)
    document = tmp_path / "rcf.yaml"
    document.write_text("{interagency: 1, forums: {rcf: {name: Refugee Coordination Forum}}}")
    wanted = ["--select", "example-*", "--fail-on", "info"]
    checked = CliRunner().invoke(main, ["check", str(document), "-q", *wanted])
    assert checked.exit_code == 1
    assert checked.stdout.endswith(
        "info example-body-without-acronym: Refugee Coordination Forum has no acronym\n"
    )
    exported = CliRunner().invoke(main, ["export", str(document), "--to", "example-bodies"])
    assert exported.stdout == "id,name,within\nrcf,Refugee Coordination Forum,\n"
    blocked = CliRunner().invoke(main, ["--block", "example", "plugins"])
    assert "example" not in blocked.stdout

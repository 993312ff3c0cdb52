"""A folder of its own for each test, with documents in it."""

from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.runs import BROKEN, CLEAN, VACANT


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder that holds vacant.yaml, clean.yaml and broken.yaml."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("vacant", VACANT), ("clean", CLEAN), ("broken", BROKEN)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], None]:
    """Install a plugin for one test."""

    def install(name: str, plugin: object) -> None:
        point = SimpleNamespace(name=name, load=lambda: plugin)
        monkeypatch.setattr(metadata, "entry_points", lambda group: (point,))

    return install

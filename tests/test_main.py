"""The way in: `python -m interagency`."""

import runpy
import sys

import pytest

import interagency
from interagency.__main__ import main


def test_the_version_is_said_without_loading_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interagency", "--version"])
    main()
    assert capsys.readouterr().out == f"interagency {interagency.__version__}\n"


def test_all_else_goes_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interagency", "--help"])
    monkeypatch.delitem(sys.modules, "interagency.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("interagency", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Usage: interagency ")

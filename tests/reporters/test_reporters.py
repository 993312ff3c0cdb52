"""Formats of findings are records, which plugins give too."""

from collections.abc import Callable
from typing import Any

import pytest

from interagency.plugins.loading import load_plugins
from interagency.report.checked import Checks
from interagency.report.reporter import Reporter
from interagency.reporters import NAMES
from tests.cli.runs import run
from tests.plugins.makers import giving

Install = Callable[[str, object], None]


def reporter(write: Callable[[Checks], Any]) -> Reporter:
    return Reporter(name="mine", summary="", suffix=".txt", write=write)


def test_the_built_in_formats_use_the_hook() -> None:
    found = load_plugins(entry_points=False).reporters
    assert sorted(found) == sorted(NAMES)
    assert all(each.summary and each.suffix and each.media_type for each in found.values())


def test_a_plugin_gives_a_format(installed: Install) -> None:
    mine = reporter(lambda checks: f"{len(checks.documents)} document\n")
    installed("mine", giving("mine", reporters=[mine]))
    assert run("check", "vacant.yaml", "--format", "mine").stdout == "1 document\n"


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda _: None, "gives in reporter 'mine' what is None, not a text"),
        (lambda _: 1 // 0, "breaks down in reporter 'mine': ZeroDivisionError"),
    ],
)
def test_a_format_that_breaks_down_is_named(
    installed: Install, write: Callable[[Checks], Any], said: str
) -> None:
    installed("mine", giving("mine", reporters=[reporter(write)]))
    done = run("check", "vacant.yaml", "--format", "mine")
    assert (done.exit_code, said in done.stderr) == (4, True)


def test_a_format_that_there_is_not_is_refused() -> None:
    done = run("check", "vacant.yaml", "--format", "sarfi")
    assert done.exit_code == 2
    assert "there is no format of findings 'sarfi'; did you mean sarif?" in done.stderr

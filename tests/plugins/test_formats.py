"""Exporters, reporters and importers of plugins: what they give comes back, or is refused."""

import asyncio
from pathlib import Path
from typing import Any, Never

import pytest

from interagency.document import loads
from interagency.errors import InteragencyError
from interagency.exchange import Imported, Importer
from interagency.model import Architecture
from interagency.plugins.errors import PluginError
from interagency.plugins.formats import (
    exported,
    imported,
    mapping_of,
    previewed,
)
from tests.plugins.makers import exporter, giving
from tests.plugins.refusals import in_one_line, load

RCF = loads("{interagency: 1, as_of: 2022, forums: {rcf: {name: RCF, until: 2021}, hct: {}}}")
WHOLE = Architecture(title="Whole")


def breaks(error: BaseException) -> Any:
    def broken(_: object) -> Never:
        raise error

    return broken


def written_by(write: Any) -> Any:
    mine = exporter(write=write)
    return exported(mine, WHOLE, load(giving(exporters=[mine])))


def read_by(read: Any) -> Imported:
    mine = Importer(name="mine", summary="", read=read)
    return imported(mine, (Path("a.csv"),), load(giving(importers=[mine])))


def test_what_is_given_comes_back() -> None:
    assert written_by(lambda whole: whole.title) == "Whole"
    assert written_by(lambda _: {"a.csv": "x"}) == {"a.csv": "x"}
    found = Imported(architecture=WHOLE)
    assert read_by(lambda _: found) is found


@pytest.mark.parametrize("error", [KeyError("oops"), SystemExit(0), asyncio.CancelledError()])
def test_one_that_breaks_down_is_told_in_one_line(error: BaseException) -> None:
    """It would look like a finding, or like all clear."""
    said = f"'mine': {type(error).__name__}: {error}"
    for act, what in ((written_by, "exporter"), (read_by, "importer")):
        with pytest.raises(PluginError) as caught:
            act(breaks(error))
        assert in_one_line(caught.value) == f"breaks down in {what} {said}"


def test_what_is_of_another_type_is_refused() -> None:
    with pytest.raises(PluginError, match="gives in exporter 'mine' what is None, not a text"):
        written_by(lambda _: None)
    with pytest.raises(
        PluginError, match="gives in importer 'mine' what is a Architecture, not Imported"
    ):
        read_by(lambda _: WHOLE)


def test_what_the_caller_can_act_upon_passes() -> None:
    """A table that cannot be read is no fault of the plugin."""
    for act in (written_by, read_by):
        with pytest.raises(InteragencyError, match="no table"):
            act(breaks(InteragencyError("no table")))
    with pytest.raises(PermissionError):
        read_by(breaks(PermissionError()))
    with pytest.raises(PluginError, match="breaks down in exporter 'mine': PermissionError"):
        written_by(breaks(PermissionError()))


def test_whoever_runs_the_program_can_stop_it() -> None:
    for act in (written_by, read_by):
        with pytest.raises(KeyboardInterrupt):
            act(breaks(KeyboardInterrupt()))


def test_an_importer_that_reads_no_tables_cannot_show_their_columns() -> None:
    plain = Importer(name="mine", summary="Mine.", read=lambda _: Imported(architecture=RCF))
    plugins = load(giving("mine", importers=[plain]))
    for call in (previewed, mapping_of):
        with pytest.raises(PluginError, match="does not read tables column by column"):
            call(plain, (Path("a.csv"),), None, plugins)


def test_contacts_are_left_out_in_python_too_unless_asked_for() -> None:
    document = loads("interagency: 1\nforums: {rcf: {contact: chair@example.org}}")
    mine = exporter(write=lambda whole: str(whole.bodies[0].contact))
    plugins = load(giving(exporters=[mine]))
    assert exported(mine, document, plugins) == "None"
    assert exported(mine, document, plugins, contacts=True) == "chair@example.org"

"""A broken architecture of an importer is named with its plugin, the file and the row."""

from pathlib import Path

import pytest

from interagency.exchange import Imported, Importer
from interagency.model import Architecture, BrokenArchitecture, Forum, Seat, Sector
from interagency.plugins.broken_imports import broken_import
from interagency.plugins.errors import PluginError
from interagency.plugins.formats import imported
from tests.plugins.makers import giving
from tests.plugins.refusals import load

TABLE = "group,lead\nHealth,WHO\nShelter Ä,UNHCR\n"


def broken(source: Path) -> Imported:
    """Return what never comes: an id that is none."""
    sectors = (Sector(id="health", name="Health"), Sector(id="shelter-ä", name="Shelter Ä"))
    return Imported(architecture=Architecture(sectors=sectors))


def test_the_plugin_the_file_and_the_row_are_named(tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    table.write_text(TABLE, encoding="utf-8")
    mine = Importer(name="mine", summary="", read=broken)
    with pytest.raises(PluginError) as caught:
        imported(mine, (table,), load(giving(importers=[mine])))
    text = str(caught.value)
    assert "importer 'mine' makes a broken architecture:" in text
    assert f"{table}:3: shelter-ä: id: 'shelter-ä' is not an id" in text


def faults(*records: Forum | Seat) -> BrokenArchitecture:
    with pytest.raises(BrokenArchitecture) as caught:
        Architecture(
            forums=tuple(each for each in records if isinstance(each, Forum)),
            seats=tuple(each for each in records if isinstance(each, Seat)),
        )
    return caught.value


def test_a_name_that_stands_in_no_row_has_the_file_alone(tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    table.write_text(TABLE, encoding="utf-8")
    told = broken_import(faults(Forum(id="Ä"), Seat(body="f", term="lead", holder="x")), table)
    assert f"\n  {table}: Ä: id: " in told


@pytest.mark.parametrize("data", [b"\xff\xfe", b"Shelter" * 800_000])
def test_of_what_is_no_text_or_very_large_no_row_is_looked_for(tmp_path: Path, data: bytes) -> None:
    table = tmp_path / "groups.xlsx"
    table.write_bytes(data)
    told = broken_import(faults(Forum(id="Ä", name="Shelter")), table)
    assert f"\n  {table}: Ä: id: " in told
    assert f"\n  {tmp_path}: Ä: id: " in broken_import(faults(Forum(id="Ä")), tmp_path)


def test_the_first_ten_of_many_faults_are_told(tmp_path: Path) -> None:
    told = broken_import(faults(*(Forum(id=f"Ä{each}") for each in range(12))), tmp_path)
    assert told.count(" is not an id") == 10
    assert told.endswith("\n  and 2 more")

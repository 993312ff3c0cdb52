"""Importers described by profiles."""

from importlib.resources import files
from pathlib import Path

import pytest

from interagency.document import InvalidDocument
from interagency.document.identities import NO_IDENTITIES
from interagency.importers.table.profiles import profile_importer, shipped_importers
from interagency.plugins.loading import load_plugins

NAMES = [each.name for each in shipped_importers()]


def test_the_shipped_profiles_are_importers() -> None:
    assert set(NAMES) <= set(load_plugins().importers)
    assert {"table", "leads", "contacts", "3w", "hapi-presence", "organizations"} <= set(NAMES)
    assert all(each.summary for each in shipped_importers())


def test_a_profile_needs_no_code(tmp_path: Path) -> None:
    profile = tmp_path / "ours.yaml"
    profile.write_text(
        "interagency_mapping: 1\nname: ours\nsummary: Ours.\nreads: groups\n"
        "words: {sector: [Tema], lead: [Jefe]}\n"
    )
    data = tmp_path / "a.csv"
    data.write_text("Tema,Jefe\nSalud,OMS\n", encoding="utf-8")
    importer = profile_importer(profile)
    assert importer.name == "ours"
    assert importer.tables is not None
    assert [each.holder for each in importer.read(data).architecture.seats] == ["who"]
    assert importer.tables.preview((data,), None)[0].meaning == "sector"
    text = importer.tables.mapping((data,), None)
    mapping = tmp_path / "m.yaml"
    mapping.write_text(text)
    assert importer.tables.read((data,), mapping, NO_IDENTITIES).architecture.sectors[0].covers == (
        "HEA",
    )


def test_a_broken_profile_is_told_with_its_place(tmp_path: Path) -> None:
    profile = tmp_path / "ours.yaml"
    profile.write_text("interagency_mapping: 1\nreads: people\n")
    with pytest.raises(InvalidDocument, match=r"ours\.yaml:2:8"):
        profile_importer(profile)


def test_there_is_one_file_for_each() -> None:
    folder = files("interagency.importers.table") / "profiles"
    assert sorted(f"{name}.yaml" for name in NAMES if name != "table") == sorted(
        each.name for each in folder.iterdir()
    )

"""Architectures to texts and files."""

import json
import os
from pathlib import Path

import pytest

from interagency.document import dump, dumps, load, loads
from interagency.model import Architecture, Organization
from interagency.vocabularies import shipped

ARCHITECTURE = Architecture(title="Übersicht 😀")


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json", "a.JSON", "a"])
def test_the_name_of_the_file_says_the_format(name: str, tmp_path: Path) -> None:
    dump(ARCHITECTURE, tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert ('"title": ' in text) == name.lower().endswith(".json")
    assert load(tmp_path / name) == ARCHITECTURE


def test_the_format_may_be_said_and_must_be_known(tmp_path: Path) -> None:
    dump(ARCHITECTURE, str(tmp_path / "a"), format="json")
    assert json.loads((tmp_path / "a").read_text(encoding="utf-8"))["title"] == ARCHITECTURE.title
    with pytest.raises(ValueError, match="'xml' is no format of documents"):
        dumps(ARCHITECTURE, format="xml")
    with pytest.raises(ValueError, match="'xml' is no format of documents"):
        dump(ARCHITECTURE, tmp_path / "b", format="xml")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("step", ["fsync", "write", "replace"])
def test_a_failed_write_leaves_the_old_file_whole_and_no_litter(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("interagency: 1\nnote: old\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    match step:
        case "fsync":
            monkeypatch.setattr(os, "fsync", full)
        case "write":
            monkeypatch.setattr(Path, "open", full)
        case _:
            monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        dump(ARCHITECTURE, path)
    monkeypatch.undo()
    assert load(path).note == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_an_interrupted_write_leaves_no_litter_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        dump(ARCHITECTURE, tmp_path / "new.yaml")
    assert not list(tmp_path.iterdir())


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch(mode=0o600)
    path.chmod(0o640)
    dump(ARCHITECTURE, path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.yaml", tmp_path / "link.yaml"
    target.touch()
    link.symlink_to(target)
    dump(ARCHITECTURE, link)
    assert link.is_symlink()
    assert load(target) == ARCHITECTURE
    assert [each.name for each in target.parent.iterdir()] == ["a.yaml"]


def test_a_file_with_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'ü' * 110}.yaml"
    dump(ARCHITECTURE, path)
    assert load(path) == ARCHITECTURE


def test_an_organization_of_the_registry_is_left_out_and_comes_back() -> None:
    unhcr = shipped().organizations["unhcr"]
    text = "interagency: 1\nforums: {f: {seats: {lead: [unhcr]}}}\n"
    architecture = loads(text)
    assert architecture.organizations == (unhcr,)
    assert "organizations" not in dumps(architecture)


@pytest.mark.parametrize(
    "organizations",
    [
        (shipped().organizations["unhcr"],),
        (Organization(id="unhcr", name="Another"),),
        (shipped().organizations["unhcr"], Organization(id="zoo")),
    ],
)
def test_what_would_not_come_back_is_written(organizations: tuple[Organization, ...]) -> None:
    architecture = Architecture(organizations=organizations)
    assert "organizations" in dumps(architecture)
    assert loads(dumps(architecture)) == architecture

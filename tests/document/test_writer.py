"""Architectures to texts and files."""

import json
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

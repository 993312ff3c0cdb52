"""Architectures to texts and files."""

import json
from pathlib import Path
from typing import Any

import pytest

from interagency.document import dump, dumps, load, loads
from interagency.document.assembly import quickly
from interagency.document.writer import to_plain
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


LENT = {"wfp": Organization(id="wfp")}


@pytest.mark.parametrize(
    "body",
    [
        {"forums": {"f": {"kind": "rcf", "within": "none", "aliases": ["x"]}}},
        {"forums": {"f": {"kind": ["rcf", "platform"], "areas": "unknown"}}},
        {"forums": {"f": {"seats": {"lead": "vacant", "member": ["unknown", {"kind": "ngo"}]}}}},
        {"forums": {"f": {"seats": {"lead": ["wfp"]}, "reports_to": "none"}}},
        {"forums": {"f": {"supports": ["wfp", {"to": "f", "since": "2022"}]}}},
        {"forums": {"f": {"figures": {"n": 3, "m": ">3", "k": "1.5"}, "stands_for": "34"}}},
        {"forums": {"f": {}}, "links": [{"kind": "supports", "from": "wfp", "to": "f"}]},
        {"plans": {"p": {"requirement": "5 USD"}}, "answers": {"X-1": "yes"}},
        {"sources": {"s": {}}, "default_sources": ["s"], "roles": {"x": "leads"}},
    ],
)
def test_the_shortest_form_is_written_as_it_was_read(body: dict[str, Any]) -> None:
    data = {"interagency": 2, **body}
    architecture = quickly(data, LENT)
    assert isinstance(architecture, Architecture)
    assert to_plain(architecture, LENT) == data


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("{seats: {lead: [{holder: unhcr}]}}", "lead: [unhcr]"),
        ("{within: {to: none}}", "within: none"),
        ("{aliases: [{name: x}]}", "aliases: [x]"),
        ("{kind: [rcf]}", "kind: rcf"),
        ("{reports_to: [{to: unknown}]}", "reports_to: unknown"),
        ("{certainty: stated}", "f: {}"),
    ],
)
def test_a_long_form_without_need_becomes_the_short_one(long: str, short: str) -> None:
    assert short in dumps(loads(f"interagency: 1\nforums: {{f: {long}}}\n"))


def test_an_empty_architecture_is_its_version() -> None:
    assert to_plain(Architecture(), LENT) == {"interagency": 2}

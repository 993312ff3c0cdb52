"""A folder of tables."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given

from interagency.document import loads
from interagency.exporters.csv import to_csv
from interagency.importers.table.mapping import Mapping as TableMapping
from interagency.importers.table.read import read as read_tables_of
from interagency.model import Architecture, Forum, Organization
from interagency.testing.strategies import architectures
from tests.exporters.examples import AWKWARD, exporter, romania

Rows = list[dict[str, str]]
MARK = "\ufeff"


def tables(whole: Architecture) -> Mapping[str, Rows]:
    """Return the rows of every table, read back as the module says."""
    files = exporter("csv").write(whole)
    assert isinstance(files, Mapping)
    return {name: read(str(text)) for name, text in files.items()}


def read(text: str) -> Rows:
    assert text.startswith(MARK)
    rows = csv.DictReader(StringIO(str(text).removeprefix(MARK), newline=""), strict=True)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


def test_romania_is_sixteen_tables() -> None:
    found = tables(romania())
    counts = {name.removesuffix(".csv"): len(rows) for name, rows in found.items() if rows}
    assert counts == {
        "agreements": 2,
        "architecture": 1,
        "bodies": 12,
        "decisions": 1,
        "links": 42,
        "offices": 8,
        "organizations": 3,
        "plans": 2,
        "posts": 4,
        "products": 16,
        "seats": 18,
        "sources": 2,
    }
    assert {"answers.csv", "appeals.csv", "mandates.csv", "presence.csv"} <= set(found)


def test_a_body_has_its_own_values_and_those_it_inherits() -> None:
    (row,) = (row for row in tables(romania())["bodies.csv"] if row["id"] == "iacg")
    assert (row["section"], row["within"], row["within_certainty"]) == ("forums", "rcf", "inferred")
    assert (row["level"], row["effective_level"]) == ("", "national")
    assert (row["effective_areas"], row["effective_sources"]) == ("ROU", "vacancy")


def test_a_seat_has_its_standing_and_the_organization_behind_it() -> None:
    row = tables(romania())["seats.csv"][0]
    assert (row["term"], row["post"]) == ("chair", "iaco")
    assert (row["standing"], row["organization"]) == ("lead", "unhcr")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\t=1", "\r1", "＝1", "'quoted"])
def test_a_spreadsheet_sees_no_formula(name: str) -> None:
    whole = Architecture(organizations=(Organization(id="a", name=name),))
    files = exporter("csv").write(whole)
    assert isinstance(files, Mapping)
    assert f'"\'{name}"' in files["organizations.csv"]
    assert tables(whole)["organizations.csv"][0]["name"] == name


@pytest.mark.parametrize("name", AWKWARD)
def test_any_text_is_read_back(name: str) -> None:
    whole = Architecture(forums=(Forum(id="a", name=name),))
    assert tables(whole)["bodies.csv"][0]["name"] == name


@given(architectures())
def test_every_record_is_one_row(whole: Architecture) -> None:
    found = tables(whole)
    for name, rows in found.items():
        section = name.removesuffix(".csv")
        assert len(rows) == (1 if section == "architecture" else len(getattr(whole, section)))
    assert [row["name"] for row in found["organizations.csv"]] == [
        each.name or "" for each in whole.organizations
    ]
    assert [row["term"] for row in found["seats.csv"]] == [seat.term for seat in whole.seats]


@given(architectures())
def test_no_cell_begins_like_a_formula(whole: Architecture) -> None:
    files = exporter("csv").write(whole)
    assert isinstance(files, Mapping)
    for text in files.values():
        for row in csv.reader(StringIO(str(text).removeprefix(MARK), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_row_of_hxl_tags_stands_below_the_headers_on_request(tmp_path: Path) -> None:
    whole = loads(
        "interagency: 2\norganizations: {casa: {name: Casa Uno, acronym: CU, kind: ngo}}\n"
        "sectors: {health: {name: Health, covers: [HEA], seats: {lead: [casa]}}}\n"
    )
    plain, tagged = to_csv(whole), to_csv(whole, hxl=True)
    for name, table in tagged.items():
        head, tags, *rows = list(csv.reader(table.splitlines()))
        assert len(head) == len(tags)
        assert [head, *rows] == list(csv.reader(plain[name].splitlines()))
        assert all(tag == "" or tag.startswith("#") for tag in tags)
    path = tmp_path / "organizations.csv"
    path.write_text(tagged["organizations.csv"], encoding="utf-8")
    found = read_tables_of((path,), TableMapping()).architecture.organizations
    assert [(each.name, each.acronym, each.kind) for each in found] == [("Casa Uno", "CU", "ngo")]

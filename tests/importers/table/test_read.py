"""Tables of any layout as an architecture, a preview and a mapping."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import InvalidDocument, dumps, loads
from interagency.importers.table.mapping import Mapping, parse_mapping
from interagency.importers.table.previews import preview, written_mapping
from interagency.importers.table.read import imported, read
from tests.importers.grids import table
from tests.importers.table.tables import mapped, run

LEADS = (
    "Sector,Level,Lead agency,Co-lead,Coordinator e-mail,Contact person,Remarks,Colour,\n"
    "Protection,National,UNHCR,NRC,protection.cluster@example.org,Jane Doe,x,red,Health\n"
    "Health,National,WHO,vacant,jane.doe@example.org,,,blue,WASH\n"
)


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text(LEADS, encoding="utf-8")
    return path


def test_a_preview_says_what_each_column_is_taken_for_and_why(leads: Path) -> None:
    found = preview([leads], Mapping())
    assert {each.reads for each in found} == {"groups"}
    assert [(each.column, each.meaning, each.why) for each in found] == [
        ("A", "sector", "by its header"),
        ("B", "level", "by its header"),
        ("C", "lead", "by its header"),
        ("D", "co-lead", "by its header"),
        ("E", "contact", "by its header"),
        ("F", "", "left: personal data"),
        ("G", "", "left"),
        ("H", "", "left: not recognised"),
        ("I", "", "left: not recognised"),
    ]
    assert found[0].values == ("Protection", "Health")


def test_a_preview_names_what_a_column_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Sector,Lead,Cluster district code,Cluster\nHealth,WHO,1,2\n", encoding="utf-8")
    assert [each.why for each in preview([path], Mapping())][2:] == [
        "left: it may be sector or smaller area",
        "left: another column is read for the sector",
    ]


def test_a_written_mapping_reads_the_same_again(leads: Path) -> None:
    mapping = parse_mapping(written_mapping([leads], Mapping()))
    assert read([leads], mapping).architecture == read([leads], Mapping()).architecture


def test_a_mapping_of_nothing_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("One,Two\n1,2\n", encoding="utf-8")
    assert parse_mapping(written_mapping([path], Mapping())).sheets == ()


def test_people_are_left_and_counted(leads: Path) -> None:
    found = read([leads], Mapping())
    assert "Jane Doe" not in str(found.architecture)
    assert "jane.doe" not in str(found)
    notes = found.accounting.tables[0].notes
    assert "left, personal data: columns 'Contact person' (F)" in notes
    assert "left, personal data in cells: 1" in notes


def test_several_tables_are_taken_together_and_are_the_sources_of_their_facts() -> None:
    one = table([("Sector", "Lead"), ("Health", "WHO")], file="a.csv")
    other = table([("Sector", "Co-lead"), ("Health", "SCI")], file="a.csv")
    notes = table([("One", "Two"), ("1", "2")], file="notes.csv")
    found = imported((one, other, notes), Mapping())
    assert [each.id for each in found.architecture.sources] == ["table-a", "table-a-2"]
    assert [each.sources for each in found.architecture.seats] == [("table-a",), ("table-a-2",)]
    assert found.accounting.rows[-1].detail.startswith("no row of headers names")


def test_one_table_is_the_source_of_everything() -> None:
    found = run(
        [("Sector", "Lead"), ("Health", "WHO")], "constants: {title: Leads, publisher: OCHA}"
    )
    assert found.architecture.default_sources == ("table-a",)
    assert (found.architecture.title, found.architecture.sources[0].publisher) == ("Leads", "OCHA")


def test_a_profile_may_want_a_word_in_the_file() -> None:
    rows = [("Organisation", "Sector"), ("NRC", "Health")]
    with pytest.raises(InvalidDocument, match="nothing here says 3RP"):
        run(rows, "says: [3RP]")
    assert run(rows, "says: [3RP]", file="3rp.csv").architecture.presence


def test_a_sheet_named_by_its_values_is_told() -> None:
    found = run([("Who", "", "Country"), ("NRC", "Health", "Peru"), ("IOM", "WASH", "Peru")])
    assert (
        "column '' (B) is taken for the sector, by its values" in found.accounting.tables[0].notes
    )


def test_titles_and_tags_are_accounted_for() -> None:
    rows = [("Title",), ("Who", "Sector"), ("#org", "#sector"), ("NRC", "Health")]
    assert [row.detail for row in run(rows).accounting.rows] == [
        "a title above the headers",
        "into the columns: organization, sector",
        "into the columns: HXL tags",
        "presence of NRC in HEA",
    ]


WORDS = st.sampled_from(
    [
        "Sector",
        "Group",
        "Lead",
        "Role",
        "Organisation",
        "Country",
        "Parent",
        "E-mail",
        "#org",
        "#sector",
        "Health",
        "WASH",
        "Child Protection",
        "UNHCR",
        "WHO/SCI",
        "vacant",
        "lead",
        "Peru",
        "Lima",
        "x",
        "",
        "n/a",
        "2022",
        "Total",
        "#REF!",
        "Task force",
        "A; B",
    ]
)


@given(st.lists(st.lists(WORDS, max_size=5), max_size=7))
def test_every_row_has_one_outcome_and_the_document_can_be_read(rows: list[list[str]]) -> None:
    whole = table(rows)
    found = imported((whole,), mapped(""))
    sheets = [row.row for row in found.accounting.rows]
    assert sheets == [number for number, _ in whole.rows]
    assert all(row.detail for row in found.accounting.rows)
    assert loads(dumps(found.architecture)) == found.architecture

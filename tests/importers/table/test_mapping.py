"""Mappings are read strictly, and written so that they can be read again."""

import pytest

from interagency.document import InvalidDocument
from interagency.importers.table.columns import Column
from interagency.importers.table.mapping import Mapping, mapping_text, parse_mapping, read_mapping
from tests.importers.table.tables import mapped


def test_what_is_written_is_read_again() -> None:
    columns = (
        Column(index=0, header="Sector", field="sector"),
        Column(index=1, header="Lead", terms=("lead", "co-lead")),
        Column(index=2, header="Health", group="Health"),
        Column(index=3, header="WASH", covers="WSH"),
        Column(index=4, header="Other"),
        Column(index=5, header=""),
    )
    text = mapping_text("groups", [("Data", 3, columns), ("", 1, ())])
    found = parse_mapping(text)
    assert found.reads == "groups"
    assert found.sheets[0].header_row == 3
    assert found.sheets[0].columns == {
        "Sector": "sector",
        "Lead": "lead/co-lead",
        "Health": "group: Health",
        "WASH": "sector: WSH",
        "Other": "leave",
    }


def test_a_sheet_without_a_name_is_every_sheet() -> None:
    found = mapped("sheets: [{sheet: One, columns: {}}, {columns: {A: sector}}]")
    one, other = found.of_sheet("One"), found.of_sheet("Two")
    assert (one and one.columns, other and other.columns) == ({}, {"A": "sector"})
    assert Mapping().of_sheet("One") is None


def test_values_are_compared_without_case_and_accents() -> None:
    found = mapped("values: {sector: {Prot.: Protection}}")
    assert (found.value("sector", "PROT"), found.value("group", "PROT")) == ("Protection", "PROT")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reads: people", "'people' is none of groups, presence, organizations"),
        ("sheets: [{columns: {A: boss}}]", "'boss' is neither a field"),
        ("sheets: [{columns: {A: 'sector: XYZ'}}]", "'XYZ' is not a sector"),
        ("sheets: [{sheet: A}]", "the field 'columns' is missing"),
        ("constants: {situation: nonsense}", "'nonsense' is not a code of"),
        ("constants: {country: Narnia}", "'Narnia' is not a code of"),
        ("constants: {as_of: soon}", "'soon'"),
        ("words: {boss: [Chief]}", "'boss' is neither a field"),
        ("kolumns: {}", "there is no field 'kolumns'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InvalidDocument) as error:
        mapped(text)
    assert said in str(error.value)


def test_another_version_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="version 1 of mappings only"):
        parse_mapping("interagency_mapping: 2")


def test_a_mapping_is_read_from_a_file(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "m.yaml"
    path.write_text("interagency_mapping: 1\nconstants: {areas: [JOR], country: Jordan}\n")
    assert read_mapping(path).constants == {"areas": ("JOR",), "country": "JOR"}

"""Values of a document have the form that people type, and come back from it."""

from typing import Any

import pytest

from interagency.document.workbook.cells import cell_text, words_in
from interagency.document.workbook.layout import sheet_plans
from interagency.document.workbook.reader import read_workbook
from interagency.model import Body, Within
from interagency.model.fields import FieldShape, fields_of
from tests.document.workbook.workbooks import packed, set_cell, written


def shape(cls: type, name: str) -> FieldShape:
    return next(each for each in fields_of(cls) if each.name == name)


def plain(_: FieldShape, value: Any) -> str:
    return str(value)


def test_a_record_inside_a_field_has_no_form_in_one_cell() -> None:
    assert cell_text(shape(Body, "within"), {"to": "rcf"}, plain) is None


def test_a_text_that_would_be_read_as_two_has_no_form() -> None:
    assert cell_text(shape(Body, "sources"), ["a; b"], plain) is None


def test_words_are_those_that_a_field_allows() -> None:
    assert "stated" in words_in(shape(Within, "certainty"))
    assert words_in(shape(Body, "name")) == ()


def value_of(sheet: str, row: int | str, header: str, text: str) -> Any:
    """Return what a cell gives its field, in the plain dict of the document."""
    sheets = written()
    set_cell(sheets, sheet, row, header, text)
    plan = next(each for each in sheet_plans() if each.title == sheet)
    key = next(each.key for each in plan.columns if each.header == header)
    read = read_workbook(packed(sheets))
    assert not read.problems
    sections = (read.value.get(section.key, {}) for section in plan.sections)
    entries = (each for section in sections for each in section.values())
    return next(each[key] for each in entries if row in each.values())


@pytest.mark.parametrize(
    ("header", "text", "expected"),
    [
        ("Areas", "MDA, ROU", ["MDA", "ROU"]),
        ("Areas", "Moldova; Romania", ["MDA", "ROU"]),
        ("Covers", "Protection, Education", ["PRO", "EDU"]),
        ("Covers", "PRO · Protection; EDU", ["PRO", "EDU"]),
        ("Reports to", "RCF, Education Working Group", ["rcf", "education"]),
        ("Complete", "leads, members", ["leads", "members"]),
    ],
)
def test_several_values_may_be_parted_by_commas_where_no_name_holds_one(
    header: str, text: str, expected: list[str]
) -> None:
    assert value_of("Groups", "Protection Working Group", header, text) == expected


def test_a_name_with_a_comma_is_one_name() -> None:
    text = "Agua, saneamiento e higiene"
    assert value_of("Groups", "Protection Working Group", "Covers", text) == ["WSH"]
    text = "Protection, and all that"
    assert value_of("Groups", "Protection Working Group", "Aliases", text) == [text]

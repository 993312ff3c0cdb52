"""What headers and HXL tags mean."""

import pytest

from interagency.importers.table.columns import (
    Column,
    is_tags,
    reading_of_tag,
    readings_of_header,
    samples_of,
    term_of,
)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Sector", "sector"),
        ("Secteur", "sector"),
        ("Setor", "sector"),
        ("القطاع", "sector"),
        ("Name of the group", "group"),
        ("Groupe de travail", "group"),
        ("Lead agency", "lead"),
        ("Sector lead", "lead"),
        ("Lead(s)", "lead"),
        ("Agence chef de file", "lead"),
        ("Organización líder", "lead"),
        ("الجهة القائدة", "lead"),
        ("Co-Lead Agency", "co-lead"),
        ("Co-lead 2", "co-lead"),
        ("Colíder", "co-lead"),
        ("Chair / Co-chair", "chair / co-chair"),
        ("Lead and co-lead agencies", "lead / co-lead"),
        ("Membres", "member"),
        ("Line ministry", "government-counterpart"),
        ("Organisation", "organization"),
        ("OrgType", "organization type"),
        ("Admin1 Pcode", "area code"),
        ("Lead agency focal point e-mail", "contact"),
        ("Phone of the lead", "person"),
        ("Persona de contacto", "person"),
        ("Adm1 of the office", "area"),
    ],
)
def test_a_header_is_known_in_five_languages(header: str, meaning: str) -> None:
    (found,) = readings_of_header(header)
    assert found.text == meaning


def test_a_header_that_may_mean_two_things_has_two_readings() -> None:
    assert [each.text for each in readings_of_header("Cluster district code")] == [
        "sector",
        "smaller area",
    ]


@pytest.mark.parametrize(
    "text", ["", "x" * 81, "https://joomla.emro.who.int/x", "a@who.int", "2022-03", "Targeted"]
)
def test_what_is_no_header_means_nothing(text: str) -> None:
    assert readings_of_header(text) == ()


@pytest.mark.parametrize(
    ("tag", "meaning"),
    [
        ("#sector", "sector"),
        ("#sector+name+en", "sector"),
        ("#org", "organization"),
        ("#org +name +acronym", "acronym"),
        ("#org+lead", "lead"),
        ("#adm1+code", "area code"),
        ("#adm1+name", "area"),
        ("#contact+email", "contact"),
        ("#contact+phone", "person"),
        ("#affected", None),
    ],
)
def test_a_tag_means_a_field_whatever_the_order_of_its_attributes(
    tag: str, meaning: str | None
) -> None:
    found = reading_of_tag(tag)
    assert (found and found.text) == meaning


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("#org", "#sector", ""), True),
        (("#org+name", "Column1"), True),
        (("#org", "one", "two"), False),
        (("# of people", "#1"), False),
        (("", ""), False),
    ],
)
def test_a_row_of_tags_may_hold_other_words(cells: tuple[str, ...], expected: bool) -> None:
    assert is_tags(cells) is expected


@pytest.mark.parametrize(
    ("text", "term"),
    [("co-leads", "co-lead"), ("Members", "member"), ("Présidente", "chair"), ("boss", None)],
)
def test_a_term_is_known_in_the_plural_and_in_other_languages(text: str, term: str | None) -> None:
    assert term_of(text) == term


def test_samples_are_the_first_different_values() -> None:
    rows = [(number, (str(number % 7),)) for number in range(20)]
    assert samples_of([*rows, (21, ())], 0) == ("0", "1", "2", "3", "4")


def test_a_column_says_in_words_what_it_is() -> None:
    assert Column(index=26, header="x").letter == "AA"
    assert Column(index=0, header="x", group="Health").meaning == "in group Health"
    assert Column(index=0, header="x", covers="HEA").meaning == "marks of sector HEA"
    assert Column(index=0, header="x", field="remark").is_read is False

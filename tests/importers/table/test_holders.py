"""Holders that a cell names."""

import pytest

from interagency.importers.table.holders import Holders, Holding
from interagency.importers.tabular.organizations import Directory
from tests.importers.table.tables import NAMES


def holders() -> Holders:
    return Holders(Directory(NAMES.registry), NAMES.vocabularies, NAMES.places)


def named(text: str, *terms: str) -> list[tuple[str, str]]:
    return [(each.term, each.name) for each in holders().in_cell(text, terms or ("lead",))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNHCR", ["UNHCR"]),
        ("UNHCR / WHO", ["UNHCR", "WHO"]),
        ("Casa Verde/Universidad del Norte", ["Casa Verde", "Universidad del Norte"]),
        ("PAHO/WHO", ["PAHO/WHO"]),
        ("UNHCR, NRC and IOM", ["UNHCR", "NRC", "IOM"]),
        ("UNHCR; Casa Uno\nCasa Dos", ["UNHCR", "Casa Uno", "Casa Dos"]),
        ("WHO & Ministry of Health", ["WHO", "Ministry of Health"]),
        (
            "Ministry of Labour, Family and Social Protection",
            ["Ministry of Labour, Family and Social Protection"],
        ),
        ("UNICEF, Jordan", ["UNICEF, Jordan"]),
        ("Casa Uno (CU), XYZ", ["Casa Uno (CU)", "XYZ"]),
        ("A/B", ["A/B"]),
        ("n/a", []),
        ("-; TBD", []),
        ("UNHCR health.cluster@example.org", ["UNHCR"]),
    ],
)
def test_a_cell_may_name_several(text: str, names: list[str]) -> None:
    assert [name for _, name in named(text)] == names


def test_of_two_terms_the_first_name_has_the_first() -> None:
    assert named("UNHCR/NRC; IOM", "lead", "co-lead") == [
        ("lead", "UNHCR"),
        ("co-lead", "NRC"),
        ("co-lead", "IOM"),
    ]


@pytest.mark.parametrize("text", ["WHO (co-lead)", "Co-lead: WHO", "WHO [co-leads]"])
def test_a_role_beside_a_name_wins(text: str) -> None:
    assert named(text) == [("co-lead", "WHO")]


@pytest.mark.parametrize("text", ["vacant", "Vacante", "Coordination (vacant)", "شاغر"])
def test_a_place_may_be_vacant(text: str) -> None:
    assert holders().in_cell(text, ("lead",)) == (Holding(term="lead", is_vacant=True),)


def test_a_kind_of_organization_names_none() -> None:
    assert holders().in_cell("National NGO", ("co-lead",)) == (
        Holding(term="co-lead", kind="national-ngo"),
    )


def test_people_are_left_and_counted() -> None:
    found = holders()
    assert found.in_cell("Ms. Jane Doe; UNHCR", ("lead",)) == (Holding(term="lead", name="UNHCR"),)
    assert found.in_cell("Jane Doe", ("coordinator",)) == ()
    assert found.in_cell("IOM", ("coordinator",)) == (Holding(term="coordinator", name="IOM"),)
    assert found.people == 2

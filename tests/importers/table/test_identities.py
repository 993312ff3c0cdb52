"""Decisions on names are read first; they join and part as they say, and never two kinds."""

import pytest

from interagency.document import InvalidDocument
from interagency.exchange import Imported
from tests.importers.table.tables import run, settled, told

ROWS = (
    ("Organization", "Organization type", "Sector", "Country"),
    ("Consejo Noruego", "International NGO", "Protection", "Peru"),
    ("Norwegian Refugee Council", "International NGO", "Education", "Peru"),
    ("Casa Uno", "National NGO", "Education", "Peru"),
    ("Casa 1", "National NGO", "Health", "Peru"),
)


def present(found: Imported) -> set[tuple[str, tuple[str, ...]]]:
    return {(each.organization, each.covers) for each in found.architecture.presence}


def test_a_name_means_the_organization_that_a_decision_says() -> None:
    assert ("consejo-noruego", ("PRO",)) in present(run(ROWS))
    found = settled(ROWS, "- {name: Consejo Noruego, is: nrc, by: IM officer}")
    assert {("nrc", ("PRO",)), ("nrc", ("EDU",))} <= present(found)
    assert "consejo-noruego" not in found.architecture.entities
    (nrc,) = (each for each in found.architecture.organizations if each.id == "nrc")
    assert "Consejo Noruego" in {each.name for each in nrc.aliases}


def test_the_account_says_by_which_decision_a_row_is_read() -> None:
    found = settled(ROWS, "- {name: consejo NORUEGO, is: nrc}")
    details = [detail for _, detail in told(found)]
    assert details[0].endswith("by the decision in identities.yaml:3")
    assert not any("decision" in detail for detail in details[1:])


def test_two_names_of_one_new_organization_get_its_id() -> None:
    found = settled(ROWS, "- {name: Casa Uno, is: la-casa}", "- {name: Casa 1, is: la-casa}")
    assert {("la-casa", ("EDU",)), ("la-casa", ("HEA",))} <= present(found)
    (casa,) = (each for each in found.architecture.organizations if each.id == "la-casa")
    assert (casa.name, casa.kind) == ("Casa Uno", "national-ngo")


def test_a_decision_holds_a_name_apart_from_what_it_would_be_taken_for() -> None:
    rows = (ROWS[0], ("NRC", "", "Protection", "Peru"), ("NRC", "", "Health", "Peru"))
    assert present(run(rows)) == {("nrc", ("PRO",)), ("nrc", ("HEA",))}
    found = settled(rows, "- {name: NRC, is_not: nrc}")
    assert {org for org, _ in present(found)} == {"nrc-2"}
    by_name = settled(rows, "- {name: NRC, is_not: Norwegian Refugee Council}")
    assert {org for org, _ in present(by_name)} == {"nrc-2"}


def test_a_decision_holds_two_names_of_a_table_apart() -> None:
    rows = (
        ("Organization", "Acronym", "Sector"),
        ("Casa Uno", "CU", "Protection"),
        ("CU", "", "Health"),
    )
    assert len({org for org, _ in present(run(rows))}) == 1
    found = settled(rows, "- {name: CU, is_not: Casa Uno}")
    assert len({org for org, _ in present(found)}) == 2


def test_organizations_of_two_kinds_are_never_made_the_same() -> None:
    rows = (*ROWS, ("Consejo Noruego", "Government", "Health", "Peru"))
    with pytest.raises(InvalidDocument) as error:
        settled(
            rows,
            "- {name: Consejo Noruego, is: nrc}",
            "- {name: Casa Uno, is: unicef}",
        )
    texts = list(map(str, error.value.problems))
    assert texts == [
        "identities.yaml:3:1: 'Consejo Noruego' is government in the table, and nrc is "
        "international-ngo: organizations of two kinds are not the same; delete the line, or "
        "correct the kind",
        "identities.yaml:4:1: 'Casa Uno' is national-ngo in the table, and unicef is un-agency: "
        "organizations of two kinds are not the same; delete the line, or correct the kind",
    ]


def test_a_name_that_joins_two_is_one_where_a_decision_says_so() -> None:
    rows = (ROWS[0], ("UNHCR/IOM", "", "Protection", "Peru"))
    assert len(run(rows).architecture.presence) == 2
    found = settled(rows, "- {name: UNHCR/IOM, is: joint-secretariat}")
    assert present(found) == {("joint-secretariat", ("PRO",))}

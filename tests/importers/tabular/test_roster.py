"""Organizations that cells of activities name."""

import pytest

from interagency.exchange import Outcome
from interagency.importers.tabular.source import Table
from tests.importers.grids import details, imported, run, table


def listed(*names: tuple[str, str]) -> Table:
    return table([("Name", "Acronym"), *names], file="partners_2022.csv")


def at_work(*cells: str) -> Table:
    rows = [("Country", "Sector", "Implementing partner"), *(("Peru", "Health", c) for c in cells)]
    return table(rows, file="5w_2022.csv")


def present(*tables: Table) -> list[str]:
    return [each.organization for each in imported(tables).architecture.presence]


PARTNERS = (("Alfa", ""), ("Beta", "BET"), ("Gamma, Delta y Asociados", ""))


@pytest.mark.parametrize(
    "cell", ["Alfa; BET", "Alfa\nBeta", "Alfa / Beta", "Alfa, UNHCR", "Alfa and BET", "Alfa y Beta"]
)
def test_a_cell_with_several_organizations_is_split_if_each_is_known(cell: str) -> None:
    assert len(present(listed(*PARTNERS), at_work(cell))) == 2


@pytest.mark.parametrize(
    "cell", ["Gamma, Delta y Asociados", "Alfa, Omega", "Alfa y Omega", "Fundación\nOmega"]
)
def test_signs_that_names_hold_part_only_what_is_known(cell: str) -> None:
    assert len(present(listed(*PARTNERS), at_work(cell))) == 1


def test_signs_that_no_name_holds_part_what_nobody_knows() -> None:
    assert present(at_work("Psi; Omega")) == ["omega", "psi"]
    assert present(listed(*PARTNERS), at_work("Alfa\nOmega |")) == ["alfa", "omega"]
    assert present(listed(*PARTNERS), at_work("Omega; Alfa, Beta")) == ["alfa", "bet", "omega"]


def test_names_of_single_cells_make_those_of_others_known() -> None:
    assert present(at_work("Alfa; Beta", "Beta", "Alfa")) == ["alfa", "beta"]


def test_an_acronym_finds_its_organization_if_it_has_one_owner() -> None:
    assert present(listed(("Alfa Verde", "AV")), at_work("AV")) == ["av"]
    both = listed(("Alfa Verde", "AV"), ("Alfa Vital", "AV"))
    assert present(both, at_work("AV")) == ["av-2"]


def test_nobody_is_no_organization() -> None:
    read = imported((at_work("N/A", "", "Implementación directa", "No"),))
    assert read.architecture.organizations == ()
    assert details(read, Outcome.REJECTED) == ["names no organization"] * 4


def test_a_joint_name_in_a_list_is_two_organizations_and_no_third() -> None:
    head = ("IDORG", "Name", "Nombre", "Acronym", "Type", "Platform")
    rows = [
        head,
        ("ORG1", "Casa Verde/Universidad del Norte", "", "", "Academic", "Colombia"),
        ("ORG2", "Universidad del Norte", "", "", "Academic", "Colombia"),
        ("ORG3", "Casa Verde", "", "", "NNGO", "Peru"),
        ("ORG4", "RRF/IOM", "RRF/IOM", "RRF/IOM", "UN", "Colombia"),
        ("ORG5", "Red de personas y/o familias", "", "", "NNGO", "Chile"),
        ("ORG6", "PAHO/WHO", "", "", "UN", "Chile"),
    ]
    read = run(rows).architecture
    assert [(each.id, dict(each.identifiers).get("r4v")) for each in read.organizations] == [
        ("universidad-del-norte", "ORG2"),
        ("casa-verde", "ORG3"),
        ("red-de-personas-y-o-familias", "ORG5"),
        ("who", "ORG6"),
        ("rrf", None),
        ("iom", None),
    ]
    held = [(each.body, each.holder) for each in read.seats if each.holder == "casa-verde"]
    assert held == [("r4v-col", "casa-verde"), ("r4v-per", "casa-verde")]

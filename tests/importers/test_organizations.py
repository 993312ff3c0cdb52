"""One identity for each organization over all tables, merged only where that is certain."""

import pytest

from interagency.exchange import Outcome
from interagency.importers.r4v.reading import imported
from interagency.importers.tables import Table
from interagency.model import Organization
from tests.importers.grids import details, outcomes, run, table

HEAD = ("IDORG", "Name", "Nombre", "Acronym", "Type")


def organizations(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[Organization]:
    return list(run([head, *rows]).architecture.organizations)


def ids(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[str]:
    return [each.id for each in organizations(*rows, head=head)]


def test_the_id_is_the_acronym_or_else_the_name() -> None:
    rows = [
        ("1", "Casa Violeta", "", "Casa Violeta", "NNGO"),
        ("2", "Churún Merú Association (CMA)", "", "", "NNGO"),
        ("3", "Churún Merú", "", "CM", "NNGO"),
        ("4", "Fundación Equidad", "", "Fundación Equidad", "NNGO"),
        ("5", "Unknown", "", "", ""),
        ("6", "R4V", "", "", ""),
    ]
    assert ids(*rows) == ["casa-violeta", "cma", "cm", "fundacion-equidad", "unknown-2", "org-r4v"]


def test_a_name_without_latin_letters_has_an_id_too() -> None:
    assert ids(("1", "日本", "", "", ""), ("2", "中国", "", "", "")) == [
        "organization",
        "organization-2",
    ]


def test_two_organizations_with_one_acronym_stay_two() -> None:
    rows = [("1", "Casa de Hospedaje", "", "CDH", ""), ("2", "Comité de Derechos", "", "CDH", "")]
    assert ids(*rows) == ["cdh", "comite-de-derechos"]


def test_the_same_name_in_another_case_language_or_spelling_is_the_same_organization() -> None:
    rows = [
        ("1", "Social Foundation (FASIC)", "Fundación de Ayuda Social (FASIC)", "FASIC", "NNGO"),
        ("2", "FUNDACION DE  AYUDA SOCIAL", "", "", "NNGO"),
        ("3", "Fasic", "", "", "NNGO"),
    ]
    (only,) = organizations(*rows)
    assert only.id == "fasic"
    assert only.names == (("es", "Fundación de Ayuda Social (FASIC)"),)
    assert only.aliases == ()
    assert only.note == "it stands under several ids: 1, 2, 3"
    assert outcomes(run([HEAD, *rows])) == ["read", "read", "merged", "merged"]


def test_what_stands_in_brackets_may_be_a_country_and_no_acronym() -> None:
    rows = [("1", "Scalabrini (BOL)", "", "", ""), ("2", "Scalabrini (CHL)", "", "", "")]
    assert ids(*rows) == ["scalabrini-bol", "scalabrini-chl"]


def test_one_id_for_two_organizations_is_told_and_merges_nothing() -> None:
    museum, other = organizations(
        ("ORG266", "Museu A CASA", "", "", "NNGO"), ("ORG266", "Instituto Cultural", "", "", "INGO")
    )
    assert museum.note == other.note == "the id ORG266 is also that of another organization"
    assert museum.identifiers == (("r4v", "ORG266"),)


def test_the_same_id_and_acronym_are_the_same_organization_under_a_new_name() -> None:
    rows = [
        ("7", "Center of Studies", "", "CESAL", ""),
        ("7", "CESAL Internacional", "", "CESAL", ""),
    ]
    assert ids(*rows) == ["cesal"]


def test_kinds_that_tables_disagree_on_are_kept_and_told() -> None:
    (only,) = organizations(
        ("1", "Alianza", "", "", "NNGO"), ("1", "Alianza", "", "", "Civil Society")
    )
    assert only.kind == "national-ngo"
    assert only.note == "the tables disagree on its kind: national-ngo, civil-society"


def test_a_kind_that_is_not_known_stays_unsaid() -> None:
    assert organizations(("1", "Alianza", "", "", "Alien"))[0].kind is None


def test_a_well_known_organization_keeps_the_id_and_name_of_the_registry() -> None:
    (unhcr,) = organizations(
        ("118", "United Nations High Commissioner for Refugees (UNHCR)", "", "ACNUR", "UN"),
        ("", "Alto Comisionado de las Naciones Unidas para los Refugiados", "", "", ""),
    )
    assert (unhcr.id, unhcr.acronym, unhcr.kind) == ("unhcr", "UNHCR", "un-agency")
    assert dict(unhcr.identifiers)["r4v"] == "118"


def test_a_well_known_organization_may_be_filed_under_another_kind() -> None:
    (tearfund,) = organizations(("108", "Tearfund", "", "", "Faith Based Organizations"))
    assert tearfund.kind == "faith-based"
    assert tearfund.note is not None
    assert "the shipped registry has the kind international-ngo" in tearfund.note


def test_an_acronym_alone_is_not_enough_for_an_organization_of_another_kind() -> None:
    assert ids(("1", "Centro Migrante", "", "IRC", "NNGO")) == ["centro-migrante"]
    assert ids(("1", "Centro Migrante (IRC)", "", "", "")) == ["centro-migrante-irc"]
    assert ids(("1", "Comité de Rescate", "", "IRC", "INGO")) == ["irc"]
    assert ids(("1", "IRC", "", "", "")) == ["irc"]


def test_an_acronym_may_be_that_of_another_family_of_kinds_that_r4v_mixes() -> None:
    assert ids(("1", "Servicio Jesuita", "", "JRS", "Faith Based Organizations")) == ["jrs"]


def test_names_of_two_organizations_of_the_registry_mean_neither() -> None:
    names = ("Danish Refugee Council", "Norwegian Refugee Council")
    assert ids(("1", *names, "", "")) == ["danish-refugee-council"]


def test_two_rows_for_one_organization_of_the_registry_are_one() -> None:
    assert ids(
        ("1", "World Vision", "", "", ""), ("2", "World Vision International", "", "", "")
    ) == ["world-vision"]


def test_an_organization_of_a_list_may_have_an_acronym_only() -> None:
    assert ids(("1", "", "", "ASOVEN", "NNGO")) == ["asoven"]


def test_rows_that_name_nobody_are_rejected_with_the_reason() -> None:
    rows = [
        ("", ".New Organisation", "Nueva organización", "", "Nova Organização"),
        ("", "", "", "", "NNGO"),
        ("", "Total", "", "", ""),
        ("", "Please fill in one row for each partner", "", "", ""),
        ("", "x" * 201, "", "", ""),
    ]
    read = run([HEAD, *rows])
    assert details(read, Outcome.REJECTED) == [
        "a placeholder for organizations that are not in the list",
        "names no organization",
        *["an instruction or a total, no organization"] * 3,
    ]


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

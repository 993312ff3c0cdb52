"""One identity for each organization, whatever name a row gives it."""

from collections.abc import Sequence

import pytest

from interagency.document import InvalidDocument
from interagency.document.identities import Identities, parse_identities
from interagency.exchange import Outcome
from interagency.importers.r4v.profile import PROFILE
from interagency.importers.tabular.mentions import Mention
from interagency.importers.tabular.organizations import Directory, Registry
from interagency.importers.tabular.read import imported
from interagency.model import Alias, Organization
from tests.importers.grids import details, outcomes, run, table


def test_a_spelling_that_two_of_the_registry_share_means_neither() -> None:
    one = Organization(id="one", name="First One", acronym="ABC")
    two = Organization(id="two", name="Second One", acronym="ABC", aliases=(Alias(name="AB"),))
    registry = Registry.of({"one": one, "two": two})
    assert registry.match(Mention(names=((None, "ABC"),))) is None
    assert registry.match(Mention(names=((None, "AB"),))) is None  # too short to be certain
    assert registry.match(Mention(names=((None, "First One"),))) == "one"


HEAD = ("IDORG", "Name", "Nombre", "Acronym", "Type")


def organizations(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[Organization]:
    return list(run([head, *rows]).architecture.organizations)


def ids(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[str]:
    return [each.id for each in organizations(*rows, head=head)]


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


def test_the_same_id_and_acronym_are_the_same_organization_under_a_new_name() -> None:
    rows = [
        ("7", "Center of Studies", "", "CESAL", ""),
        ("7", "CESAL Internacional", "", "CESAL", ""),
    ]
    assert ids(*rows) == ["cesal"]


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


def test_names_in_two_languages_join_no_rows_whose_ids_and_kinds_differ() -> None:
    rows = [
        ("ORG1", "Action Example", "Acción Ejemplo", "", "INGO"),
        ("ORG2", "Accion Ejemplo", "", "", "NNGO"),
    ]
    assert len(organizations(*rows)) == 2
    assert len(organizations(rows[0], ("ORG1", "Accion Ejemplo", "", "", "NNGO"))) == 1
    assert len(organizations(rows[0], ("ORG2", "Accion Ejemplo", "", "", "INGO"))) == 1


def decided(*decisions: str) -> Identities:
    return parse_identities("\n".join(("interagency_identities: 1", "decisions:", *decisions)))


def by(rows: Sequence[tuple[str, ...]], *decisions: str) -> list[str]:
    """Return the ids of the organizations of a list of partners, by some decisions."""
    found = imported((table([HEAD, *rows]),), PROFILE, decided(*decisions))
    return [each.id for each in found.architecture.organizations]


def test_decisions_join_and_part_the_rows_of_a_list() -> None:
    rows = [("1", "Casa Uno", "", "CU", "NNGO"), ("2", "Casa 1", "", "", "NNGO")]
    assert len(by(rows)) == 2
    assert by(rows, "- {name: Casa Uno, is: la-casa}", "- {name: Casa 1, is: la-casa}") == [
        "la-casa"
    ]
    same = [("1", "Casa Uno", "", "CU", "NNGO"), ("2", "CU", "", "", "NNGO")]
    assert len(by(same)) == 1
    assert len(by(same, "- {name: CU, is_not: Casa Uno}")) == 2


def test_a_decision_of_two_kinds_is_refused_for_lists_too() -> None:
    with pytest.raises(InvalidDocument, match="organizations of two kinds are not the same"):
        by([("1", "Casa Uno", "", "CU", "NNGO")], "- {name: Casa Uno, is: unicef}")


def test_a_mention_is_held_apart_from_one_that_the_registry_has() -> None:
    nrc = Organization(id="nrc", name="Norwegian Refugee Council", acronym="NRC")
    directory = Directory(Registry.of({"nrc": nrc}, decided("- {name: Consejo, is_not: nrc}")))
    first = directory.add(Mention(names=((None, "Norwegian Refugee Council"),), acronym="CONSEJO"))
    second = directory.add(Mention(names=((None, "Consejo"),)))
    assert first != second

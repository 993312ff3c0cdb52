"""Names in tables and documents, those that are not certain among them."""

from pathlib import Path

from interagency.document import loads
from interagency.document.identities import NO_IDENTITIES, parse_identities
from interagency.importers.matching.names import (
    Named,
    names_in_document,
    names_in_tables,
    unsettled,
    with_registry,
)
from interagency.importers.table.mapping import Mapping

TABLE = """Organization,Acronym,Organization type,Sector
Casa Uno,,National NGO,Education
UNICEF,,UN Agency,Education
Casa Uno,CU,National NGO,Health
Pan de Vida,,National NGO,Health
"""
DOCUMENT = """
interagency: 2
organizations:
  casa: {name: Casa Uno, names: {fr: Maison Un}, aliases: [House One], kind: national-ngo}
  nameless: {kind: ngo}
sectors: {health: {name: Health, seats: {lead: [casa], member: [unicef]}}}
presence: [{organization: casa, covers: [HEA]}]
plans: {p: {name: P}}
appeals: [{plan: p, organization: casa}]
"""


def read(path: Path, *decisions: str) -> tuple[Named, ...]:
    path.write_text(TABLE, encoding="utf-8")
    text = "\n".join(("interagency_identities: 1", "decisions:", *decisions))
    identities = parse_identities(text) if decisions else NO_IDENTITIES
    return names_in_tables([path], Mapping(), identities)


def test_a_table_names_each_organization_once_with_the_rows_it_stands_in(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv")
    assert found[0] == Named(
        id="cu",
        names=("Casa Uno", "CU"),
        kinds=("national-ngo",),
        rows=2,
        places=("a.csv",),
    )
    assert [each.id for each in found if each.is_certain] == ["unicef"]
    assert [(each.id, each.rows) for each in unsettled(found)] == [("cu", 2), ("pan-de-vida", 1)]


def test_a_name_that_a_decision_settles_is_certain(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", "- {name: Pan de Vida, is: pdv}")
    assert [(each.id, each.rows) for each in unsettled(found)] == [("cu", 2)]


def test_a_document_names_its_organizations_with_all_their_names() -> None:
    found = names_in_document(loads(DOCUMENT, format="yaml"), "r.yaml")
    assert found[0] == Named(
        id="casa",
        names=("Casa Uno", "Maison Un", "House One"),
        kinds=("national-ngo",),
        rows=3,
        places=("r.yaml",),
        is_certain=True,
    )
    assert found[1].names == ("nameless",)


def test_a_well_known_organization_has_the_names_of_the_registry_and_of_the_table() -> None:
    own = Named(id="nrc", names=("Consejo Noruego",), kinds=("ngo",), rows=1)
    other = Named(id="casa", names=("Casa",))
    found = {each.id: each for each in with_registry([own, other])}
    assert found["casa"] == other
    assert {"Norwegian Refugee Council", "Consejo Noruego"} <= {*found["nrc"].names}
    assert found["nrc"].kinds == ("international-ngo", "ngo")

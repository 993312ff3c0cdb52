"""What was read of an organization, as one record."""

from interagency.model import Organization
from tests.importers.grids import run

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
        ("5", "Sin dato", "", "", ""),
        ("6", "R4V", "", "", ""),
    ]
    assert ids(*rows) == ["casa-violeta", "cma", "cm", "fundacion-equidad", "org-r4v"]


def test_a_name_without_latin_letters_has_an_id_too() -> None:
    assert ids(("1", "日本", "", "", ""), ("2", "中国", "", "", "")) == [
        "organization",
        "organization-2",
    ]


def test_two_organizations_with_one_acronym_stay_two() -> None:
    rows = [("1", "Casa de Hospedaje", "", "CDH", ""), ("2", "Comité de Derechos", "", "CDH", "")]
    assert ids(*rows) == ["cdh", "comite-de-derechos"]


def test_one_id_for_two_organizations_is_told_and_merges_nothing() -> None:
    museum, other = organizations(
        ("ORG266", "Museu A CASA", "", "", "NNGO"), ("ORG266", "Instituto Cultural", "", "", "INGO")
    )
    assert museum.note == other.note == "the id ORG266 is also that of another organization"
    assert museum.identifiers == (("r4v", "ORG266"),)


def test_kinds_that_tables_disagree_on_are_kept_and_told() -> None:
    (only,) = organizations(
        ("1", "Alianza", "", "", "NNGO"), ("1", "Alianza", "", "", "Civil Society")
    )
    assert only.kind == "national-ngo"
    assert only.note == "the tables disagree on its kind: national-ngo, civil-society"


def test_a_kind_that_is_not_known_stays_unsaid() -> None:
    assert organizations(("1", "Alianza", "", "", "Alien"))[0].kind is None


def test_an_organization_of_a_list_may_have_an_acronym_only() -> None:
    assert ids(("1", "", "", "ASOVEN", "NNGO")) == ["asoven"]

"""The registry of well-known organizations."""

from collections import Counter

import pytest

from interagency.model import Organization
from interagency.vocabularies import shipped
from interagency.vocabularies.vocabulary import folded

ORGANIZATIONS = tuple(shipped().organizations.values())


def _names(item: Organization) -> tuple[str, ...]:
    return (item.id, item.name or item.id, item.acronym or item.id, *(a.name for a in item.aliases))


def test_an_entry_is_found_by_its_id() -> None:
    """IOM has an IATI identifier that starts unlike those of its neighbours."""
    iom = shipped().organizations["iom"]
    assert iom.acronym == "IOM"
    assert dict(iom.identifiers) == {"iati": "XM-DAC-47066", "fts": "2986"}


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("un-agency", ("unhcr", "iom", "ocha", "unicef", "unrco")),
        ("red-cross-red-crescent", ("icrc", "ifrc")),
        ("international-ngo", ("nrc", "save-the-children", "reach")),
    ],
)
def test_a_well_known_organization_has_its_kind(kind: str, ids: tuple[str, ...]) -> None:
    """The names that documents write without declaring them."""
    assert [shipped().organizations[id].kind for id in ids] == [kind] * len(ids)


@pytest.mark.parametrize("organization", ORGANIZATIONS, ids=lambda item: item.id)
def test_kind_tags_and_country_are_codes_of_the_lists(organization: Organization) -> None:
    """A registry that fails our own rules would be no help."""
    assert organization.kind in shipped()["organization-kinds"]
    assert all(tag in shipped()["organization-tags"] for tag in organization.tags)
    assert organization.country is None or organization.country in shipped()["countries"]


@pytest.mark.parametrize("organization", ORGANIZATIONS, ids=lambda item: item.id)
def test_an_entry_says_where_it_comes_from(organization: Organization) -> None:
    """In its note, since the ids of sources belong to documents."""
    assert organization.sources == ()
    assert "Shipped registry; " in (organization.note or "")


def test_ids_are_unique_and_identifiers_lead_to_one_organization() -> None:
    """Two entries for one organization would split its roles."""
    counts = Counter(pair for item in ORGANIZATIONS for pair in item.identifiers)
    assert [pair for pair, count in counts.items() if count > 1] == []
    assert len({item.name for item in ORGANIZATIONS}) == len(ORGANIZATIONS)


def test_a_name_or_alias_leads_to_one_organization() -> None:
    """Acronyms too: a file that writes one must not find two."""
    known = Counter(
        spelling for item in ORGANIZATIONS for spelling in {folded(name) for name in _names(item)}
    )
    assert [spelling for spelling, count in known.items() if count > 1] == []


def test_no_entry_holds_an_address_or_a_number_to_call() -> None:
    """No contacts, and no names of persons, are needed."""
    assert all("@" not in str(item) and "+" not in str(item) for item in ORGANIZATIONS)

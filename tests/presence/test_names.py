"""Names in rows, and the ids that they mean."""

import pytest

from interagency.document import loads
from interagency.presence.dictionary import period_of
from interagency.presence.names import Names
from interagency.presence.structure import Structure
from interagency.snapshot import Snapshot

DOCUMENT = """
interagency: 1
organizations:
  house: {name: House of Help, acronym: HOH, names: {fr: Maison de l'aide}, aliases: [Help]}
  other: {name: Other House, acronym: HOH}
  twin: {name: Twin}
links:
- {kind: same_as, from: twin, to: other}
sectors:
  special: {name: Special, covers: [OUR-OWN]}
"""
STRUCTURE = Structure(Snapshot.of(loads(DOCUMENT)))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("house", "house"),
        ("  house of   HELP ", "house"),
        ("Maison de l'aide", "house"),
        ("Help", "house"),
        ("HOH", None),
        ("Twin", "other"),
        ("UNICEF", "unicef"),
        ("Somebody", None),
        ("Decided", "house"),
    ],
)
def test_a_name_means_one_organization_or_none(text: str, id: str | None) -> None:
    """Two with one acronym are neither, and those that are the same are one."""
    names = Names(STRUCTURE, {"organization": {"decided": "house"}})
    assert names.organization(text) == id


def test_sectors_are_codes_of_the_document_or_the_vocabulary() -> None:
    names = Names(STRUCTURE, {"sector": {"Prot.": "Protection"}})
    assert names.sectors("OUR-OWN") == ("OUR-OWN",)
    assert names.sectors("Education Cluster") == ("EDU",)
    assert set(names.sectors("Health and Nutrition")) == {"HEA", "NUT"}
    assert names.sectors("Prot.") == ("PRO",)
    assert names.sectors("Anything else") == ()


@pytest.mark.parametrize(
    ("parts", "country", "path"),
    [
        (["ROU", "Suceava", "Siret"], None, "ROU/Suceava/Siret"),
        (["Romania", "Suceava", "n/a"], None, "ROU/Suceava"),
        (["rou/Suceava / Siret"], None, "ROU/Suceava/Siret"),
        (["ROU", "ROU/Suceava"], None, "ROU/Suceava"),
        (["Suceava"], "ROU", "ROU/Suceava"),
        (["MDA"], "ROU", "MDA"),
        ([], "ROU", "ROU"),
        (["Suceava"], None, None),
        ([""], None, None),
    ],
)
def test_an_area_is_a_path_that_begins_with_a_country(
    parts: list[str], country: str | None, path: str | None
) -> None:
    assert Names(STRUCTURE, country=country).area(parts) == path


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025-03-20 00:00:00", "2025-03"),
        ("2025/3", "2025-03"),
        ("2025", "2025"),
        ("2025-13", None),
        ("March", None),
        ("", None),
    ],
)
def test_a_period_is_a_month_or_a_year(text: str, period: str | None) -> None:
    assert period_of(text) == period

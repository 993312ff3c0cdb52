"""Sectors by name."""

import pytest

from interagency.importers.tabular.sectors import as_written, is_total
from tests.importers.grids import NAMES

SECTORS = NAMES.sectors


@pytest.mark.parametrize(
    ("text", "key", "sector", "code"),
    [
        ("Protection (General)", "pro-general", "pro", "PRO"),
        ("Protección (VBG)", "pro-gbv", "pro", "PRO-GBV"),
        ("Proteção (Violência Baseada em Gênero)", "pro-gbv", "pro", "PRO-GBV"),
        ("Protection - Child Protection", "pro-cpn", "pro", "PRO-CPN"),
        ("Child Protection", "pro-cpn", "pro", "PRO-CPN"),
        ("Protección (Trata y Tráfico de Personas)", "pro-hts", "pro", "PRO-HTS"),
        ("Protección (Espacio de Apoyo)", "support-spaces", "pro", "support-spaces"),
        ("Servicios Comunes (MI)", "im", "common-services", "im"),
        ("Common Services: Reporting", "reporting", "common-services", "reporting"),
        ("Common Services (XYZ)", "common-services-xyz", "common-services", None),
        ("Protection (Housing rights)", "pro-housing-rights", "pro", None),
        ("HLP", "pro-hlp", "pro", "PRO-HLP"),
        ("Agua y saneamiento", "wsh", None, "WSH"),
        ("Multipurpose Cash Assistance (MPC)", "mpc", None, "MPC"),
        ("Water, Sanitation and Hygiene (WASH)", "wsh", None, "WSH"),
        ("Shelter (SHL)", "shl", None, "SHL"),
        ("Education ()", "edu", None, "EDU"),
        ("Logistics", "log", None, "LOG"),
        ("Hygiene", "wsh", None, "WSH"),
        ("Child Protection (General)", "pro-cpn-general", "pro-cpn", None),
    ],
)
def test_a_sector_is_known_by_any_of_its_names(
    text: str, key: str, sector: str | None, code: str | None
) -> None:
    found = SECTORS.find(text)
    assert found is not None
    assert (found.key, found.sector and found.sector.key, found.code) == (key, sector, code)


def test_a_short_name_is_clear_beside_its_sector_only() -> None:
    protection = SECTORS.find("Protection")
    assert protection is not None
    found = SECTORS.find("General", protection)
    assert found is not None
    assert found.key == "pro-general"
    assert SECTORS.find("General") is None
    assert SECTORS.find("Something (else)") is None


def test_a_sector_that_no_list_knows_keeps_its_name() -> None:
    protection = SECTORS.find("Protection")
    assert as_written("Sport", None).key == "sport"
    assert as_written("Sport", protection).key == "pro-sport"


def test_a_total_is_no_sector() -> None:
    assert is_total("Country level")
    assert not is_total("Health")

"""Shipped lists recomputed from the published files, where those are at hand."""

import csv
import os
from pathlib import Path

import pytest

from interagency.vocabularies import Vocabulary, shipped

GROUPS = "codelists/ocha/sector_global_coordination_groups_beta_csv_no_hxl.csv"
ORG_TYPES = "codelists/ocha/org_type_organization_types_beta_csv_no_hxl.csv"
CLUSTERS = "codelists/ocha/HPC Tools Disagg data and Gc Mapping(Global Cluster Mapping RPM-HDX).csv"
COUNTRIES = "codelists/countries/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
DAC = "org-registries/dac-orgs-ref.csv"


@pytest.fixture
def data() -> Path:
    """The folder of published files, named by the environment variable INTERAGENCY_DATA."""
    folder = os.environ.get("INTERAGENCY_DATA")
    if not folder:
        pytest.skip("INTERAGENCY_DATA names no folder of published code lists")
    return Path(folder)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def _by_scheme(vocabulary: Vocabulary, scheme: str) -> dict[str, str]:
    return {
        code: term.code for term in vocabulary for name, code in term.equivalents if name == scheme
    }


def test_fifteen_global_coordination_groups_are_shipped() -> None:
    """Eleven clusters and four areas of responsibility."""
    sectors = shipped()["sectors"]
    assert len(_by_scheme(sectors, "ocha")) == len(_by_scheme(sectors, "hrinfo")) == 15


def test_fourteen_ocha_organization_types_and_four_of_hapi_are_shipped() -> None:
    """HAPI adds civil society, observer, development programme and local NGO."""
    kinds = shipped()["organization-kinds"]
    assert len(_by_scheme(kinds, "ocha")) == 14
    assert set(_by_scheme(kinds, "hapi")) - set(_by_scheme(kinds, "ocha")) == {
        "501", "502", "503", "504",
    }  # fmt: skip


def test_the_groups_are_those_of_ocha(data: Path) -> None:
    """Codes, HRinfo ids and French names as published."""
    sectors = shipped()["sectors"]
    for row in _rows(data / GROUPS):
        term = sectors.get(row["ACRONYM"])
        assert term is not None
        assert dict(term.equivalents)["hrinfo"] == row["HRinfo ID"]
        assert (term.name, dict(term.names)["fr"]) == (
            row["Preferred Term"],
            row["Preferred Term (fr)"],
        )


def test_the_clusters_are_those_of_hpc(data: Path) -> None:
    """All 22 codes with their ids."""
    published = {
        row["HPC GlobalCLuster id"]: row["HPC Global Cluster Code"]
        for row in _rows(data / CLUSTERS)
    }
    assert _by_scheme(shipped()["sectors"], "hpc") == published
    assert len(published) == 22


def test_the_organization_types_are_those_of_ocha(data: Path) -> None:
    """Every published id has a kind."""
    published = {row["HR.info ID"] for row in _rows(data / ORG_TYPES)}
    assert set(_by_scheme(shipped()["organization-kinds"], "ocha")) == published


def test_the_countries_are_those_of_the_taxonomy(data: Path) -> None:
    """ISO codes, M49 and HPC ids as published, and no row without an ISO code."""
    countries = shipped()["countries"]
    published = [row for row in _rows(data / COUNTRIES) if row["ISO 3166-1 Alpha 3-Codes"].strip()]
    assert len(countries) == len(published) == 249
    for row in published:
        term = countries.get(row["ISO 3166-1 Alpha 3-Codes"])
        assert term is not None
        assert dict(term.equivalents) == {
            "iso2": row["ISO 3166-1 Alpha 2-Codes"],
            "m49": row["m49 numerical code"].zfill(3),
            "hpc": row["HPC Tools API ID"],
        }


def test_the_dac_identifiers_exist(data: Path) -> None:
    """Every identifier said to be read in the DAC list is in it."""
    published = {row["org_id"] for row in _rows(data / DAC)}
    for organization in shipped().organizations.values():
        identifiers = dict(organization.identifiers)
        if "DAC providers" in (organization.note or ""):
            assert identifiers["iati"] in published
        if "dac" in identifiers:
            assert f"XM-DAC-{identifiers['dac']}" in published

"""Names of sectors that HPC gives."""

import pytest

from interagency.document.identities import parse_identities
from interagency.importers.hpc_projects.read import imported
from tests.importers.hpc_projects.samples import FOOD, only_appeal, page, project, told


@pytest.mark.parametrize(
    ("sector", "codes"),
    [
        ("Health and Nutrition", ("HEA", "NUT")),
        ("Livelihoods and Social Cohesion", ("livelihoods",)),
        ("Food Security and Agriculture", ("FSC",)),
        ("Multi-sector", ("MS",)),
    ],
)
def test_a_sector_of_a_plan_may_be_several_under_one_name(
    sector: str, codes: tuple[str, ...]
) -> None:
    assert only_appeal(project(name=f"Lebanon: Amel ({sector} response)"))[0] == codes


def test_without_a_sector_in_the_title_the_clusters_are_taken() -> None:
    clusters = [FOOD, {"id": 3, "name": "Education"}, {"id": 99, "name": "New"}, {"name": "Old"}]
    found = imported((page(project(name="Food for all", globalClusters=clusters)),))
    assert found.architecture.appeals[0].covers == ("FSC", "EDU")
    assert "not understood: sector 'New' is not known; not understood: sector 'Old'" in str(
        told(found)
    )
    strange = imported((page(project(name="Lebanon: Amel (Joy and Health response)")),))
    assert strange.architecture.appeals[0].covers == ("FSC",)
    assert "sector 'Joy and Health' is not known" in str(told(strange))


def test_a_decision_says_who_an_organization_is_before_its_number_does() -> None:
    rows = (page(project(name="Lebanon: Amel (Health response)")),)
    (own,) = {each.organization for each in imported(rows).architecture.appeals}
    whole = imported(rows).architecture
    (name,) = (each.name for each in whole.organizations if each.id == own)
    text = f"interagency_identities: 1\ndecisions:\n- {{name: {name}, is: amel-lbn}}\n"
    found = imported(rows, parse_identities(text)).architecture
    assert {each.organization for each in found.appeals} == {"amel-lbn"}

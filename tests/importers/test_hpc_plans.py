"""Field clusters of a plan become its sectors; nothing else is concluded from them."""

import json
from pathlib import Path
from typing import Any

import pytest

from interagency.exchange import Imported
from interagency.importers.hpc_plans import IMPORTER
from interagency.importers.tabular.source import UnreadableTable
from interagency.testing import assert_importer_accounts


def entity(id: int = 1, name: str = "Health COVID-19", **more: Any) -> dict[str, Any]:
    version = {"name": name, "value": {"caseloads": [5]}}
    own = {"id": id, "planId": 1010, "entityType": "CL", "governingEntityVersion": version}
    return {**own, "globalClusterIds": [7], **more}


def read(path: Path, value: Any) -> Imported:
    file = path / "entities.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return assert_importer_accounts(IMPORTER, file)


def told(found: Imported) -> list[tuple[str, str]]:
    return [(str(row.outcome), row.detail) for row in found.accounting.rows]


def test_a_field_cluster_is_a_sector_of_the_plan(tmp_path: Path) -> None:
    found = read(tmp_path, {"data": [entity(), entity(2, "Education", globalClusterIds=[3])]})
    whole = found.architecture
    assert [(each.id, each.name, each.covers, each.identifiers) for each in whole.sectors] == [
        ("health-covid-19", "Health COVID-19", ("HEA",), (("hpc", "1"),)),
        ("education", "Education", ("EDU",), (("hpc", "2"),)),
    ]
    (plan,) = whole.plans
    assert (plan.id, plan.name, plan.covers) == ("hpc-1010", None, ("HEA", "EDU"))
    assert (whole.seats, whole.organizations, whole.title) == ((), (), None)
    assert told(found) == [("read", "sector Health COVID-19"), ("read", "sector Education")]


def test_a_plan_with_its_content_says_its_name(tmp_path: Path) -> None:
    value = {"data": {"planVersion": {"name": "Jordan 2020"}, "governingEntities": [entity()]}}
    assert read(tmp_path, value).architecture.plans[0].name == "Jordan 2020"


def test_two_of_one_name_have_two_ids(tmp_path: Path) -> None:
    found = read(tmp_path, [entity(1), entity(2), entity(3, "الصحة", globalClusterIds=None)])
    ids = [each.id for each in found.architecture.sectors]
    assert ids == ["health-covid-19", "health-covid-19-2", "cluster-3"]


def test_what_is_deleted_nameless_or_no_cluster_is_rejected_with_the_reason(
    tmp_path: Path,
) -> None:
    rows = [
        entity(deletedAt="2020-01-01"),
        entity(entityType="OTHER"),
        {"entityType": "CL", "planId": 7, "name": " "},
        {"entityType": "CL", "name": "Shelter", "planId": 8},
    ]
    found = read(tmp_path, {"data": rows})
    assert told(found) == [
        ("rejected", "deleted"),
        ("rejected", "not a cluster but 'OTHER'"),
        ("rejected", "has no name"),
        ("read", "sector Shelter"),
    ]
    assert found.architecture.plans == ()  # of several plans, none is meant


@pytest.mark.parametrize("text", ['{"data": []}', '[{"a": 1}]', "3", "{", '{"data": {"a": 1}}'])
def test_another_file_is_refused_with_the_reason(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(
        UnreadableTable, match=r"holds no governing entities|cannot be read as JSON"
    ):
        IMPORTER.read(path)

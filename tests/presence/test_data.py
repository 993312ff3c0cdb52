"""R4V's real activities, where they are at hand: the same rows as records and as a frame."""

import os
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from interagency.importers.r4v import IMPORTER
from interagency.model import UNKNOWN
from interagency.presence import reconcile
from tests.presence.frames import ANSWERS, IN_PROCESS, is_installed

DATA = Path(os.environ.get("INTERAGENCY_DATA", "nowhere")) / "r4v"
# The last is all of them together.
FILES = ("Activities_5W_2022.xlsx", "RMRP2022ActivitiesSP.xlsx", "")

pytestmark = [
    pytest.mark.skipif(
        not DATA.is_dir(), reason="INTERAGENCY_DATA names no folder that holds r4v/"
    ),
    pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb"),
]


def columns(architecture: Any) -> dict[str, list[Any]]:
    rows = [
        (each.organization, code, each.area)
        for each in architecture.presence
        for code in each.covers or (UNKNOWN,)
    ]
    return dict(
        zip(("organization", "sector", "area"), map(list, zip(*rows, strict=True)), strict=True)
    )


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("complete", [(), ("groups", "leads", "members", "presence")])
def test_real_activities_give_the_same_answers(name: str, complete: tuple[str, ...]) -> None:
    architecture = evolve(IMPORTER.read(DATA / name).architecture, complete=complete)
    assert architecture.presence
    as_records = reconcile(architecture)
    as_frame = reconcile(architecture, IN_PROCESS["duckdb"][1](columns(architecture)))
    for answer in ANSWERS:
        assert as_frame.to_rows(answer) == as_records.to_rows(answer)
    assert as_frame.report == as_records.report

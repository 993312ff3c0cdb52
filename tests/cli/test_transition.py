"""`transition`: who takes over which function of which cluster."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.runs import run

DOCUMENT = """\
interagency: 2
title: Transition
as_of: 2026-01
organizations: {moh: {name: Ministry of Health, kind: government}, x: {name: X}}
sectors: {health: {name: Health Cluster, kind: cluster}}
handovers:
  - {body: health, function: strategy, taker: moh, accepted: true, day: 2026-03}
  - {body: health, function: monitoring, taker: who, accepted: true}
  - {body: health, function: advocacy, taker: none}
  - {body: health, function: accountability, taker: moh, accepted: false, certainty: disputed}
  - {body: health, function: preparedness, taker: x}
"""


@pytest.fixture(autouse=True)
def document(folder: Path) -> Path:
    path = folder / "t.yaml"
    path.write_text(DOCUMENT)
    return path


def test_each_function_has_a_line() -> None:
    assert run("transition", "t.yaml").stdout.splitlines() == [
        "Transition, 2026-01-31: 1 of 7 functions has a national owner who accepted it",
        "",
        "Health Cluster",
        "  ?    service-delivery     no taker is recorded",
        "  ?    strategic-decisions  no taker is recorded",
        "  ok   strategy             Ministry of Health, accepted, by March 2026",
        "  GAP  monitoring           WHO, accepted, not a national owner",
        "  ?    preparedness         X, whether they accepted is unknown, whether they are "
        "national is unknown",
        "  GAP  advocacy             no one takes it over",
        "  ?    accountability       Ministry of Health, not accepted, disputed",
    ]


def test_nothing_to_hand_over_is_told() -> None:
    Path("t.yaml").write_text("interagency: 2\n")
    assert run("transition", "t.yaml").stdout == (
        "untitled, no date stated: 0 of 0 functions have a national owner who accepted it\n"
    )


def test_there_are_tables_for_others() -> None:
    rows = json.loads(run("transition", "t.yaml", "--format", "json").stdout)
    assert rows[2] == {
        "body": "health",
        "name": "Health Cluster",
        "function": "strategy",
        "taker": "Ministry of Health",
        "accepted": "yes",
        "day": "2026-03",
        "state": "accepted by a national owner",
    }
    found = [*csv.reader(io.StringIO(run("transition", "t.yaml", "--format", "csv").stdout))]
    assert len(found) == 8
    lines = run("transition", "t.yaml", "--format", "markdown").stdout.splitlines()
    assert lines[2:4] == ["| group | function | who takes it over |", "|---|---|---|"]
    assert len(lines) == 11

"""Each question has one answer, whoever is asked: show, check, conform, why, graph and tables."""

import csv
from io import StringIO
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given

import interagency as ia
from interagency.cli import main
from interagency.exporters.csv import to_csv
from interagency.graph import build, chains_to_top, overlap, why
from interagency.model import Architecture, named
from interagency.snapshot import Snapshot
from interagency.testing.strategies import architectures

# A sector of which no one knows where it lies, and a seat held through a disputed post.
DRIFTED = """
interagency: 1
areas: [COL]
level: national
organizations: {office: {}}
forums:
  rcf: {seats: {member: [unhcr]}}
sectors:
  lost: {within: unknown, covers: [PRO], seats: {lead: [officer]}}
  health: {within: rcf, covers: [HEA]}
posts: {officer: {organization: unhcr, certainty: disputed}}
"""


def rows(architecture: Architecture, table: str) -> list[dict[str, str]]:
    text = to_csv(architecture)[f"{table}.csv"].removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text)))


def test_areas_and_level_of_a_body_that_lies_somewhere_unknown_are_unknown() -> None:
    architecture = ia.loads(DRIFTED)
    snapshot = Snapshot.of(architecture)
    assert (snapshot.areas("lost"), snapshot.level("lost")) == ((), None)
    assert overlap(architecture, "lost", "health").areas == ()
    assert overlap(architecture, "rcf", "health").areas == ("COL",)
    found = {row["id"]: row for row in rows(architecture, "bodies")}
    assert (found["lost"]["effective_areas"], found["lost"]["effective_level"]) == ("", "")
    assert (found["health"]["effective_areas"], found["health"]["effective_level"]) == (
        "COL",
        "national",
    )


def test_a_seat_held_through_a_disputed_post_has_no_certain_organization() -> None:
    architecture = ia.loads(DRIFTED)
    assert Snapshot.of(architecture).organization_of("officer") is None
    seats = rows(architecture, "seats")
    assert [row["organization"] for row in seats if row["body"] == "lost"] == [""]
    assert [step.end for chain in why(architecture, "lost", "unhcr") for step in chain] == []
    assert [chain[0].end for chain in chains_to_top(architecture, "unhcr")] == ["rcf"]


def test_the_command_line_gives_the_same_answers(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(DRIFTED.strip() + "\n", encoding="utf-8")
    shown = CliRunner().invoke(main, ["show", str(path)]).output
    assert "COL" not in next(each for each in shown.splitlines() if "lost" in each)
    assert (
        "no chain is known" in CliRunner().invoke(main, ["why", str(path), "lost", "unhcr"]).output
    )


@given(architectures())
def test_the_graph_has_the_seats_and_places_that_the_snapshot_has(whole: Architecture) -> None:
    snapshot = Snapshot.of(whole)
    edges = [data for _, _, data in build(whole).edges(data=True)]
    assert {id(data["fact"]) for data in edges if data["kind"] == "seat"} == set(
        map(id, snapshot.now.seats)
    )
    for one in snapshot.now.bodies:
        for other in snapshot.now.bodies:
            areas = {*named(snapshot.areas(one)), *named(snapshot.areas(other))}
            assert {*overlap(snapshot, one.id, other.id).areas} <= areas

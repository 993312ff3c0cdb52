"""`interagency suggest`: candidates for leadership, with every reason told."""

from pathlib import Path

import pytest

from tests.cli.runs import run

ROOM = """\
interagency: 1
organizations: {lido: {name: "Li\\x1bdo", kind: local-ngo}}
sectors:
  health: {name: Health, seats: {lead: [who], member: [lido, acted]}}
  wash: {name: WASH, seats: {co-lead: [unicef, oxfam]}}
  shelter: {name: Shelter}
"""


@pytest.fixture(autouse=True)
def _document() -> None:
    Path("room.yaml").write_text(ROOM)


def test_candidates_are_told_with_their_reasons() -> None:
    result = run("suggest", "room.yaml", "health")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert result.stdout == (
        "Health: candidates for a co-lead that is not recorded, by points; nothing is chosen\n"
        "\n"
        "Li\\x1bdo (lido): 7 points\n"
        "    +3 sits in Health\n"
        "    +2 is an NGO, which models ask for, and no other is known to lead\n"
        "    +1 is a local or national actor\n"
        "    +1 leads no other body\n"
        "\n"
        "ACTED (acted): 6 points\n"
        "    +3 sits in Health\n"
        "    +2 is an NGO, which models ask for, and no other is known to lead\n"
        "    +1 leads no other body\n"
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("wash", "WASH: the leadership is complete, and no seat of it is vacant\n"),
        (
            "shelter",
            "Shelter: no candidate is known, in this body, around it, or by mandate or work\n",
        ),
    ],
)
def test_that_nobody_is_lacking_or_known_is_told(body: str, said: str) -> None:
    result = run("suggest", "room.yaml", body)
    assert (result.stdout, result.exit_code) == (said, 0)


@pytest.mark.parametrize(
    ("id", "said"),
    [("lido", "'lido' is the id of Li\\x1bdo, not of a body"), ("nobody", "nothing has the id")],
)
def test_what_is_no_body_is_a_mistake_in_usage(id: str, said: str) -> None:
    result = run("suggest", "room.yaml", id)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert said in result.stderr


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("lead: vacant", "the vacant lead"),
        ("lead: vacant, co-chair: vacant", "the vacant lead and co-chair"),
        ("lead: [who], co-lead: [vacant]", "the vacant co-lead"),
        ("co-lead: [who]", "a lead or co-lead that is not recorded"),
    ],
)
def test_the_seat_that_would_be_filled_is_named(seats: str, said: str) -> None:
    Path("room.yaml").write_text(
        f"interagency: 1\nsectors: {{s: {{name: S, seats: {{{seats}, member: [acted]}}}}}}"
    )
    first = run("suggest", "room.yaml", "s").stdout.splitlines()[0]
    assert first == f"S: candidates for {said}, by points; nothing is chosen"


def test_one_point_is_told_as_one() -> None:
    Path("room.yaml").write_text(
        "interagency: 1\nforums: {f: {name: F, seats: {chair: [iom, acted], member: [who]}}}\n"
        "sectors:\n  a: {name: A, within: f, seats: {lead: vacant, co-lead: [gov, nrc]}}\n"
        "  b: {seats: {lead: [iom]}}\norganizations: {gov: {kind: government}}"
    )
    assert "IOM (iom): 1 point\n" in run("suggest", "room.yaml", "a").stdout


def test_those_who_are_not_in_the_room_are_named_so_and_the_best_come_first() -> None:
    document = ROOM.replace("name: Shelter", "name: Shelter, covers: [SHL]")
    Path("room.yaml").write_text(document)
    result = run("suggest", "room.yaml", "shelter", "--most", "1")
    assert result.stdout == (
        "Shelter: candidates for a lead or co-lead that is not recorded, by points; nothing is "
        "chosen\n"
        "\n"
        "IFRC (ifrc): 1 point\n"
        "    is not in the room: sits neither in Shelter nor around it\n"
        "    +1 leads the global cluster for Emergency Shelter and NFI\n"
        "\n"
        "... and 1 more: --most 2\n"
    )

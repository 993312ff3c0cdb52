"""How things are called in messages, and where they stand."""

import pytest

from interagency.checking import Snapshot, name_of
from interagency.document import loads
from interagency.model import Answer, Appeal, Link, Presence, Seat
from interagency.model.sections import SECTION_KEYS
from interagency.snapshot.labels import section_of, subject_of

DOCUMENT = """
interagency: 1
organizations: {gov: {name: Government}, other: {kind: ngo}}
forums:
  rcf: {name: Refugee Coordination Forum, acronym: RCF, seats: {chair: [unhcr]}}
  short: {acronym: SH}
  bare: {kind: rcf}
sectors: {s: {name: S, reports_to: [rcf]}}
sub_sectors: {ss: {name: SS}}
working_groups: {wg: {name: WG}}
plans: {p: {kind: RRP}}
appeals: [{plan: p, organization: gov}]
presence: [{organization: gov, covers: [PRO]}]
mandates: {m: {organization: gov}}
offices: {o: {name: O}}
posts: {post: {title: Coordinator}}
products: {d: {kind: sitrep}}
sources: {x: {title: X}}
answers: {RCM-04: yes}
"""


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("unhcr", "UNHCR"),
        ("gov", "Government"),
        ("other", "ngo (other)"),
        ("rcf", "Refugee Coordination Forum"),
        ("short", "SH"),
        ("bare", "bare"),
        ("p", "RRP (p)"),
        ("post", "Coordinator"),
        ("m", "m"),
        ("nothing-at-all", "nothing-at-all"),
    ],
)
def test_things_are_called_as_people_call_them(id: str, name: str) -> None:
    assert name_of(Snapshot.of(loads(DOCUMENT)), id) == name


def test_a_section_is_where_an_entity_stands() -> None:
    architecture = loads(DOCUMENT)
    for section in SECTION_KEYS:
        for record in getattr(architecture, section):
            assert section_of(record) == section
    assert section_of("anything else") == ""


def test_a_record_is_spoken_of_under_an_id() -> None:
    architecture = loads(DOCUMENT)
    by_type = {
        type(record): subject_of(record)
        for section in SECTION_KEYS
        for record in getattr(architecture, section)
    }
    assert by_type[Seat] == "rcf"
    assert by_type[Link] == "s"
    assert by_type[Appeal] == "p"
    assert by_type[Presence] == "gov"
    assert by_type[Answer] == "RCM-04"
    assert subject_of(architecture.plans[0]) == "p"
    assert subject_of(architecture) == ""


def test_things_of_equal_names_are_called_with_their_ids() -> None:
    """Sources are spoken of by nobody; capital letters tell nobody apart."""
    snapshot = Snapshot.of(
        loads(
            "interagency: 1\nforums: {a: {name: Health}, b: {name: Rest}}\n"
            "sectors: {c: {name: HEALTH}, d: {kind: [x]}}\nposts: {p: {title: Officer}}\n"
            "offices: {o: {name: Officer}}\nsources: {r: {title: Rest}}"
        )
    )
    names = [name_of(snapshot, id) for id in "abcdpo"]
    assert names == ["Health (a)", "Rest", "HEALTH (c)", "d", "Officer (p)", "Officer (o)"]

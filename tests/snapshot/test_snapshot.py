"""One day of an architecture: its indexes, effective values, and who is behind a holder."""

import sys
from datetime import date

import pytest

from interagency.checking import Snapshot, Standing
from interagency.document import loads
from interagency.model import Architecture, Forum, Level, Within
from interagency.vocabularies import shipped


def snapshot(document: str, on: str | None = None) -> Snapshot:
    return Snapshot.of(loads(f"interagency: 1\n{document}"), on)


@pytest.mark.parametrize(
    ("as_of", "on", "day"),
    [
        (None, None, None),
        ("2022", None, date(2022, 12, 31)),
        ("2022-02", None, date(2022, 2, 28)),
        ("2022-02", "2020", date(2020, 12, 31)),
        (None, date(2020, 5, 5), date(2020, 5, 5)),
    ],
)
def test_the_day_is_the_last_of_what_is_asked_or_written(
    as_of: str | None, on: str | None, day: date | None
) -> None:
    """Never today."""
    written = f"as_of: {as_of}" if as_of else "title: x"
    assert snapshot(written, on).day == day


def test_without_a_day_everything_holds() -> None:
    document = "forums: {f: {name: F, until: 2020}}"
    found = snapshot(document)
    assert found.now is found.whole
    assert snapshot(document).bodies.keys() == {"f"}
    assert snapshot(document, "2021").bodies == {}
    assert snapshot(document, "2021").whole.bodies != ()


def test_the_indexes_hold_what_is_of_the_day() -> None:
    found = snapshot(
        """
forums: {f: {name: F, seats: {chair: [unhcr, {holder: iom, until: 2020}], member: vacant}}}
sectors: {s: {name: S, within: f, reports_to: [f, unknown], supports: [f]}}
""",
        "2022",
    )
    assert [(seat.term, seat.holder) for seat in found.seats("f")] == [
        ("chair", "unhcr"),
        ("member", "vacant"),
    ]
    assert [found.standing(seat) for seat in found.seats("f")] == [
        Standing.LEAD,
        Standing.PARTICIPATES,
    ]
    assert [link.to for link in found.links("s", "reports_to")] == ["f", "unknown"]
    assert [body.id for body in found.children("f")] == ["s"]
    assert (found.seats("s"), found.links("f", "supports"), found.children("s")) == ((), (), ())


def test_what_role_terms_mean_is_said_by_the_file() -> None:
    found = snapshot("roles: {member: leads}\nforums: {f: {name: F, seats: {member: [unhcr]}}}")
    assert found.standing(found.seats("f")[0]) is Standing.LEAD


TREE = """
level: national
areas: [ROU]
populations: [refugees]
situation: refugee
default_sources: [x]
sources: {x: {title: X}, y: {title: Y}}
forums:
  top: {name: Top}
  r: {name: R, level: regional, areas: [COL], populations: [unknown], situation: mixed-same-area,
      sources: [y]}
sectors:
  a: {name: A, within: r}
  b: {name: B, within: top}
  c: {name: C, within: unknown}
  d: {name: D, within: {to: r, certainty: disputed}}
  e: {name: E, within: none}
  g: {name: G, within: r, level: unknown, situation: unknown}
sub_sectors:
  aa: {name: AA, within: a, level: site, areas: [COL/X]}
  cc: {name: CC, within: c}
  gg: {name: GG, within: g}
"""


@pytest.mark.parametrize(
    ("id", "level", "areas", "populations", "situation"),
    [
        ("top", Level.NATIONAL, ("ROU",), ("refugees",), "refugee"),
        ("r", Level.REGIONAL, ("COL",), ("unknown",), "mixed-same-area"),
        ("a", Level.REGIONAL, ("COL",), ("unknown",), "mixed-same-area"),
        ("aa", Level.SITE, ("COL/X",), ("unknown",), "mixed-same-area"),
        ("b", Level.NATIONAL, ("ROU",), ("refugees",), "refugee"),
        ("e", Level.NATIONAL, ("ROU",), ("refugees",), "refugee"),
        # Nobody knows, or agrees, in what it lies: the header speaks of what lies in nothing.
        ("c", None, (), (), None),
        ("cc", None, (), (), None),
        ("d", None, (), (), None),
        # What is said to be unknown is not inherited.
        ("g", None, ("COL",), ("unknown",), None),
        ("gg", None, ("COL",), ("unknown",), None),
    ],
)
def test_values_are_inherited_from_the_nearest_body_that_has_them(
    id: str,
    level: Level | None,
    areas: tuple[str, ...],
    populations: tuple[str, ...],
    situation: str | None,
) -> None:
    for _ in ("worked out", "remembered"):
        found = snapshot(TREE)
        body = found.bodies[id]
        assert found.level(body) == level
        assert found.areas(body) == areas
        assert found.populations(body) == populations
        assert found.situation(body) == situation


def test_what_is_remembered_does_not_depend_on_what_was_asked_first() -> None:
    forward, backward = snapshot(TREE), snapshot(TREE)
    for found, bodies in ((forward, TREE_IDS), (backward, TREE_IDS[::-1])):
        for id in bodies:
            found.level(found.bodies[id])
    for id in TREE_IDS:
        body = forward.bodies[id]
        assert forward.level(body) == backward.level(body) == snapshot(TREE).level(body)


TREE_IDS = ("top", "r", "a", "b", "c", "d", "e", "g", "aa", "cc", "gg")


@pytest.mark.parametrize(
    ("id", "sources"), [("a", ("x",)), ("aa", ("x",)), ("r", ("y",)), ("top", ("x",))]
)
def test_sources_come_from_the_body_itself_and_then_from_the_file(
    id: str, sources: tuple[str, ...]
) -> None:
    found = snapshot(TREE)
    assert found.sources(found.bodies[id]) == sources


def test_upward_ends_where_nothing_is_named() -> None:
    found = snapshot(TREE)
    assert [body.id for body in found.upward(found.bodies["aa"])] == ["aa", "a", "r"]
    assert [body.id for body in found.upward(found.bodies["c"])] == ["c"]


def test_effective_values_of_deep_places_take_each_step_once() -> None:
    def calls(depth: int) -> int:
        forums = tuple(
            Forum(id=f"f{n}", within=Within(to=f"f{n - 1}") if n else None) for n in range(depth)
        )
        found = Snapshot.of(Architecture(forums=forums, level=Level.NATIONAL))
        bodies = list(found.bodies.values())
        count = 0

        def profile(*_: object) -> None:
            nonlocal count
            count += 1

        before = sys.getprofile()
        sys.setprofile(profile)
        try:
            levels = {found.level(body) for body in bodies}
        finally:
            sys.setprofile(before)
        assert levels == {Level.NATIONAL}
        return count

    assert calls(200) < 2.2 * calls(100)


@pytest.mark.parametrize(
    ("holder", "organization"),
    [
        ("iom", "iom"),
        ("own", "iom"),
        ("of-office", "iom"),
        ("below", "iom"),
        ("nowhere", None),
        ("said-unknown", None),
        ("office-unknown", None),
        ("of-nobodys-office", None),
        ("disputed", None),
        ("of-disputed-office", None),
        ("f", None),
        ("nothing-at-all", None),
    ],
)
def test_behind_a_holder_is_an_organization(holder: str, organization: str | None) -> None:
    """Itself, or that of a post, of its office, of the office above; else it is unknown."""
    found = snapshot(
        """
forums: {f: {name: F, seats: {chair: [iom]}}}
offices:
  country: {name: Country, organization: iom}
  cell: {name: Cell, parent: country}
  nobodys: {name: Nobody's}
  contested: {name: Contested, organization: iom, certainty: disputed}
posts:
  own: {title: A, organization: iom, office: nobodys}
  of-office: {title: A, office: country}
  below: {title: A, office: cell}
  nowhere: {title: A}
  said-unknown: {title: A, organization: unknown, office: country}
  office-unknown: {title: A, office: unknown}
  of-nobodys-office: {title: A, office: nobodys}
  disputed: {title: A, organization: iom, certainty: disputed}
  of-disputed-office: {title: A, office: contested}
"""
    )
    assert found.organization_of(holder) == organization


JOINED = """
organizations: {a: {}, b: {}, c: {}, d: {}, e: {}}
forums: {f: {}, g: {}}
links:
- {kind: same_as, from: b, to: a}
- {kind: same_as, from: c, to: b, certainty: disputed}
- {kind: same_as, from: f, to: unknown}
- {kind: mirrors, from: d, to: e, certainty: disputed}
"""


def test_entries_that_are_the_same_count_as_one() -> None:
    found = snapshot(JOINED)
    assert [found.identity(id) for id in "abcdfg"] == ["a", "a", "c", "d", "f", "g"]
    assert [id for id in "abcdefg" if found.may_be_another(id)] == ["a", "b", "c", "f", "g"]
    assert found.distinct("ab") == 1
    assert found.distinct("abc") == 1
    assert found.distinct("abcde") == 3
    assert found.distinct("fgd") == 2
    assert found.distinct(()) == 0
    assert not found.may_be_another("nothing")


def test_the_lists_may_be_others() -> None:
    lists = shipped().extended([])
    assert Snapshot.of(Architecture(), vocabularies=lists).vocabularies is lists
    assert Snapshot.of(Architecture()).vocabularies is shipped()
    assert Snapshot(Architecture()).vocabularies is shipped()


def test_a_snapshot_of_a_snapshot_is_itself_or_another_day() -> None:
    written = loads("interagency: 2\nas_of: 2022-02\nforums: {f: {until: 2021}}")
    snapshot = Snapshot.of(written)
    assert Snapshot.of(snapshot) is snapshot
    assert Snapshot.of(snapshot, vocabularies=shipped()) is snapshot
    earlier = Snapshot.of(snapshot, "2021-06")
    assert (earlier.day, [each.id for each in earlier.now.forums]) == (date(2021, 6, 30), ["f"])


def test_a_question_on_a_field_may_name_its_record_by_id() -> None:
    snapshot = Snapshot.of(loads("interagency: 2\nforums: {f: {}}"))
    assert snapshot.ask_field("f", "level") == snapshot.ask_field(snapshot.bodies["f"], "level")

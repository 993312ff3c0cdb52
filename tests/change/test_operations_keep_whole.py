"""Every operation keeps an architecture whole, and leaves the time before it alone."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import interagency as ia
from interagency.change.operations import (
    ImpossibleChange,
    close,
    end_plan,
    hand_over,
    join,
    leave,
    merge,
    move,
    open_records,
    rename,
    split,
    vacate,
)
from interagency.model import NONE, Architecture, Day, Sector
from interagency.model.keys import KEYS
from interagency.model.sections import SECTIONS
from interagency.testing.strategies import architectures, days

Operation = Callable[[Architecture], Architecture]

NEW = "quite-new"
OTHER = "quite-other"


@st.composite
def operations(draw: st.DrawFn, architecture: Architecture) -> tuple[str, Operation]:
    """Draw an operation on what is there, which need not be possible."""
    bodies = st.sampled_from([each.id for each in architecture.bodies] or ["none-there"])
    things = st.sampled_from([*architecture.entities] or ["none-there"])
    holders = st.sampled_from([*(each.held_by for each in architecture.seats), "unhcr", "nrc"])
    body, other, holder, day = draw(bodies), draw(bodies), draw(holders) or "unhcr", draw(days())
    thing = draw(things)
    found: dict[str, Operation] = {
        "merge": lambda a: merge(a, [body, other], draw(st.sampled_from([NEW, other])), day),
        "split": lambda a: split(a, body, [Sector(id=NEW), Sector(id=OTHER)], day),
        "open": lambda a: open_records(a, [Sector(id=NEW)], day),
        "close": lambda a: close(a, [thing], day),
        "rename": lambda a: rename(a, thing, to=NEW, name="Quite New"),
        "move": lambda a: move(a, body, draw(st.sampled_from([other, NONE])), day),
        "hand over": lambda a: hand_over(a, body, holder, day),
        "join": lambda a: join(a, body, holder, day),
        "leave": lambda a: leave(a, holder, day, body=draw(st.sampled_from([None, body]))),
        "vacate": lambda a: vacate(a, body, day),
        "end plan": lambda a: end_plan(a, thing, day),
    }
    name = draw(st.sampled_from([*found]))
    return name, found[name]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_operation_keeps_an_architecture_whole(data: st.DataObject) -> None:
    before = data.draw(architectures())
    name, operation = data.draw(operations(before))
    try:
        after = operation(before)
    except ImpossibleChange:
        return
    assert ia.loads(ia.dumps(after)) == after, name
    for section in SECTIONS:
        lost = {*map(_id, getattr(before, section.key))} - {*map(_id, getattr(after, section.key))}
        if section.keyed and name not in ("rename",) and section.key != "organizations":
            assert not lost, name


def _id(record: object) -> object:
    return getattr(record, "id", record)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_nothing_changes_before_the_day_of_an_operation(data: st.DataObject) -> None:
    before = data.draw(architectures())
    body = data.draw(st.sampled_from([each.id for each in before.bodies] or ["none-there"]))
    day = data.draw(days())
    holder = data.draw(st.sampled_from([*(each.held_by for each in before.seats), "nrc"]))
    who = holder or "nrc"
    possible: list[Operation] = [
        lambda a: close(a, [body], day),
        lambda a: hand_over(a, body, who, day),
        lambda a: join(a, body, who, day),
        lambda a: leave(a, who, day),
        lambda a: vacate(a, body, day),
        lambda a: open_records(a, [Sector(id=NEW)], day),
    ]
    try:
        after = data.draw(st.sampled_from(possible))(before)
    except ImpossibleChange:
        return
    if day.first.year == 1:
        return
    eve = Day.of(day.first - timedelta(days=1))
    assert held(after, eve) == held(before, eve)


def held(architecture: Architecture, day: Day) -> dict[str, set[object]]:
    """Return what holds on a day, by natural keys; organizations are lent as they are named."""
    now = architecture.on(day)
    sections = (each.key for each in SECTIONS if each.key != "organizations")
    return {key: {KEYS.get(key, _id)(each) for each in getattr(now, key)} for key in sections}

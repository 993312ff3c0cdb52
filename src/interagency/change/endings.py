"""Ends: a body, office, post, plan or agreement closes, with all that rests on it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence, Set
from typing import Any, Final

from attrs import evolve

from interagency.change.periods import day_before, ended, is_over
from interagency.change.wholeness import ImpossibleChange, article, named, whole
from interagency.model import Architecture, DatedFact, Day, Link, Plan
from interagency.model.keys import KEYS
from interagency.model.sections import ENTITY_KEYS, SECTIONS, section_of
from interagency.vocabularies import Vocabularies

# What lies in something closes with it; what only refers to it does not.
_INSIDE: Final = ("parent", "part_of", "office")
# What a relation rests on: it ends with any of these.
_RESTS: Final = ("body", "holder", "from_", "to", "plan")
_RELATIONS: Final = ("seats", "links", "presence")
_ENDED: Final = "ended"


def close(
    architecture: Architecture,
    ids: Collection[str],
    day: Day,
    *,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which something closes: a body, office, post, plan or agreement.

    What lies in it closes with it, and so do its seats and lines, and the activity under a plan.
    What is recorded without dates stays: appeals, products, decisions.

    Args:
        architecture: The architecture.
        ids: The ids of what closes.
        day: The first day on which it is closed.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If it has no end, has ended before, or has not begun by then.
    """
    for id in ids:
        _check(architecture, id, day)
    return whole(architecture, vocabularies, **dict(ended_sections(architecture, ids, day)))


def end_plan(
    architecture: Architecture,
    plan: str,
    day: Day,
    *,
    status: str = _ENDED,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which a plan ends, with its chapters and the activity under it.

    Args:
        architecture: The architecture.
        plan: Id of the plan.
        day: The first day on which it is over.
        status: How it stands then, from the vocabulary plan-statuses.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If it is not a plan, or cannot end then.
    """
    if not isinstance(architecture.entities.get(plan), Plan):
        raise ImpossibleChange(f"{plan} is not the id of a plan")
    closed = close(architecture, [plan], day, vocabularies=vocabularies)
    inside = _with_inside(architecture, [plan])
    plans = [evolve(each, status=status) if each.id in inside else each for each in closed.plans]
    return evolve(closed, plans=tuple(plans))


def ended_sections(
    architecture: Architecture,
    ids: Collection[str],
    day: Day,
    *,
    keep_inside: bool = False,
    active: bool = False,
) -> Iterator[tuple[str, list[Any]]]:
    """Yield the records of each section in which something ends with some things.

    Args:
        architecture: The architecture.
        ids: The ids of what ends.
        day: The first day on which it holds no longer.
        keep_inside: Whether what lies in it goes on, as it has another place.
        active: Whether the activity of organizations among them ends too.
    """
    gone = frozenset(ids) if keep_inside else _with_inside(architecture, ids)
    for section in SECTIONS:
        records = getattr(architecture, section.key)
        if section.key in ENTITY_KEYS and not gone.isdisjoint(each.id for each in records):
            if issubclass(section.holds, DatedFact):
                ending = (_ended(each, day) if each.id in gone else each for each in records)
                yield section.key, list(ending)
        elif section.key in _RELATIONS and records:
            rests = (*_RESTS, "organization") if active else _RESTS
            yield section.key, list(_left(KEYS[section.key], records, gone, day, rests))


def _ended(record: Any, day: Day) -> Any:
    after = ended(record, day)
    if after is None:
        raise ImpossibleChange(f"{record.id} begins {record.since}; it cannot end before {day}")
    return after


def _left(
    key: Callable[[Any], Hashable],
    records: Sequence[Any],
    gone: Set[str],
    day: Day,
    rests_on: Sequence[str],
) -> Iterator[Any]:
    fields = [name for name in rests_on if hasattr(records[0], name)]
    ending = [each for each in records if any(getattr(each, name) in gone for name in fields)]
    over = {id(each) for each in ending if not is_lineage(each)}
    after = (ended(each, day) if id(each) in over else each for each in records)
    # What ends may become like a record that ended then already.
    yield from {key(each): each for each in after if each is not None}.values()


def is_lineage(record: object) -> bool:
    """Return whether a record says which body took over from which: that never ends."""
    return isinstance(record, Link) and record.kind == "succeeds"


def _with_inside(architecture: Architecture, ids: Iterable[str]) -> frozenset[str]:
    """Return some ids with those of all that lies in them."""
    inside = defaultdict(list)
    for each in architecture.iter_entities():
        for name in _INSIDE if isinstance(each, DatedFact) else ():
            inside[getattr(each, name, None)].append(each.id)
    waiting, found = [*ids], set[str]()
    while waiting:
        id = waiting.pop()
        found.add(id)
        waiting += inside.pop(id, ())
    return frozenset(found)


def _check(architecture: Architecture, id: str, day: Day) -> None:
    record = architecture.find(id) if id in architecture.entities else None
    if record is None:
        raise ImpossibleChange(f"nothing has the id {id!r}")
    name, section = named(architecture, id), section_of(record)
    if not isinstance(record, DatedFact):
        noun = article(section.noun) if section else ""
        raise ImpossibleChange(f"{name} is {noun}, which has no dates and does not close")
    if is_over(record, day):
        raise ImpossibleChange(f"{name} ended before: its last day is {record.until}")
    if record.since is not None and record.since.first >= day.first:
        begins = f"begins {record.since}; it cannot have ended by {day_before(day)}"
        raise ImpossibleChange(f"{name} {begins}")

"""Two architectures compared: what is different, by body, as coordinators say it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import final

from attrs import evolve, field, frozen

from interagency.change.body_changes import entity_changes
from interagency.change.changes import Change, ChangeKind, Sides
from interagency.change.consequences import Consequences
from interagency.change.differences import Difference, differences
from interagency.change.field_changes import field_changes
from interagency.change.handover_changes import handover_changes
from interagency.change.references import with_ids
from interagency.change.relation_changes import appeal_changes, link_changes, presence_changes
from interagency.change.renames import renames
from interagency.change.seat_changes import seat_changes
from interagency.change.successions import is_succession, succession_change, successions
from interagency.model import Architecture, Body, Day, Decision, Link, Organization
from interagency.model.display import Displayed
from interagency.model.sections import SECTION_KEYS
from interagency.snapshot import subject_of
from interagency.vocabularies import Vocabularies, shipped

_RELATIONS = {
    "seats": seat_changes,
    "links": link_changes,
    "appeals": appeal_changes,
    "presence": presence_changes,
    "handovers": handover_changes,
}


@final
@frozen(kw_only=True)
class Comparison(Displayed):
    """Differences between two architectures.

    Attributes:
        before: The earlier one, with the ids of the later one; of one day if days were given.
        after: The later one; of one day if days were given.
        changes: The changes, grouped by their subject: the document itself, then bodies, plans and
            all else, each in the order of the later document.
        renamed: The new id of each thing that has another one, by its old id.
        consequences: What rules, reference models and indicators say otherwise; None if they
            were not asked.
        vocabularies: The code lists.
        days: The two days, if days were given.
    """

    before: Architecture
    after: Architecture
    changes: tuple[Change, ...]
    renamed: Mapping[str, str] = field(factory=dict)
    consequences: Consequences | None = None
    vocabularies: Vocabularies = field(factory=shipped, repr=False)
    days: tuple[Day, Day] | None = None

    def __bool__(self) -> bool:
        """Return whether anything is different."""
        return bool(self.changes)

    def by_subject(self) -> Mapping[str, tuple[Change, ...]]:
        """Return the changes of each subject, by its id."""
        found = defaultdict(list)
        for change in self.changes:
            found[change.subject].append(change)
        return {subject: tuple(changes) for subject, changes in found.items()}

    def decisions(self, subject: str) -> tuple[Decision, ...]:
        """Return the decisions that changed a subject and are new or otherwise than before.

        Of two days of one document, those that were taken from the first to the second.
        """
        named = (each for each in self.after.decisions if subject in each.changes)
        return tuple(each for each in named if self._is_new(each))

    def _is_new(self, decision: Decision) -> bool:
        if decision not in self.before.decisions:
            return True
        if self.days is None or decision.day is None:
            return False
        first, last = self.days
        return first.last < decision.day.last and decision.day.first <= last.last

    def name(self, subject: str) -> str:
        """Return what people call a subject; of the document itself, its title."""
        return self._sides.name(subject) if subject else self.after.title or "the document"

    @cached_property
    def _sides(self) -> Sides:
        return Sides(self.before, self.after, self.vocabularies)


def compare(
    before: Architecture,
    after: Architecture,
    days: tuple[Day | date | str, Day | date | str] | None = None,
    vocabularies: Vocabularies | None = None,
) -> Comparison:
    """Return what is different between two architectures.

    Args:
        before: The earlier one.
        after: The later one; the same one, to compare two days of it.
        days: The day of each on which to look; by default all that is recorded is compared, and
            an end is reported when it is recorded.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.
    """
    codes = vocabularies or shipped()
    whole = after
    if days is not None:
        before, after = before.on(days[0]), after.on(days[1])
    found = differences(before, after)
    renamed = renames(before, after, found)
    if renamed:
        before = with_ids(before, renamed)
        found = differences(before, after)
    sides = Sides(before, after, codes, by_day=days is not None)
    changes = (*_renamings(sides, renamed), *_header(sides), *_changes(sides, found, whole))
    return Comparison(
        before=before,
        after=after,
        changes=tuple(_in_order(changes, sides)),
        renamed=renamed,
        vocabularies=codes,
        days=None if days is None else (Day.of(days[0]), Day.of(days[1])),
    )


def _renamings(sides: Sides, renamed: Mapping[str, str]) -> Iterator[Change]:
    for old, new in renamed.items():
        record = sides.after.entities[new]
        yield Change(
            kind=ChangeKind.RENAMED,
            subject=new,
            text=f"new id {new}, was {old}",
            before=(evolve(record, id=old),),
            after=(record,),
        )


def _header(sides: Sides) -> Iterator[Change]:
    difference = Difference("", sides.before, sides.after)
    names = [name for name in difference.fields if name not in SECTION_KEYS]
    for change in field_changes(sides, difference, only=names) if names else ():
        yield evolve(change, subject="", sources=())


def _changes(sides: Sides, found: Sequence[Difference], whole: Architecture) -> Iterator[Change]:
    left = [each for each in found if not _is_lent(sides, each)]
    for succession in successions(_new_links(sides, whole), *_over_and_opened(sides, found)):
        change, explained = succession_change(sides, succession, left)
        yield change
        left = [each for each in left if each not in explained]
    yield from _ordinary(sides, left)


def _new_links(sides: Sides, whole: Architecture) -> list[Link]:
    known = {*sides.before.links}
    return [link for link in whole.links if is_succession(link) and link not in known]


def _over_and_opened(
    sides: Sides, found: Iterable[Difference]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the bodies that ended or are gone, and of those that are new."""
    bodies = [each for each in found if isinstance(each.record, Body)]
    over = (each.before.id for each in bodies if sides.ended(each) or each.after is None)
    opened = (each.after.id for each in bodies if each.before is None)
    return frozenset(over), frozenset(opened)


def _is_lent(sides: Sides, difference: Difference) -> bool:
    """Return whether a well-known organization is only referred to, or no longer."""
    record = difference.record
    is_moved = difference.before is None or difference.after is None
    registry = sides.vocabularies.organizations
    return is_moved and isinstance(record, Organization) and registry.get(record.id) == record


def _ordinary(sides: Sides, found: Sequence[Difference]) -> Iterator[Change]:
    relations: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    entities = []
    for each in found:
        if each.section in _RELATIONS:
            relations[each.section, subject_of(each.record)].append(each)
        else:
            entities.append(each)
    for each in _one_by_id(entities):
        yield from _entity(sides, each, relations)
    for (section, subject), records in relations.items():
        yield from _RELATIONS[section](sides, subject, records)


def _one_by_id(found: Sequence[Difference]) -> Iterator[Difference]:
    """Yield the differences; a thing that went from one section to another is one of them."""
    by_id = defaultdict(list)
    for each in found:
        by_id[each.record.id].append(each)
    for same in by_id.values():
        gone = [each.before for each in same if each.after is None]
        came = [each for each in same if each.before is None]
        if len(same) == 2 and gone and came:
            yield evolve(came[0], before=gone[0])
        else:
            yield from same


def _entity(
    sides: Sides,
    difference: Difference,
    relations: dict[tuple[str, str], list[Difference]],
) -> Iterator[Change]:
    """Yield the changes of a thing; a body that opens or closes takes its seats with it."""
    record = difference.record
    key = ("seats", record.id)
    seats: list[Difference] = []
    if isinstance(record, Body) and difference.before is None:
        seats = relations.pop(key, [])
    elif isinstance(record, Body) and (difference.after is None or sides.ended(difference)):
        for section in ("seats", "links"):
            kept = [
                each
                for each in relations.pop((section, record.id), [])
                if each.after is not None and not sides.ended(each)
            ]
            if kept:
                relations[section, record.id] = kept
    yield from entity_changes(sides, difference, [each.after for each in seats])


def _in_order(changes: Sequence[Change], sides: Sides) -> list[Change]:
    """Return the changes by subject: the document, bodies, plans, then all else."""
    ids = [
        each.id
        for whole in (sides.after, sides.before)
        for each in (*whole.bodies, *whole.plans, *whole.iter_entities())
    ]
    places = {id: place for place, id in enumerate(dict.fromkeys(("", *ids)))}
    return sorted(changes, key=lambda change: places.get(change.subject, len(places)))

"""How much of what a plan asked for was received, and how many of its people were reached."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import final

from attrs import frozen

from interagency.model import Appeal, Day, Figure, Money, Plan, Progress
from interagency.snapshot import Snapshot

# What counts can be divided by each other: exact ones, and those about which a source is vague.
_DIVISIBLE = ("", "~")


@final
@frozen(kw_only=True)
class Reached:
    """How many of a population were reached.

    Attributes:
        population: The population, or `people` for all.
        reached: How many were reached; None if that is not recorded.
        target: How many were to be reached; None if that is not recorded.
        share: The part that was reached; None if it is unknown, which is not 0.
    """

    population: str
    reached: Figure | None
    target: Figure | None
    share: Decimal | None


@final
@frozen(kw_only=True)
class Coverage:
    """What is recorded of one plan for one day, sector and country.

    Attributes:
        plan: Id of the plan.
        as_of: The day, month or year of which it tells.
        covers: In which sectors; in all if empty.
        country: In which country; in all if None.
        received: What was received; None if that is not recorded.
        requirement: What was asked for; None if that is not recorded.
        share: The part that was received; None if it is unknown, which is not 0.
        reached: Who was reached, by population.
    """

    plan: str
    as_of: Day
    covers: tuple[str, ...]
    country: str | None
    received: Money | None
    requirement: Money | None
    share: Decimal | None
    reached: tuple[Reached, ...]


@final
@frozen(kw_only=True)
class ReceivedByAppeals:
    """What the appeals of a plan received, added up.

    Attributes:
        received: The sum of what is recorded; None if that is nothing, or in several currencies.
        known: How many appeals say what they received.
        unknown: How many do not; they are in no sum, and count as nothing else.
    """

    received: Money | None
    known: int
    unknown: int


def coverage(snapshot: Snapshot, plan: str) -> tuple[Coverage, ...]:
    """Return what is recorded of a plan, the newest of each sector and country, whole plan first.

    Raises:
        UnknownId: If nothing has the id on the day.
    """
    found = snapshot.now.find(plan)
    if not isinstance(found, Plan):
        return ()
    newest = sorted(_newest(found.progress, snapshot), key=_place)
    return tuple(_coverage(found, each) for each in newest)


def _place(each: Progress) -> tuple[bool, tuple[str, ...], str]:
    """Return what puts the whole plan before its sectors and countries."""
    return bool(each.covers or each.country), each.covers, each.country or ""


def received_by_appeals(snapshot: Snapshot, plan: str) -> ReceivedByAppeals:
    """Return what the appeals of a plan received by the newest that each says."""
    appeals = [each for each in snapshot.certain(Appeal) if each.plan == plan]
    amounts = [money for each in appeals for money in _received(each, snapshot)]
    currencies = {each.currency for each in amounts}
    total = None
    if len(currencies) == 1:
        total = Money(sum((each.amount for each in amounts), Decimal(0)), *currencies)
    known = sum(1 for each in appeals if any(_received(each, snapshot)))
    return ReceivedByAppeals(received=total, known=known, unknown=len(appeals) - known)


def _received(appeal: Appeal, snapshot: Snapshot) -> tuple[Money, ...]:
    """Return what an appeal received: in all if that is recorded, else in each of its parts."""
    found = sorted(_newest(appeal.progress, snapshot), key=_place)
    amounts = [(_place(each)[0], each.received) for each in found if each.received is not None]
    whole = tuple(amount for is_part, amount in amounts if not is_part)
    return whole or tuple(amount for _, amount in amounts)


def _newest(progress: Sequence[Progress], snapshot: Snapshot) -> Iterator[Progress]:
    """Yield the newest certain record of each sector and country, none later than the day."""
    day = snapshot.day
    known = [
        each for each in progress if each.is_certain and (day is None or each.as_of.last <= day)
    ]
    found: dict[object, Progress] = {}
    for each in sorted(known, key=lambda each: (each.as_of.last, each.as_of.text)):
        found[frozenset(each.covers), each.country] = each
    yield from found.values()


def _coverage(plan: Plan, progress: Progress) -> Coverage:
    is_whole = not progress.covers and progress.country is None
    asked = progress.requirement or (plan.requirement if is_whole else None)
    return Coverage(
        plan=plan.id,
        as_of=progress.as_of,
        covers=progress.covers,
        country=progress.country,
        received=progress.received,
        requirement=asked,
        share=_share_of_money(progress.received, asked),
        reached=tuple(_reached(progress)),
    )


def _share_of_money(received: Money | None, asked: Money | None) -> Decimal | None:
    if received is None or asked is None or received.currency != asked.currency:
        return None
    return received.amount / asked.amount if asked.amount > 0 else None


def _reached(progress: Progress) -> Iterator[Reached]:
    reached = {each.name: each for each in progress.reached}
    targets = {each.name: each for each in progress.targets}
    for name in dict.fromkeys((*targets, *reached)):
        one, other = reached.get(name), targets.get(name)
        share = _share_of_people(one, other)
        yield Reached(population=name, reached=one, target=other, share=share)


def _share_of_people(reached: Figure | None, target: Figure | None) -> Decimal | None:
    if reached is None or target is None or not target.value:
        return None
    if reached.bound not in _DIVISIBLE or target.bound not in _DIVISIBLE:
        return None
    return reached.value / target.value

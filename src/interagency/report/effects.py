"""Effects of a change as text: who loses and gains a seat, which groups lose their lead or line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from interagency.change import Effects
from interagency.change.effects import LostLead, Place
from interagency.change.words import counted_words, listed
from interagency.report.comparison import Block

Name = Callable[[str], str]
_MOST = 6


def effect_blocks(effects: Effects, name: Name) -> Iterator[Block]:
    """Yield what a change does to those in it, each part with its title.

    Args:
        effects: What it does.
        name: Names what has an id.
    """
    found = (
        ("Seats", [*_seats(effects, name)]),
        ("Leadership", [*_leadership(effects, name)]),
        ("Lines", [*_lines(effects, name)]),
    )
    yield from ((title, rows) for title, rows in found if rows)


def _seats(effects: Effects, name: Name) -> Iterator[str]:
    for holder, places in _by_holder(effects.lost).items():
        end = "; it has no seat left" if holder in effects.gone else ""
        yield f"{name(holder)} loses {_places(places, name)}{end}"
    for holder, places in _by_holder(effects.gained).items():
        yield f"{name(holder)} gains {_places(places, name)}"


def _by_holder(places: Iterable[Place]) -> dict[str, list[Place]]:
    found = defaultdict(list)
    for each in places:
        found[each.holder].append(each)
    return found


def _places(places: list[Place], name: Name) -> str:
    shown = [f"{each.term} of {name(each.body)}" for each in places]
    return f"{counted_words(len(places), 'seat')}: {listed(shown, _MOST)}"


def _leadership(effects: Effects, name: Name) -> Iterator[str]:
    for id in effects.without_lead:
        yield f"{name(id)} has no lead left"
    for each in effects.lost_leads:
        yield _lost_lead(each, name)


def _lost_lead(lost: LostLead, name: Name) -> str:
    before, after = lost.before, lost.after
    return (
        f"{name(before.holder)} was {before.term} of {name(before.body)} "
        f"and is {after.term} of {name(after.body)}"
    )


def _lines(effects: Effects, name: Name) -> Iterator[str]:
    for link in effects.broken_lines:
        verb = "report to" if link.kind == "reports_to" else "escalate to"
        yield f"{name(link.from_)} has no one left to {verb}; it was {name(link.to)}"

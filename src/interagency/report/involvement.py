"""What somebody has to do with products, decisions and agreements, in words."""

from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from interagency.model import Decision, Fact, Product
from interagency.model.grammar import named
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.wording import Wording, listed
from interagency.snapshot import Involvement, asked_by, counted, involved

# What people take part in, rather than read.
EVENTS: Final = ("event", "training", "mission")
_VERBS = {
    "by": "makes",
    "on_behalf_of": "is the one for whom is made",
    "contributors": "owes input to",
    "participants": "takes part in",
    "cleared_by": "clears",
    "raised_by": "raised",
    "changes": "is changed by",
    "parties": "is party to",
    "concerns": "is what is agreed in",
}
# Short words for what would make a column wide.
_HEADINGS = {_VERBS["on_behalf_of"]: "Made for it", _VERBS["concerns"]: "Agreed in"}


@final
@frozen
class Part:
    """What somebody does, and with what: makes three products for UNHCR.

    Attributes:
        verb: The verb, with for whom if that is recorded.
        noun: What it is done with: product, event, decision, agreement.
        ids: The ids of the products, decisions or agreements.
        sources: The ids of where that was read.
    """

    verb: str
    noun: str
    ids: tuple[str, ...]
    sources: tuple[str, ...]


def parts_of(wording: Wording, id: str) -> Iterator[Part]:
    """Yield what something has to do with products, decisions and agreements, alike together."""
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for each in involved(wording.snapshot, id):
        key = (_verb(wording, each, id), _noun(each.record))
        sources = wording.snapshot.sources(each.record)
        found.setdefault(key, {})[each.record.id] = sources
    for (verb, noun), records in found.items():
        read = dict.fromkeys(source for each in records.values() for source in each)
        yield Part(verb, noun, tuple(records), tuple(read))


def _noun(record: Fact) -> str:
    if isinstance(record, Product) and record.kind in EVENTS:
        return "event"
    return SECTION_OF_CLASS[type(record)].noun


def _verb(wording: Wording, each: Involvement, id: str) -> str:
    record = each.record
    if isinstance(record, Decision) and each.part == "by":
        return "has to take" if record.status == "open" else "took"
    if isinstance(record, Product) and each.part == "by":
        verb = "organizes" if record.kind in EVENTS else "makes"
        names = [wording.short(who) for who in named(record.on_behalf_of) if who != id]
        return f"{verb} for {listed(names)}" if names else verb
    return _VERBS[each.part]


def sentence(wording: Wording, id: str, part: Part) -> str:
    """Return one part as a sentence: REACH makes 4 products for UNHCR: MSNA, site mapping."""
    verb, _, whom = part.verb.partition(" for ")
    names = ", ".join(map(wording.name, part.ids))
    what = counted(len(part.ids), part.noun)
    if part.verb == _VERBS["on_behalf_of"]:
        return f"{what} made for {wording.short(id)}: {names}"
    return f"{wording.short(id)} {verb} {what}{f' for {whom}' if whom else ''}: {names}"


def rows_of(wording: Wording, id: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of something as rows of a card: the verb, and the names with how often."""
    for part in parts_of(wording, id):
        verb, _, whom = part.verb.partition(" for ")
        heading = _HEADINGS.get(part.verb) or verb.capitalize()
        names = "; ".join(_with_rhythm(wording, each) for each in part.ids)
        yield heading, f"for {whom}: {names}" if whom and part.verb not in _HEADINGS else names
    asked = [x.id for x in wording.snapshot.now.products if id in asked_by(wording.snapshot, x)]
    if asked:
        yield "Asks for", "; ".join(_with_rhythm(wording, each) for each in asked)


def _with_rhythm(wording: Wording, id: str) -> str:
    record = wording.snapshot.now.entities[id]
    mark = wording.mark(record) if isinstance(record, Fact) else ""
    if not isinstance(record, Product) or (record.kind in EVENTS and not record.frequency):
        return f"{wording.name(id)}{mark}"
    often = wording.word(wording.code("frequencies", record.frequency or "?"))
    return f"{wording.name(id)}, {often}{mark}"

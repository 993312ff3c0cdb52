"""A source that has grown old, and is the newest that vouches for a part of the structure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Day
from interagency.snapshot import WHICH_DAY, Question, Snapshot, subject_of

# What changes without notice. A mandate or a plan is a decision, which stands until another.
_SECTIONS = ("bodies", "seats", "links", "offices", "posts", "presence")
_LONGEST = timedelta(days=365)
_SHOWN = 3


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each old source on which something rests that has no newer one."""
    written = {each.id: each.published or each.read for each in snapshot.now.sources}
    dates = {id: day for id, day in written.items() if day}
    if dates and snapshot.day is None:
        yield WHICH_DAY
    elif dates and snapshot.day:
        for id, resting in _resting(snapshot, dates).items():
            if snapshot.day - dates[id].last > _LONGEST:
                yield Finding(id, _message(snapshot, id, dates[id], resting))


def _resting(snapshot: Snapshot, dates: Mapping[str, Day]) -> Mapping[str, set[str]]:
    """Return the ids of what rests on each source as its newest one.

    A source without a date may be the newest: what rests on one is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    records = (each for section in _SECTIONS for each in getattr(snapshot.now, section))
    for record in (each for each in records if each.is_certain):
        sources = snapshot.sources(record)
        if sources and all(id in dates for id in sources):
            newest = max(sources, key=lambda id: (dates[id].last, id))
            found[newest].add(subject_of(record))
    return found


def _message(snapshot: Snapshot, id: str, day: Day, resting: set[str]) -> str:
    names = [snapshot.name(each) for each in sorted(resting)]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (
        f"{snapshot.name(id)} ({day}) is more than a year old on {snapshot.day}, and nothing "
        f"newer confirms what it says of {'; '.join(names[:_SHOWN])}{more}"
    )


RULE = Rule(
    name="stale-record",
    severity=Severity.WARNING,
    summary="A source more than a year old that nothing newer confirms.",
    rationale=(
        "Leads change with every rotation, and a list of them that nobody renews sends people to "
        "the wrong door. Structures are mapped anew every year, so that a body, seat, line, "
        "office, post or presence is called stale if the newest of its sources is more than 365 "
        "days older than the day looked at: the day is that of `published`, else of `read`, and "
        "of a month or a year its last. Mandates and plans are decisions, and do not age. A source "
        "without a date may be new, so that whatever rests on one too is left out. There is one "
        "finding for each source, since one new document settles all that rests on it. To clear "
        "it, confirm what is written, and add the source that does."
    ),
    check=check,
    sources=(
        Citation(
            "The Pulse of Humanitarian Coordination 2023, methodological notes (structures are "
            "mapped once a year, from what was known the year before)",
            "https://humanitarianaction.info/article/methodological-notes",
        ),
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: the "
            "contact list of the groups is kept current)"
        ),
        Citation(
            "That a record is stale after 365 days follows from a yearly mapping, and is written "
            "in none of them",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "minutes of the same year, a newer source beside an old one, and one without a date",
            """
interagency: 2
as_of: 2025-06-30
default_sources: [minutes]
sources:
  tor: {title: Terms of reference, published: 2022}
  minutes: {title: Minutes of a meeting, published: 2025-01}
  page: {title: A page on the web}
sectors:
  health: {name: Health, sources: [tor, minutes]}
  wash: {name: WASH, sources: [tor, page]}
  education: {name: Education}
""",
        ),
        Example(
            "two groups, and who leads a third, of which nothing newer is known",
            """
interagency: 2
as_of: 2025-06-30
sources:
  tor: {title: Terms of reference, published: 2022}
  page: {title: A page on the web, read: 2024-06-29}
  minutes: {title: Minutes of a meeting, published: 2025-01}
sectors:
  health: {name: Health, sources: [tor]}
  wash: {name: WASH, sources: [tor]}
  education:
    name: Education
    sources: [minutes]
    seats: {lead: [{holder: unicef, sources: [page]}]}
""",
            flags=("page", "tor"),
        ),
    ),
)

"""The register of contacts and seats: the list that a coordinator must keep, with its holes."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from interagency.exchange import Option
from interagency.model import NONE, UNKNOWN, VACANT, Architecture, Body, Office, Post, Seat
from interagency.report.language import language
from interagency.report.pictures import LANGUAGE_OPTION
from interagency.report.tables import FORMS, Table, written
from interagency.report.wording import Wording

REGISTER_OPTIONS: Final = (
    Option(name="form", choices=FORMS, default="csv", help="The form of the table."),
    Option(name="leads", kind="flag", help="Only the seats of leadership."),
    LANGUAGE_OPTION,
)
HEADS: Final = (
    "Group",
    "Level",
    "Area",
    "Seat",
    "Organization",
    "Post",
    "Role mailbox",
    "Since",
    "Age of the source in days",
    "Hole",
)


def to_register(
    architecture: Architecture, form: str = "csv", leads: bool = False, lang: str = "en"
) -> str | bytes:
    """Return the register of an architecture on the day that it describes.

    Args:
        architecture: The architecture; without contacts if they are not to be shared.
        form: xlsx, csv, md or html.
        leads: Whether only seats of leadership are in it.
        lang: The language of headings.

    Raises:
        MissingLibrary: If a workbook is wanted, and XlsxWriter is not installed.
    """
    wording = Wording.of(architecture, language(lang))
    say = wording.language.say
    table = Table(
        title=f"{say('Register')}: {architecture.title or say('untitled')}",
        note=wording.setting()[0],
        heads=[say(head) for head in HEADS],
        rows=[*register_rows(wording, leads=leads)],
        language=wording.language,
    )
    return written(table, form)


def register_rows(wording: Wording, *, leads: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield a row for each seat; a list that is not complete ends with a row that says so."""
    snapshot = wording.snapshot
    for body in snapshot.now.bodies:
        for seat in snapshot.seats(body.id):
            if not leads or snapshot.standing(seat).leads:
                yield _row(wording, body, seat)
        if not wording.leadership(body).closed:
            hole = wording.language.say("leadership not known in full")
            yield (*_place(wording, body), "", "", "", body.contact or "", "", "", hole)


def _place(wording: Wording, body: Body) -> tuple[str, str, str]:
    snapshot = wording.snapshot
    areas = "; ".join(map(wording.word, snapshot.areas(body)))
    return wording.name(body.id, 200), wording.level_name(snapshot.level(body)), areas


def _row(wording: Wording, body: Body, seat: Seat) -> tuple[str, ...]:
    snapshot = wording.snapshot
    post = _post(wording, seat)
    owner = snapshot.organization_of(seat.held_by) if seat.held_by else None
    who = (wording.name(owner, 200) if owner else "") if seat.held_by else wording.holder(seat)
    contact = (post.contact if post else None) or _contact(wording, seat) or body.contact or ""
    age = _age(wording, seat, body)
    return (
        *_place(wording, body),
        wording.term(seat),
        who + (wording.mark(seat) if seat.held_by else ""),
        wording.name(post.id, 200) if post else "",
        contact,
        str(seat.since or ""),
        "?" if age is None else str(age),
        _hole(wording, seat, contact, age),
    )


def _post(wording: Wording, seat: Seat) -> Post | None:
    ids = (seat.held_by, seat.post)
    found = [wording.snapshot.now.entities.get(id) for id in ids if id]
    return next((each for each in found if isinstance(each, Post)), None)


def _contact(wording: Wording, seat: Seat) -> str | None:
    """Return the mailbox of the body or office that holds a seat."""
    found = wording.snapshot.now.entities.get(seat.held_by or "")
    return found.contact if isinstance(found, Body | Office) else None


def _age(wording: Wording, seat: Seat, body: Body) -> int | None:
    """Return how many days before the day the newest source was published or read."""
    snapshot = wording.snapshot
    sources = {each.id: each for each in snapshot.now.sources}
    days: list[date] = []
    for id in snapshot.sources(seat, body.id):
        source = sources.get(id)
        days += [each.last for each in (source.published, source.read) if each] if source else []
    if snapshot.day is None or not days:
        return None
    return max(0, (snapshot.day - max(days)).days)


def _has_contacts(wording: Wording) -> bool:
    """Return whether there is any mailbox; where all are left out, none is a hole."""
    now = wording.snapshot.now
    return wording.snapshot.once(
        _has_contacts,
        lambda: any(
            each.contact for section in (now.bodies, now.offices, now.posts) for each in section
        ),
    )


def _hole(wording: Wording, seat: Seat, contact: str, age: int | None) -> str:
    """Return what is missing in a row, in words."""
    say = wording.language.say
    if seat.holder == VACANT:
        return say("VACANT")
    if seat.holder == NONE:
        return ""
    holes = [
        say("holder not recorded") if seat.holder == UNKNOWN or not seat.holder else "",
        say("no mailbox recorded") if not contact and _has_contacts(wording) else "",
        say("source without a date") if age is None else "",
        say("source older than a year") if age is not None and age > 365 else "",
    ]
    return "; ".join(filter(None, holes))

"""What is due by a day, who has to give something to it, and who has to ask for it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, final

from attrs import frozen

from interagency.model import UNKNOWN, Body, Post, Product, Receipt
from interagency.model.grammar import is_open, named
from interagency.snapshot.index import Index

# Days after which something of a frequency is due again, at the latest.
PERIODS: Final = {
    "daily": 1,
    "twice-weekly": 4,
    "weekly": 7,
    "biweekly": 14,
    "twice-monthly": 16,
    "monthly": 31,
    "bimonthly": 62,
    "quarterly": 92,
    "biannual": 184,
    "annual": 366,
}
# The duties of those who ask for a product, by its kind; that of the same name as the kind too.
_DUTIES = {
    "plan-report": ("weekly-report", "reporting", "plan-monitoring"),
    "funding-report": ("funding-tracking",),
    "response-plan": ("plan-development",),
    "plan-review": ("plan-revision", "plan-monitoring"),
    "governing-body-paper": ("global-reporting",),
    "organization-report": ("global-reporting",),
    "mission": ("field-missions",),
    "advocacy-paper": ("advocacy",),
    "key-messages": ("key-messages", "policy-positions"),
    "situational-analysis": ("key-messages",),
    "msna": ("needs-assessment",),
    "joint-needs-assessment": ("needs-assessment",),
    "donor-briefing": ("briefings",),
    "event": ("ngo-consultations",),
}
_LOOKED_BACK = timedelta(days=366)
_ONE_DAY = timedelta(days=1)


@final
@frozen
class Issue:
    """One issue of a product, or one meeting of a body.

    Attributes:
        id: Id of the product or body.
        day: The day on which it is due; None if no one recorded it.
        status: `overdue`, `not recorded` (its day has passed, and whether it was done is not
            written), `due`, or `no day` (it is due again and again, and the days are not written).
        rhythm: How often, as the document says it.
        waiting_for: Who owes input to it of whom none is recorded.
        others: Whether there are others who owe input, whom no one recorded.
        to_clear: Who has to clear it and has not, as far as is recorded, in order.
        clearing_known: Whether everyone who clears it is recorded.
        asked_by: The posts that ask for it, those whose duty it is.
    """

    id: str
    day: date | None
    status: str
    rhythm: str = ""
    waiting_for: tuple[str, ...] = ()
    others: bool = False
    to_clear: tuple[str, ...] = ()
    clearing_known: bool = False
    asked_by: tuple[str, ...] = ()


def issues(snapshot: Index, on: date, within: int = 14) -> tuple[Issue, ...]:
    """Return what is overdue on a day, due within some days after it, or due on no known day.

    Args:
        snapshot: The snapshot.
        on: The day; what came or was done later counts as not there yet.
        within: How many days ahead to look, the day itself aside.
    """
    products = (
        issue for each in snapshot.now.products for issue in _of(snapshot, each, on, within)
    )
    meetings = (issue for each in snapshot.now.bodies for issue in _meetings(each, on, within))
    found = [*products, *meetings]
    return tuple(sorted(found, key=lambda issue: (issue.day or date.max, issue.id)))


def without_days(snapshot: Index) -> tuple[Product, ...]:
    """Return the products of which it is not recorded when, or how often, they are due."""
    unknown = (None, UNKNOWN)
    return tuple(
        each
        for each in snapshot.now.products
        if each.is_certain and not each.due and not each.done and each.frequency in unknown
    )


def last_due(product: Product, on: date) -> date | None:
    """Return the last day before a day on which a product was due by its rules; None if none."""
    past = _days(product, on - _LOOKED_BACK, on - _ONE_DAY)
    return past[-1] if past else None


def _of(snapshot: Index, product: Product, on: date, within: int) -> Iterator[Issue]:
    if not product.is_certain:
        return
    last = last_due(product, on)
    if last is not None and not is_done(product, last, on):
        yield _issue(snapshot, product, last, on, _past(snapshot, product, on))
    ahead = _days(product, on, on + timedelta(days=within))
    yield from (_issue(snapshot, product, day, on, "due") for day in ahead)
    if not product.due and product.frequency in PERIODS:
        yield from _by_frequency(snapshot, product, on, within)


def _past(snapshot: Index, product: Product, on: date) -> str:
    """Return the status of an issue of the past: only who keeps a list can miss an entry in it."""
    kept = "products" in snapshot.now.complete or any(day.last <= on for day in product.done)
    return "overdue" if kept else "not recorded"


def _by_frequency(snapshot: Index, product: Product, on: date, within: int) -> Iterator[Issue]:
    """Yield the next issue of what is due some time after the last one was done."""
    done = [day.last for day in product.done if day.last <= on]
    if not done:
        yield _issue(snapshot, product, None, on, "no day")
        return
    due = max(done) + timedelta(days=PERIODS[product.frequency or ""])
    if due <= on + timedelta(days=within):
        yield _issue(snapshot, product, due, on, "overdue" if due < on else "due")


def _meetings(body: Body, on: date, within: int) -> Iterator[Issue]:
    rhythm = _rhythm(body.meets, body.meets_on)
    last = on + timedelta(days=within)
    days = sorted({day for due in body.meets_on for day in due.between(on, last)})
    yield from (Issue(body.id, day, "meets", rhythm) for day in days)
    if body.meets in PERIODS and not body.meets_on:
        yield Issue(body.id, None, "no day", rhythm)


def _days(product: Product, first: date, last: date) -> list[date]:
    return sorted({day for due in product.due for day in due.between(first, last)})


def _rhythm(frequency: str | None, due: Iterable[object]) -> str:
    return ", ".join(filter(None, (frequency, *map(str, due))))


def _issue(snapshot: Index, product: Product, day: date | None, on: date, status: str) -> Issue:
    return Issue(
        id=product.id,
        day=day,
        status=status,
        rhythm=_rhythm(product.frequency, product.due),
        waiting_for=missing(product, product.contributors, product.received, day, on),
        others=is_open(product.contributors),
        to_clear=missing(product, product.cleared_by, product.cleared, day, on),
        clearing_known=not is_open(product.cleared_by),
        asked_by=asked_by(snapshot, product),
    )


def is_done(product: Product, day: date, on: date) -> bool:
    """Return whether the issue of a day was done by another: of several the nearest is meant.

    Args:
        product: The product.
        day: The day on which the issue was due.
        on: The day by which.
    """
    return any(_nearest(product, each.last) == day for each in product.done if each.last <= on)


def missing(
    product: Product,
    wanted: tuple[str, ...],
    receipts: tuple[Receipt, ...],
    day: date | None,
    on: date,
) -> tuple[str, ...]:
    """Return those from whom something is wanted for an issue and none is recorded.

    Args:
        product: The product.
        wanted: Those who owe input, or clear it.
        receipts: What came.
        day: The day on which the issue is due.
        on: The day by which something must have come to count.
    """
    given = {each.by for each in receipts if _counts(product, each, day, on)}
    return tuple(each for each in named(wanted) if each not in given)


def _counts(product: Product, receipt: Receipt, day: date | None, on: date) -> bool:
    """Return whether a receipt certainly is for the issue of a day, and there by another day."""
    if day is None or not receipt.is_certain or (receipt.day and receipt.day.first > on):
        return False
    if receipt.issue is not None:
        return receipt.issue.first <= day <= receipt.issue.last
    if receipt.day is None:
        return len(product.due) == 1 and product.due[0].is_one_day
    return _nearest(product, receipt.day.last) == day


def _nearest(product: Product, day: date) -> date | None:
    """Return the issue to which something of a day belongs: the nearest, of two the earlier."""
    near = _days(product, day - _LOOKED_BACK, day + _LOOKED_BACK)
    return min(near, key=lambda each: (abs((each - day).days), each), default=None)


def asked_by(snapshot: Index, product: Product) -> tuple[str, ...]:
    """Return the posts that ask for input to a product: the duty is theirs, else they make it."""
    kind = product.kind or ""
    broader = snapshot.vocabularies["product-kinds"].broader_of(kind) if kind else ()
    duties = {kind, *broader, *_DUTIES.get(kind, ())}
    posts = [post for post in snapshot.now.posts if post.is_certain]
    making = [post for post in posts if post.id in product.by]
    owing = [post for post in posts if not duties.isdisjoint(post.duties)]
    both = [post for post in making if post in owing]
    return tuple(post.id for post in both or making or owing)


def posts_with(snapshot: Index, duty: str) -> tuple[Post, ...]:
    """Return the posts that certainly have a duty."""
    return tuple(post for post in snapshot.now.posts if post.is_certain and duty in post.duties)

"""The log of decisions and agreements: what is open, what was taken and by whom, what holds."""

from collections.abc import Iterator

from interagency.model import Agreement, Decision
from interagency.model.grammar import is_open, named
from interagency.report.wording import Wording, listed

# What has to be decided stands before what was.
_ORDER = ("open", "unknown", "taken", "superseded")
_MOST = 12

Row = dict[str, str]


def decision_rows(wording: Wording) -> Iterator[Row]:
    """Yield each decision, those that are open first, then the newest first."""
    for each in sorted(wording.snapshot.now.decisions, key=_place):
        yield {
            "id": each.id,
            "name": f"{wording.name(each.id)}{wording.mark(each)}",
            "status": wording.word(wording.code("decision-statuses", each.status or "?")),
            "day": str(each.day or "?"),
            "by": names(wording, each.by),
            "changes": listed(list(map(wording.short, each.changes)), _MOST),
            "text": wording.cut(each.text or "", 400),
        }


def _place(decision: Decision) -> tuple[int, int]:
    status = decision.status if decision.status in _ORDER else "unknown"
    return _ORDER.index(status), -decision.day.last.toordinal() if decision.day else 0


def agreement_rows(wording: Wording) -> Iterator[Row]:
    """Yield each agreement that holds on the day, or has ended, the first to end first."""
    whole = wording.snapshot.whole.agreements
    for each in sorted(whole, key=lambda each: (each.until is None, str(each.until or ""))):
        if each in wording.snapshot.now.agreements or has_ended(wording, each):
            yield {
                "id": each.id,
                "name": f"{wording.name(each.id)}{wording.mark(each)}",
                "kind": wording.word(wording.code("agreement-kinds", each.kind or "?")),
                "parties": names(wording, each.parties),
                "subject": wording.cut(each.subject or "", 400),
                "until": f"{each.until or '?'}{' (ended)' if has_ended(wording, each) else ''}",
                "concerns": listed(list(map(wording.name, each.concerns)), _MOST),
            }


def has_ended(wording: Wording, agreement: Agreement) -> bool:
    """Return whether an agreement ended before the day."""
    day = wording.snapshot.day
    return day is not None and agreement.until is not None and agreement.until.last < day


def names(wording: Wording, ids: tuple[str, ...]) -> str:
    """Return the names of those in a list, with a question mark if there may be others."""
    known = list(map(wording.short, named(ids)))
    return listed([*known, *(["?"] if is_open(ids) else [])], _MOST) or "none"

"""Rows of a report on products: who makes them, owes input and clears, and when they are due."""

from collections.abc import Iterator, Mapping
from typing import Any

from interagency.model import Product
from interagency.report.decision_log import names
from interagency.report.wording import Wording
from interagency.snapshot import Issue, issues

# How many days ahead a report looks.
_AHEAD = 31


def product_rows(wording: Wording) -> Iterator[Mapping[str, Any]]:
    """Yield each product or event, with how often it is due and when it was last done."""
    snapshot, lists = wording.snapshot, wording.snapshot.vocabularies
    ahead = issues(snapshot, snapshot.day, _AHEAD) if snapshot.day else ()
    for each in snapshot.now.products:
        kind = wording.language.code_name(lists["product-kinds"], each.kind) if each.kind else ""
        done = max(each.done, key=lambda day: day.last, default=None)
        yield {
            "name": wording.short(each.id) if each.name else kind or each.id,
            "kind": kind,
            "frequency": _rhythm(wording, each),
            "by": names(wording, each.by),
            "input": names(wording, each.contributors or each.participants),
            "clears": names(wording, each.cleared_by),
            "next": _next([issue for issue in ahead if issue.id == each.id]),
            "done": str(done) if done else "?",
        }


def _rhythm(wording: Wording, product: Product) -> str:
    frequencies = wording.snapshot.vocabularies["frequencies"]
    often = product.frequency or ""
    name = wording.language.code_name(frequencies, often) if often else ""
    return ", ".join(filter(None, (name, *map(str, product.due)))) or "?"


def _next(found: list[Issue]) -> str:
    """Return the first day on which something is due, or the day that has passed without it."""
    days = [each.day for each in found if each.day]
    return min(days).isoformat() if days else "?"

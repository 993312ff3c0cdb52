"""What a plan received, and whom it reached, in words: never with unknown as nothing."""

from collections.abc import Iterator
from decimal import Decimal

from interagency.indicators.coverage import Coverage, Reached, coverage, received_by_appeals
from interagency.model import Money, Plan
from interagency.report.wording import Wording

_UNKNOWN = "?"


def coverage_lines(wording: Wording, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield a row for the money and each population of every sector and country recorded."""
    for each in coverage(wording.snapshot, plan.id):
        where = _where(wording, each)
        if each.received or each.requirement:
            yield f"Received, {where}", _money(each)
        yield from ((f"Reached, {where}", _people(wording, one)) for one in each.reached)
    found = received_by_appeals(wording.snapshot, plan.id)
    if found.known:
        total = _amount(found.received)
        rest = f"; of {found.unknown} it is not known" if found.unknown else ""
        yield "Received by appeals", f"{total} by {found.known}{rest}"


def _where(wording: Wording, each: Coverage) -> str:
    parts = [*map(wording.word, each.covers), *([each.country] if each.country else [])]
    return f"{each.as_of} ({', '.join(parts)})" if parts else str(each.as_of)


def _money(each: Coverage) -> str:
    return f"{_amount(each.received)} of {_amount(each.requirement)}: {percent(each.share)}"


def _amount(money: Money | None) -> str:
    return f"{money.amount:,f} {money.currency}" if money else _UNKNOWN


def _people(wording: Wording, one: Reached) -> str:
    reached, target = (
        f"{x.bound}{x.value:,f}" if x else _UNKNOWN for x in (one.reached, one.target)
    )
    return f"{wording.word(one.population)}: {reached} of {target}: {percent(one.share)}"


def percent(share: Decimal | None) -> str:
    """Return a share in percent; a question mark if it is unknown, which is not 0 %."""
    return _UNKNOWN if share is None else f"{share:.1%}".replace("%", " %")

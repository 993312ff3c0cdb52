"""Rows of a report on indicators, each beside the published figure."""

from collections.abc import Iterator
from decimal import Decimal

from interagency.indicators import Indicator, Unit, indicators
from interagency.report.references import Row
from interagency.snapshot import Snapshot


def indicator_rows(snapshot: Snapshot) -> Iterator[Row]:
    """Yield each indicator that has something to count, beside the published figure."""
    for each in indicators(snapshot):
        if each.denominator or each.unknown:
            low, high = (_number(each, limit) for limit in each.interval)
            benchmark = each.benchmark
            yield {
                "title": each.title,
                "value": _number(each, each.value),
                "counted": f"{each.numerator}/{each.denominator}" if each.denominator else "–",
                "unknown": each.unknown,
                "between": low if low == high else f"{low} – {high}",
                "benchmark": _number(each, benchmark.value) if benchmark else "",
                "published": f"{benchmark.source.title}, {benchmark.year}" if benchmark else "",
                "verified": benchmark.source.verified if benchmark else True,
            }


def _number(indicator: Indicator, number: Decimal | None) -> str:
    if number is None:
        return "?"
    return f"{number} %" if indicator.unit is Unit.PERCENT else str(number)

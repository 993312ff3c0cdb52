"""`interagency indicators`: numbers that describe a structure, with what is unknown of each."""

from collections.abc import Iterable
from decimal import Decimal
from math import isqrt
from pathlib import Path
from typing import Any

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.cli.output import aligned
from interagency.document.writer import json_text
from interagency.indicators import Benchmark, Indicator, Unit
from interagency.indicators import indicators as indicators_of
from interagency.model import Day
from interagency.report.printing import day_text, shown
from interagency.snapshot import Snapshot
from interagency.snapshot.labels import counted

# Readable in a mail and on a page, and no wider than a common terminal.
_WIDTH = 100
_HEADS = ("indicator", "value", "counted", "unknown", "between", "benchmark")


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@at_option
@click.option("--all", "whole", is_flag=True, help="Also what has nothing to count here.")
@output_option
@click.pass_context
def indicators(
    context: click.Context,
    path: str,
    form: str,
    at: Day | None,
    whole: bool,
    output: Path | None,
) -> None:
    """Count what published mappings count: co-leads, coordinators, seats, local actors.

    A value is taken over what is certain either way, and says of how many that is known where it
    is not known of all; where less than half is known, no value is shown. Unknown is what is not
    recorded; between the two limits lies the value that would be found if it were.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    found = indicators_of(snapshot)
    text = _as_json(snapshot, found) if form == "json" else _as_text(snapshot, found, whole=whole)
    deliver(text, output)


def _as_text(snapshot: Snapshot, found: tuple[Indicator, ...], *, whole: bool) -> str:
    """Return a table, and below it where the benchmarks were published."""
    seen = [each for each in found if whole or each.denominator or each.unknown]
    rows = [_HEADS, *map(_row, seen)]
    heading = f"{shown(snapshot.now.title or 'untitled')}, {day_text(snapshot.day)}"
    cited = dict.fromkeys(str(each.benchmark.source) for each in seen if each.benchmark)
    empty, all_ = len(found) - len(seen), counted(len(found), "indicator")
    nothing = f"{empty} of {all_} {'has' if empty == 1 else 'have'} nothing to count here (--all)"
    sources = ["", "Benchmarks:", *(f"- {source}" for source in cited)] if cited else []
    left_out = ["", nothing] if empty else []
    return "\n".join([heading, "", *aligned(rows, _WIDTH), *left_out, *sources]) + "\n"


def _row(found: Indicator) -> tuple[str, ...]:
    return (
        found.title,
        _headline(found),
        _counted(found),
        str(found.unknown),
        _limits(found),
        f"{_number(found, found.benchmark.value)} ({found.benchmark.year})"
        if found.benchmark
        else "",
    )


def _counted(found: Indicator) -> str:
    """Return what was counted; of less than half there is no share, and the parts say so."""
    if not found.denominator:
        return "no data"
    return f"{found.numerator} of {found.denominator}"


def _limits(found: Indicator) -> str:
    """Return the limits of a value, with one sign of its unit: 33.3 to 100.0 %."""
    low, high = found.interval
    if low == high or high is None:
        return _number(found, low) if low == high else f"{_number(found, low)} to ?"
    return f"{low} to {_number(found, high)}"


def _headline(found: Indicator) -> str:
    """Return the value; where some are unknown, of how many it is known: one of ten is not all."""
    value = _number(found, found.value)
    if not found.denominator or not found.unknown:
        return value
    # The numbers of an index are squares of what is counted.
    known = isqrt(found.denominator) if found.unit is Unit.INDEX else found.denominator
    return f"{value} ({known} of {known + found.unknown} known)"


def _number(found: Indicator, number: Decimal | None) -> str:
    if number is None:
        return "?"
    return f"{number} %" if found.unit is Unit.PERCENT else str(number)


def _as_json(snapshot: Snapshot, found: Iterable[Indicator]) -> str:
    day = snapshot.day.isoformat() if snapshot.day else None
    whole = {"title": snapshot.now.title, "day": day, "indicators": [_record(x) for x in found]}
    return json_text(whole)


def _record(found: Indicator) -> dict[str, Any]:
    """Return an indicator as JSON has it: decimals become numbers, unknown ones null."""
    return {
        "name": found.name,
        "title": found.title,
        "unit": found.unit.value,
        "numerator": found.numerator,
        "denominator": found.denominator,
        "unknown": found.unknown,
        "value": _float(found.value),
        "interval": [_float(limit) for limit in found.interval],
        "benchmark": _benchmark(found.benchmark) if found.benchmark else None,
    }


def _benchmark(found: Benchmark) -> dict[str, Any]:
    return {"value": _float(found.value), "year": found.year, "source": str(found.source)}


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)

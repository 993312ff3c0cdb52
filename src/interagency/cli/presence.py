"""`interagency reconcile --presence`: the four answers, for people, spreadsheets and scripts."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import Any, Final

from attrs import asdict

from interagency.cli.output import csv_text, table_text
from interagency.cli.reconcile import Settings
from interagency.document.writer import json_text
from interagency.importers.table.mapping import Mapping, read_mapping
from interagency.presence import Reconciliation, reconcile
from interagency.presence.reconciliation import ANSWERS
from interagency.presence.sources import open_presence
from interagency.report.printing import shown
from interagency.snapshot import Snapshot, counted

_MOST = 20
_TITLES: Final = {
    "seats_without_presence": "Seats without presence",
    "presence_without_seats": "Presence without seats",
    "sole_providers": "Sole providers",
    "coverage": "Coverage, sector by area",
    "unknown_names": "Names that are unknown; rows with them count for no organization",
}
_NAMED: Final = ("organization", "last_provider")


# What the table reader calls columns, and the fields of presence; it leaves the others.
_FIELDS: Final = {
    **{each: each for each in ("organization", "sector", "country", "area")},
    "smaller area": "admin2",
    "as of": "period",
}


def compared(snapshot: Snapshot, presence: Path, settings: Settings) -> Reconciliation:
    """Return the reconciliation of a document with a file of presence.

    Args:
        snapshot: The document on a day.
        presence: The file.
        settings: How it is read; a mapping is that of the table reader.
    """
    read = read_mapping(settings.mapping) if settings.mapping else Mapping()
    columns = dict(read.sheets[0].columns) if read.sheets else {}
    return reconcile(
        snapshot,
        open_presence(presence, settings.engine, settings.table),
        columns={name: _FIELDS.get(each, "leave") for name, each in columns.items()},
        names=read.values,
        country=settings.country or read.constants.get("country"),
    )


def written(found: Reconciliation, form: str) -> str | dict[str, str]:
    """Return the answers as a text, or, as CSV, as a file for each by its name.

    Args:
        found: The reconciliation.
        form: text, csv or json.
    """
    if form == "csv":
        return {f"{name}.csv": _csv(rows) for name, rows in _tables(found)}
    return json_text(dict(_tables(found))) if form == "json" else "\n".join(_sections(found))


def _tables(found: Reconciliation) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for name in ANSWERS:
        yield name, [dict(row) for row in found.to_rows(name)]
    trends = found.trends
    yield "months", [asdict(each) for each in trends.months]
    yield "stopped", [asdict(each) for each in trends.stopped]
    yield "never_reported", [_flat(asdict(each)) for each in trends.never_reported]


def _flat(row: MappingOf[str, Any]) -> dict[str, Any]:
    return {name: "; ".join(x) if isinstance(x, tuple) else x for name, x in row.items()}


def _csv(rows: Sequence[MappingOf[str, Any]]) -> str:
    heads = [tuple(rows[0])] if rows else []
    return csv_text([*heads, *(tuple(row.values()) for row in rows)])


def _sections(found: Reconciliation) -> Iterator[str]:
    for name, title in _TITLES.items():
        yield _section(found, title, found.to_rows(name))
    trends = found.trends
    stopped = [asdict(each) for each in trends.stopped]
    if trends.periods:
        yield _months(found)
        yield _section(found, "Sectors and areas in which reports ended", stopped)
    never = [_flat(asdict(each)) for each in trends.never_reported]
    yield _section(found, "Organizations that appeal and never reported", never)


def _section(found: Reconciliation, title: str, rows: Sequence[MappingOf[str, Any]]) -> str:
    if not rows:
        return f"{title}: none\n"
    more = len(rows) - _MOST
    note = f"{more} more: --format csv -o FOLDER\n" if more > 0 else ""
    cells = [tuple(_shown(found, row)) for row in rows[:_MOST]]
    return f"{title}: {counted(len(rows), 'row')}\n{table_text([tuple(rows[0]), *cells])}{note}"


def _shown(found: Reconciliation, row: MappingOf[str, Any]) -> Iterable[str]:
    for column, value in row.items():
        named = column in _NAMED and value
        yield shown(found.structure.name(value) if named else str(value))


def _months(found: Reconciliation) -> str:
    """Return the number of organizations by sector and month: a small table."""
    periods = found.trends.periods[-12:]
    rows = [
        (sector, *(str(counts.get(each, "–")) for each in periods))
        for sector, counts in found.trends.organizations_by_sector.items()
    ]
    title = "Organizations that report, by sector and period, added up over areas"
    return f"{title}\n{table_text([('sector', *periods), *rows])}"

"""`interagency reconcile`: seats, appeals and activity of each organization side by side."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import final

import click
from attrs import frozen

from interagency.cli.inputs import (
    at_option,
    deliver,
    deliver_folder,
    output_or_folder_option,
    plugins_of,
    snapshot_of,
)
from interagency.cli.output import csv_text, table_text
from interagency.document.writer import json_text
from interagency.indicators.reconciliation import Part
from interagency.indicators.reconciliation import reconcile as reconciled
from interagency.model import Day
from interagency.report.printing import shown
from interagency.snapshot import Snapshot, Verdict

_SAID = {Verdict.MET: "yes", Verdict.GAP: "no", Verdict.UNKNOWN: "?"}
_COLUMNS = ("organization", "sector", "sits", "appeals", "active", "seats", "plans", "areas")


@final
@frozen
class Settings:
    """How rows of presence are read: engine, table, mapping, and country of rows without one."""

    engine: str
    table: str | None
    mapping: Path | None
    country: str | None

    def refuse_alone(self) -> None:
        """Refuse settings without rows to read.

        Raises:
            click.UsageError: If there are any.
        """
        for name in ("table", "mapping", "country"):
            if getattr(self, name) is not None:
                raise click.UsageError(f"--{name} says how to read rows; name them by --presence")


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text")
@click.option(
    "--presence",
    type=click.Path(path_type=Path),
    help="Rows of presence to compare: a .parquet, .csv or .duckdb file.",
)
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "polars", "dask", "spark"]),
    default="duckdb",
    help="The library that holds the rows of --presence.  [default: duckdb]",
)
@click.option("--table", help="The table of a .duckdb file; by default its only one.")
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Read the columns of --presence as this file says.",
)
@click.option("--country", help="The country (ISO3) of rows of --presence that name none.")
@at_option
@output_or_folder_option
@click.pass_context
def reconcile(
    context: click.Context,
    path: str,
    form: str,
    presence: Path | None,
    engine: str,
    table: str | None,
    mapping: Path | None,
    country: str | None,
    at: Day | None,
    output: Path | None,
) -> None:
    """Hold seats, appeals and activity against each other, by organization and sector.

    A question mark stands where nothing is written and the list may not be complete.

    With --presence, rows of any number are compared with the seats, by sector and area.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    settings = Settings(engine, table, mapping, country)
    if presence is None:
        settings.refuse_alone()
        deliver(_FORMATS[form](snapshot, reconciled(snapshot)), output)
        return
    from interagency.cli.presence import compared, written
    from interagency.presence.sources import reading

    with reading(presence):
        answers = written(compared(snapshot, presence, settings), form)
    if isinstance(answers, str):
        deliver(answers, output)
    else:
        deliver_folder(answers, output)


def _row(snapshot: Snapshot, part: Part) -> tuple[str, ...]:
    verdicts = (part.sits, part.appeals, part.is_active)
    lists = (part.seats, part.plans, part.areas)
    name = snapshot.name(part.organization)
    return (name, part.code, *map(_SAID.__getitem__, verdicts), *map("; ".join, lists))


def _as_text(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = [tuple(map(shown, _row(snapshot, part))) for part in parts]
    return table_text([_COLUMNS, *rows]) if rows else "no organization has a part in any sector\n"


def _as_csv(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = ((part.organization, *_row(snapshot, part)) for part in parts)
    return csv_text([("id", *_COLUMNS), *rows])


def _as_json(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = (dict(zip(_COLUMNS, _row(snapshot, part), strict=True)) for part in parts)
    found = [{"id": part.organization, **row} for part, row in zip(parts, rows, strict=True)]
    return json_text(found)


_FORMATS: dict[str, Callable[[Snapshot, Sequence[Part]], str]] = {
    "text": _as_text,
    "csv": _as_csv,
    "json": _as_json,
}

"""`interagency match`: names of organizations that are not certain, to be decided by people."""

from collections.abc import Sequence
from pathlib import Path

import click

from interagency.cli.channel import note, say_all
from interagency.cli.guard import anything
from interagency.cli.inputs import DayType, deliver, guard, opened, output_option
from interagency.cli.output import table_text
from interagency.document import InvalidDocument, Problem
from interagency.document.identities import (
    IDENTITIES_FILE,
    NO_IDENTITIES,
    Decision,
    Identities,
    parse_identities,
    read_identities,
)
from interagency.document.replacement import write_whole
from interagency.importers.matching.names import (
    Named,
    names_in_document,
    names_in_tables,
    unsettled,
    with_registry,
)
from interagency.importers.table.mapping import Mapping, read_mapping
from interagency.importers.tabular.source import RECORDS, TEXTS, WORKBOOKS, read_tables
from interagency.model import Day
from interagency.report.printing import shown
from interagency.report.tables import Table, written
from interagency.vocabularies import shipped

_FORMS = {".csv": "csv", ".xlsx": "xlsx", ".md": "md", ".html": "html"}


@click.command()
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@output_option
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Read the columns of tables as this file says.",
)
@click.option(
    "--identities",
    type=click.Path(dir_okay=False, path_type=Path),
    default=IDENTITIES_FILE,
    show_default=True,
    help="The file of decisions that were made.",
)
@click.option(
    "--review",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Take the decisions in a review that came back; show the lines they give.",
)
@click.option("--by", default="", help="With --review: who decided, a function.")
@click.option("--on", type=DayType(), help="With --review: when; for example today.")
@click.option("--write", is_flag=True, help="With --review: add the lines to --identities.")
def match(
    sources: tuple[str, ...],
    output: Path | None,
    mapping: Path | None,
    identities: Path,
    review: Path | None,
    by: str,
    on: Day | None,
    write: bool,
) -> None:
    """List the names of organizations in FILEs that are not certain, with candidates.

    A FILE is a table or a document; organizations of a document are candidates. Write the list
    with -o to a .csv or .xlsx, decide in it, and give it back with --review and --write.
    """
    if review is None and (write or by or on):
        raise click.UsageError("--by, --on and --write go with --review")
    decided = read_identities(identities) if identities.exists() else NO_IDENTITIES
    guard(identities)
    for each in filter(None, (*map(Path, sources), mapping)):
        guard(each, anything)
    read = read_mapping(mapping) if mapping else Mapping()
    named = _named(sources, read, decided)
    if review is None:
        _list(named, decided, output)
    else:
        _take(named, review, identities, by, on, write)


def _named(sources: Sequence[str], mapping: Mapping, identities: Identities) -> tuple[Named, ...]:
    endings = WORKBOOKS | TEXTS | RECORDS
    tables = [each for each in sources if Path(each).suffix.lower() in endings]
    found: list[Named] = []
    for each in sources:
        if each not in tables:
            found += names_in_document(opened(each).architecture(), each)
    missing = [each for each in tables if not Path(each).exists()]
    if missing:
        message = "there is no such file or folder"
        raise InvalidDocument([Problem(message, file=each) for each in missing])
    if tables:
        found += names_in_tables(map(Path, tables), mapping, identities)
    return tuple(found)


def _list(named: tuple[Named, ...], identities: Identities, output: Path | None) -> None:
    from interagency.importers.matching.candidates import Pool, proposals
    from interagency.importers.matching.review import HEADS, HOW_TO, review_rows
    from interagency.importers.tabular.places import Places

    asked = unsettled(named)
    found = proposals(asked, Pool(with_registry(named), Places.of(shipped()), identities))
    rows = list(review_rows(asked, found))
    if output is None:
        lines = [tuple(map(shown, (row[0], row[1], row[4], row[5]))) for row in rows]
        heads = ("name", "rows", "candidate", "why")
        deliver(table_text([heads, *lines]) if lines else "every name is certain\n", None)
    else:
        table = Table(title="Review of names", note=HOW_TO, heads=HEADS, rows=rows)
        deliver(written(table, _FORMS.get(output.suffix.lower(), "csv")), output)
    total = sum(each.rows for each in asked)
    note(f"{len(asked)} names of {len(named)} are not certain, in {total} rows")


def _take(
    named: tuple[Named, ...], review: Path, identities: Path, by: str, on: Day | None, write: bool
) -> None:
    from interagency.importers.matching.review import (
        decisions_in,
        lines_of,
        with_lines,
        with_named,
    )

    guard(review)
    registry = {id: each.name or id for id, each in shipped().organizations.items()}
    own = {each.id: each.names for each in named if each.id not in registry}
    known = {**registry, **{id: names[0] for id, names in own.items()}}
    decisions = with_named(decisions_in(read_tables(review), known, by, on), own)
    old = identities.read_text(encoding="utf-8") if identities.exists() else ""
    fresh = _fresh(decisions, old, str(identities))
    text = with_lines(old, fresh)
    parse_identities(text, file=str(identities))
    if write:
        write_whole(identities, text)
        note(f"wrote {len(fresh)} decisions to {identities}")
    else:
        say_all(lines_of(fresh).splitlines() if fresh else ["no decision is new"])


def _fresh(decisions: Sequence[Decision], old: str, file: str) -> tuple[Decision, ...]:
    """Return the decisions that are not in the file yet."""
    there = parse_identities(old, file=file).decisions if old else ()
    known = {(each.name, each.is_, each.is_not) for each in there}
    return tuple(each for each in decisions if (each.name, each.is_, each.is_not) not in known)

"""`interagency import xlsx`: a workbook that comes back, brought into the document it came from."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from interagency.change import Comparison, compare
from interagency.change.three_way import ThreeWay, three_way
from interagency.change.words import counted_words
from interagency.cli.channel import note
from interagency.cli.inputs import deliver, opened
from interagency.document import (
    ImpossibleEdit,
    InvalidDocument,
    Problem,
    dumps,
    loads,
    plan_update,
)
from interagency.document.workbook.sent import sent_in
from interagency.model import Architecture, BrokenArchitecture
from interagency.report.comparison import change_lines, summary
from interagency.report.printing import shown

_CONFLICTS = 1


def import_workbook(
    context: click.Context,
    sources: tuple[str, ...],
    into: Path | None,
    output: Path | None,
    *,
    write: bool,
) -> None:
    """Read a workbook that is a document, and bring what changed in it into another document."""
    if len(sources) != 1:
        raise click.UsageError("the format xlsx takes one workbook")
    if write and into is None:
        raise click.UsageError("--write goes with --into")
    returned = opened(sources[0]).architecture()
    if into is None:
        deliver(dumps(returned), output)
        return
    if output is not None:
        raise click.UsageError("--into changes the document itself with --write; leave out -o")
    document = opened(str(into)).architecture()
    sent = _sent(Path(sources[0]), document)
    merged = _merged(sent, document, returned, into)
    _show(compare(document, merged.architecture), merged)
    if merged.conflicts:
        context.exit(_CONFLICTS)
    if write and document != merged.architecture:
        _write(into, merged.architecture)


def _sent(path: Path, document: Architecture) -> Architecture:
    """Return what was sent out; the document as it is if the workbook does not hold it."""
    plain = sent_in(path.read_bytes())
    if plain is None:
        message = "the workbook does not hold what was sent out; it is compared with the document"
        note(f"note: {message} as it is now")
        return document
    return loads(json.dumps(plain), format="json", file=str(path))


def _merged(
    sent: Architecture, document: Architecture, returned: Architecture, into: Path
) -> ThreeWay:
    try:
        return three_way(sent, document, returned)
    except BrokenArchitecture as error:
        message = f"does not fit what came back: {error}"
        raise InvalidDocument([Problem(message, file=str(into))]) from None


def _show(comparison: Comparison, merged: ThreeWay) -> None:
    lines = [*_lines(comparison, merged)]
    deliver("\n".join(map(shown, lines)) + "\n", None)


def _lines(comparison: Comparison, merged: ThreeWay) -> Iterator[str]:
    yield from change_lines(comparison)
    for each in merged.conflicts:
        yield f"conflict: {each}"
    if merged.conflicts:
        conflicts = counted_words(len(merged.conflicts), "conflict")
        settled = "it is settled" if len(merged.conflicts) == 1 else "they are settled"
        yield f"{conflicts}; nothing is written until {settled}"
    else:
        yield summary(comparison)


def _write(into: Path, architecture: Architecture) -> None:
    try:
        plan_update(into, architecture).write()
    except ImpossibleEdit as error:
        raise InvalidDocument([Problem(str(error), file=str(into))]) from None
    note(f"wrote {into}")

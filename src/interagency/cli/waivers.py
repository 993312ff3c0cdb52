"""Waivers on the command line: the file to read, or to make from what is found today."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, final

import click
from attrs import evolve, frozen

from interagency.checking import Report, Rule
from interagency.checking.waiver import Waiver
from interagency.checking.waiver_files import waiver_places, waivers_in, waivers_text
from interagency.checking.waivers import (
    apply_waivers,
    renamed,
    stale_fingerprints,
    unused_waivers,
    updated,
)
from interagency.cli.channel import note
from interagency.cli.guard import OutputPath
from interagency.cli.inputs import deliver, guard
from interagency.cli.renamed import tell_renamed
from interagency.document import InvalidDocument, Problem
from interagency.document.files import Text
from interagency.document.strict_yaml import text_in
from interagency.report.checked import Checked, Place
from interagency.snapshot.labels import counted

# Where a waiver stands, if that is known.
Line = tuple[int, int] | None
_FILE = click.Path(dir_okay=False, path_type=Path)


@final
@frozen(kw_only=True)
class Waiving:
    """What the user wants of waivers.

    Attributes:
        file: The file of waivers; None for none.
        write: Whether to bring the file up to date.
        add: Whether to add what is found to a file that exists.
        known: All rules by name, also those that do not run.
        rules: What to tell of stale waivers, by name.
    """

    file: Path | None
    write: bool
    add: bool
    known: Mapping[str, Rule]
    rules: Mapping[str, Rule]

    @classmethod
    def of(cls, read: Path | None, write: Path | None, add: bool, **more: Any) -> "Waiving":
        """Return what options ask for, or say why they do not go together."""
        if read and write:
            raise click.UsageError("--write-waivers applies its file too; leave out --waivers")
        if add and not write:
            raise click.UsageError("--add-waivers goes with --write-waivers")
        return cls(file=read or write, write=bool(write), add=add, **more)


def waiver_options(command: Any) -> Any:
    """Add the options on waivers to a command."""
    options = (
        click.option(
            "--waivers", type=_FILE, metavar="FILE", help="Waive the findings that it names."
        ),
        click.option(
            "--write-waivers",
            type=OutputPath(),
            metavar="FILE",
            help="Waive all that is found today; a file that exists only shrinks.",
        ),
        click.option(
            "--add-waivers",
            is_flag=True,
            help="With --write-waivers: also add what is found to a file that exists.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def today() -> date:
    """Return the day that expiries are compared with."""
    return datetime.now().astimezone().date()


def waived(documents: Sequence[Checked], whole: bool, wanted: Waiving) -> list[Checked]:
    """Return checked documents with their waivers applied.

    Args:
        documents: The documents.
        whole: Whether all documents could be loaded; otherwise no waiver is told as unused.
        wanted: What the user wants.
    """
    if wanted.file is None:
        return [*documents]
    placed = _placed(wanted.file, documents, whole, wanted)
    waivers = tuple(waiver for waiver, _ in placed)
    reports = _reports(documents)
    unused = unused_waivers(waivers, reports, wanted.known) if whole else ()
    # A waiver that fits no document is told once, with the first of them.
    shares: list[tuple[Waiver, ...]] = [unused, *((),) * len(documents)]
    stale = _places(placed, wanted.file)
    return [
        evolve(checked, report=_applied(checked.report, waivers, share, wanted), stale=stale)
        for checked, share in zip(documents, shares, strict=False)
    ]


def _placed(
    file: Path, documents: Sequence[Checked], whole: bool, wanted: Waiving
) -> list[tuple[Waiver, Line]]:
    """Return the waivers that hold, each with its line, after the file was brought up to date."""
    text = _text(file, wanted.write)
    written = () if text is None else waivers_in(text)
    data = b"" if text is None else text.data
    placed = _renamed([*zip(written, _places_in(written, data), strict=True)], documents, wanted)
    if not wanted.write:
        return placed
    if not whole:
        note(f"{file}: not written, since a document could not be loaded")
        return placed
    waivers = tuple(waiver for waiver, _ in placed)
    new = updated(waivers, _reports(documents), today(), add=text is None or wanted.add)
    _write(file, written, new, text is None)
    data = data if new == written else waivers_text(new).encode()
    return [*zip(new, _places_in(new, data), strict=True)]


def _places_in(waivers: tuple[Waiver, ...], data: bytes) -> list[Line]:
    return waiver_places(data, len(waivers)) if waivers else []


def _renamed(
    placed: Sequence[tuple[Waiver, Line]], documents: Sequence[Checked], wanted: Waiving
) -> list[tuple[Waiver, Line]]:
    """Return waivers of rules that have other names now under those, where they fit a finding."""
    old = {waiver.rule for waiver, _ in placed}
    now = {name: tell_renamed(wanted.known, name) for name in sorted(old)}
    found = {finding.fingerprint for each in documents for finding in each.report.findings}
    return [
        (new, place) for waiver, place in placed for new in renamed(waiver, now[waiver.rule], found)
    ]


def _text(file: Path, write: bool) -> Text | None:
    """Return the text of a file of waivers; None if there is none yet, and one will be written."""
    if write and not file.exists():
        return None
    if not write:
        guard(file)
    elif not file.is_file():
        message = "is a device or a pipe; waivers are written to a file"
        raise InvalidDocument([Problem(message, file=str(file))])
    return text_in(file)


def _reports(documents: Sequence[Checked]) -> list[Report]:
    return [each.report for each in documents]


def _write(file: Path, old: tuple[Waiver, ...], new: tuple[Waiver, ...], is_new: bool) -> None:
    """Bring a file up to date, and tell by how much it grew and shrank."""
    if new != old or is_new:
        deliver(waivers_text(new).encode(), file)
    more, fewer = len({*new} - {*old}), len({*old} - {*new})
    note(f"{file}: +{more} -{fewer}, {counted(len(new), 'waiver')}")


def _applied(
    report: Report, waivers: tuple[Waiver, ...], unused: tuple[Waiver, ...], wanted: Waiving
) -> Report:
    return apply_waivers(report, waivers, today(), unused=unused, rules=wanted.rules)


def _places(placed: Sequence[tuple[Waiver, Line]], file: Path) -> dict[str, Place]:
    """Return where each waiver stands, by the fingerprints of what may be found about it."""
    return {
        fingerprint: (str(file), place)
        for waiver, place in placed
        for fingerprint in stale_fingerprints(waiver)
    }

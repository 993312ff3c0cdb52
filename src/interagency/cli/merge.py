"""`interagency merge`: three versions of a document to one, for people and for git."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, final

import click
from attrs import evolve, frozen

from interagency.change.versions import Conflict, Merged, Side, merge_plain
from interagency.checking import Finding, Severity
from interagency.cli.channel import note, pour, say, say_all
from interagency.cli.config import FAIL_ON
from interagency.cli.errors import FINDINGS, INVALID
from interagency.cli.inputs import plugins_of
from interagency.document import InvalidDocument, read_path
from interagency.document.edit_files import (
    FileChange,
    ReadForEdits,
    edited_texts,
    ready_for_edits,
    write_changes,
)
from interagency.document.files import MAX_BYTES, SUFFIXES, Text, read_file
from interagency.document.layout import Layout
from interagency.document.reader import read_texts
from interagency.document.replacement import write_whole
from interagency.document.yaml_reader import Unreadable
from interagency.model import Architecture
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check
from interagency.report.printing import shown
from interagency.snapshot.labels import counted

_PART = "one file of a folder, so references were not checked: check the folder once it is merged"


@click.command()
@click.argument("base", type=click.Path(exists=True, path_type=Path))
@click.argument("ours", type=click.Path(exists=True, path_type=Path))
@click.argument("theirs", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to a file, which may be OURS; without it, to standard output.",
)
@click.option(
    "--as", "name", metavar="NAME", help="The name of the file, where git gives it another one."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="never",
    help="Write nothing if the merge brings a finding of this severity, or of a higher one.",
)
@click.pass_context
def merge(
    context: click.Context,
    base: Path,
    ours: Path,
    theirs: Path,
    output: Path | None,
    name: str | None,
    fail_on: str,
) -> None:
    """Merge OURS and THEIRS, which both began as BASE: by key, then by field.

    What both sides changed, each in its own way, is listed with the sources and the certainty of
    each side, and never decided: the command ends with 1 and writes nothing. Findings that
    neither side has alone are said before anything is written. OURS keeps its comments and order.
    """
    sides = [_read(each, name) for each in (base, ours, theirs)]
    read = sides[1]
    if read is None:
        raise click.UsageError(shown(f"{ours} is empty"))
    found = merge_plain(*[each.value if each else {} for each in sides])
    if found.conflicts:
        _refuse(found)
    result = _Result.of(read, found, plugins_of(context, "rules"))
    new = result.new_findings(sides[2])
    for each in new:
        note(f"merges, but now: {each.severity} {each.rule}: {each.message}")
    if fail_on != "never" and _weighs(new, Severity(fail_on)):
        note("nothing was written")
        raise click.exceptions.Exit(FINDINGS)
    result.deliver(ours, output)


def _weighs(findings: Sequence[Finding], severity: Severity) -> bool:
    """Return whether a finding is as severe as that, or more."""
    return any(each.severity.weight >= severity.weight for each in findings)


def _read(path: Path, name: str | None) -> ReadForEdits | None:
    """Return one side; None for an empty file, which git gives where there was none."""
    if path.is_dir():
        return ready_for_edits(read_path(path))
    if path.stat().st_size == 0:
        return None
    kind = SUFFIXES.get(Path(name or path).suffix.lower(), "yaml")
    try:
        text = read_file(path, MAX_BYTES[kind])
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    return ready_for_edits(read_texts([evolve(text, format=kind)]))


def _refuse(found: Merged) -> None:
    """List what is to be decided first, and end.

    Raises:
        click.exceptions.Exit: Always.
    """
    count = counted(len(found.conflicts), "conflict")
    say(f"{count}: nothing was merged. Decide each in one of the files, and merge again.")
    say_all(["", *conflict_lines(found.conflicts)])
    raise click.exceptions.Exit(FINDINGS)


@final
@frozen
class _Result:
    """A merged document: its texts, and what it describes if it can be known.

    Attributes:
        read: Our side.
        texts: Its texts, merged.
        plugins: Rules and vocabularies.
        before: What our side describes; None if it is a part of a folder.
        after: What the merged document describes.
    """

    read: ReadForEdits
    texts: list[Text]
    plugins: Plugins
    before: Architecture | None
    after: Architecture | None

    @classmethod
    def of(cls, read: ReadForEdits, found: Merged, plugins: Plugins) -> "_Result":
        """Return the result of a merge, or say why the sides do not fit together."""
        texts = edited_texts(read, found.value)
        before = _architecture(read, plugins)
        if before is None:
            note(f"note: {_PART}")
            return cls(read, texts, plugins, None, None)
        try:
            after = read_texts(texts).architecture(plugins.vocabularies)
        except InvalidDocument as error:
            note("the two sides do not fit together; nothing was merged:")
            for problem in error.problems:
                note(str(problem))
            raise click.exceptions.Exit(INVALID) from None
        return cls(read, texts, plugins, before, after)

    def new_findings(self, theirs: ReadForEdits | None) -> list[Finding]:
        """Return the findings that neither side has alone."""
        if self.before is None or self.after is None:
            return []
        other = _architecture(theirs, self.plugins) if theirs else None
        sides = [each for each in (self.before, other) if each is not None]
        known = {
            finding.fingerprint
            for each in sides
            for finding in check(each, plugins=self.plugins).findings
        }
        found = check(self.after, plugins=self.plugins).findings
        return [each for each in found if each.fingerprint not in known]

    def deliver(self, ours: Path, output: Path | None) -> None:
        """Write the merged document to a file or to standard output, or into our folder."""
        if ours.is_dir() or (output is not None and output.is_dir()):
            if output is None or not output.exists() or not output.samefile(ours):
                raise click.UsageError("a folder is merged in place: -o takes OURS itself")
            write_changes(self._changes())
        elif output is None:
            pour(self._bytes(ours))
        else:
            write_whole(output, self._bytes(ours))

    def _changes(self) -> list[FileChange]:
        found = []
        for old, new in zip(self.read.texts, self.texts, strict=True):
            before = Path(old.file).read_bytes()
            mark = before[: len(before) - len(old.data)]
            if old.data != new.data:
                found.append(FileChange(Path(old.file), before, mark + new.data))
        return found

    def _bytes(self, ours: Path) -> bytes:
        (text,) = self.texts
        before = ours.read_bytes()
        return before[: len(before) - len(self.read.texts[0].data)] + text.data


def _architecture(read: ReadForEdits, plugins: Plugins) -> Architecture | None:
    """Return what a side describes; None if it is not whole by itself."""
    try:
        return read.document.architecture(plugins.vocabularies)
    except InvalidDocument:
        return None


def conflict_lines(conflicts: Sequence[Conflict]) -> Iterator[str]:
    """Yield the lines that list conflicts."""
    for each in conflicts:
        name = f" ({each.name})" if each.name else ""
        yield f"{each.place}{name}"
        yield f"    before: {_value(each.base)}"
        yield f"    ours:   {_side(each.ours)}"
        yield f"    theirs: {_side(each.theirs)}"


def _side(side: Side) -> str:
    sources = "; ".join(side.sources) or "no source"
    return f"{_value(side.value)}  [{side.certainty}; {sources}]"


def _value(value: Any) -> str:
    return "nothing" if value is None else Layout().inline(value)

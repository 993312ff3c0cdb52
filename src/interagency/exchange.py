"""How architectures come in from foreign formats and go out to them: importers and exporters."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, final

from attrs import evolve, field, frozen
from attrs.validators import deep_iterable, in_, instance_of, matches_re

from interagency.document.identities import Identities
from interagency.errors import InteragencyError
from interagency.model import Architecture
from interagency.model.sections import SECTION_KEYS


@final
class Outcome(StrEnum):
    """What became of a row: it gave something new, repeated something known, or gave nothing."""

    READ = "read"
    MERGED = "merged"
    REJECTED = "rejected"


@final
@frozen(kw_only=True)
class RowOutcome:
    """What became of one row of a table.

    Attributes:
        file: Name of the file.
        sheet: Name of the sheet; nothing where the file has no sheets.
        row: Number of the row, from 1, as a spreadsheet counts.
        outcome: read, merged or rejected.
        detail: What was read, into what it was merged, or why it was rejected.
    """

    file: str
    sheet: str
    row: int
    outcome: Outcome
    detail: str


@final
@frozen(kw_only=True)
class TableAccount:
    """One table that was looked at, also an empty one.

    Attributes:
        file: Name of the file.
        sheet: Name of the sheet; nothing where the file has no sheets.
        rows: How many rows it has that are not blank; each has one outcome.
        blank: How many rows it has that hold nothing.
        hidden: Whether the sheet is hidden.
        notes: What is to be told of the table as a whole, such as columns that were not read.
    """

    file: str
    sheet: str
    rows: int
    blank: int = 0
    hidden: bool = False
    notes: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Accounting:
    """What became of every row of every table.

    Attributes:
        tables: The tables, in the order in which they were read.
        rows: One outcome for each row that is not blank, table by table.
    """

    tables: tuple[TableAccount, ...] = ()
    rows: tuple[RowOutcome, ...] = ()

    def count(self, outcome: Outcome, file: str | None = None, sheet: str | None = None) -> int:
        """Return how many rows had an outcome: in all, in one file, or in one sheet of it."""
        return sum(
            1
            for row in self.rows
            if row.outcome is outcome and file in (None, row.file) and sheet in (None, row.sheet)
        )

    def summary(self) -> str:
        """Return one line for each table, with its notes below it, and a last line for all."""
        return "\n".join((*self._lines(), _counted("in all", Counter(map(_outcome, self.rows)))))

    def _lines(self) -> Iterator[str]:
        ordered = groupby(self.rows, key=lambda row: (row.file, row.sheet))
        counts = {table: Counter(map(_outcome, rows)) for table, rows in ordered}
        for table in self.tables:
            name = " / ".join(filter(None, (table.file, table.sheet)))
            hidden = " (hidden)" if table.hidden else ""
            found = counts.get((table.file, table.sheet), Counter())
            yield _counted(name + hidden, found, table.blank)
            yield from (f"  {note}" for note in table.notes)


@final
@frozen(kw_only=True)
class Imported:
    """What an importer returns: the architecture, and what became of every row it looked at.

    Attributes:
        architecture: What was read.
        accounting: What became of every row.
        unsure: The columns that were left because it is not clear what they are.
    """

    architecture: Architecture
    accounting: Accounting = Accounting()
    unsure: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class ColumnPreview:
    """One column of a table, and what an importer would take it for.

    Attributes:
        file: Name of the file.
        sheet: Name of the sheet; nothing where the file has no sheets.
        reads: What the rows of the sheet are about; nothing if it is not read.
        column: Its place as spreadsheets name it: A, AA.
        header: What stands above it.
        meaning: What it is read for; nothing if it is left.
        why: What that rests on, or why it is left.
        values: Some of its values.
    """

    file: str
    sheet: str
    reads: str
    column: str
    header: str
    meaning: str
    why: str
    values: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class TableReader:
    """What an importer of tables can do beside reading one file.

    Each takes files and folders, and a file with a mapping, or None.

    Attributes:
        read: Returns what is in them; it takes decisions on names of organizations too.
        preview: Returns what each column would be taken for.
        mapping: Returns the mapping by which they are read, as text to be edited.
    """

    read: Callable[[tuple[Path, ...], Path | None, Identities], Imported]
    preview: Callable[[tuple[Path, ...], Path | None], tuple[ColumnPreview, ...]]
    mapping: Callable[[tuple[Path, ...], Path | None], str]


@final
@frozen(kw_only=True)
class Importer:
    """Reads a foreign format.

    Attributes:
        name: What to call it by, for example r4v.
        summary: What it reads, in one line.
        read: Returns what is in a file or folder, with an account of every row.
        tables: What it can do with tables, if it reads them column by column.
        settled: Returns the same by decisions on the names of organizations, such as those in
            identities.yaml; nothing if it takes none.
    """

    name: str
    summary: str
    read: Callable[[Path], Imported]
    tables: TableReader | None = None
    settled: Callable[[Path, Identities], Imported] | None = None


class BadOption(InteragencyError):
    """A value of an option that an exporter cannot use; the message says which, and why."""


OptionKind = Literal["flag", "text", "number"]
Written = str | bytes | Mapping[str, str] | Mapping[str, str | bytes]
_OPTION_KINDS = ("flag", "text", "number")
# What `export` itself understands.
_RESERVED = ("at", "format", "help", "name", "on", "output", "path", "to", "with_contacts")


def _refuse_reserved(_: object, __: object, name: str) -> None:
    if name in _RESERVED:
        raise ValueError(f"{name!r} is an option of the command itself; choose another name")


@final
@frozen(kw_only=True)
class Option:
    """A choice that an exporter offers; commands and plugins read it from the record.

    Attributes:
        name: Name of the keyword argument of `write`; on the command line with hyphens.
        help: Its meaning, in one sentence.
        kind: flag (true or false), text, or number (whole, from 0).
        choices: The texts that are allowed; nothing if any is.
        default: The value without the option; None, or False for a flag.
    """

    name: str = field(validator=[matches_re(r"[a-z][a-z_]*"), _refuse_reserved])
    help: str = field(validator=instance_of(str))
    kind: OptionKind = field(default="text", validator=in_(_OPTION_KINDS))
    choices: tuple[str, ...] = field(
        default=(), validator=deep_iterable(instance_of(str), instance_of(tuple))
    )
    default: str | int | bool | None = None


@final
@frozen(kw_only=True)
class Exporter:
    """Writes a foreign format.

    Attributes:
        name: What to call it by, for example mermaid.
        summary: What it writes, in one line.
        suffix: The usual ending of a file in that format, with its dot.
        loses: What of an architecture the format cannot hold; nothing if reading it back
            gives an equal one.
        write: Returns the text or bytes of an architecture; of a format that is a folder, or
            where one file cannot hold all of it, the text or bytes of each file by its name.
            It takes the options as keyword arguments, each under its name.
        options: The choices it offers.
        media_type: The media type (IANA) of one file, for example image/svg+xml; nothing if
            it has none of its own.
    """

    name: str
    summary: str
    suffix: str
    loses: str
    write: Callable[..., Written]
    options: tuple[Option, ...] = field(
        default=(), validator=deep_iterable(instance_of(Option), instance_of(tuple))
    )
    media_type: str = field(default="", validator=instance_of(str))


def without_contacts(architecture: Architecture) -> Architecture:
    """Return an architecture without the contacts in it, to be handed to an exporter."""
    changes: dict[str, Any] = {
        name: tuple(map(_without_contact, getattr(architecture, name))) for name in SECTION_KEYS
    }
    return evolve(architecture, **changes)


def _without_contact(record: Any) -> Any:
    has_contact = getattr(record, "contact", None) is not None
    return evolve(record, contact=None) if has_contact else record


def _outcome(row: RowOutcome) -> Outcome:
    return row.outcome


def _counted(name: str, counts: Counter[Outcome], blank: int = 0) -> str:
    parts = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
    empty = f", and {blank} blank" if blank else ""
    return f"{name}: {counts.total()} rows: {parts}{empty}"

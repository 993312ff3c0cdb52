"""Tables: that wrap to a terminal and nowhere else, with one line for each row, and as CSV."""

import csv
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from textwrap import wrap

from interagency.model import Figure, Money
from interagency.report.printing import shown
from interagency.report.tables import safe_cell

# Wider than any line, so that what goes to a file or a pipe keeps one line for each row.
_UNBROKEN = 100_000
# A first column that is folded stays wide enough for most words.
_NARROWEST = 24


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as aligned columns; on a terminal the last column wraps to its width."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    found = list(rows)
    if not found:
        return ""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for column in range(len(found[0])):
        table.add_column(no_wrap=column < len(found[0]) - 1)
    for row in found:
        table.add_row(*(Text(shown(cell)) for cell in row))
    out = StringIO()
    is_terminal = sys.stdout is not None and sys.stdout.isatty()  # it may be closed
    width = shutil.get_terminal_size().columns if is_terminal else _UNBROKEN
    Console(file=out, width=width, color_system=None).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def aligned(rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """Return the lines of rows, with the columns below each other.

    Args:
        rows: The rows.
        width: The width into which the first column is folded; by default no line is folded.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if width is not None:
        others = sum(widths[1:]) + 2 * len(widths[1:])
        widths[0] = min(widths[0], max(width - others, _NARROWEST))
    return [line for row in rows for line in _row_lines(row, widths)]


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row: the other cells stand beside the first line of the first cell."""
    first, *more = wrap(row[0], widths[0], break_on_hyphens=False) or [""]
    yield "  ".join(map(str.ljust, (first, *row[1:]), widths)).rstrip()
    yield from (f"  {line}" for line in more)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as comma-separated values, in which no cell is a formula."""
    out = StringIO()
    safe = ([safe_cell(str(cell)) for cell in row] for row in rows)
    csv.writer(out, lineterminator="\n").writerows(safe)
    return out.getvalue()


def number_text(number: Decimal | int) -> str:
    """Return a number with a comma between thousands, and every digit that it has."""
    return f"{Decimal(number):,f}"


def money_text(money: Money) -> str:
    """Return an amount of money with its currency."""
    return f"{number_text(money.amount)} {money.currency}"


def figure_text(figure: Figure) -> str:
    """Return a stated figure with its bound: >1,000."""
    return f"{figure.bound}{number_text(figure.value)}"

"""Tables: that wrap to a terminal and nowhere else, with one line for each row, and as CSV."""

import csv
import shutil
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from interagency.model import Figure, Money
from interagency.report.printing import shown
from interagency.report.tables import safe_cell

# Wider than any line, so that what goes to a file or a pipe keeps one line for each row.
_UNBROKEN = 100_000


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


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a line for each row, with the columns below each other, however wide it becomes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


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

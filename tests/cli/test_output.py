"""Tables: aligned, wrapped on a terminal, one line a row anywhere else."""

import sys

import pytest

from interagency.cli.output import aligned, csv_text, table_text

ROWS = [("a", "error", "word " * 40), ("longer", "info", "[bold]b[/bold]")]


def test_a_row_is_a_line_where_no_terminal_is() -> None:
    """Files and pipes are read by line; markup is shown as it is."""
    first, second = table_text(ROWS).splitlines()
    assert first == "a       error  " + ("word " * 40).rstrip()
    assert second == "longer  info   [bold]b[/bold]"


def test_the_last_column_wraps_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = table_text(ROWS).splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 60


def test_nothing_is_no_table() -> None:
    assert table_text([]) == ""


def test_a_closed_output_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert len(table_text(ROWS).splitlines()) == len(ROWS)


def test_columns_stand_below_each_other_however_wide() -> None:
    assert aligned([("a", "bb", ""), ("ccc", "d", "e")]) == ["a    bb", "ccc  d   e"]


def test_a_table_for_a_spreadsheet_quotes_what_it_must() -> None:
    assert csv_text([("a", 1), ('b, "c"', "")]) == 'a,1\n"b, ""c""",\n'

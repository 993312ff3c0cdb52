"""Assertions on importers: every row has one outcome, and a profile reads the columns it should."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from interagency.document import dumps, loads
from interagency.exchange import Imported, Importer


def assert_importer_accounts(importer: Importer, source: Path) -> Imported:
    """Assert that an importer accounts for every row of a file, and reads it alike twice.

    Args:
        importer: The importer.
        source: A file or folder that it reads.

    Returns:
        What it read, for more assertions.

    Raises:
        AssertionError: With everything that is wrong, a line each.
    """
    found = importer.read(source)
    faults = [*_faults(found)]
    if importer.read(source) != found:
        faults.append("reads one file in two ways")
    if faults:
        raise AssertionError("\n".join(f"importer {importer.name!r}: {each}" for each in faults))
    return found


def _faults(found: Imported) -> Iterator[str]:
    counts = Counter((row.file, row.sheet) for row in found.accounting.rows)
    for table in found.accounting.tables:
        rows = counts.pop((table.file, table.sheet), 0)
        if rows != table.rows:
            yield f"accounts for {rows} of {table.rows} rows of {table.file} {table.sheet}".rstrip()
    yield from (f"accounts for rows of {file}, which is no table" for file, _ in counts)
    numbers = Counter((row.file, row.sheet, row.row) for row in found.accounting.rows)
    twice = [place for place, count in numbers.items() if count > 1]
    yield from (f"row {row} of {file} has two outcomes" for file, _, row in twice)
    if any(not row.detail for row in found.accounting.rows):
        yield "gives a row an outcome without a detail"
    if loads(dumps(found.architecture)) != found.architecture:
        yield "reads what a document cannot hold: writing it and reading it back gives another"


def assert_profile_reads(importer: Importer, source: Path, columns: Mapping[str, str]) -> None:
    """Assert what the importer of a profile takes the columns of a table for.

    Args:
        importer: The importer.
        source: A table.
        columns: What each column is, by its header; empty for one that is left.

    Raises:
        AssertionError: With every column that is taken for something else.
    """
    if importer.tables is None:
        raise AssertionError(f"importer {importer.name!r} does not read tables column by column")
    found = importer.tables.preview((source,), None)
    wrong = [
        f"column {each.header!r} is taken for {each.meaning or 'nothing'}, "
        f"not {columns[each.header] or 'nothing'} ({each.why})"
        for each in found
        if each.header in columns and each.meaning != columns[each.header]
    ]
    headers = {each.header for each in found}
    wrong += (f"there is no column {name!r}" for name in columns if name not in headers)
    if wrong:
        raise AssertionError("\n".join(f"importer {importer.name!r}: {each}" for each in wrong))

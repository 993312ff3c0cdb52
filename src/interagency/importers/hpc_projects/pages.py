"""The JSON that the HPC API gives: pages of a project search, and lists of plans."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, final

from attrs import frozen

from interagency.document.json_reader import once
from interagency.importers.tabular.source import LIMITS, UnreadableTable

Record = Mapping[str, Any]
BROKEN: Final = "\ufffd"
# Half a character, as JSON can name it; no file could hold it.
_HALF = re.compile("[\ud800-\udfff]")
_TOO_MANY = 10**18
_SHOWN = 40


@final
@frozen(kw_only=True)
class Page:
    """One file.

    Attributes:
        file: The file, as a path below the folder that was asked for.
        rows: The projects, or the plans; nothing if it holds neither.
        is_plans: Whether they are plans.
        total: How many projects the search has in all, by its own count.
    """

    file: str
    rows: tuple[Any, ...] = ()
    is_plans: bool = False
    total: int | None = None


def read_pages(source: Path) -> tuple[Page, ...]:
    """Return every JSON file of a folder, or the one file.

    Raises:
        UnreadableTable: If there is no such file, or one that is no JSON.
    """
    if source.is_file():
        return (_page(source, source.name),)
    paths = sorted(path for path in source.rglob("*.json") if path.is_file())
    if not paths:
        raise UnreadableTable(source, "holds no pages of the HPC API: .json is read")
    return tuple(_page(path, path.relative_to(source).as_posix()) for path in paths)


def records(value: Any) -> list[Record]:
    """Return the mappings of a list; whatever else stands there says nothing."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text(record: Record, key: str) -> str:
    """Return what a field says, on one line; nothing for null and for what is no text.

    Half a character is shown as one that is `BROKEN`.
    """
    value = record.get(key)
    shown = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
    return _HALF.sub(BROKEN, " ".join(str(value).split())) if shown else ""


def _page(path: Path, file: str) -> Page:
    try:
        if path.stat().st_size > LIMITS.bytes:
            raise ValueError(f"it is larger than {LIMITS.bytes:,} bytes")
        whole = json.loads(path.read_bytes(), parse_float=_number, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise UnreadableTable(path, f"cannot be read as JSON: {error}") from error
    data = whole.get("data") if isinstance(whole, dict) else whole
    found = data.get("results") if isinstance(data, dict) else data
    rows = tuple(found) if isinstance(found, list) else ()
    if any("planVersion" in each for each in records(list(rows))):
        return Page(file=file, rows=rows, is_plans=True)
    if rows and not any("plans" in each or "organizations" in each for each in records([*rows])):
        return Page(file=file)  # records of something else, such as governing entities
    return Page(file=file, rows=rows, total=_total(data))


def _total(data: Any) -> int | None:
    pagination = data.get("pagination") if isinstance(data, dict) else None
    total = pagination.get("total") if isinstance(pagination, dict) else None
    is_count = isinstance(total, int) and not isinstance(total, bool) and 0 <= total < _TOO_MANY
    return total if is_count else None


def _number(written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation:
        raise ValueError(f"{written[:_SHOWN]} is out of all bounds") from None

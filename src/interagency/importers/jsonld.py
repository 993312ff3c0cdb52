"""Linked data that the exporter of the same name wrote, as the document that it was."""

from pathlib import Path
from typing import Any, Final

from interagency.exchange import Accounting, Imported, Importer, Outcome, RowOutcome, TableAccount

_NOT_OURS: Final = "is not JSON-LD that `interagency export --to jsonld` wrote"


def _read(source: Path) -> Imported:
    # imported when there is something to read: the list of importers must stay light
    from attrs import evolve

    from interagency.document import InvalidDocument, Problem, loads
    from interagency.document.files import MAX_BYTES, decoded, file_bytes
    from interagency.document.json_reader import read_json
    from interagency.document.linked_data import plain_of_linked
    from interagency.document.writer import json_text
    from interagency.document.yaml_reader import Unreadable

    try:
        limit = MAX_BYTES["json"]
        text = decoded(str(source), file_bytes(source, limit), "json", limit)
        value, wrong = read_json(text.data)
    except Unreadable as error:
        raise InvalidDocument([evolve(error.problem, file=str(source))]) from None
    if wrong:
        raise InvalidDocument([evolve(each, file=str(source)) for each in wrong])
    if not isinstance(value, dict) or "@context" not in value or "interagency" not in value:
        raise InvalidDocument([Problem(_NOT_OURS, file=str(source))])
    try:
        architecture = loads(json_text(plain_of_linked(value)), format="json", file=str(source))
    except InvalidDocument as error:
        # the lines are those of the document, and not of the file
        found = [evolve(each, line=None, column=None) for each in error.problems]
        raise InvalidDocument(found) from None
    return Imported(architecture=architecture, accounting=_account(value, source.name))


def _account(value: dict[str, Any], file: str) -> Accounting:
    """Return an account in which each record is a row."""
    sections = {key: each for key, each in value.items() if _holds_records(each)}
    tables = [TableAccount(file=file, sheet=key, rows=len(each)) for key, each in sections.items()]
    rows = [
        RowOutcome(file=file, sheet=key, row=number, outcome=Outcome.READ, detail=_shown(record))
        for key, records in sections.items()
        for number, record in enumerate(records, 1)
    ]
    return Accounting(tables=tuple(tables), rows=tuple(rows))


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _shown(record: dict[str, Any]) -> str:
    types = record.get("@type")
    first = types[0] if isinstance(types, list) and types else "record"
    return f"{first} {record.get('@id', '')}".strip()


IMPORTER = Importer(
    name="jsonld",
    summary="Linked data that `export --to jsonld` wrote: JSON-LD in the terms of W3C.",
    read=_read,
)

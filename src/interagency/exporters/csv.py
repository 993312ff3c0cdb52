"""A folder of tables, for spreadsheets and statistics.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as does a cell that
begins with one: to read a table back, take one apostrophe away wherever there is one.
"""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, Final

from interagency.exchange import Exporter, Option
from interagency.graph.texts import columns_of, texts_of
from interagency.model import (
    Agreement,
    Answer,
    Appeal,
    Architecture,
    Body,
    Decision,
    Handover,
    Link,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Presence,
    Product,
    Seat,
    Source,
)
from interagency.report.tables import safe_cell
from interagency.snapshot import Snapshot
from interagency.snapshot.labels import section_of

_TABLES: Final[Mapping[str, type]] = {
    "sources": Source,
    "organizations": Organization,
    "links": Link,
    "mandates": Mandate,
    "plans": Plan,
    "appeals": Appeal,
    "presence": Presence,
    "offices": Office,
    "posts": Post,
    "products": Product,
    "decisions": Decision,
    "agreements": Agreement,
    "handovers": Handover,
    "answers": Answer,
}

Row = Mapping[str, str]


# Tags of HXL 1.1, by table and column; a column without one has none.
_OF_ALL: Final = {
    "since": "#date+start",
    "until": "#date+end",
    "organization": "#org+id",
    "covers": "#sector+code",
    "areas": "#geo+code",
    "area": "#geo+code",
    "country": "#country+code",
    "note": "#description+note",
    "contact": "#contact+email",
    "url": "#meta+url",
    "status": "#status",
}
_TAGS: Final[Mapping[str, Mapping[str, str]]] = {
    "organizations": {
        "id": "#org+id",
        "name": "#org+name",
        "acronym": "#org+acronym",
        "kind": "#org+type+code",
    },
    "bodies": {"id": "#group+id", "name": "#group+name", "kind": "#group+type"},
    "seats": {"body": "#group+id", "holder": "#org+id+holder", "term": "#group+role"},
    "plans": {"id": "#meta+plan+id", "name": "#meta+plan+name"},
}


def _tagged(name: str, table: str) -> str:
    """Return a table with a row of HXL tags below its headers."""
    head, end, rows = table.partition("\r\n")
    columns = next(csv.reader([head.removeprefix("\ufeff")]))
    own = _TAGS.get(name, {})
    tags = (own.get(column, _OF_ALL.get(column, "")) for column in columns)
    row = ",".join(f'"{tag}"' for tag in tags)
    return f"{head}{end}{row}{end}{rows}"


def to_csv(architecture: Architecture, *, hxl: bool = False) -> Mapping[str, str]:
    """Return the tables of an architecture, by the names of their files, those without rows too.

    Args:
        architecture: The architecture.
        hxl: Whether a row of HXL tags stands below the headers.
    """
    snapshot = Snapshot.of_all_time(architecture)
    tables = {
        "architecture": _table(columns_of(Architecture), [texts_of(architecture)]),
        "bodies": _table(
            ("section", *columns_of(Body), *_EFFECTIVE),
            [_body(snapshot, body) for body in architecture.bodies],
        ),
        "seats": _table(
            (*columns_of(Seat), "standing", "organization"),
            [_seat(snapshot, seat) for seat in architecture.seats],
        ),
    }
    for name, cls in _TABLES.items():
        rows = [texts_of(record) for record in getattr(architecture, name)]
        tables[name] = _table(columns_of(cls), rows)
    written = {name: _tagged(name, table) for name, table in tables.items()} if hxl else tables
    return {f"{name}.csv": table for name, table in sorted(written.items())}


_EFFECTIVE = tuple(
    f"effective_{name}" for name in ("level", "areas", "populations", "situation", "sources")
)


def _body(snapshot: Snapshot, body: Body) -> Row:
    """Return a body with its section, and with what it inherits from where it lies."""
    level = snapshot.level(body)
    lists = (snapshot.areas(body), snapshot.populations(body))
    areas, populations = ("; ".join(each) for each in lists)
    sources = "; ".join(snapshot.sources(body))
    inherited = (level.value if level else "", areas, populations, snapshot.situation(body) or "")
    effective = dict(zip(_EFFECTIVE, (*inherited, sources), strict=True))
    return {"section": section_of(body), **texts_of(body), **effective}


def _seat(snapshot: Snapshot, seat: Seat) -> Row:
    """Return a seat with its standing, and the organization behind the post that holds it."""
    standing = snapshot.standing(seat).value
    organization = snapshot.organization_of(seat.held_by or "") or ""
    return {**texts_of(seat), "standing": standing, "organization": organization}


def _table(columns: Iterable[str], rows: Iterable[Row]) -> str:
    """Return a table; the mark at its start tells Excel that it is UTF-8."""
    out = StringIO()
    writer: Any = csv.DictWriter(out, tuple(columns), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(text) for name, text in row.items()})
    return "\ufeff" + out.getvalue()


EXPORTER = Exporter(
    name="csv",
    summary="A folder of tables, for spreadsheets: bodies, seats, links, organizations, plans.",
    suffix=".csv",
    loses=(
        "what is inside an item of a list: the certainty, sources and notes of aliases; "
        "where an item holds a semicolon, where it ends"
    ),
    write=to_csv,
    options=(
        Option(
            name="hxl",
            help="Write a row of HXL tags below the headers, for tools of humanitarian data.",
            kind="flag",
            default=False,
        ),
    ),
)

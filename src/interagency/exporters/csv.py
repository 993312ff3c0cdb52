"""A folder of tables, for spreadsheets and statistics.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as does a cell that
begins with one: to read a table back, take one apostrophe away wherever there is one.
"""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, Final

from interagency.exchange import Exporter
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


def to_csv(architecture: Architecture) -> Mapping[str, str]:
    """Return the tables of an architecture, by the names of their files, those without rows too."""
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
    return {f"{name}.csv": table for name, table in sorted(tables.items())}


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
)

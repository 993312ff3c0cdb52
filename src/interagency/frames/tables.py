"""Architectures as tables: one for each class of the model, with ids, names and what follows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, final

from attrs import evolve, frozen

from interagency.frames.columns import Column, ColumnType, columns_of
from interagency.model import Architecture, Body, Seat
from interagency.model.sections import SECTIONS
from interagency.snapshot import Snapshot
from interagency.snapshot.labels import section_of

_BODIES: Final = "bodies"
_SEATS: Final = "seats"


@final
@frozen(kw_only=True)
class Table:
    """A table: columns of equal length, also without any row.

    Attributes:
        name: Its name.
        columns: Its columns, in their order.
        values: The values of each column, by its name.
    """

    name: str
    columns: tuple[Column, ...]
    values: Mapping[str, list[Any]]


def tables_of(architecture: Architecture) -> dict[str, Table]:
    """Return the tables of an architecture with all its time, by name.

    `architecture` has one row; `bodies` has forums, sectors, sub-sectors and working groups with
    what they inherit; `seats` has their standing; all other tables are called after the section
    of a document. A column of ids, such as `holder`, has one with names beside it, `holder_name`.
    """
    snapshot = Snapshot.of_all_time(architecture)
    found = [_table(snapshot, "architecture", Architecture, [architecture])]
    found += [_table(snapshot, _BODIES, Body, architecture.bodies, _effective(snapshot))]
    for section in SECTIONS:
        if not issubclass(section.holds, Body):
            more = _standing(snapshot) if section.key == _SEATS else ()
            records = getattr(architecture, section.key)
            found.append(_table(snapshot, section.key, section.holds, records, more))
    return {table.name: table for table in found}


def _table(
    snapshot: Snapshot, name: str, cls: type, records: Iterable[Any], more: Iterable[Column] = ()
) -> Table:
    columns = tuple(_with_names(snapshot, (*columns_of(cls), *more)))
    rows = list(records)
    return Table(
        name=name,
        columns=columns,
        values={column.name: [column.of(each) for each in rows] for column in columns},
    )


def _with_names(snapshot: Snapshot, columns: Iterable[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        if column.names:
            yield _named(snapshot, column)


def _named(snapshot: Snapshot, column: Column) -> Column:
    """Return the names of a column of ids; a word such as vacant has none."""

    def of(record: Any) -> str | None:
        id = column.of(record)
        return snapshot.name(id) if id in snapshot.whole.entities else None

    doc = f"The name of `{column.name}`."
    return evolve(column, name=f"{column.name}_name", doc=doc, of=of, names=False)


def _text(name: str, doc: str, of: Any, *, names: bool = False) -> Column:
    return Column(name=name, type=ColumnType.TEXT, doc=doc, of=of, names=names)


def _effective(snapshot: Snapshot) -> tuple[Column, ...]:
    """Return what bodies inherit from where they lie."""

    def level(body: Body) -> str | None:
        found = snapshot.level(body)
        return found.value if found else None

    lists: dict[str, Callable[[Body], Iterable[str]]] = {
        "areas": snapshot.areas,
        "populations": snapshot.populations,
        "sources": snapshot.sources,
    }
    return (
        _text("section", "The section of a document that holds it.", section_of),
        _text("effective_level", "Its level, or that of where it lies.", level),
        _text("effective_situation", "Its situation, or that above it.", snapshot.situation),
        *(_inherited(name, found) for name, found in lists.items()),
    )


def _inherited(name: str, found: Callable[[Body], Iterable[str]]) -> Column:
    def of(body: Body) -> list[str]:
        return list(found(body))

    doc = f"Its {name}, or those of where it lies."
    return Column(name=f"effective_{name}", type=ColumnType.TEXTS, doc=doc, of=of)


def _standing(snapshot: Snapshot) -> tuple[Column, ...]:
    """Return what follows of a seat: whether it leads, and the organization behind a post."""

    def standing(seat: Seat) -> str:
        return snapshot.standing(seat).value

    return (
        _text(
            "standing",
            "What its term amounts to: lead, co-lead, chair, supports, participates.",
            standing,
        ),
        _text(
            "organization",
            "The organization that holds it, itself or by a post.",
            lambda seat: snapshot.organization_of(seat.held_by or ""),
            names=True,
        ),
    )

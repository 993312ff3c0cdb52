"""Governing entities of HPC plans, JSON: the field clusters of a plan as its sectors.

Who leads them, and whom they mean to reach, HPC does not say there: caseloads are left.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from interagency.exchange import Accounting, Imported, Importer, Outcome, RowOutcome, TableAccount
from interagency.model import Architecture, Plan, Sector, Source

SCHEME: Final = "hpc"
_CLUSTER: Final = "CL"
_NOTE: Final = "not read: caseloads, icons, and the days of editing"


def _read(source: Path) -> Imported:
    # imported when there is something to read: the list of importers must stay light
    from interagency.importers.tabular.json_rows import json_value
    from interagency.importers.tabular.source import UnreadableTable

    try:
        value = json_value(source.read_bytes())
    except ValueError as error:
        raise UnreadableTable(source, f"cannot be read as JSON: {error}") from None
    records = [*_records(value)]
    if not records:
        raise UnreadableTable(source, "holds no governing entities of a plan")
    return imported(records, _plan_in(value), source.name)


def imported(records: list[Any], plan: dict[str, Any], file: str) -> Imported:
    """Return what governing entities say, with an account of every one.

    Args:
        records: The governing entities.
        plan: What the file says of their plan itself; empty if it says nothing.
        file: Name of the file.
    """
    sectors: dict[str, Sector] = {}
    rows = []
    for number, record in enumerate(records, 1):
        why = _refusal(record)
        sector = None if why else _sector(record, set(sectors))
        if sector is not None:
            sectors[sector.id] = sector
        outcome = Outcome.READ if sector else Outcome.REJECTED
        detail = why or f"sector {sector.name if sector else ''}"
        rows.append(RowOutcome(file=file, sheet="", row=number, outcome=outcome, detail=detail))
    source = Source(id="hpc-entities", title=file)
    architecture = Architecture(
        default_sources=(source.id,),
        sources=(source,),
        sectors=tuple(sectors.values()),
        plans=tuple(_plans(records, plan, tuple(sectors.values()))),
    )
    table = TableAccount(file=file, sheet="", rows=len(rows), notes=(_NOTE,))
    return Imported(
        architecture=architecture, accounting=Accounting(tables=(table,), rows=tuple(rows))
    )


def _records(value: Any) -> Iterator[Any]:
    """Yield the governing entities of a page, or of a plan with its content."""
    data = value.get("data", value) if isinstance(value, dict) else value
    found = data.get("governingEntities") if isinstance(data, dict) else data
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and ("governingEntityVersion" in each or "entityType" in each):
            yield each


def _plan_in(value: Any) -> dict[str, Any]:
    data = value.get("data", value) if isinstance(value, dict) else {}
    return data if isinstance(data, dict) else {}


def _refusal(record: dict[str, Any]) -> str:
    if record.get("deletedAt"):
        return "deleted"
    if record.get("entityType", _CLUSTER) != _CLUSTER:
        return f"not a cluster but {record['entityType']!r}"
    return "" if _name(record) else "has no name"


def _name(record: dict[str, Any]) -> str:
    version = record.get("governingEntityVersion")
    name = (version if isinstance(version, dict) else record).get("name")
    return " ".join(name.split()) if isinstance(name, str) else ""


def _sector(record: dict[str, Any], used: set[str]) -> Sector:
    from interagency.document.names import slug

    number, name = str(record.get("id", "")), _name(record)
    stem = slug(name) or f"cluster-{number}"
    id = stem if stem not in used else f"{stem}-{number}"
    return Sector(
        id=id,
        name=name,
        covers=_codes(record),
        identifiers=((SCHEME, number),) if number else (),
    )


def _codes(record: dict[str, Any]) -> tuple[str, ...]:
    """Return the codes of the global clusters that a field cluster belongs to."""
    from interagency.vocabularies import shipped

    clusters = {dict(each.equivalents).get(SCHEME): each.code for each in shipped()["sectors"]}
    ids = record.get("globalClusterIds")
    found = (clusters.get(str(each)) for each in ids) if isinstance(ids, list) else ()
    return tuple(dict.fromkeys(code for code in found if code))


def _plans(records: list[Any], plan: dict[str, Any], sectors: tuple[Sector, ...]) -> Iterator[Plan]:
    """Yield the plan that all governing entities belong to; of several, none."""
    numbers = {str(each["planId"]) for each in records if each.get("planId")}
    if len(numbers) == 1:
        number = numbers.pop()
        version = plan.get("planVersion")
        name = version.get("name") if isinstance(version, dict) else None
        yield Plan(
            id=f"hpc-{number}",
            name=name if isinstance(name, str) and name.strip() else None,
            covers=tuple(dict.fromkeys(code for each in sectors for code in each.covers)),
            identifiers=((SCHEME, number),),
        )


IMPORTER = Importer(
    name="hpc-plans",
    summary="Governing entities of a plan of the HPC API, JSON: its field clusters as sectors.",
    read=_read,
)

"""The answers of a reconciliation as a report: gaps as findings, and open lists."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve

from interagency.checking import Finding, Report, Result, Severity
from interagency.presence.facts import Facts
from interagency.presence.structure import Structure
from interagency.snapshot import counted

SEATS = "seats-without-presence"
PRESENCE = "presence-without-seats"
ALONE = "sole-providers"
COVERAGE = "coverage"
Row = Sequence[str | int]


def report_of(
    structure: Structure,
    facts: Facts,
    seats: Iterable[Row],
    alone: Iterable[Row],
    covered: Iterable[Row],
) -> Report:
    """Return a report of the rows in which an answer is certain.

    Args:
        structure: The structure of the day.
        facts: The presence.
        seats: The rows of seats without presence.
        alone: The rows of sole providers.
        covered: The rows of coverage.
    """
    results = (
        _result(structure, COVERAGE, _uncovered(covered), ("groups",)),
        _result(structure, PRESENCE, _unseated(structure, facts), ("groups", "leads", "members")),
        _result(structure, SEATS, _idle(structure, seats), ("presence",)),
        _result(structure, ALONE, _alone(structure, alone), ("presence",)),
    )
    snapshot = structure.snapshot
    return Report(title=snapshot.now.title, day=snapshot.day, results=results)


def _result(
    structure: Structure, name: str, findings: Iterable[Finding], needs: Iterable[str]
) -> Result:
    return Result(
        rule=name,
        severity=Severity.INFO,
        findings=tuple(evolve(each, rule=name, severity=Severity.INFO) for each in findings),
        open_lists=tuple(each for each in needs if not structure.is_complete(each)),
    )


def _idle(structure: Structure, rows: Iterable[Row]) -> Iterable[Finding]:
    for organization, body, sectors, *_, active, _ in rows:
        if active == "no":
            name, group = structure.name(str(organization)), structure.snapshot.name(str(body))
            message = f"{name} has a seat in {group} and is not active in {sectors} there"
            yield Finding(str(organization), message, (str(body),))


def _unseated(structure: Structure, facts: Facts) -> Iterable[Finding]:
    for organization, sector, sits, areas in facts.sectors_without_seats():
        if sits == "no":
            name = structure.name(organization)
            where = f"in {counted(areas, 'area')}"
            message = f"{name} is active in {sector} {where} and has no seat for it"
            yield Finding(organization, message, (), (f"sector {sector}",))


def _alone(structure: Structure, rows: Iterable[Row]) -> Iterable[Finding]:
    for organization, sector, area, _, alone in rows:
        if alone == "yes":
            message = f"{structure.name(str(organization))} alone is active in {sector} in {area}"
            yield Finding(str(organization), message, (), (f"sector {sector}", f"area {area}"))


def _uncovered(rows: Iterable[Row]) -> Iterable[Finding]:
    """Yield a finding for each sector that no group covers somewhere, with the areas."""
    found: dict[str, list[str]] = defaultdict(list)
    for sector, area, *_, covered in rows:
        if covered == "no":
            found[str(sector)].append(str(area))
    for sector, areas in found.items():
        message = f"{counted(len(areas), 'area')} with activity in {sector} and no group for it"
        evidence = tuple(f"area {area}" for area in areas)
        yield Finding("", message, (), (f"sector {sector}", *evidence))

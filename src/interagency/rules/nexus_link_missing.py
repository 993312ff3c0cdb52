"""A sector that has no line to a results group of the development side."""

from collections.abc import Iterator, Mapping, Sequence

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import (
    NONE,
    UNKNOWN,
    Body,
    Forum,
    Level,
    Plan,
    Sector,
    WorkingGroup,
    describe,
)
from interagency.snapshot import Question, Snapshot, Verdict

_FRAMEWORKS = ("UNSDCF", "UNDAF")
_SHOWN = 3


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding where there certainly is no line, and one question for all other sectors."""
    national = (each for each in snapshot.certain(Sector) if snapshot.level(each) is Level.NATIONAL)
    sectors = sorted(national, key=lambda each: each.id)
    groups = {id: _results_group(snapshot, body) for id, body in snapshot.bodies.items()}
    if not sectors or not _has_framework(snapshot, groups):
        return
    if "groups" in snapshot.now.complete and all(each is Verdict.GAP for each in groups.values()):
        message = f"there is no results group for {_listed(snapshot, sectors)} to link to"
        yield Finding("", message, tuple(each.id for each in sectors))
        return
    links = _linked(snapshot, groups)
    asked = []
    for sector in sectors:
        said_none = _coordinates_with_nobody(snapshot, sector)
        if said_none and sector.id not in links and UNKNOWN not in links:
            message = f"{snapshot.name(sector.id)} has no line to a results group"
            yield Finding(sector.id, message, evidence=(said_none,))
        elif links.get(sector.id) is not Verdict.MET:
            asked.append(sector)
    if asked:
        text = f"With which results group does each of {_listed(snapshot, asked)} coordinate?"
        write = "add it under links, as {kind: coordinates_with, from: id, to: id, or none}"
        yield Question("", "coordinates_with", text, write)


def _has_framework(snapshot: Snapshot, groups: Mapping[str, Verdict]) -> bool:
    """Return whether the document knows of a cooperation framework."""
    plans = snapshot.certain(Plan)
    return (
        any(name.startswith("unsdcf") for name in snapshot.now.conforms_to)
        or any(plan.kind in _FRAMEWORKS for plan in plans)
        or Verdict.MET in groups.values()
    )


def _results_group(snapshot: Snapshot, body: Body) -> Verdict:
    """Answer whether a body is a results group; a sector is none."""
    if not isinstance(body, Forum | WorkingGroup):
        return Verdict.GAP
    kinds = snapshot.vocabularies["body-kinds"]
    if any(kinds.is_a(kind, "results-group") for kind in body.kind):
        return Verdict.MET if body.is_certain else Verdict.UNKNOWN
    sure = body.kind and all(kind in kinds for kind in body.kind)
    return Verdict.GAP if sure else Verdict.UNKNOWN


def _linked(snapshot: Snapshot, groups: Mapping[str, Verdict]) -> Mapping[str, Verdict]:
    """Return what has a line to or from a results group, or may have; `unknown` for any."""
    found: dict[str, Verdict] = {}
    for link in snapshot.now.links:
        for here, there in ((link.from_, link.to), (link.to, link.from_)):
            answer = Verdict.UNKNOWN if there == UNKNOWN else groups.get(there, Verdict.GAP)
            if answer is Verdict.MET and link.is_certain:
                found[here] = Verdict.MET
            elif answer is not Verdict.GAP:
                found.setdefault(here, Verdict.UNKNOWN)
    return found


def _coordinates_with_nobody(snapshot: Snapshot, sector: Sector) -> str:
    """Return what says that a sector coordinates with nobody; nothing if nobody said so."""
    lines = snapshot.links(sector.id, "coordinates_with")
    none = [describe(line) for line in lines if line.to == NONE and line.is_certain]
    return none[0] if len(lines) == 1 and none else ""


def _listed(snapshot: Snapshot, sectors: Sequence[Sector]) -> str:
    names = [snapshot.name(each.id) for each in sectors]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"


RULE = Rule(
    name="nexus-link-missing",
    severity=Severity.INFO,
    summary="A sector with no line to a results group of the cooperation framework.",
    rationale=(
        "Refugees and displaced people stay for years, and what a sector begins has to go on in "
        "development plans. Where a cooperation framework is spoken of (a plan of the kind UNSDCF "
        "or UNDAF, a results group, or `conforms_to: [unsdcf-2019]`), each sector at national "
        "level is to coordinate with one of its results groups. It is reported for a sector of "
        "which `coordinates_with: none` is written, and once for all if the groups are written "
        "whole (`complete: [groups]`), each forum and working group with its kind, and none is a "
        "results group. To clear it, write the line, whatever its kind and direction."
    ),
    check=check,
    sources=(
        Citation(
            "UNSDCF internal guidance, 3 June 2019 (results groups)",
            "https://vdocuments.site/"
            "united-nations-sustainable-development-development-of-the-united-nations.html",
        ),
        Citation(
            "That humanitarian sectors link to results groups is inferred from it, not written",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "a sector that coordinates with a results group, and one of which nobody said so",
            """
interagency: 2
level: national
forums:
  rg1: {name: Results Group on Human Capital, kind: results-group}
sectors:
  education: {name: Education, coordinates_with: [rg1]}
  health: {name: Health}
""",
        ),
        Example(
            "a sector that coordinates with nobody",
            """
interagency: 2
level: national
forums:
  rg1: {name: Results Group on Human Capital, kind: results-group}
sectors:
  education: {name: Education, coordinates_with: [rg1]}
  health: {name: Health, coordinates_with: none}
""",
            flags=("health",),
        ),
        Example(
            "a cooperation framework, and no results group among all bodies",
            """
interagency: 2
level: national
complete: [groups]
forums:
  rcf: {name: Refugee Coordination Forum, kind: rcf}
sectors:
  health: {name: Health, within: rcf}
plans:
  unsdcf: {name: Cooperation Framework, kind: UNSDCF}
""",
            flags=("",),
        ),
    ),
)

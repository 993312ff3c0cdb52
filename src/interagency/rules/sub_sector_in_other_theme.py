"""A sub-sector inside a sector of another theme."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, UNKNOWN, Body, Forum, Sector, SubSector
from interagency.snapshot import Question, Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each theme that no sector above a sub-sector covers."""
    known = snapshot.vocabularies["sectors"]
    for body in snapshot.certain(SubSector):
        for code in body.covers:
            broader = known.broader_of(code)
            if broader:
                yield from _answer(snapshot, body, code, frozenset((code, *broader)))


def _answer(
    snapshot: Snapshot, body: SubSector, code: str, wanted: frozenset[str]
) -> Iterator[Finding | Question]:
    """Yield what is said of one code: nothing if a sector above covers it, or one wider."""
    sectors: list[str] = []
    top: Body = body
    for here in _upward(snapshot, body):
        top = here
        if isinstance(here, Sector):
            sectors.append(here.id)
            if not wanted.isdisjoint(here.covers):
                return
            if _may_cover_more(snapshot, here):
                yield snapshot.ask_field(here, "covers")
                return
    if sectors and not isinstance(top, Forum) and top.lies_in != NONE:
        yield snapshot.ask_field(top, "within")
    elif sectors:
        names = " and ".join(snapshot.name(each) for each in sectors)
        wider = " or ".join(sorted(wanted - {code}))
        message = f"{snapshot.name(body.id)} covers {code} and lies in {names}, not in {wider}"
        yield Finding(body.id, message, tuple(sectors), evidence=(code,))


def _upward(snapshot: Snapshot, body: Body) -> Iterator[Body]:
    """Yield a body and what it certainly lies in, up to the first forum."""
    here: Body | None = body
    while here is not None and here.is_certain:
        yield here
        here = None if isinstance(here, Forum) else snapshot.bodies.get(here.lies_in or "")


def _may_cover_more(snapshot: Snapshot, sector: Sector) -> bool:
    """Return whether what a sector covers is open; a code in no list may mean anything."""
    known = snapshot.vocabularies["sectors"]
    return not sector.covers or any(code == UNKNOWN or code not in known for code in sector.covers)


RULE = Rule(
    name="sub-sector-in-other-theme",
    severity=Severity.WARNING,
    summary="A sub-sector whose theme belongs to another sector than the one it lies in.",
    rationale=(
        "Child protection, gender-based violence, housing, land and property, and mine action "
        "are parts of protection: in another sector their work is planned and reported apart. "
        "It is reported only if it is written what the sectors above cover. To clear it, correct "
        "`within`, or add the wider theme to `covers` of a merged sector."
    ),
    check=check,
    reads=("within of groups", "covers of groups"),
    sources=(
        Citation(
            "OCHA, global coordination groups (child protection, gender-based violence, housing, "
            "land and property, and mine action sit inside protection)",
            "https://data.humdata.org/dataset/global-coordination-groups-beta",
        ),
    ),
    examples=(
        Example(
            "child protection in protection, in a merged sector, and in one of unknown theme",
            """
interagency: 2
forums:
  iscg: {name: Inter-Sector Coordination Group}
sectors:
  protection: {name: Protection, within: iscg, covers: [PRO]}
  services: {name: Basic Services, within: iscg, covers: [EDU, PRO]}
  other: {name: Other, within: iscg}
sub_sectors:
  cp-1: {name: Child Protection, within: protection, covers: [PRO-CPN]}
  cp-2: {name: Child Protection, within: services, covers: [PRO-CPN]}
  cp-3: {name: Child Protection, within: other, covers: [PRO-CPN]}
""",
        ),
        Example(
            "child protection inside education",
            """
interagency: 2
forums:
  iscg: {name: Inter-Sector Coordination Group}
sectors:
  education: {name: Education, within: iscg, covers: [EDU]}
sub_sectors:
  child-protection: {name: Child Protection, within: education, covers: [PRO-CPN]}
""",
            flags=("child-protection",),
        ),
    ),
)

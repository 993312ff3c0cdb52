"""A sub-sector that belongs to no sector."""

from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, Body, Forum, Sector, SubSector
from interagency.snapshot import Question, Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding if a sub-sector certainly lies in no sector, a question if that is open."""
    homes = _homes(snapshot)
    for body in snapshot.certain(SubSector):
        home = homes[body.id]
        if isinstance(home, Sector):
            continue
        if isinstance(home, Forum):
            # Sectors lie in forums too: that it lies in one says nothing of its sector.
            yield _question(snapshot, body)
        elif home.lies_in == NONE:
            yield _finding(snapshot, body, home)
        else:
            yield snapshot.ask_field(home, "within")


def _question(snapshot: Snapshot, body: SubSector) -> Question:
    template = "To which sector does {} belong?"
    name = snapshot.name(body.id)
    text = template.format(name)
    write = f"sub_sectors.{body.id}.within: id of its sector"
    return Question(body.id, "within", text, write, template.format("each of these"), name)


def _finding(snapshot: Snapshot, body: SubSector, home: Body) -> Finding:
    name = snapshot.name(body.id)
    through = f"lies in {snapshot.name(home.id)}, which " if home is not body else ""
    message = f"{name} {through}lies in no body, so that it belongs to no sector"
    return Finding(body.id, message, () if home is body else (home.id,))


def _homes(snapshot: Snapshot) -> Mapping[str, Body]:
    """Return where the way up from each body ends.

    That is the first sector, or the first forum, for a forum is above or beside the sectors; or
    else the last body of which it is certain that another lies in it.
    """
    homes: dict[str, Body] = {}
    for body in snapshot.now.bodies:
        path: list[Body] = []
        here, above = body, _above(snapshot, body)
        while above is not None and here.id not in homes:
            path.append(here)
            here, above = above, _above(snapshot, above)
        home = homes.setdefault(here.id, here)
        homes.update((each.id, home) for each in path)
    return homes


def _above(snapshot: Snapshot, body: Body) -> Body | None:
    if isinstance(body, Forum | Sector):
        return None
    above = snapshot.bodies.get(body.lies_in or "")
    return above if above is not None and above.is_certain else None


RULE = Rule(
    name="sub-sector-without-sector",
    severity=Severity.WARNING,
    summary="A sub-sector that certainly belongs to no sector.",
    rationale=(
        "A sub-sector reports, plans and counts within its sector; one that stands alone has no "
        "sector that speaks for it. It is reported only if `within: none` is written, of the "
        "sub-sector or of the group that it lies in. A `within` that nobody wrote is unknown, and "
        "becomes a question; so does one that names a forum, since sectors lie in forums too. To "
        "clear it, write the sector as `within`, or make the group a sector or a working group if "
        "it is one."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR, Inter-Agency Coordination Officer, Bucharest (vacancy, 2022): names "
            "sub-groups, and not the groups to which they belong"
        ),
        Citation(
            "OCHA, global coordination groups (areas of responsibility belong to a cluster)",
            "https://data.humdata.org/dataset/global-coordination-groups-beta",
        ),
    ),
    examples=(
        Example(
            "one in its sector, one below it, one of which nobody wrote where it lies, and one "
            "that hangs directly under the forum, as in Romania in 2022",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum}
sectors:
  protection: {name: Protection}
sub_sectors:
  child-protection: {name: Child Protection, within: protection}
  case-management: {name: Case Management, within: child-protection}
  mhpss: {name: Mental Health and Psychosocial Support}
  education: {name: Education sub-group, within: rcf}
""",
        ),
        Example(
            "a sub-group that lies in nothing, and one below it",
            """
interagency: 2
sub_sectors:
  youth: {name: Youth sub-group, within: none}
  sports: {name: Sports sub-group, within: youth}
""",
            flags=("sports", "youth"),
        ),
    ),
)

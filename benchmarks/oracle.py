"""The seven rules, read naively from the plain value of a document: what every engine must report.

r01  a sector or sub-sector that nobody leads or co-leads
r02  a lead or co-lead of a group who is no member of it
r04  a body that reports to itself, through others
r05  a national forum without a counterpart from a government
r06  an organization that appeals in a plan and sits in no sector or sub-sector
r07  a body whose reports never reach a regional forum
r08  groups of one forum that have the same name, whatever its case

All of it on the last day of `as_of`: a seat that ended before is no seat, and what
was appealed for in a plan that ended is no appeal. References are whole,
and what an architecture refuses anyway (unknown ids, periods that end before they begin) is no
matter for a rule; that is why r03, r09 and r10 of the first measurements are not here.
"""

from typing import Any

LEADS = ("lead", "co-lead")
MEMBERS = ("member", "observer")
GROUPS = ("sectors", "sub_sectors", "working_groups")
LAST_DAY = "2023-12-31"

Plain = dict[str, Any]


def oracle(document: Plain) -> dict[str, list[str]]:
    """Return the subjects of the findings of each rule, sorted."""
    forums = document["forums"]
    groups = {id: entry for section in GROUPS for id, entry in document[section].items()}
    sectoral = document["sectors"] | document["sub_sectors"]
    bodies = forums | groups
    up = {id: entry.get("reports_to", []) for id, entry in bodies.items()}
    found: dict[str, list[str]] = {}
    found["r01-without-lead"] = [id for id in sectoral if not holders(bodies[id], LEADS)]
    found["r02-lead-not-member"] = [
        f"{id} {lead}"
        for id, entry in groups.items()
        for lead in holders(entry, LEADS)
        if lead not in holders(entry, MEMBERS)
    ]
    reach = {id: reached(id, up) for id in bodies}
    regional = {id for id, entry in forums.items() if entry["level"] == "regional"}
    found["r04-reporting-ring"] = [id for id in bodies if id in reach[id]]
    found["r07-cut-off"] = [id for id in bodies if id not in regional and not regional & reach[id]]
    kinds = {id: entry["kind"] for id, entry in document["organizations"].items()}
    found["r05-without-government"] = [
        id
        for id, entry in forums.items()
        if entry["level"] == "national"
        and not any(kinds[each] == "government" for each in holders(entry, COUNTERPART))
    ]
    seated = {each for entry in sectoral.values() for each in holders(entry, LEADS + MEMBERS)}
    plans = {id for id, entry in document["plans"].items() if entry.get("until", "~") >= LAST_DAY}
    appealing = {
        (each["plan"], each["organization"])
        for each in document["appeals"]
        if each["plan"] in plans
    }
    found["r06-appeals-unseated"] = [f"{plan} {id}" for plan, id in appealing if id not in seated]
    names: dict[tuple[str, str], list[str]] = {}
    for id, entry in groups.items():
        names.setdefault((forum_of(id, bodies, forums), entry["name"].casefold()), []).append(id)
    found["r08-same-name"] = [id for same in names.values() if len(same) > 1 for id in same]
    return {rule: sorted(subjects) for rule, subjects in found.items()}


COUNTERPART = ("government-counterpart",)


def holders(entry: Plain, terms: tuple[str, ...]) -> set[str]:
    """Return who holds a seat of an entry under one of the terms, on the last day."""
    seats = [each for term in terms for each in entry["seats"].get(term, [])]
    named = [{"holder": each} if isinstance(each, str) else each for each in seats]
    return {
        each["holder"]
        for each in named
        if each.get("since", LAST_DAY) <= LAST_DAY <= each.get("until", LAST_DAY)
    }


def reached(id: str, up: dict[str, list[str]]) -> set[str]:
    """Return everything that a body reports to, directly or through others."""
    found: set[str] = set()
    waiting = list(up[id])
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += up[each]
    return found


def forum_of(id: str, bodies: Plain, forums: Plain) -> str:
    """Return the nearest forum in which a group lies."""
    while id not in forums:
        id = bodies[id]["within"]
    return id

"""A population that a document speaks of, and for which nobody is mandated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Mandate, is_open, named
from interagency.snapshot import Question, Snapshot, Verdict, some
from interagency.vocabularies import MandateStrength, shipped_mandates

# Those at home are in the care of their own State; the others say where somebody is, not who.
# For displaced people at home no agency holds a mandate: the clusters share the task.
_NO_MANDATE_EXPECTED = (
    "host-community",
    "affected-population",
    "in-transit",
    "pendular",
    "idps",
    "idp-returnees",
    "non-displaced",
)
# UNHCR is mandated for them everywhere, whatever group works for them.
_MANDATED = frozenset({"stateless"})
_PARTS = {"refugees-and-migrants": ("refugees", "migrants")}
_ANY = ""


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each population without a mandate, a question if there may be one."""
    present = _present(snapshot)
    standing = _standing(snapshot) if present else {}
    names = {term.code: term.name for term in snapshot.vocabularies["populations"]}
    closed = {"groups", "mandates"} <= {*snapshot.now.complete}
    for population, bodies in sorted(present.items()):
        own = [_reaches(snapshot, mandate, population) for mandate in snapshot.now.mandates]
        agreed = _any_of(snapshot, _named_by_agreement(), population)
        here = (*standing.get(population, ()), *standing.get(_ANY, ()))
        answer = some([*own, agreed, *here], closed=closed)
        if answer is Verdict.GAP:
            message = f"nobody is mandated for {names[population].lower()}"
            yield Finding("", message, tuple(sorted(bodies)), (population,))
        elif answer is Verdict.UNKNOWN:
            yield _question(population, names[population])


def _question(population: str, name: str) -> Question:
    write = f"add it under mandates, as id: {{organization: id, populations: [{population}]}}"
    return Question("", f"mandate for {population}", f"Who is mandated for {name.lower()}?", write)


def _present(snapshot: Snapshot) -> Mapping[str, set[str]]:
    """Return the populations of the header and of bodies, with the bodies that state them."""
    known = snapshot.vocabularies["populations"]
    found: dict[str, set[str]] = {population: set() for population in snapshot.now.populations}
    for body in snapshot.certain(Body):
        for population in body.populations:
            found.setdefault(population, set()).add(body.id)
    expected = {*(term.code for term in known)} - {*_NO_MANDATE_EXPECTED}
    return {population: ids for population, ids in found.items() if population in expected}


def _reaches(snapshot: Snapshot, mandate: Mandate, population: str) -> Verdict:
    """Answer whether a mandate of the document is for a population; without any it is for all."""
    answer = Verdict.MET
    if mandate.populations:
        answer = _any_of(snapshot, mandate.populations, population)
    return answer if mandate.is_certain or answer is Verdict.GAP else Verdict.UNKNOWN


def _any_of(snapshot: Snapshot, written: Iterable[str], population: str) -> Verdict:
    """Answer whether some populations are, or may be, one that is meant, all of it."""
    known = snapshot.vocabularies["populations"]
    answers = set()
    for each in written:
        parts, whole = _PARTS.get(population, ()), _PARTS.get(each, ())
        if known.is_a(population, each) or population in whole:
            answers.add(Verdict.MET)
        elif each not in known or known.is_a(each, population) or each in parts:
            answers.add(Verdict.UNKNOWN)
    return some(answers, closed=True)


def _named_by_agreement() -> frozenset[str]:
    """Return the populations that a standing mandate names as such."""
    return _MANDATED.union(*(each.populations for each in shipped_mandates()))


def _standing(snapshot: Snapshot) -> Mapping[str, set[Verdict]]:
    """Return, by population, whether standing mandates hold for the bodies that work for it."""
    found: dict[str, set[Verdict]] = defaultdict(set)
    for body in snapshot.now.bodies:
        populations = snapshot.populations(body)
        answer = _agreed(snapshot, body)
        for population in named(populations):
            found[population].add(answer)
        if is_open(populations) and answer is not Verdict.GAP:
            found[_ANY].add(Verdict.UNKNOWN)
    return found


def _agreed(snapshot: Snapshot, body: Body) -> Verdict:
    """Answer whether somebody is mandated to lead a body by agreement; habit is no mandate."""
    certain = body.is_certain and any(
        each.strength is not MandateStrength.SOFT for each in snapshot.standing_mandates(body)
    )
    if certain:
        return Verdict.MET
    return Verdict.UNKNOWN if snapshot.may_have_standing_mandate(body) else Verdict.GAP


RULE = Rule(
    name="population-without-mandate",
    severity=Severity.WARNING,
    summary="A population for which no organization is mandated.",
    rationale=(
        "Somebody has to answer for each population, or it falls between the groups. A mandate of "
        "the document counts that names the population, a wider one, or none, which is no limit; "
        "so does a standing mandate of global agreements, where a body for that population falls "
        "under one: a cluster, a platform of R4V, a group of a refugee response. For refugees, "
        "asylum-seekers and stateless people UNHCR is mandated everywhere. Host communities and "
        "other affected people at home are in the care of their State, and being in transit or "
        "pendular says where somebody is and not who, so that none is expected for them. It is "
        "reported only if the groups and the mandates are written whole (`complete: [groups, "
        "mandates]`); else it is a question. To clear it, write the mandate, or agree on one."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Emergency Handbook, Refugee Coordination Model (UNHCR is accountable for "
            "refugees)",
            "https://emergency.unhcr.org/coordination-and-communication/"
            "refugee-coordination-model/refugee-coordination-model-rcm",
        ),
        Citation(
            "UNHCR, Stateless: UNHCR actions (the General Assembly gave it the formal mandate)",
            "https://www.unhcr.org/pages/49c3646c16a.html",
        ),
        Citation(
            "Joint UNHCR-OCHA Note on Mixed Situations (who is accountable for refugees, and who "
            "for the others)",
            "https://resourcecentre.savethechildren.net/document/"
            "joint-unhcr-ocha-note-mixed-situations-coordination-practice",
        ),
        Citation(
            "That each population needs a mandated organization, and host communities none, is "
            "inferred from them",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "refugees, for whom UNHCR is mandated, and displaced people under clusters",
            """
interagency: 2
complete: [groups, mandates]
level: national
sectors:
  refugees: {name: Refugee Protection, kind: sector, covers: [PRO], populations: [refugees]}
  protection:
    {name: Protection Cluster, kind: cluster, covers: [PRO], populations: [third-country-nationals]}
""",
        ),
        Example(
            "people from elsewhere in a response, and only a mandate for others",
            """
interagency: 2
complete: [groups, mandates]
level: national
situation: idp
sectors:
  protection:
    {name: P, kind: sector, covers: [PRO], populations: [third-country-nationals, host-community]}
mandates:
  iom-returnees: {organization: iom, populations: [returnees]}
""",
            flags=("",),
        ),
    ),
)

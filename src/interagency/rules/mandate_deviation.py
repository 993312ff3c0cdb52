"""A group led by another organization than the one that is mandated, which may be agreed."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Certainty, Fact
from interagency.snapshot import Leadership, Snapshot, Verdict, Wanted, leaders, leads, listed
from interagency.vocabularies import MandateStrength


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body of which somebody else than mandated certainly has the lead."""
    mandated = snapshot.mandated
    for body in snapshot.certain(Body):
        own = mandated.own(body, must=False)
        globally = _any_of(mandated.standing(body, MandateStrength.GLOBAL))
        if own is None and globally is None:
            continue
        leadership = snapshot.leadership(body)
        told = [*_own(snapshot, leadership, own), *_global(snapshot, leadership, own, globally)]
        if told:
            names = tuple(name for each in (own, globally) if each for name in each.names)
            who = f"{snapshot.name(body.id)} is led by {leaders(snapshot, leadership)}"
            yield Finding(body.id, "; ".join((who, *told)), evidence=names)


def _any_of(found: tuple[Wanted, ...]) -> Wanted | None:
    """Return the mandates for all that a merged group covers as one: any of them suffices."""
    names = tuple(sorted(name for each in found for name in each.names))
    ids = tuple(sorted({id for each in found for id in each.organizations}))
    return Wanted(names, ids) if found else None


def _own(snapshot: Snapshot, leadership: Leadership, own: Wanted | None) -> Iterator[str]:
    if own is None or own.doubtful:
        return
    if leads(snapshot, leadership, own) is Verdict.GAP:
        yield f"by the mandate in this document it is {listed(snapshot, own)}"


def _global(
    snapshot: Snapshot, leadership: Leadership, own: Wanted | None, globally: Wanted | None
) -> Iterator[str]:
    """Yield that a lead is not the global one, and whether it is written that this is agreed."""
    if globally is None or leads(snapshot, leadership, globally) is not Verdict.GAP:
        return
    agreed = own is not None and leads(snapshot, leadership, own) is Verdict.MET
    says = "no agreement in the country is written that says so"
    if own is not None and agreed:
        said = "is inferred" if _is_inferred(snapshot, own) else "says so"
        says = f"an agreement in the country {said} ({', '.join(own.names)})"
    yield f"the global lead is {listed(snapshot, globally)}, and {says}"


def _is_inferred(snapshot: Snapshot, own: Wanted) -> bool:
    found = (snapshot.now.entities[name] for name in own.names)
    return all(isinstance(each, Fact) and each.certainty is Certainty.INFERRED for each in found)


RULE = Rule(
    name="mandate-deviation",
    severity=Severity.WARNING,
    summary="A group led by another organization than the one that is mandated to lead it.",
    rationale=(
        "Clusters and areas of responsibility have lead agencies that were agreed worldwide, and "
        "UNHCR is accountable for coordination among refugees. A country may agree otherwise, as "
        "Ukraine did for mine action in 2022, and the most specific mandate wins: so this is a "
        "warning, which says whether an agreement is written. A group whose lead is certainly "
        "held by somebody else is reported even if its co-leads are unknown; where a government "
        "leads, the co-leads count. A merged group may be led by whoever is mandated for one of "
        "its parts. Sectors in refugee responses have usual leads and no mandated ones, protection "
        "aside, and are not reported. To clear it, correct who leads, or write the agreement under "
        "`mandates`; a deviation that is agreed stays, and may be waived."
    ),
    check=check,
    reads=("kind of forums", "covers of groups"),
    sources=(
        Citation(
            "WHO EMRO, Annex 2: cluster lead agencies",
            "https://joomla.emro.who.int/cah-guide/annex-2.html",
        ),
        Citation(
            "Global Protection Cluster, contacts of the areas of responsibility",
            "https://globalprotectioncluster.org/index.php/publications/2216/",
        ),
        Citation(
            "OCHA, General information for NGOs responding in Ukraine, 24 March 2022 "
            "(UNDP leads mine action)",
            "https://reliefweb.int/report/ukraine/"
            "general-information-ngos-responding-ukraine-last-updated-24-march-2022",
        ),
    ),
    examples=(
        Example(
            "a global lead, one beside a ministry, one of a pair, and an open list",
            """
interagency: 2
level: national
organizations:
  moh: {name: Ministry of Health, kind: government}
sectors:
  nutrition: {name: Nutrition, kind: cluster, covers: [NUT], seats: {lead: [unicef]}}
  health: {name: Health, kind: cluster, covers: [HEA], seats: {lead: [moh], co-lead: [who]}}
  food: {name: Food Security, kind: cluster, covers: [FSC], seats: {lead: [wfp]}}
  wash: {name: WASH, kind: cluster, covers: [WSH], seats: {co-lead: [oxfam, unknown]}}
""",
        ),
        Example(
            "another lead by agreement in the country, and one without any",
            """
interagency: 2
level: national
areas: [UKR]
sectors:
  logistics: {name: Logistics, kind: cluster, covers: [LOG], seats: {lead: [iom]}}
sub_sectors:
  mine-action: {name: Mine Action, kind: sub-cluster, covers: [PRO-MIN], seats: {lead: [undp]}}
mandates:
  undp-mines: {organization: undp, covers: [PRO-MIN], areas: [UKR], strength: country-agreed}
""",
            flags=("logistics", "mine-action"),
        ),
    ),
)

"""Small structures with verdicts worked out by hand, clause by clause."""

import pytest

from interagency.document import loads
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import conform

PLUGINS = load_plugins(entry_points=False)
RCM, IASC, MIX, CASH = (
    "rcm-2013",
    "iasc-clusters-2015",
    "mixed-situations-2014",
    "cash-coordination-2022",
)

MIXED = """
situation: mixed-separate-areas
level: national
areas: [ETH]
complete: [groups, leads, posts, plans]
organizations: {rrs: {name: Refugees Service, kind: government}}
forums:
  rcf: {kind: rcf, populations: [refugees], seats: {chair: [unhcr], co-chair: [rrs]}}
  iswg: {kind: inter-sector, within: rcf, populations: [refugees], seats: {chair: [unhcr]}}
  hct: {kind: hct, seats: {chair: [hc], member: [unhcr]}}
  iccg: {kind: inter-cluster, within: hct, seats: {chair: [ocha]}}
sectors:
  health: {kind: cluster, within: iccg, covers: [HEA], seats: {lead: [who]}}
working_groups:
  rpwg:
    name: Refugee Protection Working Group
    within: iswg
    populations: [refugees]
    seats: {lead: [unhcr, rrs]}
posts:
  hc: {organization: unrco, designations: [humanitarian-coordinator]}
  rep: {organization: unhcr, designations: [refugee-coordinator]}
plans: {crp: {kind: CRP}}
"""
CLUSTERS = """
situation: %s
level: national
areas: [SOM]
complete: [groups, leads, posts]
forums:
  hct: {kind: hct, seats: {chair: [hc]}}
  iccg: {kind: inter-cluster, within: hct, seats: {chair: [ocha]}}
sectors:
  health: {kind: cluster, within: iccg, covers: [HEA], seats: {lead: [who], co-lead: [nrc]}}
  wash: {kind: cluster, within: iccg, covers: [WSH], seats: {lead: [unicef]}}
posts: {hc: {organization: unrco, designations: [humanitarian-coordinator]}}
"""
REFUGEES = """
situation: refugee
level: national
areas: [MDA]
populations: [refugees]
forums:
  rcf: {kind: rcf, seats: {lead: [unhcr]}}
  isg: {kind: inter-sector, within: rcf, seats: {lead: [unhcr]}}
sectors:
  protection: {within: isg, covers: [PRO], seats: {co-lead: [unhcr, unicef]}}
"""
VENEZUELA = """
situation: refugee-and-migrant
level: national
areas: [COL]
forums:
  gifmm: {kind: platform, seats: {co-lead: [unhcr, iom]}}
  narino: {kind: platform, level: sub-national, within: gifmm}
  hct: {kind: hct}
sectors:
  health: {kind: cluster, within: hct, covers: [HEA], seats: {lead: [who]}}
"""


def outcomes(document: str, model: str) -> dict[str, str]:
    found = conform(loads(f"interagency: 1\n{document}"), models=[model], plugins=PLUGINS)
    return {each.clause.id: each.outcome.value for each in found.models[0].clauses}


@pytest.mark.parametrize(
    ("document", "model", "expected"),
    [
        # In a mixed country each side has its own forums, with nothing more written.
        (MIXED, RCM, {"RCM-05a": "met", "RCM-06": "met", "RCM-08a": "met", "RCM-12a": "met"}),
        (MIXED, RCM, {"RCM-12b": "met", "RCM-17": "not applicable", "RCM-20": "met"}),
        (MIXED, IASC, {"IASC-01a": "met", "IASC-04": "met", "IASC-05": "met"}),
        (MIXED, MIX, {"MIX-02": "met", "MIX-03a": "met", "MIX-03b": "met"}),
        (MIXED, CASH, {"CASH-01a": "met", "CASH-01b": "met"}),
        # The cluster approach was made for conflict and for disasters.
        *(
            (CLUSTERS % situation, IASC, {"IASC-01a": "met", "IASC-01b": "met", "IASC-05": "met"})
            for situation in ("idp", "conflict", "disaster", "public-health", "returns")
        ),
        (CLUSTERS % "conflict", IASC, {"IASC-15": "not used", "IASC-06b": "gap"}),
        (CLUSTERS % "conflict", RCM, {"RCM-02": "not applicable", "RCM-06": "not applicable"}),
        # A refugee response in its first weeks: nothing that is only not written is a gap.
        (REFUGEES, RCM, {"RCM-06": "met", "RCM-12a": "met", "RCM-12b": "met", "RCM-13a": "met"}),
        (REFUGEES, RCM, {"RCM-09a": "unknown", "RCM-16": "unknown", "RCM-17": "not applicable"}),
        (REFUGEES, IASC, {"IASC-01a": "not applicable"}),
        # Colombia's clusters in a document on refugees and migrants, and no platform for them.
        (VENEZUELA, IASC, {"IASC-01a": "met", "IASC-05": "met", "IASC-09": "unknown"}),
    ],
)
def test_what_a_reader_who_knows_the_field_would_say(
    document: str, model: str, expected: dict[str, str]
) -> None:
    found = outcomes(document, model)
    assert {id: found[id] for id in expected} == expected

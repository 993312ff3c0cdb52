"""Five small structures, with all that is found and asked of each, as one would say it aloud."""

import pytest

from interagency.document import loads
from interagency.plugins.running import check
from interagency.snapshot.questions import grouped

REFUGEE_RESPONSE = """
title: A refugee response of 2022
as_of: 2022-05
situation: refugee
level: national
areas: [POL]
populations: [refugees]
organizations:
  mia: {name: Ministry of Interior and Administration, kind: government, country: POL}
  pah: {name: Polish Humanitarian Action, kind: national-ngo}
forums:
  rcf: {name: Refugee Coordination Forum, kind: rcf,
    seats: {co-chair: [unhcr, mia], member: [pah, unknown]}}
sectors:
  protection: {name: Protection Sector, covers: [PRO], within: rcf,
    seats: {lead: [unhcr], co-lead: [nrc]}}
  basic: {name: Basic Needs, within: rcf, seats: {lead: [unhcr, wfp]}}
  health: {name: Health Sector, covers: [HEA], within: rcf, seats: {lead: [who]}}
working_groups:
  cash: {name: Cash Working Group, within: rcf, seats: {lead: [unhcr], co-lead: [pah]}}
"""
CLUSTERS = """
title: Clusters of 2013
as_of: 2013-06
situation: conflict
level: national
areas: [MLI]
posts: {hc: {title: Humanitarian Coordinator, designations: [humanitarian-coordinator]}}
forums:
  hct: {name: Humanitarian Country Team, kind: hct, seats: {chair: [hc]}}
  icc: {name: Inter-cluster coordination, kind: inter-cluster, reports_to: [hct],
    seats: {chair: [ocha]}}
sectors:
  food: {name: Food Security, kind: cluster, covers: [FSC], within: icc,
    seats: {co-lead: [fao, wfp]}}
  logistics: {name: Logistics, kind: cluster, covers: [LOG], within: icc, seats: {lead: [wfp]}}
  shelter: {name: Shelter, kind: cluster, covers: [SHL], within: icc, seats: {lead: [unhcr]}}
"""
MIXED = """
title: A mixed country
as_of: 2023-06
situation: mixed-separate-areas
level: national
areas: [ETH]
complete: [groups]
organizations: {rrs: {name: Refugees and Returnees Service, kind: government}}
forums:
  hct: {name: HCT, kind: hct, populations: [idps], seats: {chair: [unrco]}}
  rcg: {name: Refugee Coordination Group, kind: rcf, populations: [refugees],
    seats: {co-chair: [rrs, unhcr]}}
sectors:
  cluster: {name: Health Cluster, kind: cluster, covers: [HEA], populations: [idps], within: hct,
            seats: {lead: [who], co-lead: [rrs]}}
  refugees: {name: Refugee Health, covers: [HEA], populations: [refugees], within: rcg,
    seats: {co-chair: [rrs, unhcr]}}
plans: {hrp: {name: HRP, kind: HRP, covers: [HEA, refugee-multi-sector], countries: [ETH]}}
"""
GOVERNMENT = """
title: A forum that the Government chairs
as_of: 2022-06
situation: refugee
level: national
areas: [UGA]
populations: [refugees]
organizations:
  opm: {name: Office of the Prime Minister, kind: government}
  moh: {name: Ministry of Health, kind: government}
forums:
  sg: {name: Steering Group, kind: [steering, rcf],
    seats: {chair: [opm], co-chair: [moh], member: [unhcr]}}
  forum: {name: Refugee Engagement Forum, kind: refugee-forum, within: sg,
    seats: {chair: [{kind: community-based}]}}
  groups: {name: Government-led groups, kind: government-group, stands_for: several,
    seats: {lead: [opm]}}
sectors:
  health: {name: Health, covers: [HEA], within: sg, seats: {lead: [moh], co-lead: [unhcr]}}
"""
DISASTER = """
title: A typhoon
as_of: 2013-12
situation: disaster
level: national
areas: [PHL]
organizations: {dswd: {name: Department of Social Welfare and Development, kind: government}}
forums: {hct: {name: HCT, kind: hct, seats: {co-chair: [dswd, unrco]}}}
sectors:
  shelter: {name: Shelter, kind: cluster, covers: [SHL], within: hct,
    seats: {lead: [dswd], convener: [ifrc]}}
  protection: {name: Protection, kind: cluster, covers: [PRO], within: hct,
    seats: {lead: [dswd], co-lead: [ohchr]}}
  cccm: {name: CCCM, kind: cluster, covers: [CCM], within: hct,
    seats: {lead: [dswd], co-lead: [iom]}}
"""
GOVERNMENT_OF = "Which part of government leads, co-leads or accompanies each of these?"


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        (
            REFUGEE_RESPONSE,
            [
                "Who else is member of Refugee Coordination Forum?",
                GOVERNMENT_OF,
                "Who co-leads Health Sector, with WHO in the lead?",
            ],
        ),
        (CLUSTERS, [GOVERNMENT_OF, "Who co-leads Shelter, with UNHCR in the lead?"]),
        (MIXED, []),
        (GOVERNMENT, []),
        (DISASTER, []),
    ],
    ids=["refugee response", "clusters", "mixed", "government in the chair", "disaster"],
)
def test_nothing_is_found_or_asked_that_a_coordinator_would_contradict(
    document: str, asked: list[str]
) -> None:
    """No structure here lacks what a rule asks for; what is open is asked once, of a person."""
    report = check(loads(f"interagency: 2\n{document}"), ignore=["fact-without-source"])
    assert [each.message for each in report.findings] == []
    groups = [
        group[0].text if len(group) == 1 else group[0].shared for group in grouped(report.questions)
    ]
    assert groups == asked

"""Candidates for a seat of leadership: who is in the room, with every reason told."""

import pytest
from attrs import evolve

from interagency.checking import Snapshot, Verdict
from interagency.checking.suggestions import Candidate, suggest
from interagency.model import UnknownId
from interagency.snapshot.holders import local_actor
from interagency.snapshot.mandates import setting_of
from interagency.vocabularies.mandates import Setting
from tests.indicators.documents import snapshot

ROOM = """
situation: refugee
organizations:
  moh: {name: Ministry of Health, kind: government}
  local: {name: Local, kind: local-ngo}
  doubtful: {name: Doubtful, certainty: disputed}
forums:
  rcf: {name: RCF, kind: rcf, seats: {chair: [unhcr], member: [iom, unfpa]}}
sectors:
  health:
    name: Health
    within: rcf
    covers: [HEA, unknown]
    seats:
      lead: [who]
      member: [local, moh, unfpa, doubtful, unknown, {kind: ngo}]
      observer: [{holder: nrc, certainty: disputed}]
  wash: {name: WASH, seats: {co-lead: [unfpa, unhcr]}}
  shelter: {name: Shelter, seats: {co-lead: [unfpa, unhcr]}}
sub_sectors:
  mhpss: {name: MHPSS, within: health, seats: {member: [imc-coordinator]}}
posts:
  imc-coordinator: {title: Coordinator, organization: imc}
mandates:
  second: {organization: moh, covers: [HEA]}
  first: {organization: moh, covers: [HEA, unknown]}
  disputed: {organization: local, covers: [HEA], certainty: disputed}
  other: {organization: local, covers: [EDU]}
"""


def points(document: str, body: str) -> dict[str, int]:
    return {each.organization: each.points for each in suggest(snapshot(document), body)}


def reasons(document: str, body: str, organization: str) -> list[str]:
    found = suggest(snapshot(document), body)
    (candidate,) = [each for each in found if each.organization == organization]
    return [f"+{reason.points} {reason.text}" for reason in candidate.reasons]


def test_whoever_is_the_same_as_a_leader_is_no_candidate() -> None:
    document = ROOM + "links: [{kind: same_as, from: moh, to: who}]\n"
    assert set(points(ROOM, "health")) - set(points(document, "health")) == {"moh"}


def test_those_in_the_room_come_before_those_around_it() -> None:
    """Whoever leads already, or is only disputed to be there, is no candidate."""
    assert points(ROOM, "health") == {
        "moh": 13,
        "local": 7,
        "imc": 4,
        "unfpa": 3,
        "unhcr": 2,
        "iom": 2,
    }


def test_every_point_has_its_reason() -> None:
    assert reasons(ROOM, "health", "moh") == [
        "+3 sits in Health",
        "+4 has a mandate in this document (first)",
        "+3 is the part of government for this, by its name",
        "+2 is a part of government, which models ask for, and no other is known to lead",
        "+1 leads no other body",
    ]
    assert reasons(ROOM, "health", "local") == [
        "+3 sits in Health",
        "+2 is an NGO, which models ask for, and no other is known to lead",
        "+1 is a local or national actor",
        "+1 leads no other body",
    ]
    # It leads three bodies by now.
    assert reasons(ROOM, "health", "unhcr") == [
        "+1 sits in the body above Health, or in one below",
        "+1 leads this elsewhere by habit, which is general knowledge",
    ]


def test_a_kind_that_leads_already_counts_no_more() -> None:
    taken = "lead: [who, {kind: local-ngo}, unknown]"
    assert points(ROOM.replace("lead: [who]", taken), "health")["local"] == 5
    beside = "co-lead: [moh, nrc, unknown]"
    assert points(ROOM.replace("lead: [who]", beside), "health")["local"] == 5


CLUSTER = """
level: national
sectors:
  health:
    name: Health
    kind: cluster
    covers: [HEA]
    seats: {lead: vacant, co-lead: none, member: [iom, who]}
  wash: {name: WASH, seats: {co-lead: [iom, unicef]}}
"""


def test_a_global_mandate_and_a_first_body_are_reasons() -> None:
    assert reasons(CLUSTER, "health", "who") == [
        "+3 sits in Health",
        "+3 has the global mandate",
        "+1 leads no other body",
    ]
    assert reasons(CLUSTER, "health", "iom") == ["+3 sits in Health", "+1 leads one other body"]


def test_a_mandate_of_several_says_when_whose_it_is() -> None:
    """IFRC convenes the shelter cluster in disasters, UNHCR leads it in conflict."""
    shelter = CLUSTER.replace("HEA", "SHL").replace("iom, who", "iom")
    (reason,) = reasons(shelter, "health", "ifrc")
    assert "+3 has the global mandate: IFRC convenes in disasters, UNHCR leads" in reason


def test_a_body_that_lacks_nobody_has_no_candidates() -> None:
    assert suggest(snapshot(CLUSTER), "wash") == ()


WIDE = """
situation: refugee
areas: [MDA]
organizations:
  gov: {name: Government, kind: government}
  moh: {name: Ministry of Health and Sports, kind: government, parent: gov}
  local: {name: Local, kind: national-ngo}
  far: {name: Far, kind: national-ngo}
  payer: {name: Payer, kind: donor}
  paid: {name: Paid, kind: ngo}
forums:
  rcf: {name: RCF, kind: rcf, seats: {co-chair: [unhcr, gov], member: [ocha, payer, unrco]}}
sectors:
  health: {name: Health, within: rcf, covers: [HEA], seats: {lead: vacant}}
  wash: {name: WASH, within: rcf, covers: [WSH], seats: {lead: [unicef], member: [local]}}
plans: {rrp: {name: RRP, kind: RRP}}
appeals:
  - {plan: rrp, organization: paid, covers: [HEA]}
  - {plan: rrp, organization: far, covers: [EDU]}
presence:
  - {organization: local, covers: [HEA], area: MDA/Chisinau}
  - {organization: paid, covers: [HEA]}
  - {organization: far, covers: [HEA], area: ROU}
"""


def test_those_who_should_be_asked_are_named_and_it_is_known_that_they_are_not_there() -> None:
    found = {each.organization: each for each in suggest(snapshot(WIDE), "health")}
    assert {id for id, each in found.items() if not each.in_room} == {"moh", "paid", "who"}
    assert reasons(WIDE, "health", "who") == ["+1 leads the global cluster for Health"]
    assert reasons(WIDE, "health", "paid") == [
        "+2 is an NGO, which models ask for, and no other is known to lead",
        "+2 asks for money for this in a plan",
        "+1 works on this",
    ]


def test_sister_groups_and_work_in_the_same_place_count() -> None:
    assert reasons(WIDE, "health", "local") == [
        "+1 sits in a group beside Health",
        "+2 is an NGO, which models ask for, and no other is known to lead",
        "+1 works on this",
        "+1 is a local or national actor",
        "+1 leads no other body",
    ]
    assert "far" not in points(WIDE, "health")


def test_the_ministry_stands_for_the_government() -> None:
    assert points(WIDE, "health")["moh"] == 5
    assert "gov" not in points(WIDE, "health")
    without = WIDE.replace("Ministry of Health and Sports", "Ministry of Transport")
    assert "gov" in points(without, "health")


def test_who_pays_or_coordinates_all_leads_no_sector_unless_it_sits_there() -> None:
    assert {"payer", "ocha", "unrco"}.isdisjoint(points(WIDE, "health"))
    seated = WIDE.replace("seats: {lead: vacant}", "seats: {lead: vacant, member: [ocha, gov]}")
    assert {"ocha", "gov"} < set(points(seated, "health"))
    forum = WIDE.replace("co-chair: [unhcr, gov]", "chair: [unhcr], co-chair: vacant")
    assert {"ocha", "unrco"} < set(points(forum, "rcf"))


def test_a_mandate_in_the_document_names_who_is_not_there() -> None:
    document = WIDE + "mandates: {m: {organization: far, covers: [HEA]}}\n"
    assert reasons(document, "health", "far")[0] == "+4 has a mandate in this document (m)"


def test_an_empty_room_has_no_candidates() -> None:
    assert suggest(snapshot("sectors: {a: {name: A}}"), "a") == ()


def test_the_order_of_facts_does_not_matter() -> None:
    whole = snapshot(ROOM).whole
    turned = evolve(whole, mandates=whole.mandates[::-1], sectors=whole.sectors[::-1])
    assert suggest(Snapshot.of(turned), "health") == suggest(Snapshot.of(whole), "health")


def test_only_a_body_has_leaders() -> None:
    with pytest.raises(UnknownId, match="nobody"):
        suggest(snapshot(ROOM), "nobody")
    with pytest.raises(TypeError, match="'moh' is not a body"):
        suggest(snapshot(ROOM), "moh")


def test_a_candidate_without_reasons_has_no_points() -> None:
    assert Candidate("who", ()).points == 0


@pytest.mark.parametrize(
    ("kind", "tags", "verdict"),
    [
        ("local-ngo", (), Verdict.MET),
        ("local-government", (), Verdict.MET),
        ("ngo", ("local",), Verdict.MET),
        (None, ("refugee-led",), Verdict.MET),
        ("ngo", (), Verdict.UNKNOWN),
        ("government", (), Verdict.UNKNOWN),
        ("red-cross-red-crescent", (), Verdict.UNKNOWN),
        (None, (), Verdict.UNKNOWN),
        ("un-agency", (), Verdict.GAP),
        ("international-ngo", ("local",), Verdict.GAP),
    ],
)
def test_a_local_actor_is_known_by_kind_or_tag(
    kind: str | None, tags: tuple[str, ...], verdict: Verdict
) -> None:
    assert local_actor(snapshot(""), kind, tags) is verdict


def test_the_setting_of_a_body_holds_what_is_certain() -> None:
    day = snapshot(
        """
conforms_to: [mixed-situations-2014]
situation: mixed-same-area
populations: [refugees]
sub_sectors: {a: {name: A, kind: aor, level: national}}
working_groups: {b: {name: B, populations: [refugees, unknown], situation: unknown}}
"""
    )
    assert setting_of(day, day.bodies["a"]) == Setting(
        of="sub-sector",
        kinds=frozenset({"aor", "sub-cluster", "sub-sector"}),
        level="national",
        situation="mixed-same-area",
        populations=frozenset({"refugees"}),
        models=frozenset({"mixed-situations-2014"}),
    )
    assert setting_of(day, day.bodies["b"]) == Setting(
        of="working-group", models=frozenset({"mixed-situations-2014"})
    )


SISTERS = """
sectors:
  here: {name: Here, seats: {lead: vacant, member: [iom]}}
  a: {seats: {lead: [iom]}}
  b: {seats: {lead: [iom]}, mirrors: [a]}
  c: {seats: {lead: [iom]}}
  d: {seats: {co-lead: [nrc, who]}}
links:
  - {from: c, kind: same_as, to: b}
"""


def test_sisters_that_somebody_leads_count_as_one_body() -> None:
    assert "+1 leads one other body" in reasons(SISTERS, "here", "iom")
    assert "+1 leads one other body" not in reasons(
        SISTERS.replace("to: b", "to: d"), "here", "iom"
    )
    unsure = SISTERS.replace("to: b}", "to: b, certainty: disputed}")
    assert "+1 leads one other body" not in reasons(unsure, "here", "iom")

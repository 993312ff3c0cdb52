"""The rules that compare who sits in groups with who is active and who appeals."""

import pytest

from tests.rules.documents import flagged, messages, result

ACTIVE, APPEALING = "active-organization-in-no-group", "appealing-organization-in-no-group"
NOWHERE, EMPTY, SOLE = "member-active-nowhere", "sector-without-presence", "sole-provider"
ALL = "complete: [groups, leads, members, appeals, presence]"


def working(group: str, presence: str, more: str = "", complete: str = ALL) -> list[str]:
    """Ask the same of an activity and of an appeal, which must have the same answer."""
    header = f"{complete}\nsectors: {{{group}}}\n{more}\n"
    appeal = f"plan: p, participation: appealing, {presence.replace('area: ROU', 'country: ROU')}"
    plan = "plans: {p: {kind: RRP}}"
    active = flagged(ACTIVE, f"{header}presence: [{{{presence}}}]")
    if "ROU/" not in presence:
        assert active == flagged(APPEALING, f"{header}{plan}\nappeals: [{{{appeal}}}]")
    return active


HEALTH = "health: {name: Health, covers: [HEA], areas: [ROU], seats: {lead: [who]}}"
NRC = "organization: nrc, covers: [HEA], area: ROU"


@pytest.mark.parametrize(
    ("group", "presence", "found"),
    [
        (HEALTH, NRC, ["nrc"]),
        (HEALTH, "organization: who, covers: [HEA], area: ROU", []),
        (HEALTH, "organization: nrc, covers: [HEA], area: ROU/Cluj", ["nrc"]),
        # Nobody knows where it works, or it works where there is no group.
        (HEALTH, "organization: nrc, covers: [HEA]", []),
        (HEALTH.replace("[ROU]", "[MDA]"), NRC, []),
        (HEALTH.replace("[ROU]", "[ROU/Cluj]"), NRC, []),
        (HEALTH.replace("[ROU]", "[ROU/Cluj]"), NRC + "/Cluj/Dej", ["nrc"]),
        (HEALTH.replace("[ROU]", "unknown"), NRC, []),
        (HEALTH.replace(", areas: [ROU]", ""), NRC, []),
        # Nor what it does.
        (HEALTH, "organization: nrc, area: ROU", []),
        (HEALTH, "organization: nrc, covers: unknown, area: ROU", []),
        (HEALTH, "organization: nrc, covers: [no-such-code], area: ROU", []),
        (HEALTH, f"{NRC}, certainty: disputed", []),
        (HEALTH.replace("[HEA]", "unknown"), NRC, []),
        (HEALTH.replace("covers: [HEA], ", ""), NRC, []),
        (HEALTH.replace("[HEA]", "[EDU]"), NRC, []),
        # A group of the wider sector is for the narrower one too; not the other way round.
        (HEALTH.replace("HEA", "PRO"), NRC.replace("HEA", "PRO-GBV"), ["nrc"]),
        (HEALTH.replace("HEA", "PRO-GBV"), NRC.replace("HEA", "PRO"), []),
        # Somebody sits there, and it may be who is active.
        (HEALTH.replace("[who]", "[who, unknown]"), NRC, []),
        (HEALTH.replace("[who]", "[who, {kind: ngo}]"), NRC, []),
        (HEALTH.replace("[who]", "[who, nobody-knows-whose]"), NRC, []),
        (HEALTH.replace("[who]", "[who, consortium]"), NRC, []),
        (HEALTH.replace("[who]", "[{holder: who, certainty: disputed}]"), NRC, []),
        (HEALTH.replace("[who]", "vacant"), NRC, ["nrc"]),
        (HEALTH.replace("[who]", "none"), NRC, ["nrc"]),
        (HEALTH.replace("[who]", "[{holder: nrc, certainty: inferred}]"), NRC, []),
        # The same organization, through a post.
        (HEALTH.replace("[who]", "[officer]"), NRC, []),
        (HEALTH.replace("covers", "certainty: disputed, covers"), NRC, []),
    ],
)
def test_who_works_in_a_sector_sits_in_a_group_of_it(
    group: str, presence: str, found: list[str]
) -> None:
    more = """
posts:
  officer: {title: Health officer, organization: nrc}
  nobody-knows-whose: {title: Officer}
working_groups: {consortium: {name: NGO consortium, covers: [EDU]}}
"""
    assert working(group, presence, more) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("sub_sectors: {b: {name: B, covers: [HEA], areas: [ROU/Cluj], SEATS}}", False),
        ("sub_sectors: {b: {name: B, covers: [srh], areas: [ROU], SEATS}}", False),
        ("working_groups: {b: {name: B, covers: [HEA], areas: [ROU], SEATS}}", False),
        ("working_groups: {b: {name: B, areas: [ROU], SEATS}}", False),
        ("working_groups: {b: {name: B, covers: [HEA], SEATS}}", False),
        ("working_groups: {b: {name: B, covers: [odd], areas: [ROU], SEATS}}", False),
        ("working_groups: {b: {name: B, covers: [EDU], areas: [ROU], SEATS}}", True),
        ("working_groups: {b: {name: B, covers: [HEA], areas: [MDA], SEATS}}", True),
        ("sub_sectors: {b: {name: B, covers: [HEA], certainty: disputed, SEATS}}", False),
        ("forums: {b: {name: B, covers: [HEA], SEATS}}", False),
        ("forums: {b: {name: B, SEATS}}", False),
        ("forums: {b: {name: B, kind: no-such-kind, SEATS}}", False),
        ("forums: {b: {name: B, kind: unknown, SEATS}}", False),
        ("forums: {b: {name: B, kind: rcf, SEATS}}", True),
    ],
)
def test_another_body_may_be_the_group_in_which_it_sits(other: str, found: bool) -> None:
    for seats in ("seats: {member: [nrc]}", "seats: {member: [unknown]}"):
        document = other.replace("SEATS", seats)
        assert working(HEALTH, NRC, document) == (["nrc"] if found else [])
    absent = other.replace("SEATS", "seats: {member: [iom]}")
    assert working(HEALTH, NRC, absent) == ["nrc"]


@pytest.mark.parametrize(
    ("complete", "group", "found"),
    [
        ("complete: [groups, leads, members]", HEALTH, ["nrc"]),
        ("complete: [groups, leads]", HEALTH, []),
        ("complete: [groups, members]", HEALTH, []),
        ("complete: [leads, members]", HEALTH, []),
        (
            "complete: [groups]",
            HEALTH.replace("covers", "complete: [leads, members], covers"),
            ["nrc"],
        ),
        (
            "complete: [groups, leads]",
            HEALTH.replace("covers", "complete: [members], covers"),
            ["nrc"],
        ),
        # What one group says of its own list of groups is not said of all.
        ("complete: [leads, members]", HEALTH.replace("covers", "complete: [groups], covers"), []),
    ],
)
def test_groups_and_members_must_be_closed(complete: str, group: str, found: list[str]) -> None:
    assert working(group, NRC, complete=complete) == found


def test_whose_existence_is_disputed_is_not_reported() -> None:
    more = "organizations: {x: {name: X, certainty: disputed}}"
    assert working(HEALTH, NRC.replace("nrc", "x"), more) == []


def test_one_finding_for_a_sector_however_often_it_is_active_there() -> None:
    document = f"""
{ALL}
sectors:
  merged: {{name: Merged, covers: [HEA, NUT], areas: [ROU], seats: {{lead: [who]}}}}
  local: {{name: Local, covers: [HEA], areas: [ROU/Cluj], seats: {{lead: [who]}}}}
presence:
- {{organization: nrc, covers: [HEA], area: ROU/Dolj}}
- {{organization: nrc, covers: [HEA, NUT], area: ROU/Cluj}}
"""
    first, second = result(ACTIVE, document).findings
    assert first.message == "NRC is active in HEA and sits in no group of that sector"
    assert first.related == ("local", "merged")
    assert first.evidence == ("presence nrc in ROU/Cluj: HEA", "presence nrc in ROU/Dolj: HEA")
    assert (second.related, second.evidence) == (("merged",), ("presence nrc in ROU/Cluj: NUT",))


@pytest.mark.parametrize(
    ("plan", "appeal", "found"),
    [
        ("countries: [ROU]", "participation: appealing", ["nrc"]),
        ("countries: [ROU, MDA]", "participation: appealing, country: ROU", ["nrc"]),
        ("countries: [ROU, MDA]", "participation: appealing", []),
        ("countries: unknown", "participation: appealing", []),
        ("note: nothing", "participation: appealing", []),
        ("countries: [ROU]", "participation: implementing", []),
        ("countries: [ROU]", "note: nothing", []),
        ("countries: [ROU]", "participation: no-such-part", []),
        ("countries: [ROU], certainty: disputed", "participation: appealing", []),
    ],
)
def test_only_who_certainly_appeals_in_a_country(plan: str, appeal: str, found: list[str]) -> None:
    document = f"""
{ALL}
sectors: {{{HEALTH}}}
plans: {{p: {{name: Plan, kind: RRP, {plan}}}}}
appeals: [{{plan: p, organization: nrc, covers: [HEA], {appeal}}}]
"""
    assert flagged(APPEALING, document) == found


def test_one_finding_for_a_plan_and_sector() -> None:
    document = f"""
{ALL}
areas: [ROU, MDA]
sectors: {{health: {{name: Health, covers: [HEA], seats: {{lead: [who]}}}}}}
plans: {{p: {{name: Plan}}, q: {{name: Other}}}}
appeals:
- {{plan: p, organization: nrc, participation: appealing, covers: [HEA], country: ROU}}
- {{plan: p, organization: nrc, participation: appealing, covers: [HEA], country: MDA}}
- {{plan: q, organization: nrc, participation: appealing, covers: [HEA], country: MDA}}
"""
    assert messages(APPEALING, document) == [
        "NRC appeals for HEA in Plan and sits in no group of that sector",
        "NRC appeals for HEA in Other and sits in no group of that sector",
    ]


@pytest.mark.parametrize(
    ("seat", "more", "found"),
    [
        ("nrc", "", ["nrc"]),
        ("unhcr", "", ["unhcr"]),
        ("officer", "", ["nrc"]),
        ("x", "organizations: {x: {name: X, kind: international-organization}}", ["x"]),
        ("x", "organizations: {x: {name: X, kind: local-ngo}}", ["x"]),
        ("x", "organizations: {x: {name: X, kind: national-society}}", ["x"]),
        ("x", "organizations: {x: {name: X, kind: government}}", []),
        ("x", "organizations: {x: {name: X, kind: donor}}", []),
        ("x", "organizations: {x: {name: X, kind: unknown}}", []),
        ("x", "organizations: {x: {name: X}}", []),
        ("x", "organizations: {x: {name: X, kind: ngo, certainty: disputed}}", []),
        ("{holder: nrc, certainty: disputed}", "", []),
        ("nobody-knows-whose", "", []),
        ("other", "", []),
        ("nrc", "presence: [{organization: nrc}]", []),
        ("nrc", "presence: [{organization: nrc, certainty: disputed}]", []),
        ("nrc", "plans: {p: {kind: RRP}}\nappeals: [{plan: p, organization: nrc}]", []),
    ],
)
def test_a_member_does_something(seat: str, more: str, found: list[str]) -> None:
    document = f"""
complete: [appeals, presence]
posts:
  officer: {{title: Officer, organization: nrc}}
  nobody-knows-whose: {{title: Officer}}
sectors:
  s: {{name: S, seats: {{member: [{seat}]}}}}
  other: {{name: T}}
{more}
"""
    assert flagged(NOWHERE, document) == found
    for complete in ("[appeals]", "[presence]", "[groups]"):
        assert flagged(NOWHERE, document.replace("[appeals, presence]", complete)) == []


def test_only_seats_in_bodies_that_are_there() -> None:
    document = """
complete: [appeals, presence]
sectors:
  a: {name: A, seats: {member: [nrc]}}
  b: {name: B, certainty: disputed, seats: {member: [nrc, iom]}}
  c: {name: C, until: 2020, seats: {member: [who]}}
"""
    (finding,) = result(NOWHERE, document, "2022").findings
    assert (finding.subject, finding.related) == ("nrc", ("a",))


@pytest.mark.parametrize(
    ("group", "presence", "found"),
    [
        ("covers: [EDU], areas: [ROU]", "", ["s"]),
        ("covers: [EDU, HEA], areas: [ROU]", "covers: [HEA], area: ROU", []),
        ("covers: [EDU], areas: [MDA, ROU]", "covers: [EDU], area: ROU/Cluj/Dej", []),
        ("covers: [EDU], areas: [ROU/Cluj]", "covers: [EDU], area: ROU", []),
        ("covers: [EDU], areas: [ROU/Cluj]", "covers: [EDU], area: ROU/Dolj", ["s"]),
        ("covers: [EDU], areas: [ROU]", "covers: [HEA], area: ROU", ["s"]),
        ("covers: [EDU], areas: [ROU]", "covers: [EDU], area: ROU, certainty: disputed", []),
        ("covers: [EDU], areas: [ROU]", "covers: [EDU]", []),
        ("covers: [EDU], areas: [ROU]", "covers: [EDU], area: unknown", []),
        ("covers: [EDU], areas: [ROU]", "area: ROU", []),
        ("covers: [EDU], areas: [ROU]", "covers: [HEA, unknown], area: ROU", []),
        ("covers: [EDU], areas: [ROU]", "covers: [odd], area: ROU", []),
        ("covers: [EDU], areas: [ROU]", "covers: unknown, area: MDA", ["s"]),
        ("covers: [PRO], areas: [ROU]", "covers: [PRO-CPN], area: ROU", []),
        ("covers: [PRO-CPN], areas: [ROU]", "covers: [PRO], area: ROU", []),
        ("covers: [PRO-CPN], areas: [ROU]", "covers: [PRO-GBV], area: ROU", ["s"]),
        ("covers: [EDU, unknown], areas: [ROU]", "", []),
        ("covers: [EDU, odd], areas: [ROU]", "", []),
        ("areas: [ROU]", "", []),
        ("covers: [EDU], areas: [ROU, unknown]", "", []),
        ("covers: [EDU]", "", []),
        ("covers: [EDU], areas: [ROU], certainty: disputed", "", []),
    ],
)
def test_somebody_is_active_where_a_group_works(
    group: str, presence: str, found: list[str]
) -> None:
    activity = f"{{organization: nrc, {presence}}}" if presence else ""
    for section in ("sectors", "sub_sectors"):
        document = f"{section}: {{s: {{name: S, {group}}}}}\npresence: [{activity}]"
        document = document if activity else document.partition("presence")[0]
        assert flagged(EMPTY, f"complete: [presence]\n{document}") == found
        assert flagged(EMPTY, document) == []
    working_group = f"complete: [presence]\nworking_groups: {{s: {{name: S, {group}}}}}"
    assert flagged(EMPTY, working_group) == []


def test_a_path_of_many_parts_is_an_area_like_any_other() -> None:
    deep = "ROU" + "/x" * 1000
    document = f"""
complete: [presence]
sectors: {{s: {{name: S, covers: [EDU], areas: [ROU/x]}}}}
presence: [{{organization: nrc, covers: [EDU], area: {deep}}}]
"""
    assert flagged(EMPTY, document) == []
    assert flagged(SOLE, document) == ["nrc"]


ALONE = "organization: nrc, covers: [EDU], area: ROU"


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ("", ["nrc"]),
        ("{organization: nrc, covers: [EDU, HEA], area: ROU/Cluj}", ["nrc"]),
        ("{organization: nrc}", ["nrc"]),
        ("{organization: iom, covers: [HEA], area: ROU}", ["iom", "nrc"]),
        ("{organization: iom, covers: [EDU], area: MDA}", ["iom", "nrc"]),
        ("{organization: iom, covers: [EDU], area: ROU/Cluj}", []),
        ("{organization: iom, covers: [EDU], area: ROU, certainty: disputed}", []),
        ("{organization: iom, covers: [EDU]}", []),
        ("{organization: iom, covers: [EDU], area: unknown}", []),
        ("{organization: iom, covers: [HEA]}", ["nrc"]),
        ("{organization: iom, area: ROU}", []),
        ("{organization: iom, covers: unknown, area: ROU}", []),
        ("{organization: iom, covers: [odd], area: ROU}", []),
        ("{organization: iom, area: MDA}", ["nrc"]),
        ("{organization: iom}", []),
        ("{organization: x, covers: [EDU], area: ROU}", []),
        ("{organization: x, covers: [HEA], area: MDA}", ["nrc"]),
    ],
)
def test_nobody_else_may_be_active_where_one_is_alone(others: str, found: list[str]) -> None:
    document = f"""
organizations: {{x: {{name: X, certainty: disputed}}}}
presence: [{{{ALONE}}}{", " if others else ""}{others}]
"""
    assert flagged(SOLE, f"complete: [presence]\n{document}") == found
    assert flagged(SOLE, document) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("PRO", "PRO-CPN", []),
        ("PRO-CPN", "PRO", []),
        ("PRO-CPN", "PRO-GBV", ["iom", "nrc"]),
    ],
)
def test_activity_in_a_wider_sector_may_be_in_the_narrower_one(
    one: str, other: str, found: list[str]
) -> None:
    document = f"""
complete: [presence]
presence:
- {{organization: nrc, covers: [{one}], area: ROU}}
- {{organization: iom, covers: [{other}], area: ROU}}
"""
    assert flagged(SOLE, document) == found


@pytest.mark.parametrize(
    "presence", [f"{ALONE}, certainty: disputed", "organization: nrc, covers: [EDU]"]
)
def test_who_is_alone_is_certainly_active(presence: str) -> None:
    assert flagged(SOLE, f"complete: [presence]\npresence: [{{{presence}}}]") == []


def test_one_finding_for_a_country() -> None:
    document = """
complete: [presence]
presence:
- {organization: nrc, covers: [HEA], area: ROU/Cluj}
- {organization: nrc, covers: [EDU, HEA], area: ROU}
- {organization: nrc, covers: [EDU], area: MDA}
"""
    moldova, romania = result(SOLE, document).findings
    assert moldova.message == "NRC alone is active in EDU in MDA"
    assert romania.message == "NRC alone is active in EDU, HEA in ROU"
    assert romania.evidence == ("presence nrc in ROU: EDU", "presence nrc in ROU: HEA")

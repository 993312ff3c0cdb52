"""The rules about plans: their groups, platforms, figures and money."""

import pytest

from tests.rules.documents import asked, flagged, messages, result

SUM, FIGURE, MONEY = "appeal-sum-differs", "stated-figure-differs", "government-money-in-rmrp"
NO_PLAN, NO_GROUP = "group-without-plan", "plan-sector-without-group"
PLATFORM, TWICE = "plan-country-in-no-platform", "plan-country-in-two-platforms"


def appealed(plans: str, appeals: list[str], complete: str = "appeals") -> str:
    entries = "\n".join(f"- {{{each}}}" for each in appeals)
    return f"complete: [{complete}]\nplans: {{{plans}}}\nappeals:\n{entries}\n"


THREE = "p: {name: Plan, requirement: 3 USD}"
ONE = "plan: p, organization: unhcr, participation: appealing, amount: 1 USD"
TWO = "plan: p, organization: iom, participation: appealing, amount: 2.00 USD"
MORE = "plan: p, organization: nrc"


@pytest.mark.parametrize(
    ("plans", "appeals", "found"),
    [
        (THREE, [ONE, TWO], False),
        (THREE, [ONE], True),
        (THREE, [ONE, TWO, f"{MORE}, participation: appealing, amount: 0.01 USD"], True),
        # Who implements works with the money of others.
        (THREE, [ONE, TWO, f"{MORE}, participation: implementing, amount: 5 USD"], False),
        (THREE, [ONE, f"{MORE}, participation: implementing, amount: 2 USD"], True),
        (THREE, [f"{MORE}, participation: implementing, amount: 2 USD"], False),
        # What is asked for is not certain, or not in the same currency.
        (THREE, [ONE, f"{MORE}, participation: appealing"], False),
        (THREE, [ONE, f"{MORE}, amount: 5 USD"], False),
        (THREE, [ONE, f"{MORE}, participation: odd, amount: 5 USD"], False),
        (THREE, [ONE, f"{TWO}, certainty: disputed"], False),
        (THREE, [ONE, TWO.replace("USD", "EUR")], False),
        (THREE, [TWO.replace("USD", "EUR")], False),
        ("p: {name: Plan}", [ONE], False),
        ("p: {requirement: 3 USD, certainty: disputed}", [ONE], False),
    ],
)
def test_a_requirement_is_the_sum_of_the_appeals(
    plans: str, appeals: list[str], found: bool
) -> None:
    assert flagged(SUM, appealed(plans, appeals)) == (["p"] if found else [])
    assert flagged(SUM, appealed(plans, appeals, "plans")) == []


def test_a_plan_without_appeals_states_what_it_likes() -> None:
    assert flagged(SUM, f"complete: [appeals]\nplans: {{{THREE}}}") == []


IN_CHAPTER = "plan: c, organization: who, participation: appealing, amount: 4 USD"


@pytest.mark.parametrize(
    ("chapter", "in_chapter", "found"),
    [
        ("c: {part_of: p}", [IN_CHAPTER], ["p"]),
        ("c: {part_of: p, requirement: 9 USD}", [IN_CHAPTER], ["c", "p"]),
        ("c: {part_of: b, requirement: 4 USD}, b: {part_of: p}", [IN_CHAPTER], ["p"]),
        ("c: {part_of: b}, b: {part_of: p, certainty: disputed}", [IN_CHAPTER], []),
        ("c: {part_of: p}", [IN_CHAPTER.replace("USD", "EUR")], []),
        ("c: {part_of: p}", [IN_CHAPTER.replace(", amount: 4 USD", "")], []),
        ("c: {requirement: 4 USD}", [IN_CHAPTER], []),
        # Nobody knows of which plan it is part, or whether it is there: with no appeal, no matter.
        ("c: {part_of: unknown}", [IN_CHAPTER], []),
        ("c: {part_of: unknown, requirement: 9 USD}", [IN_CHAPTER], []),
        ("c: {part_of: p, certainty: disputed}", [IN_CHAPTER], []),
        ("c: {part_of: unknown}", [], []),
        ("c: {part_of: p, certainty: disputed}", [], []),
    ],
)
def test_chapters_count(chapter: str, in_chapter: list[str], found: list[str]) -> None:
    assert flagged(SUM, appealed(f"{THREE}, {chapter}", [ONE, TWO, *in_chapter])) == found
    if not in_chapter:
        assert flagged(SUM, appealed(f"{THREE}, {chapter}", [ONE])) == ["p"]


def test_the_message_says_both_amounts_and_names_the_chapters() -> None:
    document = appealed(f"{THREE}, c: {{part_of: p}}, b: {{part_of: p}}", [ONE, TWO, IN_CHAPTER])
    (finding,) = result(SUM, document).findings
    assert finding.message == "Plan states 3 USD, and its appeals add up to 7.00 USD"
    assert finding.related == ("b", "c")


def test_sums_may_be_larger_than_any_amount() -> None:
    most = "9" * 18
    amounts = [each.replace("1 USD", f"{most} USD").replace("2.00", most) for each in (ONE, TWO)]
    assert messages(SUM, appealed(THREE, amounts)) == [
        f"Plan states 3 USD, and its appeals add up to 1{'9' * 17}8 USD"
    ]


def test_chapters_may_be_nested_as_deep_as_one_likes() -> None:
    chapters = ", ".join(f"c{n}: {{part_of: c{n - 1}}}" for n in range(1, 3000))
    figures = "figures: {appealing-organizations: 9}"
    plans = f"c0: {{requirement: 3 USD, kind: RMRP, {figures}}}, {chapters}"
    appeals = [each.replace("plan: p", "plan: c2999") for each in (ONE, TWO, TWO)]
    appeals[2] = appeals[2].replace("iom", "x")
    document = appealed(plans, appeals) + "organizations: {x: {kind: government}}"
    assert flagged(SUM, document) == ["c0"]
    assert flagged(FIGURE, document) == ["c0"]
    assert flagged(MONEY, document) == ["c2999"]


FIGURES = "p: {name: Plan, figures: {appealing-organizations: N, implementing-organizations: M}}"
APPEALING = "plan: p, organization: unhcr, participation: appealing"
IMPLEMENTING = "plan: p, organization: nrc, participation: implementing"


@pytest.mark.parametrize(
    ("appealing", "implementing", "appeals", "count"),
    [
        ("1", "1", [APPEALING, IMPLEMENTING], 0),
        ("2", "2", [APPEALING, IMPLEMENTING], 2),
        ("1", "0", [APPEALING, f"{APPEALING}, country: ROU"], 0),
        ("1", "1", [APPEALING, APPEALING.replace("appealing", "implementing")], 0),
        ("2", "0", [APPEALING, f"{APPEALING}, country: ROU"], 1),
        ('">1"', '"~9"', [APPEALING], 1),
        ('">=1"', '"<1"', [APPEALING], 0),
        # How somebody takes part is not known.
        ("9", "9", [APPEALING, "plan: p, organization: who"], 0),
        ("9", "9", ["plan: p, organization: who", APPEALING], 0),
        ("9", "9", [APPEALING, "plan: p, organization: who, participation: odd"], 0),
        ("9", "9", [APPEALING, f"{IMPLEMENTING}, certainty: disputed"], 0),
    ],
)
def test_figures_are_those_of_different_organizations(
    appealing: str, implementing: str, appeals: list[str], count: int
) -> None:
    plans = FIGURES.replace("N", appealing).replace("M", implementing)
    assert len(flagged(FIGURE, appealed(plans, appeals))) == count
    assert flagged(FIGURE, appealed(plans, appeals, "plans")) == []


@pytest.mark.parametrize(
    ("chapter", "appeals", "found"),
    [
        ("c: {part_of: p}", [APPEALING.replace("plan: p", "plan: c")], []),
        ("c: {part_of: p}", ["plan: c, organization: iom, participation: appealing"], ["p"]),
        ("c: {part_of: p}", ["plan: c, organization: iom"], []),
        ("c: {part_of: unknown}", ["plan: c, organization: iom, participation: appealing"], []),
        ("c: {part_of: unknown}", [], []),
        (
            "c: {part_of: p, certainty: disputed}",
            ["plan: c, organization: iom, participation: appealing"],
            [],
        ),
        ("c: {part_of: p, certainty: disputed}", [], []),
    ],
)
def test_figures_count_chapters(chapter: str, appeals: list[str], found: list[str]) -> None:
    plans = f"p: {{figures: {{appealing-organizations: 1}}}}, {chapter}"
    assert flagged(FIGURE, appealed(plans, [APPEALING, *appeals])) == found
    if not appeals:
        plans = plans.replace("1}", "5}")
        assert flagged(FIGURE, appealed(plans, [APPEALING])) == ["p"]


def test_chapters_of_different_size_are_counted_as_one() -> None:
    plans = "p: {figures: {appealing-organizations: 9}}, c: {part_of: p}, d: {part_of: p}"
    ids = (("c", "unhcr"), ("c", "iom"), ("d", "iom"), ("d", "nrc"), ("d", "who"), ("p", "unhcr"))
    appeals = [f"plan: {plan}, organization: {id}, participation: appealing" for plan, id in ids]
    assert messages(FIGURE, appealed(plans, appeals)) == [
        "p is said to have 9 appealing-organizations, and 4 are written"
    ]


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("figures: {countries: 2}, countries: [ROU, MDA]", False),
        ("figures: {countries: 3}, countries: [ROU, MDA]", True),
        ("figures: {countries: 3}, countries: [ROU, unknown]", False),
        ("figures: {countries: 3}", False),
        ("figures: {people: 3}, countries: [ROU]", False),
        ("figures: {countries: 3}, countries: [ROU], certainty: disputed", False),
    ],
)
def test_countries_are_counted_if_all_are_written(plan: str, found: bool) -> None:
    assert flagged(FIGURE, f"plans: {{p: {{{plan}}}}}") == (["p"] if found else [])


@pytest.mark.parametrize(
    ("complete", "body", "found"),
    [
        ("[leads, members]", "seats: {lead: [unhcr], member: [iom]}", True),
        ("[leads, members]", "seats: {lead: [unhcr], member: [iom, nrc]}", False),
        ("[groups]", "complete: [leads, members], seats: {lead: [unhcr], member: [iom]}", True),
        ("[leads]", "complete: [members], seats: {lead: [unhcr], member: [iom]}", True),
        ("[leads]", "seats: {lead: [unhcr], member: [iom]}", False),
        ("[leads, members]", "seats: {lead: [unhcr], member: [iom, unhcr]}", True),
        ("[leads, members]", "seats: {lead: [unhcr], member: [iom, officer]}", True),
        ("[leads, members]", "seats: {lead: [unhcr], co-lead: vacant, member: none}", True),
        # Who they are, or how many, nobody knows.
        ("[leads, members]", "seats: {lead: [unhcr], member: [unknown]}", False),
        ("[leads, members]", "seats: {lead: [unhcr], member: [nobody-knows-whose]}", False),
        ("[leads, members]", "seats: {lead: [unhcr], member: [consortium]}", False),
        ("[leads, members]", "seats: {lead: [unhcr], member: [{kind: ngo}]}", False),
        ("[leads, members]", "seats: {lead: [{holder: unhcr, certainty: disputed}]}", False),
        ("[leads, members]", "certainty: disputed, seats: {lead: [unhcr]}", False),
    ],
)
def test_members_are_different_organizations(complete: str, body: str, found: bool) -> None:
    document = f"""
complete: {complete}
posts:
  officer: {{title: Officer, organization: unhcr}}
  nobody-knows-whose: {{title: Officer, organization: unknown}}
working_groups: {{consortium: {{name: NGO consortium}}}}
forums: {{f: {{name: F, figures: {{members: 3}}, {body}}}}}
"""
    assert flagged(FIGURE, document) == (["f"] if found else [])


MINISTRY = "plan: p, organization: mies, participation: appealing, amount: 1 USD"


@pytest.mark.parametrize(
    ("plan", "organization", "appeal", "found"),
    [
        ("kind: RMRP", "kind: government", MINISTRY, ["p"]),
        ("kind: RMRP", "kind: local-government", MINISTRY, ["p"]),
        ("kind: RMRP", "kind: ngo", MINISTRY, []),
        ("kind: RMRP", "kind: unknown", MINISTRY, []),
        ("kind: RMRP", "name: X", MINISTRY, []),
        ("kind: RMRP", "kind: government, certainty: disputed", MINISTRY, []),
        ("kind: RRP", "kind: government", MINISTRY, []),
        ("kind: unknown", "kind: government", MINISTRY, []),
        ("kind: RMRP, certainty: disputed", "kind: government", MINISTRY, []),
        ("kind: RMRP", "kind: government", MINISTRY.replace(", amount: 1 USD", ""), []),
        ("kind: RMRP", "kind: government", f"{MINISTRY}, certainty: disputed", []),
        ("kind: RMRP", "kind: government", MINISTRY.replace("appealing", "implementing"), []),
        ("kind: RMRP", "kind: government", MINISTRY.replace("participation: appealing, ", ""), []),
        ("part_of: top", "kind: government", MINISTRY, ["p"]),
        ("part_of: top, kind: RMRP", "kind: government", MINISTRY, ["p"]),
        ("part_of: top, certainty: disputed", "kind: government", MINISTRY, []),
        ("part_of: odd", "kind: government", MINISTRY, []),
        ("part_of: unknown", "kind: government", MINISTRY, []),
    ],
)
def test_no_government_asks_for_money_in_an_rmrp(
    plan: str, organization: str, appeal: str, found: list[str]
) -> None:
    plans = f"""
  p: {{{plan}}}, top: {{kind: RMRP}}, odd: {{kind: RMRP, certainty: disputed}}"""
    document = f"organizations: {{mies: {{{organization}}}}}\n{appealed(plans, [appeal])}"
    assert flagged(MONEY, document) == found


def test_a_government_that_asks_twice_is_one_finding() -> None:
    appeals = [
        f"{MINISTRY}, country: ECU",
        MINISTRY.replace("1 USD", "2 USD"),
        f"{MINISTRY}, country: PER",
    ]
    document = appealed("p: {kind: RMRP}", appeals)
    assert messages(
        MONEY, f"organizations: {{mies: {{name: MIES, kind: government}}}}\n{document}"
    ) == ["MIES is of a government, and asks for 1 USD and 1 USD and 2 USD in the plan"]


@pytest.mark.parametrize(
    ("group", "plans", "found"),
    [
        ("covers: [EDU]", "p: {covers: [HEA]}", ["s"]),
        ("covers: [EDU, HEA]", "p: {covers: [HEA]}", []),
        ("covers: [EDU]", "p: {covers: [HEA]}, q: {covers: [EDU]}", []),
        ("covers: [EDU]", "p: {covers: [HEA]}, q: {covers: [EDU], part_of: p}", []),
        ("covers: [EDU]", "p: {covers: [HEA]}, q: {covers: [NUT], certainty: disputed}", []),
        ("covers: [EDU]", "p: {covers: [HEA]}, q: {part_of: p}", []),
        ("covers: [EDU]", "p: {covers: [HEA, unknown]}", []),
        ("covers: [EDU]", "p: {covers: [HEA, odd]}", []),
        ("covers: [PRO]", "p: {covers: [PRO-CPN]}", []),
        ("covers: [PRO-CPN]", "p: {covers: [PRO]}", []),
        ("covers: [PRO-CPN]", "p: {covers: [PRO-GBV]}", ["s"]),
        ("covers: [EDU, unknown]", "p: {covers: [HEA]}", []),
        ("covers: [odd]", "p: {covers: [HEA]}", []),
        ("note: nothing", "p: {covers: [HEA]}", []),
        ("covers: [EDU], certainty: disputed", "p: {covers: [HEA]}", []),
    ],
)
def test_a_sector_is_in_a_plan(group: str, plans: str, found: list[str]) -> None:
    document = f"sectors: {{s: {{name: S, {group}}}}}\nplans: {{{plans}}}"
    assert flagged(NO_PLAN, f"complete: [plans]\n{document}") == found
    assert flagged(NO_PLAN, document) == []
    assert flagged(NO_PLAN, f"complete: [plans]\nsectors: {{s: {{name: S, {group}}}}}") == []


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ("sectors: {s: {name: S, covers: [EDU]}}", False),
        ("sectors: {s: {name: S, covers: [HEA]}}", True),
        ("sectors: {s: {name: S, covers: [HEA]}, t: {name: T}}", False),
        ("sectors: {s: {name: S, covers: [HEA, unknown]}}", False),
        ("sectors: {s: {name: S, covers: [odd]}}", False),
        ("sectors: {s: {name: S, covers: [EDU], certainty: disputed}}", False),
        ("sub_sectors: {s: {name: S, covers: [EDU]}}", False),
        ("working_groups: {s: {name: S, covers: [EDU]}}", False),
        ("working_groups: {s: {name: S, covers: [cash]}}", True),
        ("working_groups: {s: {name: S}}", False),
        ("forums: {f: {name: F, kind: rcf}}", True),
        ("forums: {f: {name: F}}", False),
        ("forums: {f: {name: F, kind: [rcf, unknown]}}", False),
        ("forums: {f: {name: F, kind: rcf, covers: [EDU]}}", False),
        ("forums: {f: {name: F, kind: rcf, covers: unknown}}", False),
        ("forums: {f: {name: F, covers: [HEA]}}", True),
    ],
)
def test_a_sector_of_a_plan_has_a_group(groups: str, found: bool) -> None:
    for plan in ("p: {name: Plan, covers: [EDU]}", "p: {name: Plan}"):
        appeal = (
            "" if "covers" in plan else "appeals: [{plan: p, organization: nrc, covers: [EDU]}]"
        )
        document = f"{groups}\nplans: {{{plan}}}\n{appeal}"
        said = ["Plan plans for EDU, and no group coordinates it"]
        assert messages(NO_GROUP, f"complete: [groups]\n{document}") == (said if found else [])
        assert flagged(NO_GROUP, document) == []


@pytest.mark.parametrize(
    ("covered", "planned", "found"),
    [
        ("PRO", "PRO-CPN", False),
        ("PRO-CPN", "PRO", False),
        ("PRO-CPN", "PRO-GBV", True),
        ("HEA", "odd", False),
        ("HEA", "unknown", False),
    ],
)
def test_a_group_of_a_wider_sector_coordinates_the_narrower_one(
    covered: str, planned: str, found: bool
) -> None:
    document = f"""
complete: [groups]
sectors: {{s: {{name: S, covers: [{covered}]}}}}
plans: {{p: {{covers: [{planned}]}}}}
"""
    assert flagged(NO_GROUP, document) == (["p"] if found else [])


def test_only_what_is_certainly_planned_needs_a_group() -> None:
    document = """
complete: [groups]
plans: {p: {name: P}, q: {covers: [HEA], certainty: disputed}}
appeals:
- {plan: p, organization: nrc, covers: [EDU], certainty: disputed}
- {plan: q, organization: nrc, covers: [NUT]}
"""
    assert flagged(NO_GROUP, document) == []


def platforms(more: str, plan: str = "forum: top, countries: [BRA, CHL]", top: str = "") -> str:
    return f"""
forums:
  top: {{name: Top, kind: platform, level: regional, within: none, complete: [platforms]{top}}}
  bra: {{name: Brazil, kind: platform, within: top, level: national, areas: [BRA]}}
  {more}
sectors: {{s: {{name: S, within: top, level: national}}}}
plans: {{p: {{name: Plan, {plan}}}}}
"""


CONE = "cone: {name: Cone, kind: platform, within: top, level: sub-regional, areas: [CHL]}"
CAR = "car: {name: Caribbean, kind: platform, within: top, level: sub-regional, areas: unknown}"
OPEN = [("car", "areas")]


@pytest.mark.parametrize(
    ("more", "found", "questions"),
    [
        ("", True, []),
        (CONE, False, []),
        (CONE.replace("[CHL]", "[CHL/Arica]"), False, []),
        (CONE.replace("[CHL]", "[ARG]"), True, []),
        (CAR, False, OPEN),
        (CAR.replace("unknown", "[ARG, unknown]"), False, OPEN),
        (CAR.replace("unknown", "[CHL, unknown]"), False, []),
        (CAR.replace(", areas: unknown", ""), False, OPEN),
        # It may be a platform of that forum.
        (CONE.replace("sub-regional", "unknown"), False, []),
        (CONE.replace("kind: platform", "kind: unknown"), False, []),
        (CONE.replace("kind: platform", "kind: no-such-kind"), False, []),
        (CONE.replace("kind: platform, ", ""), False, []),
        (CONE.replace("within: top, ", ""), False, []),
        (CONE.replace("within: top", "within: unknown"), False, []),
        (CONE.replace("within: top", "within: {to: top, certainty: disputed}"), False, []),
        (CONE.replace("within", "certainty: disputed, within"), False, []),
        (CAR.replace("kind: platform, ", ""), False, []),
        (CAR.replace("within: top, ", ""), False, []),
        # It is none.
        (CONE.replace("sub-regional", "regional"), True, []),
        (CONE.replace("sub-regional", "sub-national"), True, []),
        (CONE.replace("kind: platform", "kind: hct"), True, []),
        (CONE.replace("within: top", "within: none"), True, []),
        (CONE.replace("within: top", "within: bra"), True, []),
        (CONE.replace("within: top, ", "").replace("[CHL]", "[ARG]"), True, []),
        (CAR.replace("kind: platform", "kind: hct"), True, []),
    ],
)
def test_a_country_lies_in_a_platform(
    more: str, found: bool, questions: list[tuple[str, str]]
) -> None:
    document = platforms(more)
    assert flagged(PLATFORM, document) == (["p"] if found else [])
    assert asked(PLATFORM, document) == questions


@pytest.mark.parametrize(
    ("plan", "top", "found"),
    [
        ("forum: top, countries: [BRA, CHL]", "", True),
        ("forum: top, countries: [BRA, CHL]", ", certainty: disputed", False),
        ("forum: top, countries: [BRA, CHL], certainty: disputed", "", False),
        ("forum: top, countries: [BRA, CHL], part_of: q}, q: {name: Q", "", False),
        ("forum: top, countries: [BRA, CHL], part_of: unknown", "", False),
        ("forum: top, countries: [BRA]", "", False),
        ("forum: top, countries: [BRA, unknown]", "", False),
        ("forum: top", "", False),
        ("forum: unknown, countries: [CHL]", "", False),
        ("countries: [CHL]", "", False),
        # A forum that has no platforms has none to be missing.
        ("forum: bra, countries: [CHL]", "", False),
    ],
)
def test_only_a_country_of_a_plan_of_a_forum(plan: str, top: str, found: bool) -> None:
    assert flagged(PLATFORM, platforms("", plan, top)) == (["p"] if found else [])


def test_a_forum_that_may_lie_anywhere_lies_not_in_itself() -> None:
    document = platforms("").replace("level: regional, within: none, ", "")
    assert flagged(PLATFORM, document) == ["p"]


def test_platforms_are_closed_by_the_header_too() -> None:
    document = platforms("").replace("complete: [platforms]", "note: nothing")
    assert flagged(PLATFORM, document) == []
    for name, found in (("platforms", ["p"]), ("groups", ["p"]), ("leads", [])):
        assert flagged(PLATFORM, f"complete: [{name}]\n{document}") == found


@pytest.mark.parametrize(
    ("two", "found"),
    [
        (CONE.replace("CHL", "BRA"), ["p"]),
        (CONE.replace("[CHL]", "[BRA/Acre, BRA/Bahia, CHL, unknown]"), ["p"]),
        (CONE.replace("CHL", "BRA").replace("within", "certainty: disputed, within"), []),
        (CONE.replace("CHL", "BRA").replace("kind: platform", "kind: unknown"), []),
    ],
)
def test_a_country_lies_in_no_two_platforms(two: str, found: list[str]) -> None:
    document = platforms(two, "forum: top, countries: [BRA]").replace("[platforms]", "[leads]")
    assert flagged(TWICE, document) == found


def test_the_messages_name_the_country_and_how_many() -> None:
    document = platforms(CONE.replace("CHL", "BRA"))
    (none,), (two,) = (result(each, document).findings for each in (PLATFORM, TWICE))
    assert (none.message, none.related) == ("CHL is in Plan and lies in no platform", ())
    assert (two.message, two.related) == ("BRA is in Plan and lies in 2 platforms", ("bra", "cone"))


def test_a_question_is_asked_once() -> None:
    plans = "forum: top, countries: [CHL, ARG]}, q: {forum: top, countries: [CHL]"
    assert asked(PLATFORM, platforms(CAR, plans)) == OPEN


@pytest.mark.parametrize("code", ["refugee-multi-sector", "MS", "CSS", "OTH", "coordination"])
def test_a_chapter_or_budget_line_of_a_plan_is_no_sector_without_a_group(code: str) -> None:
    """The refugee chapter of an HRP is coordinated by the forum for refugees."""
    document = f"complete: [groups]\nplans: {{p: {{name: HRP, covers: [{code}, HEA]}}}}\n"
    found = messages(NO_GROUP, document)
    assert found == ["HRP plans for HEA, and no group coordinates it"]

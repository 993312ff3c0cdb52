"""Two documents side by side, in the words of coordinators."""

import pytest
from hypothesis import given, settings

import interagency as ia
from interagency.change import ChangeKind, Comparison, compare, differences
from interagency.testing.strategies import architectures
from interagency.vocabularies import shipped

HEAD = """\
interagency: 1
title: Response
as_of: 2025-06
sources: {minutes: {title: Minutes of the HCT}}
"""
HEALTH = "  health: {name: Health, covers: [HEA], seats: {%s}}\n"


def document(sectors: str = "", rest: str = "") -> str:
    return HEAD + (f"sectors:\n{sectors}" if sectors else "") + rest


def seats(text: str) -> str:
    return document(HEALTH % text)


def lines(comparison: Comparison) -> list[str]:
    return [
        f"{comparison.name(subject)}: {'; '.join(each.text for each in changes)}"
        for subject, changes in comparison.by_subject().items()
    ]


def compared(before: str, after: str) -> list[str]:
    return lines(compare(ia.loads(before), ia.loads(after)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("lead: [who]", "lead: [who]", None),
        (
            "lead: [who], member: [oxfam]",
            "lead: [{holder: vacant, since: 2025-05}], member: [oxfam, nrc, drc, irc]",
            "lead WHO, vacant since May 2025; three members joined (NRC, DRC and IRC)",
        ),
        ("lead: [who]", "lead: [unicef]", "lead UNICEF, handed over from WHO"),
        (
            "lead: [who]",
            "lead: [{holder: who, until: 2025-04-30}, {holder: unicef, since: 2025-05-01}]",
            "lead UNICEF since 1 May 2025, handed over from WHO",
        ),
        ("lead: vacant", "lead: [who]", "lead WHO, vacant before"),
        ("lead: unknown", "lead: [who]", "lead WHO, not known before"),
        ("lead: [who]", "lead: [who], co-lead: none", "co-lead none by design"),
        ("", "lead: vacant", "lead vacant"),
        ("lead: [who]", "co-lead: [who]", "WHO now co-lead, was lead"),
        (
            "lead: [who, nrc]",
            "lead: [who, {holder: nrc, until: 2025}]",
            "NRC no longer lead after 2025",
        ),
        (
            "member: [nrc, drc]",
            "member: [{holder: nrc, until: 2025-05}, {holder: drc, until: 2025-06}]",
            "two members left (NRC and DRC)",
        ),
        (
            "member: [nrc]",
            "member: [{holder: nrc, until: 2025-05}]",
            "one member left after May 2025 (NRC)",
        ),
        ("member: [nrc, drc]", "member: [drc]", "member no longer recorded: NRC"),
        (
            "member: [{kind: ngo}]",
            "member: [{kind: ngo}, {kind: un-agency, count: 3, since: 2025}, {tags: [local]}]",
            "four members joined (3 of kind un-agency and one of kind local)",
        ),
        (
            "lead: [{holder: who, certainty: inferred}]",
            "lead: [who]",
            "lead WHO: certainty: inferred → stated",
        ),
        (
            "lead: [who]",
            "lead: [{holder: who, accountable: true, since: 2025-02}]",
            "lead WHO: since: not recorded → February 2025; lead WHO: accountable: "
            "not recorded → yes",
        ),
        (
            "member: [nrc]",
            "member: [nrc, {holder: drc, since: 2025-02}, {holder: irc, since: 2025-03}]",
            "two members joined (DRC and IRC)",
        ),
    ],
)
def test_seats_are_told_by_who_came_and_went(before: str, after: str, said: str | None) -> None:
    assert compared(seats(before), seats(after)) == ([f"Health: {said}"] if said else [])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("health: {}", "health: {}", []),
        (
            "health: {name: Health, seats: {lead: [who]}}",
            "health: {name: Health, until: 2025-05, "
            "seats: {lead: [{holder: who, until: 2025-05}]}}",
            ["Health: closed, last day May 2025"],
        ),
        ("health: {name: Health, seats: {lead: [who]}}", "", ["Health: no longer recorded"]),
        (
            "",
            "health: {name: Health, since: 2025-02-03, within: top, reports_to: [top], "
            "seats: {lead: [who], member: [nrc, drc]}}",
            [
                "Health: opened since 3 February 2025 within Top: lead WHO, two members; "
                "reports to Top"
            ],
        ),
        (
            "health: {name: Health, seats: {lead: [who], member: [nrc]}}",
            "health: {name: Health, until: 2025-05, seats: {lead: [{holder: who, until: 2025}], "
            "member: [nrc, drc]}}",
            ["Health: closed, last day May 2025; one member joined (DRC)"],
        ),
        ("", "health: {name: Health, certainty: inferred}", ["Health: new (inferred)"]),
        ("health: {name: Health}", "wash: {name: Health}", ["Health: new id wash, was health"]),
        ("health: {covers: [HEA]}", "wash: {covers: [HEA]}", ["wash: new id wash, was health"]),
        (
            "health: {name: Health, within: none}",
            "health: {name: Health, within: top}",
            ["Health: now within Top, was in no other body"],
        ),
        (
            "health: {name: Health, within: unknown}",
            "health: {name: Health}",
            ["Health: now in a body not recorded, was in a body not known"],
        ),
        (
            "health: {name: Health}",
            "health: {name: Health and Nutrition}",
            ["Health and Nutrition: new name, was Health"],
        ),
        (
            "health: {name: Health, covers: [HEA, WSH], level: national}",
            "health: {name: Health, covers: [HEA, NUT], level: site}",
            ["Health: covers adds NUT, covers drops WSH; level: national → site"],
        ),
        (
            "health: {name: Health, covers: [HEA, WSH]}",
            "health: {name: Health, covers: [WSH, HEA]}",
            ["Health: covers in another order"],
        ),
        (
            "health: {name: Health, names: {fr: Santé}, figures: {groups: 3}, aliases: [H]}",
            "health: {name: Health, names: {fr: La santé}, figures: {groups: 4}, aliases: [HH]}",
            [
                "Health: names adds fr La santé, names drops fr Santé; aliases adds HH, aliases "
                "drops H; figures adds groups 4, figures drops groups 3"
            ],
        ),
        (
            "health: {name: Health}",
            "health: {name: Health, sources: [minutes]}",
            ["Health: sources: not recorded → Minutes of the HCT"],
        ),
        (
            "health: {name: Health, reports_to: [top]}",
            "health: {name: Health, reports_to: [{to: top, until: 2025}]}",
            ["Health: no longer reports to Top after 2025"],
        ),
        (
            "health: {name: Health, reports_to: [top]}",
            "health: {name: Health, reports_to: none}",
            ["Health: reports to nobody, by design, before Top"],
        ),
        (
            "health: {name: Health, reports_to: [top]}",
            "health: {name: Health, reports_to: [{to: top, certainty: disputed}]}",
            ["Health: reports to Top (disputed): certainty: stated → disputed"],
        ),
        (
            "health: {name: Health}",
            "health: {name: Health, supports: [{to: top, since: 2025}]}",
            ["Health: supports Top since 2025"],
        ),
        (
            "health: {name: Health, supports: [top]}",
            "health: {name: Health}",
            ["Health: no longer supports Top"],
        ),
        (
            "health: {name: Health, note: a}",
            f"health: {{name: Health, note: {'b' * 70}}}",
            [f"Health: note: a → {'b' * 57}..."],
        ),
    ],
)
def test_bodies_are_told_by_what_became_of_them(before: str, after: str, said: list[str]) -> None:
    top = "forums: {top: {name: Top}}\n"
    texts = [document(f"  {each}\n" if each else "", top) for each in (before, after)]
    assert compared(*texts) == said


def test_a_former_name_that_is_an_alias_now_is_part_of_the_new_name() -> None:
    before = document("  health: {name: Health}\n")
    assert compared(before, document("  hea: {name: Care, aliases: [Health]}\n")) == [
        "Care: new id hea, was health; new name, was Health"
    ]
    after = document("  health: {name: Care, aliases: [Health, Medicine]}\n")
    assert compared(before, after) == [
        "Care: new name, was Health; aliases: not recorded → Health and Medicine"
    ]


def test_a_body_of_another_sort_is_one_change() -> None:
    after = document(rest="sub_sectors: {gbv: {name: GBV}}\n")
    assert compared(document("  gbv: {name: GBV}\n"), after) == [
        "GBV: now a sub-sector, was a sector"
    ]


PLANS = "plans: {rrp: {name: RRP}}\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "plans: {rrp: {name: RRP, requirement: 5 USD}}",
            "plans: {rrp: {name: RRP, requirement: 7 USD}, hrp: {name: HRP, since: 2025}}",
            ["RRP: requirement: 5 USD → 7 USD", "HRP: plan added since 2025"],
        ),
        (
            f"{PLANS}appeals: [{{plan: rrp, organization: nrc, amount: 3 USD}}, "
            "{plan: rrp, organization: drc}]",
            f"{PLANS}appeals: [{{plan: rrp, organization: nrc, amount: 4 USD}}, "
            "{plan: rrp, organization: irc}]",
            [
                "RRP: one organization joined the appeal (IRC); one organization no longer in the "
                "appeal (DRC); appeal of NRC: amount: 3 USD → 4 USD"
            ],
        ),
        (
            "presence: [{organization: nrc, area: ROU}, {organization: nrc, area: MDA}]",
            "presence: [{organization: nrc, area: MDA, note: x}, "
            "{organization: nrc, covers: [HEA]}]",
            [
                "NRC: active in an area not recorded (HEA); no longer active in ROU; "
                "active in MDA: note: not recorded → x"
            ],
        ),
        (
            "organizations: {a: {name: A}}\noffices: {o: {name: O}}\nposts: {p: {title: P}}",
            "products: {s: {name: Sitrep, by: [p]}}\nposts: {p: {title: P, grade: P3}}",
            [
                "A: organization no longer recorded",
                "O: office no longer recorded",
                "P: grade: not recorded → P3",
                "Sitrep: product added",
            ],
        ),
        ("situation: refugee", "situation: idp", ["Response: situation: refugee → idp"]),
        (
            "default_sources: [minutes]",
            "",
            ["Response: sources of the file: Minutes of the HCT → not recorded"],
        ),
    ],
)
def test_plans_activity_and_the_header(before: str, after: str, said: list[str]) -> None:
    found = compared(*(document(rest=f"{each}\n") for each in (before, after)))
    assert sorted(found) == sorted(said)


def test_two_days_of_one_document_tell_what_began_and_ended() -> None:
    text = document(
        "  wash: {name: WASH, until: 2025-03}\n"
        "  health: {name: Health, seats: {member: [{holder: nrc, until: 2025-04}, "
        "{holder: drc, since: 2025-05}]}}\n",
        "plans: {hrp: {name: HRP, until: 2025-03}}\n",
    )
    whole = ia.loads(text)
    found = compare(whole, whole, ("2025-03-01", "2025-06-01"))
    assert lines(found) == [
        "Health: one member joined since May 2025 (DRC); one member left after April 2025 (NRC)",
        "WASH: closed, last day March 2025",
        "HRP: ended, last day March 2025",
    ]


def test_a_change_carries_its_sources_and_its_records() -> None:
    after = ia.loads(seats("member: [{holder: nrc, since: 2025, sources: [minutes]}]"))
    (change,) = compare(ia.loads(seats("")), after).changes
    assert (change.kind, change.sources) == (ChangeKind.JOINED, ("minutes",))
    assert (change.before, change.after) == ((), after.seats)
    assert change.since == after.seats[0].since


@settings(max_examples=20, deadline=None)
@given(architectures())
def test_nothing_differs_from_itself(architecture: ia.Architecture) -> None:
    assert not compare(architecture, architecture)


@settings(max_examples=40, deadline=None)
@given(architectures(), architectures())
def test_any_two_can_be_compared_and_only_equal_ones_are_alike(
    before: ia.Architecture, after: ia.Architecture
) -> None:
    found = compare(before, after)
    known = shipped().organizations
    real = [
        each
        for each in differences(before, after)
        if known.get(getattr(each.record, "id", "")) != each.record
    ]
    assert bool(found) >= bool(real)
    assert all(each.text for each in found.changes)

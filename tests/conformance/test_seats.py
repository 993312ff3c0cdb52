"""Whether a body has a seat of a sort: the two slots, terms and closed lists."""

import pytest

from tests.conformance.packs import result_of
from tests.conformance.seats import WORLD, seat

A_LEADS = "{role: leads, by: a}"
B_LEADS = "{role: leads, by: b}"
SOME_LEAD = "{role: leads}"


@pytest.mark.parametrize(
    ("seats", "wanted", "outcome"),
    [
        # 1 and 2: two slots, absent, unknown, vacant, none
        ("", A_LEADS, "unknown"),
        ("{member: [a]}", A_LEADS, "unknown"),
        ("{lead: [a]}", A_LEADS, "met"),
        ("{chair: [a]}", A_LEADS, "met"),
        ("{co-lead: [a]}", A_LEADS, "met"),
        ("{lead: [unknown]}", A_LEADS, "unknown"),
        ("{lead: [unknown]}", SOME_LEAD, "unknown"),
        ("{lead: vacant}", A_LEADS, "unknown"),
        ("{lead: vacant, co-lead: none}", A_LEADS, "gap"),
        ("{lead: vacant, co-lead: none}", SOME_LEAD, "gap"),
        ("{lead: none, co-lead: none}", SOME_LEAD, "gap"),
        ("{lead: none, co-lead: [unknown]}", B_LEADS, "unknown"),
        ("{lead: [a], co-lead: none}", B_LEADS, "gap"),
        ("{lead: [a], co-lead: vacant}", B_LEADS, "gap"),
        # 3: one slot closed
        ("{lead: [a]}", "{role: lead, by: b}", "gap"),
        ("{lead: [a]}", B_LEADS, "unknown"),
        ("{lead: [a]}", "{role: co-lead, by: b}", "unknown"),
        ("{lead: [a, unknown]}", "{role: lead, by: b}", "unknown"),
        ("{lead: none}", "{role: lead}", "gap"),
        # 4: equals
        ("{co-lead: [a]}", B_LEADS, "unknown"),
        ("{co-lead: [a]}", "{role: lead, by: b}", "unknown"),
        ("{co-lead: [a, n]}", B_LEADS, "gap"),
        ("{co-lead: [a, n]}", "{role: lead, by: b}", "gap"),
        ("{co-lead: [a, n, unknown]}", B_LEADS, "unknown"),
        ("{co-chair: [a], co-lead: [n]}", B_LEADS, "gap"),
        # 5: both written
        ("{lead: [a], co-lead: [n]}", B_LEADS, "gap"),
        # terms: as written, spelled otherwise, narrower, other
        ("{chair: [a]}", "{role: chair, by: a}", "met"),
        ("{chair: [a]}", "{role: chair, by: b}", "gap"),
        ("{lead: [a]}", "{role: chair, by: a}", "gap"),
        ("{ngo-co-lead: [b], lead: [a]}", "{role: co-lead, by: b}", "met"),
        ("{ngo-co-lead: [b]}", "{role: ngo-co-lead, by: b}", "met"),
        ("{co-lead: [a, n]}", "{role: ngo-co-lead, by: b}", "gap"),
        ("{members: [a]}", "{role: member, by: a}", "met"),
        ("{observer: [a]}", "{role: member, by: a}", "unknown"),
        ("{observer: [a]}", "{role: participates, by: a}", "met"),
        ("{boss: [a], co-lead: none}", A_LEADS, "met"),
        ("{boss: [a], co-lead: none}", B_LEADS, "gap"),
        ("{boss: [a]}", "{role: boss, by: a}", "met"),
        # terms that nobody explains may be any
        ("{zzz: [a]}", A_LEADS, "unknown"),
        ("{zzz: [b], lead: [a], co-lead: none}", B_LEADS, "unknown"),
        ("{zzz: [n], lead: [a], co-lead: none}", B_LEADS, "gap"),
        ("{zzz: [unknown], lead: [a], co-lead: none}", B_LEADS, "unknown"),
        ("{zzz: [a]}", "{role: zzz, by: a}", "met"),
        ("{zzz: [a]}", "{role: member, by: a}", "unknown"),
        ("{zzz: [a]}", "{by: a}", "met"),
        # any seat
        ("{member: [a]}", "{by: a}", "met"),
        ("{member: [a]}", "{by: b}", "unknown"),
        ("{member: [unknown]}", "{by: b}", "unknown"),
        ("{member: [a]}", "{role: member}", "met"),
        # disputed seats are neither there nor not
        ("{lead: [{holder: a, certainty: disputed}], co-lead: none}", A_LEADS, "unknown"),
        ("{lead: [{holder: a, certainty: disputed}], co-lead: none}", B_LEADS, "unknown"),
        ("{lead: [{holder: vacant, certainty: disputed}], co-lead: none}", A_LEADS, "unknown"),
        ("{lead: [{holder: a, certainty: inferred}]}", A_LEADS, "met"),
    ],
)
def test_the_slots_and_terms(seats: str, wanted: str, outcome: str) -> None:
    assert seat(seats, wanted) == outcome


@pytest.mark.parametrize("where", ["head", "body"])
@pytest.mark.parametrize(
    ("lists", "seats", "wanted", "outcome"),
    [
        ("leads", "", SOME_LEAD, "gap"),
        ("leads", "{lead: [a]}", B_LEADS, "gap"),
        ("leads", "{co-lead: [a]}", B_LEADS, "gap"),
        ("leads", "{lead: [unknown]}", B_LEADS, "unknown"),
        ("leads", "{member: [a]}", "{by: b}", "unknown"),
        ("members", "{member: [a]}", "{by: b}", "unknown"),
        ("members", "{member: [a]}", "{role: member, by: b}", "gap"),
        ("members", "{member: [a, unknown]}", "{role: member, by: b}", "unknown"),
        ("members", "{member: [a]}", B_LEADS, "unknown"),
        ("leads, members", "{member: [a]}", "{by: b}", "gap"),
        ("leads, members", "{member: [a, unknown]}", "{by: b}", "unknown"),
        ("leads, members", "{lead: [unknown]}", "{by: b}", "unknown"),
        ("leads, members", "{zzz: [a]}", "{by: b}", "gap"),
        ("leads, members", "{zzz: [b]}", "{role: member, by: b}", "unknown"),
    ],
)
def test_a_list_may_be_declared_whole(
    where: str, lists: str, seats: str, wanted: str, outcome: str
) -> None:
    complete = f"complete: [{lists}]"
    given = {"head": complete} if where == "head" else {"body": f", {complete}"}
    assert seat(seats, wanted, **given) == outcome


@pytest.mark.parametrize(
    ("seats", "wanted", "texts"),
    [
        ("", A_LEADS, ["Who leads or co-leads X?"]),
        ("{lead: [a]}", B_LEADS, ["Who co-leads X, with A in the lead?"]),
        ("{lead: [unknown]}", "{role: chair}", ["Who leads or co-leads X?"]),
        ("", "{by: a}", ["Who leads or co-leads X?"]),
        ("{lead: [b, a]}", "{by: who-knows}", ["Who else sits in X?"]),
        ("{member: [unknown]}", "{role: member, by: a}", ["Who sits in X?"]),
        ("{member: [b, unknown]}", "{role: member, by: a}", ["Who else sits in X?"]),
        (
            "{lead: [who-knows, n], co-lead: none}",
            "{role: leads, by: {kind: national-ngo}}",
            ["What sort of organization is N?", "What sort of organization is Who?"],
        ),
        (
            "{lead: [{kind: ngo}], co-lead: none}",
            B_LEADS,
            ["Who is lead of X, of kind ngo?"],
        ),
        (
            "{lead: [{tags: [local]}], co-lead: none}",
            "{role: leads, by: {kind: ngo}}",
            ["Who is lead of X, of kind not said?"],
        ),
        (
            "{lead: [b], co-lead: none}",
            "{role: leads, by: {tags: refugee-led}}",
            ["Is B refugee-led, women-led, local or the like?"],
        ),
        (
            "{lead: [a], co-lead: none}",
            "{role: leads, by: {designations: rrc}}",
            ["Through which post is A lead of X?"],
        ),
        (
            "{lead: [mystery], co-lead: none}",
            "{role: leads, by: {designations: rrc}}",
            ["What is mystery designated as?"],
        ),
        ("{lead: [mystery], co-lead: none}", A_LEADS, ["Whose is mystery?"]),
        ("{zzz: [a], lead: none, co-lead: none}", A_LEADS, ["What does zzz mean in X?"]),
        (
            "{lead: [{holder: a, certainty: disputed}, unknown], co-lead: none}",
            A_LEADS,
            [
                "Sources disagree on seat x/lead/a, of X: which holds?",
                "Who leads X?",
            ],
        ),
    ],
)
def test_what_is_unknown_is_asked(seats: str, wanted: str, texts: list[str]) -> None:
    document = f"{WORLD}  x: {{name: X, kind: rcf{seats and f', seats: {seats}'}}}"
    result = result_of(document, f"for: {{kind: rcf}}, expect: {{seat: {wanted}}}")
    assert sorted(each.text for each in result.questions) == texts
    assert all(each.write for each in result.questions)


def test_what_shows_it_are_the_seats() -> None:
    document = "forums: {x: {kind: hct, seats: {co-lead: [unhcr, iom], member: [unhcr]}}}"
    met = result_of(document, "for: {kind: hct}, expect: {seat: {by: unhcr}}")
    assert met.met_by == ("seat x/co-lead/unhcr", "seat x/member/unhcr")
    gap = result_of(document, "for: {kind: hct}, expect: {seat: {role: leads, by: who}}")
    assert gap.missed_by == ("x",)
    without = "for: {kind: hct}, expect: {not: {seat: {role: leads, by: who}}}"
    assert result_of(document, without).met_by == ("seat x/co-lead/iom", "seat x/co-lead/unhcr")
    bare = "complete: [leads]\nforums: {x: {kind: hct}}"
    nobody = "for: {kind: hct}, expect: {not: {seat: {role: leads}}}"
    assert result_of(bare, nobody).met_by == ("x",)


@pytest.mark.parametrize(
    ("holder", "by", "outcome"),
    [
        # ids: of organizations, of posts, of those behind posts
        ("a", "a", "met"),
        ("a", "[b, a]", "met"),
        ("a", "b", "gap"),
        ("rc", "a", "met"),
        ("rc", "rc", "met"),
        ("rc", "plain", "gap"),
        ("{holder: a, post: rc}", "rc", "met"),
        ("plain", "a", "met"),
        ("mystery", "a", "unknown"),
        ("mystery", "mystery", "met"),
        ("other", "a", "gap"),
        ("{kind: un-agency}", "a", "unknown"),
        ("{kind: multilateral}", "a", "unknown"),
        ("{kind: donor}", "a", "gap"),
        ("{kind: donor}", "unhcr", "gap"),
        ("{kind: un-agency}", "unhcr", "unknown"),
        ("{kind: ngo}", "who-knows", "unknown"),
        ("{kind: ngo}", "nobody-knows", "unknown"),
        ("{tags: [local]}", "a", "unknown"),
        # kinds: narrower is enough, broader may be
        ("a", "{kind: un-agency}", "met"),
        ("b", "{kind: ngo}", "met"),
        ("n", "{kind: national-ngo}", "unknown"),
        ("n", "{kind: [government, ngo]}", "met"),
        ("g", "{kind: government}", "met"),
        ("a", "{kind: government}", "gap"),
        ("who-knows", "{kind: government}", "unknown"),
        ("argued", "{kind: government}", "unknown"),
        ("rc", "{kind: un-agency}", "met"),
        ("mystery", "{kind: un-agency}", "unknown"),
        ("other", "{kind: un-agency}", "gap"),
        ("{kind: local-government}", "{kind: government}", "met"),
        ("{kind: government}", "{kind: local-government}", "unknown"),
        ("{kind: ngo}", "{kind: government}", "gap"),
        ("{tags: [local]}", "{kind: government}", "unknown"),
        # tags are never whole
        ("b", "{tags: local}", "met"),
        ("b", "{tags: refugee-led}", "unknown"),
        ("{tags: [local]}", "{tags: [refugee-led, local]}", "met"),
        ("{tags: [local]}", "{tags: refugee-led}", "unknown"),
        ("dark", "{tags: local}", "unknown"),
        ("neither", "{tags: local}", "gap"),
        ("denied", "{tags: local}", "unknown"),
        # designations
        ("rc", "{designations: resident-coordinator}", "met"),
        ("rc", "{designations: humanitarian-coordinator}", "gap"),
        ("plain", "{designations: resident-coordinator}", "gap"),
        ("mystery", "{designations: resident-coordinator}", "unknown"),
        ("contested", "{designations: resident-coordinator}", "unknown"),
        ("contested", "{designations: humanitarian-coordinator}", "unknown"),
        ("a", "{designations: resident-coordinator}", "unknown"),
        ("{holder: a, post: rc}", "{designations: resident-coordinator}", "met"),
        ("{holder: a, post: unknown}", "{designations: resident-coordinator}", "unknown"),
        # all of them at once
        ("b", "{kind: ngo, tags: local}", "met"),
        ("a", "{kind: ngo, tags: local}", "gap"),
        ("b", "{kind: ngo, tags: women-led}", "unknown"),
        ("b", "{}", "met"),
    ],
)
def test_who_holds_a_seat(holder: str, by: str, outcome: str) -> None:
    assert seat(f"{{lead: [{holder}], co-lead: none}}", f"{{role: leads, by: {by}}}") == outcome

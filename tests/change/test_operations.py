"""Operations one by one: what moves with a change, and what is refused with a reason."""

from collections.abc import Callable

import pytest

import interagency as ia
from interagency.change import (
    ImpossibleChange,
    close,
    end_plan,
    hand_over,
    join,
    leave,
    merge,
    move,
    open_records,
    rename,
    split,
    vacate,
)
from interagency.change.periods import day_before
from interagency.model import Architecture, Day, Level, Seat, Sector
from tests.change.resets import RESPONSE

DAY = Day("2026-01")
BEFORE = ia.loads(RESPONSE)


def seats(architecture: Architecture, body: str) -> list[tuple[str, str | None]]:
    """Return the term and holder of each seat of a body in January 2026."""
    return [(each.term, each.holder) for each in architecture.on(DAY).seats_of(body)]


def with_seats(body: str, text: str) -> Architecture:
    """Return the response in which a body has other seats."""
    lines = [
        line.partition("seats: ")[0] + f"seats: {text}}}" if line.startswith(f"  {body}:") else line
        for line in RESPONSE.splitlines()
    ]
    return ia.loads("\n".join(lines))


@pytest.mark.parametrize(
    ("day", "before"),
    [("2026", "2025"), ("2026-01", "2025-12"), ("2026-01-01", "2025-12-31")],
)
def test_the_day_before_is_as_precise_as_the_day(day: str, before: str) -> None:
    assert day_before(Day(day)).text == before


def test_what_is_of_a_group_goes_with_it_when_it_merges() -> None:
    after = merge(BEFORE, ["shelter", "cccm"], "both", DAY, sources=("minutes",))
    assert [each.by for each in after.products] == [("both",)]
    assert {(x.from_, x.kind, x.to) for x in after.links if x.since == DAY} == {
        ("both", "reports_to", "iccg"),
        ("both", "succeeds", "shelter"),
        ("both", "succeeds", "cccm"),
        ("cash", "supports", "both"),
    }
    assert {x.sources for x in after.links if x.kind == "succeeds"} == {("minutes",)}
    both = after.entities["both"]
    assert both == Sector(
        id="both",
        name="Shelter Cluster and CCCM Cluster",
        within=BEFORE.sectors[0].within,
        covers=("SHL", "CCM"),
        since=DAY,
    )
    assert seats(after, "both") == [
        ("lead", "unhcr"),
        ("lead", "iom"),
        ("member", "nrc"),
        ("member", "relief"),
        ("member", "acted"),
    ]


def test_a_plan_and_a_seat_of_a_group_that_merges_are_those_of_the_new_one() -> None:
    text = RESPONSE.replace("forum: hct", "forum: shelter").replace(
        "seats: {chair: [ocha]}}\n  iccg", "seats: {chair: [ocha], member: [shelter]}}\n  iccg"
    )
    text += (
        "decisions: {a: {status: open, by: [shelter]}, b: {status: taken, by: [shelter]}}\n"
        "agreements: {old: {parties: [shelter], until: 2020}, new: {concerns: [shelter]}}\n"
    )
    after = merge(ia.loads(text), ["shelter"], "cccm", DAY)
    assert after.plans[0].forum == "cccm"
    assert [each.by for each in after.decisions] == [("cccm",), ("shelter",)]
    assert [each.parties or each.concerns for each in after.agreements] == [("shelter",), ("cccm",)]
    assert seats(after, "hct") == [("chair", "ocha"), ("member", "cccm")]


def test_a_split_leaves_a_plan_without_a_forum_and_shares_products() -> None:
    text = RESPONSE.replace("forum: hct", "forum: shelter")
    new = [Sector(id="one"), Sector(id="two", name="Two", within=None)]
    after = split(ia.loads(text), "shelter", new, DAY)
    assert after.plans[0].forum == "unknown"
    assert after.products[0].by == ("one", "two")
    assert [each.covers for each in after.sectors[-2:]] == [("SHL",), ("SHL",)]
    lines = {(x.from_, x.kind, x.to) for x in after.links if x.since == DAY}
    assert {("one", "reports_to", "iccg"), ("cash", "supports", "two")} <= lines


def test_lists_are_complete_only_if_all_were() -> None:
    text = RESPONSE.replace("covers: [SHL],", "covers: [SHL], complete: [members, leads],")
    one = merge(ia.loads(text), ["shelter", "cccm"], "both", DAY)
    assert one.find("both").complete == ()  # type: ignore[union-attr]
    text = text.replace("covers: [CCM],", "covers: [CCM], complete: [members],")
    both = merge(ia.loads(text), ["shelter", "cccm"], "both", DAY)
    assert both.find("both").complete == ("members",)  # type: ignore[union-attr]
    into = merge(ia.loads(text), ["cccm"], "shelter", DAY)
    assert into.find("shelter").complete == ("members",)  # type: ignore[union-attr]


def test_words_in_lists_of_seats_merge_with_care() -> None:
    text = RESPONSE.replace("seats: {lead: [unhcr], member: [nrc, relief]}", "seats: {%s}", 1)
    text = text.replace("seats: {lead: [iom], member: [nrc, acted]}", "seats: {%s}", 1)

    def merged(one: str, other: str) -> list[tuple[str, str | None]]:
        return seats(merge(ia.loads(text % (one, other)), ["shelter", "cccm"], "b", DAY), "b")

    assert merged("lead: vacant", "lead: [iom]") == [("lead", "iom")]
    assert merged("lead: vacant", "lead: vacant") == [("lead", "vacant")]
    assert merged("co-lead: none", "lead: [iom]") == [("lead", "iom")]
    assert merged("co-lead: [iom, unknown]", "") == [("co-lead", "iom"), ("co-lead", "unknown")]
    kinds = "member: [{kind: ngo, count: %d}]"
    after = merge(ia.loads(text % (kinds % 3, kinds % 5)), ["shelter", "cccm"], "b", DAY)
    (seat,) = after.seats_of("b")
    assert (seat.count, seat.certainty.value) == (5, "inferred")
    same = merge(ia.loads(text % (("member: [{kind: ngo}]",) * 2)), ["shelter", "cccm"], "b", DAY)
    assert [each.kind for each in same.seats_of("b")] == ["ngo"]


def test_a_line_in_a_word_gives_way_to_a_named_one() -> None:
    text = RESPONSE.replace("covers: [SHL], reports_to: [iccg]", "covers: [SHL], reports_to: none")
    after = merge(ia.loads(text), ["shelter", "cccm"], "both", DAY)
    links = after.on(DAY).links
    assert [x.to for x in links if (x.from_, x.kind) == ("both", "reports_to")] == ["iccg"]


def test_what_begins_later_keeps_its_day_or_never_comes() -> None:
    later = with_seats("shelter", "{lead: [{holder: unhcr, since: 2026-03}]}")
    merged = merge(later, ["shelter"], "cccm", DAY)
    found = [each for each in merged.seats_of("cccm") if each.holder == "unhcr"]
    assert [str(each.since) for each in found] == ["2026-03"]
    assert merged.seats_of("shelter") == ()


def test_handing_over_takes_a_seat_and_gives_no_accountability() -> None:
    before = with_seats("health", "{lead: [{holder: who, accountable: true}], member: [relief]}")
    after = hand_over(before, "health", "relief", DAY)
    assert after.on(DAY).seats_of("health") == (
        Seat(body="health", term="lead", holder="relief", since=DAY),
    )
    both = hand_over(before, "health", "relief", DAY, accountable=True, last_resort=True)
    (seat,) = both.on(DAY).seats_of("health")
    assert (seat.accountable, seat.last_resort) == (True, True)


def test_a_vacant_seat_or_a_new_term_can_be_handed_over() -> None:
    vacant = with_seats("health", "{lead: vacant, co-lead: none}")
    assert seats(hand_over(vacant, "health", "who", DAY), "health") == [
        ("lead", "who"),
        ("co-lead", "none"),
    ]
    given = hand_over(vacant, "health", "who", DAY, term="co-lead")
    assert seats(given, "health") == [("lead", "vacant"), ("co-lead", "who")]
    assert seats(hand_over(BEFORE, "health", "moh", DAY, term="secretariat"), "health")[-1] == (
        "secretariat",
        "moh",
    )


def test_joining_fills_a_seat_that_was_empty() -> None:
    after = join(BEFORE, "health", "moh", DAY, term="co-lead", accountable=True)
    assert seats(after, "health") == [("lead", "who"), ("co-lead", "moh"), ("member", "relief")]


def test_leaving_takes_posts_lines_and_activity_with_it() -> None:
    text = RESPONSE + (
        "presence: [{organization: unhcr, area: UKR}, {organization: nrc, area: UKR}]\n"
        "links: [{kind: supports, from: unhcr, to: cash}]\n"
    )
    text = text.replace("lead: [unhcr], member: [nrc", "lead: [shelter-coordinator], member: [nrc")
    after = leave(ia.loads(text), "unhcr", DAY).on(DAY)
    assert (after.posts, after.offices) == ((), ())
    assert [each.organization for each in after.presence] == ["nrc"]
    assert "supports" not in {x.kind for x in after.links if x.from_ == "unhcr"}
    assert seats(after, "shelter")[0] == ("lead", "vacant")
    assert "unhcr" in after.entities


def test_a_post_may_leave_alone() -> None:
    before = with_seats("shelter", "{lead: [shelter-coordinator], member: [unhcr]}")
    after = leave(before, "shelter-coordinator", DAY)
    assert seats(after, "shelter") == [("lead", "vacant"), ("member", "unhcr")]


def test_leaving_one_group_leaves_the_rest() -> None:
    after = leave(BEFORE, "acted", DAY, body="cccm")
    assert ("co-lead", "acted") in seats(after, "cash")
    assert ("member", "acted") not in seats(after, "cccm")


def test_of_two_holders_one_who_leaves_makes_no_vacancy() -> None:
    assert seats(leave(BEFORE, "acted", DAY), "cash") == [("co-lead", "ocha")]


def test_a_seat_falls_vacant_under_its_own_term() -> None:
    after = vacate(BEFORE, "health", DAY, term="member")
    assert ("member", "vacant") in seats(after, "health")
    assert seats(vacate(BEFORE, "cash", DAY, holder="acted"), "cash") == [
        ("co-lead", "ocha"),
        ("co-lead", "vacant"),
    ]


def test_organizations_of_the_registry_come_and_go_as_they_are_named() -> None:
    joined = join(BEFORE, "health", "irc", DAY)
    assert "irc" in joined.entities
    before = with_seats("nutrition", "{lead: [{holder: irc, since: 2026-02}]}")
    assert "irc" not in close(before, ["nutrition"], DAY).entities


def test_a_plan_ends_with_its_chapters_and_what_is_done_under_it() -> None:
    text = RESPONSE.replace("plans:\n", "plans:\n  part: {part_of: hnrp}\n")
    text += "presence: [{organization: nrc, plan: hnrp}, {organization: nrc, until: 2020}]\n"
    after = end_plan(ia.loads(text), "hnrp", DAY, status="superseded")
    assert [(each.status, str(each.until)) for each in after.plans] == [
        ("superseded", "2025-12"),
        ("superseded", "2025-12"),
    ]
    assert [str(each.until) for each in after.presence] == ["2025-12", "2020"]


def test_two_records_that_become_alike_are_one() -> None:
    places = "presence: [{organization: acted, until: 2025-12}, {organization: acted}]\n"
    after = leave(ia.loads(RESPONSE + places), "acted", DAY)
    assert [str(each.until) for each in after.presence] == ["2025-12"]


def test_a_source_gets_another_title_and_a_group_another_acronym() -> None:
    after = rename(BEFORE, "page", name="Pages", to="pages")
    assert after.sources[0].title == "Pages"
    assert after.default_sources == ("pages",)
    assert rename(BEFORE, "cash", acronym="CWG").working_groups[0].acronym == "CWG"
    same = rename(BEFORE, "cash", to="cash", name="Cash Working Group")
    assert same == BEFORE


def test_a_line_that_begins_later_is_not_kept_for_the_former_place() -> None:
    line = "covers: [cash], reports_to: "
    later = RESPONSE.replace(f"{line}[iccg]", f"{line}[{{to: iccg, since: 2027}}]")
    after = move(ia.loads(later), "cash", "hct", DAY)
    found = [x for x in after.links if (x.from_, x.kind) == ("cash", "reports_to")]
    assert [(x.to, str(x.since)) for x in found] == [("hct", "2027")]


def test_what_was_received_before_a_split_stays_as_it_was() -> None:
    text = RESPONSE.replace("by: [shelter]}", "by: [nrc, shelter], received: [shelter, nrc]}")
    new = [Sector(id="one", complete=("members",)), Sector(id="two", level=Level.SITE)]
    (product,) = split(ia.loads(text), "shelter", new, DAY).products
    assert product.by == ("nrc", "one", "two")
    assert [each.by for each in product.received] == ["shelter", "nrc"]


def test_a_group_may_move_out_of_all_others() -> None:
    after = move(BEFORE, "cash", "none", DAY)
    assert after.working_groups[0].lies_in == "none"
    assert not [x for x in after.on(DAY).links if (x.from_, x.kind) == ("cash", "reports_to")]


MANDATED = ia.loads(RESPONSE + "mandates: {m: {organization: who}}\n")
LATER = RESPONSE.replace("sub_sectors:", "sub_sectors:\n  later: {within: cp, since: 2026}")
TWICE = with_seats("health", "{lead: [who], chair: [who]}")
REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: merge(BEFORE, ["shelter"], "shelter", DAY), "name the groups that merge, apart from"),
    (lambda: merge(BEFORE, ["sheltr"], "cccm", DAY), "nothing has the id 'sheltr'; did you mean"),
    (lambda: merge(BEFORE, ["unhcr"], "cccm", DAY), "unhcr is the id of an organization; a group"),
    (
        lambda: merge(BEFORE, ["protection"], "gbv", DAY),
        "GBV AoR lies in Protection Cluster, ",
    ),
    (lambda: split(BEFORE, "health", [Sector(id="a")], DAY), "Health Cluster is to be split: name"),
    (
        lambda: split(BEFORE, "protection", [Sector(id="a"), Sector(id="b")], DAY),
        "Child Protection AoR and GBV AoR would have no place when Protection Cluster is split",
    ),
    (lambda: open_records(BEFORE, [Sector(id="cash")], DAY), "the id cash is taken, by Cash Work"),
    (lambda: close(BEFORE, ["who"], DAY), "WHO is an organization, which has no dates and does no"),
    (lambda: close(BEFORE, ["page"], DAY), "Page on coordination is a source, which has no dates"),
    (lambda: close(BEFORE, ["nothing"], DAY), "nothing has the id 'nothing'"),
    (
        lambda: close(close(BEFORE, ["cash"], DAY), ["cash"], Day("2027")),
        "Cash Working Group ended before: its last day is 2025-12",
    ),
    (
        lambda: close(open_records(BEFORE, [Sector(id="a")], DAY), ["a"], DAY),
        "a begins 2026-01; it cannot have ended by 2025-12",
    ),
    (
        lambda: merge(close(BEFORE, ["cash"], DAY), ["cash"], "health", Day("2027")),
        "Cash Working Group ended before 2027: 2025-12",
    ),
    (
        lambda: close(ia.loads(LATER), ["protection"], Day("2025")),
        "later begins 2026; it cannot end before 2025",
    ),
    (lambda: end_plan(BEFORE, "cash", DAY), "cash is not the id of a plan"),
    (lambda: rename(BEFORE, "nothing", to="a"), "nothing has the id 'nothing'"),
    (lambda: rename(BEFORE, "cash", to="health"), "the id health is taken, by Health Cluster"),
    (lambda: rename(BEFORE, "hnrp", acronym="H"), "hnrp has no acronym: only groups and organiz"),
    (lambda: rename(MANDATED, "m", name="M"), "m has no name: it is known by its id alone"),
    (lambda: move(BEFORE, "protection", "gbv", DAY), "Protection Cluster would lie within itself"),
    (lambda: move(BEFORE, "cash", "iccg", DAY), "Cash Working Group lies in iccg already"),
    (
        lambda: hand_over(BEFORE, "cash", "nrc", DAY),
        "say whose seat in Cash Working Group passes (from): ACTED or OCHA",
    ),
    (
        lambda: hand_over(
            with_seats("health", "{lead: [who], chair: [who]}"), "health", "nrc", DAY
        ),
        "say which seat in Health Cluster passes (term): lead or chair",
    ),
    (
        lambda: hand_over(BEFORE, "health", "nrc", DAY, from_="moh"),
        "Ministry of Health has no seat in Health Cluster then",
    ),
    (
        lambda: hand_over(with_seats("health", "{member: [who]}"), "health", "nrc", DAY),
        "no one has a seat in Health Cluster then",
    ),
    (lambda: join(BEFORE, "health", "relief", DAY), "Local Relief is member of Health Cluster alr"),
    (lambda: leave(BEFORE, "irc", DAY), "irc has no seat here to leave"),
    (lambda: leave(BEFORE, "moh", DAY), "Ministry of Health has no seat, line, post or activity"),
    (lambda: leave(BEFORE, "nrc", DAY, body="health"), "NRC has no seat in Health Cluster then"),
    (
        lambda: vacate(BEFORE, "health", DAY, term="chair"),
        "no one has a seat as chair in Health Cluster then",
    ),
]


@pytest.mark.parametrize(("operation", "said"), REFUSED, ids=[said[:40] for _, said in REFUSED])
def test_what_cannot_be_is_refused_with_the_reason(
    operation: Callable[[], object], said: str
) -> None:
    with pytest.raises(ImpossibleChange) as caught:
        operation()
    assert str(caught.value).startswith(said)


def test_what_takes_over_does_not_lie_in_what_lay_in_it() -> None:
    text = RESPONSE.replace("forums:\n", "forums:\n  deep: {within: cp}\n", 1)
    after = merge(ia.loads(text), ["protection", "deep"], "b", DAY)
    assert after.find("b").within == after.find("protection").within  # type: ignore[union-attr]
    assert after.find("cp").within.to == "b"  # type: ignore[union-attr]

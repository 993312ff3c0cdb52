"""Who leads, and whether that list is closed: the numbered rules, and what always holds."""

from collections.abc import Callable, Iterator
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Leadership, Slot, Snapshot, Verdict, leadership_of, some
from interagency.document import loads
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Architecture,
    Certainty,
    Forum,
    Organization,
    Seat,
)

MET, GAP, OPEN = Verdict.MET, Verdict.GAP, Verdict.UNKNOWN


def leadership(seats: str, rest: str = "") -> Leadership:
    written = f"seats: {{{seats}}}" if seats else "note: nothing"
    document = f"interagency: 1\nforums: {{f: {{name: F, {rest} {written}}}}}"
    snapshot = Snapshot.of(loads(document))
    return leadership_of(snapshot, snapshot.bodies["f"])


@pytest.mark.parametrize(
    ("seats", "rest", "lead", "co_lead"),
    [
        # 1. There are two slots; other terms close none.
        (
            "chair: [unhcr], co-chair: [iom]",
            "",
            True,
            True,
        ),
        ("member: [unhcr, iom], secretariat: [ocha]", "", False, False),
        # 2. Not written is unknown; `unknown` leaves open; `vacant` is a seat; `none` closes.
        ("", "", False, False),
        ("lead: [unhcr, unknown], co-lead: [iom]", "", False, True),
        ("lead: vacant", "", True, False),
        ("lead: none", "", True, False),
        ("co-lead: none", "", False, True),
        ("lead: [unhcr], co-lead: none", "", True, True),
        # 3. Entries under lead close the lead slot, and leave the co-lead slot.
        ("lead: [unhcr]", "", True, False),
        ("lead: [unhcr], co-lead: [unknown]", "", True, False),
        # 3. Two or more holders of lead or chair are the partnership.
        ("lead: [unhcr, wfp]", "", True, True),
        ("chair: [unhcr], lead: [wfp]", "", True, True),
        ("chair: [{kind: ngo, count: 2}]", "", True, True),
        ("lead: [unhcr, vacant]", "", True, True),
        ("lead: [unhcr], chair: [unhcr]", "", True, False),
        ("lead: [unhcr, wfp], co-lead: [unknown]", "", True, False),
        ("lead: [unhcr, wfp, unknown]", "", False, False),
        # 5. A body of a kind that has one chair.
        ("chair: [unhcr]", "kind: [hct],", True, True),
        ("chair: [unhcr]", "kind: [area-hct],", True, True),
        ("chair: [ocha]", "kind: [inter-cluster],", True, True),
        ("chair: [unhcr]", "kind: [government-group],", True, True),
        ("member: [ocha]", "kind: [unct],", False, True),
        ("co-chair: [ocha]", "kind: [inter-cluster],", False, False),
        ("chair: [unhcr], co-chair: [unknown]", "kind: [hct],", True, False),
        ("chair: [unhcr]", "kind: [hct, unknown],", True, False),
        ("chair: [unhcr]", "kind: [hct, rcf],", True, False),
        ("chair: [unhcr]", "kind: [inter-sector],", True, False),
        # 4. Only co- terms: two or more are equal leads, exactly one has a partner.
        ("co-lead: [unhcr, iom]", "", True, True),
        ("co-lead: [unhcr], co-chair: [iom]", "", True, True),
        ("co-chair: [unhcr, iom, ocha]", "", True, True),
        ("co-lead: [{kind: ngo, count: 2}]", "", True, True),
        ("co-lead: [unhcr, vacant]", "", True, True),
        ("co-lead: [unhcr]", "", False, False),
        ("co-lead: [unhcr], co-chair: [unhcr]", "", False, False),
        ("co-lead: [{holder: unhcr, when: emergency}, unhcr, {kind: ngo}]", "", True, True),
        ("co-lead: vacant", "", False, False),
        ("co-lead: [unhcr, iom, unknown]", "", False, False),
        # 6. Both slots written, or `complete: [leads]`.
        ("lead: [unhcr], co-lead: [iom]", "", True, True),
        ("", "complete: [leads],", True, True),
        ("lead: [unhcr]", "complete: [leads],", True, True),
        ("co-lead: [unhcr]", "complete: [leads],", True, True),
        ("lead: [unhcr]", "complete: [members],", True, False),
        ("lead: [unknown]", "complete: [leads],", False, True),
        # 7. A disputed seat leaves its slot open.
        ("lead: [{holder: unhcr, certainty: disputed}], co-lead: [iom]", "", False, True),
        ("co-lead: [unhcr, iom, {holder: ocha, certainty: disputed}]", "", False, False),
        ("lead: [{holder: none, certainty: disputed}]", "complete: [leads],", False, True),
        ("lead: [{holder: unhcr, certainty: inferred}]", "", True, False),
    ],
)
def test_when_a_slot_is_closed(seats: str, rest: str, lead: bool, co_lead: bool) -> None:
    found = leadership(seats, rest)
    assert (found.lead.closed, found.co_lead.closed) == (lead, co_lead)
    assert found.closed is (lead and co_lead)


@pytest.mark.parametrize(
    ("same", "closed"),
    [
        ("[]", True),
        ("[{kind: same_as, from: b, to: unhcr}]", False),
        ("[{kind: same_as, from: unhcr, to: b, certainty: disputed}]", False),
        ("[{kind: same_as, from: b, to: unknown}]", False),
        ("[{kind: same_as, from: b, to: none}]", True),
        ("[{kind: same_as, from: b, to: nrc}]", True),
    ],
)
def test_two_co_leads_that_may_be_the_same_are_no_two_equals(same: str, closed: bool) -> None:
    links = "" if same == "[]" else f"links: {same}\n"
    document = (
        f"interagency: 1\norganizations: {{b: {{name: B}}}}\n{links}"
        "sectors: {s: {seats: {co-lead: [unhcr, b], member: [nrc]}}}"
    )
    snapshot = Snapshot.of(loads(document))
    assert leadership_of(snapshot, snapshot.bodies["s"]).closed is closed


def test_the_header_may_say_that_all_leads_are_written() -> None:
    snapshot = Snapshot.of(loads("interagency: 1\ncomplete: [leads]\nforums: {f: {name: F}}"))
    assert leadership_of(snapshot, snapshot.bodies["f"]).closed


def test_a_slot_tells_apart_who_holds_it_and_what_is_empty() -> None:
    seats = "lead: [unhcr, {kind: ngo, count: 3}, {holder: iom, certainty: disputed}, vacant]"
    found = leadership(f"{seats}, co-lead: [none], member: [ocha]")
    assert [seat.holder for seat in found.lead.held] == ["unhcr", None]
    assert [seat.holder for seat in found.lead.vacant] == [VACANT]
    assert [seat.holder for seat in found.lead.disputed] == ["iom"]
    assert found.lead.written
    assert found.co_lead == Slot(written=True, closed=True)
    assert found.held == found.lead.held


def test_a_term_that_nobody_knows_may_be_leadership() -> None:
    found = leadership("lead: [unhcr], co-lead: [iom], godparent: [ocha]")
    assert [seat.term for seat in found.unmapped] == ["godparent"]
    assert not found.closed
    assert found.answer(held_by("who")) is OPEN


def held_by(id: str) -> Callable[[Seat], Verdict]:
    return lambda seat: MET if seat.holder == id else GAP if seat.holder else OPEN


@pytest.mark.parametrize(
    ("seats", "answer"),
    [
        ("lead: [unhcr]", MET),
        ("co-lead: [unhcr, unknown]", MET),
        ("lead: [iom]", OPEN),
        ("lead: [iom], co-lead: [ocha]", GAP),
        ("lead: [iom], co-lead: [{kind: un-agency}]", OPEN),
        ("lead: [iom], co-lead: none", GAP),
        ("lead: [iom], co-lead: [{holder: unhcr, certainty: disputed}]", OPEN),
        ("member: [unhcr]", OPEN),
    ],
)
def test_whether_somebody_leads_is_met_gap_or_unknown(seats: str, answer: Verdict) -> None:
    assert leadership(seats).answer(held_by("unhcr")) is answer


IDS = ("a", "b", "c")
FORUMS = (Forum(id="f"), Forum(id="f", complete=("leads",)))
one_seat = st.builds(
    Seat,
    body=st.just("f"),
    term=st.sampled_from(("lead", "chair", "co-lead", "co-chair", "member", "odd term")),
    holder=st.sampled_from((*IDS, UNKNOWN, VACANT, NONE)),
    certainty=st.sampled_from((Certainty.STATED, Certainty.STATED, Certainty.DISPUTED)),
)


def none_alone(seats: list[Seat]) -> list[Seat]:
    """Return seats without a `none` beside others of its list."""
    taken = {seat.term for seat in seats if seat.holder != NONE}
    return [seat for seat in seats if seat.holder != NONE or seat.term not in taken]


seat_lists = st.lists(one_seat, max_size=5, unique_by=lambda seat: (seat.term, seat.holder)).map(
    none_alone
)


def answers(forum: Forum, seats: list[Seat]) -> list[Verdict]:
    organizations = tuple(Organization(id=id) for id in IDS)
    snapshot = Snapshot.of(
        Architecture(organizations=organizations, forums=(forum,), seats=tuple(seats))
    )
    found = leadership_of(snapshot, forum)
    return [found.answer(held_by(id)) for id in IDS]


def no_news(before: list[Verdict], after: list[Verdict]) -> bool:
    """Tell whether every answer is as it was, or unknown."""
    return all(new in (OPEN, old) for old, new in zip(before, after, strict=True))


def test_an_empty_document_gives_no_met_and_no_gap() -> None:
    assert answers(FORUMS[0], []) == [OPEN] * 3


@given(st.sampled_from(FORUMS), seat_lists, st.randoms(use_true_random=False))
def test_the_order_of_seats_does_not_matter(
    forum: Forum, seats: list[Seat], random: Random
) -> None:
    shuffled = list(seats)
    random.shuffle(shuffled)
    assert answers(forum, shuffled) == answers(forum, seats)


def with_less(seats: list[Seat]) -> Iterator[list[Seat]]:
    """Yield the lists in which one seat is less known."""
    for index, seat in enumerate(seats):
        rest = [*seats[:index], *seats[index + 1 :]]
        yield [*rest, attrs.evolve(seat, certainty=Certainty.DISPUTED)]
        if not any((each.term, each.holder) == (seat.term, UNKNOWN) for each in rest):
            yield [*rest, attrs.evolve(seat, holder=UNKNOWN, certainty=Certainty.STATED)]
        yield [*rest, attrs.evolve(seat, term="another odd term")]


@given(st.sampled_from(FORUMS), seat_lists)
def test_making_a_seat_unknown_gives_no_answer(forum: Forum, seats: list[Seat]) -> None:
    """Read the other way: making it known never turns met or gap into anything else."""
    before = answers(forum, seats)
    for less in with_less(seats):
        assert no_news(before, answers(forum, less))
    assert no_news(before, answers(FORUMS[0], seats))


@given(seat_lists)
def test_leaving_out_a_term_gives_no_answer(seats: list[Seat]) -> None:
    """Unless two are left under one term, which a file then says to be the partnership."""
    before = answers(FORUMS[0], seats)
    slots = (("lead", "chair"), ("co-lead", "co-chair"))
    for slot, other in (slots, slots[::-1]):
        less = [seat for seat in seats if seat.term not in slot]
        if sum(seat.term in other for seat in less) < 2:
            assert no_news(before, answers(FORUMS[0], less))


@given(st.sampled_from(FORUMS), seat_lists, one_seat)
def test_another_seat_takes_no_met_back(forum: Forum, seats: list[Seat], more: Seat) -> None:
    others = [
        seat
        for seat in seats
        if seat.term != more.term
        or (seat.holder != more.holder and NONE not in (seat.holder, more.holder))
    ]
    before, after = answers(forum, others), answers(forum, [*others, more])
    assert all(new is MET for old, new in zip(before, after, strict=True) if old is MET)


@given(seat_lists)
def test_the_answer_is_that_of_the_list(seats: list[Seat]) -> None:
    snapshot = Snapshot.of(
        Architecture(
            organizations=tuple(Organization(id=id) for id in IDS),
            forums=(FORUMS[0],),
            seats=tuple(seats),
        )
    )
    found = leadership_of(snapshot, FORUMS[0])
    for id in IDS:
        verdicts = (held_by(id)(seat) for seat in found.held)
        assert found.answer(held_by(id)) is some(verdicts, closed=found.closed)

"""Two changes of one architecture come together, and what both changed is a conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.change.three_way import three_way
from interagency.document import loads
from interagency.document.updates import alike
from interagency.model import Architecture, BrokenArchitecture
from interagency.testing.strategies import architectures

SENT = """
interagency: 2
title: Response
as_of: 2026-01
organizations:
  casa: {name: Casa Uno, kind: national-ngo}
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [unknown], member: [unicef, casa]}}
  education: {name: Education, seats: {lead: [unicef]}, reports_to: [health]}
plans: {rrp: {name: Plan}}
appeals: [{plan: rrp, organization: casa, amount: 5 USD}]
"""


def of(text: str) -> Architecture:
    return loads(text, format="yaml")


def changed(*pairs: tuple[str, str]) -> Architecture:
    text = SENT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return of(text)


def merged(document: Architecture, returned: Architecture) -> tuple[Architecture, list[str]]:
    found = three_way(of(SENT), document, returned)
    return found.architecture, list(map(str, found.conflicts))


@given(architectures(), architectures())
def test_where_one_side_changed_nothing_the_other_has_its_way(
    one: Architecture, other: Architecture
) -> None:
    for sides in ((one, one, other), (one, other, one), (one, other, other)):
        found = three_way(*sides)
        assert found.conflicts == ()
        assert alike(found.architecture, other)


@given(st.data())
def test_changes_of_different_things_come_together(data: st.DataObject) -> None:
    own, back = (
        data.draw(st.sampled_from([("title: Response", "title: New"), ("name: Plan", "name: P")])),
        data.draw(st.sampled_from([("[unknown]", "[who]"), ("5 USD", "6 USD")])),
    )
    found, conflicts = merged(changed(own), changed(back))
    assert conflicts == []
    assert alike(found, changed(own, back))


def test_members_that_each_side_adds_are_members() -> None:
    own, back = ("[unicef, casa]", "[unicef, casa, who]"), ("[unicef, casa]", "[unicef, nrc]")
    found, conflicts = merged(changed(own), changed(back))
    assert conflicts == []
    members = {each.holder for each in found.seats if each.term == "member"}
    assert members == {"unicef", "who", "nrc"}


def test_a_field_that_both_changed_alike_is_no_conflict() -> None:
    both = ("name: Health", "name: Public Health")
    found, conflicts = merged(changed(both), changed(both, ("5 USD", "6 USD")))
    assert conflicts == []
    assert alike(found, changed(both, ("5 USD", "6 USD")))


@pytest.mark.parametrize(
    ("own", "back", "conflict"),
    [
        (
            ("title: Response", "title: A"),
            ("title: Response", "title: B"),
            "title of the document: Response was sent, A is recorded now, B came back",
        ),
        (
            ("name: Health", "name: A"),
            ("name: Health", "name: B"),
            "name of health: Health was sent, A is recorded now, B came back",
        ),
        (
            ("covers: [HEA], ", ""),
            ("covers: [HEA]", "covers: [HEA, NUT]"),
            "covers of health: HEA was sent, nothing is recorded now, HEA, NUT came back",
        ),
        (
            ("lead: [unknown]", "lead: [who]"),
            ("lead: [unknown]", "lead: [unicef]"),
            "health lead: seat health/lead/unknown was sent, seat health/lead/who is recorded "
            "now, seat health/lead/unicef came back",
        ),
        (
            ("appeals: [{plan: rrp, organization: casa, amount: 5 USD}]\n", ""),
            ("5 USD", "6 USD"),
            "appeal rrp/casa: appeal rrp/casa was sent, nothing is recorded now, "
            "appeal rrp/casa came back",
        ),
        (
            ("5 USD", "6 USD"),
            ("appeals: [{plan: rrp, organization: casa, amount: 5 USD}]\n", ""),
            "appeal rrp/casa: appeal rrp/casa was sent, appeal rrp/casa is recorded now, "
            "nothing came back",
        ),
    ],
)
def test_what_both_changed_in_different_ways_is_a_conflict_and_stays(
    own: tuple[str, str], back: tuple[str, str], conflict: str
) -> None:
    found, conflicts = merged(changed(own), changed(back))
    assert conflicts == [conflict]
    assert alike(found, changed(own))


def test_a_seat_of_something_that_is_gone_is_refused() -> None:
    lines = SENT.splitlines(keepends=True)
    own = of("".join(line for line in lines if "education" not in line))
    back = changed(("lead: [unicef]", "lead: [nrc]"))
    with pytest.raises(BrokenArchitecture, match="education"):
        three_way(of(SENT), own, back)


def test_what_one_side_took_out_is_gone_unless_the_other_changed_it() -> None:
    gone = ("appeals: [{plan: rrp, organization: casa, amount: 5 USD}]\n", "")
    for sides in ((changed(gone), of(SENT)), (of(SENT), changed(gone))):
        found, conflicts = merged(*sides)
        assert (found.appeals, conflicts) == ((), [])


def test_an_organization_is_lent_for_what_came_back_and_not_for_what_is_gone() -> None:
    found, _ = merged(of(SENT), changed(("[unicef, casa]", "[casa]"), ("[unicef]", "[nrc]")))
    assert [each.id for each in found.organizations] == ["casa", "nrc"]

"""Seats, appeals and presence side by side: yes, no, or nobody wrote it down."""

import random

import pytest
from attrs import evolve
from hypothesis import given

from interagency.checking import Snapshot, Verdict
from interagency.document import loads
from interagency.indicators.reconciliation import Part, reconcile
from interagency.model import Architecture
from interagency.testing.strategies import architectures

DOCUMENT = """
interagency: 1
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who], member: [nrc, {kind: ngo}]}}
  education: {name: Education, covers: [EDU], seats: {lead: [unicef]}}
posts:
  officer: {title: Officer, organization: iom}
plans:
  rrp: {kind: RRP}
appeals:
- {plan: rrp, organization: nrc, covers: [HEA, EDU]}
presence:
- {organization: nrc, covers: [HEA], area: ROU}
- {organization: iom, covers: [HEA]}
"""


def parts(text: str) -> dict[tuple[str, str], Part]:
    """Return what is said of each organization and sector in a document."""
    found = reconcile(Snapshot.of(loads(text)))
    return {(part.organization, part.code): part for part in found}


def verdicts(part: Part) -> tuple[Verdict, Verdict, Verdict]:
    return part.sits, part.appeals, part.is_active


def test_what_is_written_is_put_side_by_side() -> None:
    """One row for each organization and sector in which it has any part."""
    found = parts(DOCUMENT)
    assert list(found) == [
        ("iom", "HEA"),
        ("nrc", "EDU"),
        ("nrc", "HEA"),
        ("unicef", "EDU"),
        ("who", "HEA"),
    ]
    nrc = found["nrc", "HEA"]
    assert (nrc.seats, nrc.plans, nrc.areas) == (("health",), ("rrp",), ("ROU",))
    assert verdicts(nrc) == (Verdict.MET,) * 3
    assert found["iom", "HEA"].areas == ("unknown",)


def test_what_is_not_written_is_unknown() -> None:
    assert verdicts(parts(DOCUMENT)["nrc", "EDU"]) == (
        Verdict.UNKNOWN,
        Verdict.MET,
        Verdict.UNKNOWN,
    )


def test_it_is_a_gap_where_lists_are_whole() -> None:
    """`complete` closes seats, appeals and presence, each on its own."""
    whole = DOCUMENT.replace("interagency: 1", "interagency: 1\ncomplete: [appeals, presence]")
    assert verdicts(parts(whole)["unicef", "EDU"]) == (Verdict.MET, Verdict.GAP, Verdict.GAP)
    groups = DOCUMENT.replace(
        "interagency: 1", "interagency: 1\ncomplete: [groups, leads, members]"
    ).replace(", {kind: ngo}", "")
    assert parts(groups)["nrc", "EDU"].sits is Verdict.GAP


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{lead: [unicef]}", "{lead: [unicef], member: [{kind: ngo}]}"),
        ("{lead: [unicef]}", "{lead: [unicef, unknown]}"),
        ("{lead: [unicef]}", "{lead: [{holder: unicef, certainty: disputed}]}"),
        ("covers: [EDU], seats", "covers: [EDU, unknown], seats"),
    ],
)
def test_one_unclear_seat_or_group_leaves_it_open(old: str, new: str) -> None:
    text = "interagency: 1\ncomplete: [groups, leads, members]"
    known = DOCUMENT.replace("interagency: 1", text).replace(", {kind: ngo}", "")
    assert parts(known.replace(old, new))["nrc", "EDU"].sits is Verdict.UNKNOWN


def test_activity_without_a_sector_may_be_in_any() -> None:
    whole = DOCUMENT.replace("interagency: 1", "interagency: 1\ncomplete: [presence]")
    open_ = whole + "- {organization: unicef, area: ROU}\n"
    assert parts(whole)["unicef", "EDU"].is_active is Verdict.GAP
    assert parts(open_)["unicef", "EDU"].is_active is Verdict.UNKNOWN


def test_organizations_that_are_the_same_are_one() -> None:
    """Beside one that may be the same, nothing is certainly missing."""
    whole = DOCUMENT.replace("interagency: 1", "interagency: 1\ncomplete: [appeals, presence]")
    line = "links: [{{kind: same_as, from: unicef, to: iom{}}}]\n"
    joined, doubtful = whole + line.format(""), whole + line.format(", certainty: disputed")
    assert ("unicef", "EDU") not in parts(joined)
    assert parts(joined)["iom", "EDU"].seats == parts(whole)["unicef", "EDU"].seats
    assert parts(whole)["unicef", "EDU"].appeals is Verdict.GAP
    assert parts(doubtful)["unicef", "EDU"].appeals is Verdict.UNKNOWN


@given(architectures())
def test_the_order_of_facts_does_not_matter(architecture: Architecture) -> None:
    shuffled = random.Random(1).sample(architecture.appeals, len(architecture.appeals))
    other = evolve(architecture, appeals=tuple(shuffled), seats=architecture.seats[::-1])
    assert reconcile(Snapshot.of(other)) == reconcile(Snapshot.of(architecture))

"""Whether a holder is who somebody thinks: certain only if the registry or the kind says so."""

import pytest

from interagency.checking import Verdict
from interagency.model import Organization
from interagency.snapshot.holders import Holder, holder_of, is_one_of, of_kind
from tests.indicators.documents import snapshot

ORGANIZATIONS = """
organizations:
  office: {name: UNHCR Romania, parent: unhcr}
  same: {name: HCR, acronym: unhcr}
  by-name: {name: United Nations High Commissioner for Refugees}
  agency: {name: An agency, kind: un-agency}
  multilateral: {name: Another, kind: multilateral}
  charity: {name: A charity, kind: ngo}
  vague: {name: Something, kind: other}
  invented: {name: Something, kind: thing}
  untold: {name: Something}
sectors: {a: {name: A, seats: {member: [unhcr, iom]}}}
"""


@pytest.mark.parametrize(
    ("id", "verdict"),
    [
        ("unhcr", Verdict.MET),
        ("office", Verdict.MET),
        ("same", Verdict.MET),
        ("by-name", Verdict.MET),
        ("iom", Verdict.GAP),
        ("charity", Verdict.GAP),
        ("agency", Verdict.UNKNOWN),
        ("multilateral", Verdict.UNKNOWN),
        ("vague", Verdict.UNKNOWN),
        ("invented", Verdict.UNKNOWN),
        ("untold", Verdict.UNKNOWN),
    ],
)
def test_an_organization_is_unhcr_or_certainly_is_not_or_may_be(id: str, verdict: Verdict) -> None:
    day = snapshot(ORGANIZATIONS)
    found = day.now.entities[id]
    assert isinstance(found, Organization)
    assert is_one_of(day, Holder(found, found.kind), ("unhcr",)) is verdict


@pytest.mark.parametrize(
    ("kind", "ids", "verdict"),
    [
        ("government", ("unhcr", "nrc"), Verdict.GAP),
        ("ngo", ("unhcr", "nrc"), Verdict.UNKNOWN),
        ("government", ("unhcr", "nobody-knows"), Verdict.UNKNOWN),
        (None, ("unhcr",), Verdict.UNKNOWN),
    ],
)
def test_a_holder_of_whom_only_the_kind_is_known(
    kind: str | None, ids: tuple[str, ...], verdict: Verdict
) -> None:
    assert is_one_of(snapshot(ORGANIZATIONS), Holder(kind=kind), ids) is verdict


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("local-ngo", Verdict.MET),
        ("ngo", Verdict.UNKNOWN),
        ("un-agency", Verdict.GAP),
        ("other", Verdict.UNKNOWN),
        ("thing", Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_broader_kind_may_be_the_one_that_is_asked_for(
    kind: str | None, verdict: Verdict
) -> None:
    assert of_kind(snapshot(""), kind, ("local-ngo", "national-ngo")) is verdict


@pytest.mark.parametrize(
    ("seat", "holder"),
    [
        ("vacant", None),
        ("unknown", Holder()),
        ("{kind: ngo, tags: [local]}", Holder(None, "ngo", ("local",))),
        ("{holder: who, certainty: disputed}", Holder()),
        ("doubtful", Holder()),
        ("group", Holder()),
        ("whose", Holder()),
    ],
)
def test_nothing_is_certain_of_a_holder_whom_nobody_named(seat: str, holder: Holder | None) -> None:
    day = snapshot(
        f"""
organizations: {{doubtful: {{name: D, certainty: disputed}}}}
sectors: {{a: {{name: A, seats: {{member: [{seat}]}}}}, group: {{name: G}}}}
posts: {{whose: {{title: P, organization: unknown}}}}
"""
    )
    assert [holder_of(day, each) for each in day.seats("a")] == [holder]


def test_a_kind_that_is_said_to_be_unknown_is_no_kind() -> None:
    day = snapshot(
        """
organizations: {o: {name: O, kind: unknown, tags: [local]}}
sectors: {a: {name: A, seats: {member: [post]}}}
posts: {post: {title: P, organization: o}}
"""
    )
    (seat,) = day.seats("a")
    found = holder_of(day, seat)
    assert found is not None
    assert (found.organization and found.organization.id, found.kind) == ("o", None)
    assert found.tags == ("local",)


@pytest.mark.parametrize(
    ("post", "kind"),
    [
        ("designations: [humanitarian-coordinator]", "un-agency"),
        ("designations: [resident-coordinator]", "un-agency"),
        ("designations: [humanitarian-coordinator], certainty: disputed", None),
        ("designations: [cluster-coordinator]", None),
        ("designations: [humanitarian-coordinator], organization: charity", "ngo"),
        ("note: nothing", None),
    ],
)
def test_a_humanitarian_coordinator_is_of_the_united_nations(post: str, kind: str | None) -> None:
    """So no one is asked whether a Humanitarian Coordinator is a local actor."""
    day = snapshot(
        "organizations: {charity: {name: C, kind: ngo}}\n"
        f"posts: {{hc: {{title: HC, {post}}}}}\nforums: {{f: {{seats: {{chair: [hc]}}}}}}"
    )
    (seat,) = day.seats("f")
    found = holder_of(day, seat)
    assert found is not None
    assert found.kind == kind

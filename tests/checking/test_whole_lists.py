"""Which lists keep a rule from looking."""

import pytest
from hypothesis import given

from interagency.checking import Snapshot, run_rule
from interagency.checking.run import open_lists
from interagency.document import loads
from interagency.model import Architecture
from interagency.rules import interagency_rules
from interagency.testing.strategies import architectures

NEEDED = ("groups", "leads", "members")


@pytest.mark.parametrize(
    ("document", "left"),
    [
        ("", NEEDED),
        ("complete: [groups, leads, members]", ()),
        ("complete: [groups]", ("leads", "members")),
        ("complete: [leads]", ("groups", "members")),
        ("sectors: {a: {complete: [leads, members]}}", ("groups",)),
        # both of one body, or in the header
        ("sectors: {a: {complete: [leads]}, b: {complete: [members]}}", NEEDED),
        ("complete: [leads]\nsectors: {a: {}, b: {complete: [members]}}", ("groups",)),
        # a lead with a co-lead are all there are
        ("sectors: {a: {complete: [members], seats: {lead: [who], co-lead: none}}}", ("groups",)),
        ("sectors: {a: {complete: [members], seats: {lead: [who]}}}", NEEDED),
    ],
)
def test_a_list_is_open_until_somebody_says_that_it_is_whole(
    document: str, left: tuple[str, ...]
) -> None:
    snapshot = Snapshot.of(loads(f"interagency: 1\n{document}"))
    assert open_lists(snapshot, NEEDED) == left
    assert open_lists(snapshot, ()) == ()


@given(architectures())
def test_a_rule_that_could_not_look_says_nothing(architecture: Architecture) -> None:
    """Else `could not look` would be untrue, and hide what was found."""
    snapshot = Snapshot.of(architecture)
    results = [run_rule(rule, snapshot) for rule in interagency_rules() if rule.needs]
    blind = [each for each in results if each.open_lists]
    assert [each.rule for each in blind if each.findings or each.questions] == []

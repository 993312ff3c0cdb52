"""A list is whole only where somebody says so."""

import pytest

from interagency.checking import Snapshot
from interagency.conformance.select import is_closed
from interagency.document import loads
from tests.conformance.packs import selector_of

NONE_CLOSED = "forums: {f: {}}"
TREE = """\
forums:
  top: {kind: platform%s}
  under: {kind: platform, within: top}
"""


@pytest.mark.parametrize(
    ("document", "selector", "closed"),
    [
        (NONE_CLOSED, "{is: sector}", False),
        ("complete: [groups]", "{is: sector}", True),
        ("complete: [groups]", "{}", True),
        ("complete: [groups]", "{is: post}", False),
        ("complete: [posts]", "{is: post}", True),
        ("complete: [plans]", "{is: plan, kind: RRP}", True),
        ("complete: [posts]", "{is: [post, plan]}", False),
        ("complete: [posts, plans]", "{is: [post, plan]}", True),
        ("complete: [groups, platforms, leads, members, posts, plans]", "{is: product}", False),
        ("complete: [groups, platforms, leads, members, posts, plans]", "{is: appeal}", False),
        ("complete: [products]", "{is: product, kind: ccpm}", True),
        ("complete: [products]", "{is: [product, mandate]}", False),
        ("complete: [mandates]", "{is: mandate}", True),
        ("complete: [organizations]", "{is: organization}", True),
        ("complete: [organizations, mandates, products]", "{is: office}", False),
        # platforms, in the header and by the platforms themselves
        ("complete: [platforms]", "{is: forum, kind: platform}", True),
        ("complete: [platforms]", "{is: forum, kind: rcf}", False),
        ("complete: [platforms]", "{is: plan, kind: platform}", False),
        (TREE % ", complete: [platforms]", "{is: forum, kind: platform}", True),
        (TREE % ", complete: [groups]", "{is: forum, kind: platform}", False),
        (TREE % ", complete: [platforms]", "{is: forum, kind: [platform, rcf]}", False),
        (TREE % ", complete: [platforms]" + "  o: {kind: platform}", "{kind: platform}", False),
        (TREE % ", complete: [platforms]" + "  o: {name: O}", "{kind: platform}", False),
        (TREE % ", complete: [platforms]" + "  o: {kind: hct}", "{kind: platform}", True),
        ("forums: {f: {kind: rcf, complete: [platforms]}}", "{kind: platform}", False),
        # the groups of one body, for what lies within it
        ("forums: {f: {complete: [groups]}}", "{is: sector, within: f}", True),
        ("forums: {f: {complete: [groups]}}", "{is: sector, within: self}", True),
        ("forums: {f: {complete: [groups]}}", "{is: sector}", False),
        ("forums: {f: {complete: [groups]}, g: {}}", "{within: [f, g]}", False),
        ("forums: {f: {complete: [groups]}}", "{within: nobody}", False),
    ],
)
def test_a_list_is_closed_only_where_it_is_said(document: str, selector: str, closed: bool) -> None:
    snapshot = Snapshot.of(loads(f"interagency: 1\n{document}"))
    assert is_closed(snapshot, selector_of(selector), "f") is closed

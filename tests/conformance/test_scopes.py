"""Two bodies with one scope: found where all of it is written, open where a part of it is not."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.conformance import scopes
from tests.conformance.packs import outcome_of, result_of

ONCE = "expect: {scope_once: {over: {is: sector}}}"
HEAD = (
    "level: national\nareas: [ETH]\ncomplete: [groups]\nforums: {f: {kind: rcf}, g: {kind: hct}}\n"
)
FULL = "covers: [HEA], populations: [refugees]"


def two(one: str, other: str) -> str:
    return f"{HEAD}sectors:\n  a: {{{one}}}\n  b: {{{other}}}\n"


IN_F, IN_G = f"within: f, {FULL}", f"within: g, {FULL}"


@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        (two(IN_F, IN_G), "gap"),
        (two(IN_F, "within: g, covers: [HEA], populations: [idps]"), "met"),
        (two(IN_F, "within: g, covers: [WSH], populations: [refugees]"), "met"),
        (two(IN_F, f"{IN_G}, areas: [KEN]"), "met"),
        (two(IN_F, f"{IN_G}, areas: [ETH/Gambella]"), "gap"),
        (two(IN_F, f"{IN_G}, level: sub-national"), "met"),
        # one lies in the other, or is the same under another name
        (two(IN_F, f"within: a, {FULL}"), "met"),
        (two(IN_F, f"{IN_G}, same_as: [a]"), "met"),
        # beneficiaries of temporary protection are refugees
        (
            two(
                IN_F, "within: g, covers: [HEA], populations: [temporary-protection-beneficiaries]"
            ),
            "gap",
        ),
        # what is not written may be anything
        (two(IN_F, "within: g, covers: [HEA]"), "unknown"),
        (two(IN_F, "within: g, covers: [HEA], populations: [idps, unknown]"), "unknown"),
        (two(IN_F, "within: g, populations: [refugees]"), "unknown"),
        (two(IN_F, FULL), "unknown"),
        (two(IN_F, f"{IN_G}, certainty: disputed"), "unknown"),
        (two(f"{IN_F}, level: unknown", IN_G), "unknown"),
        # a name tells a sector, and no gap rests on it
        (two(IN_F, "name: Health Working Group, within: g, populations: [refugees]"), "unknown"),
        (two(IN_F, "name: Education Working Group, within: g, populations: [refugees]"), "met"),
        (HEAD, "met"),
        (HEAD.replace("groups", "leads"), "unknown"),
        (two(IN_F, IN_G).replace("groups", "leads"), "gap"),
    ],
)
def test_one_scope_has_one_body(document: str, outcome: str) -> None:
    assert outcome_of(document, ONCE) == outcome


def test_a_gap_names_both_and_an_open_scope_asks_for_what_is_missing() -> None:
    assert result_of(two(IN_F, IN_G), ONCE).missed_by == ("a", "b")
    asked = result_of(two(IN_F, "within: g, covers: [HEA]"), ONCE).questions
    assert [(each.subject, each.about) for each in asked] == [("", "populations")]


def test_of_too_many_bodies_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scopes, "_MOST_PAIRS", 1)
    third = two(IN_F, f"{IN_G}, areas: [KEN]") + f"  c: {{within: g, {FULL}, areas: [UGA]}}\n"
    assert outcome_of(third, ONCE) == "unknown"


SCOPE: dict[str, tuple[str, ...]] = {
    "within": ("f", "g"),
    "covers": ("[HEA]", "[WSH]"),
    "populations": ("[refugees]", "[idps]"),
    "areas": ("[ETH]", "[KEN]"),
}


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in SCOPE.items()}),
        min_size=2,
        max_size=3,
    ),
    st.data(),
)
def test_to_know_more_of_a_scope_never_changes_what_was_decided(
    known: list[dict[str, str]], data: st.DataObject
) -> None:
    drawn: list[dict[str, Any]] = [
        {key: each.get(key) or data.draw(st.sampled_from(values)) for key, values in SCOPE.items()}
        for each in known
    ]
    before, after = (_document(HEAD.replace("areas: [ETH]\n", ""), each) for each in (known, drawn))
    decided = outcome_of(after, ONCE)
    overlap = any(
        all(one[key] == other[key] for key in ("covers", "populations", "areas"))
        for one, other in combinations(drawn, 2)
    )
    assert decided == ("gap" if overlap else "met")
    assert outcome_of(before, ONCE) in ("unknown", decided)


def _document(head: str, bodies: list[dict[str, Any]]) -> str:
    written = (", ".join(f"{key}: {value}" for key, value in each.items()) for each in bodies)
    lines = (f"  s{number}: {{{each or 'name: S'}}}\n" for number, each in enumerate(written))
    return f"{head}sectors:\n{''.join(lines)}"

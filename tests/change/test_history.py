"""What became of a group, over mergers and hands."""

import pytest

import interagency as ia
from interagency.change.history import history, history_lines, lineage
from interagency.model import UnknownId
from interagency.snapshot import NotABody
from tests.change.resets import RESPONSE, changed

MERGED = changed(
    "decision: d\nadd: {decisions: {d: {name: Simplification, day: 2025-12-10, by: [hct]}}}\n"
    "changes:\n- merge: {groups: [shelter, cccm], into: both}\n"
    "- {merge: {groups: [both], into: {sectors: {camps: {name: Camps}}}}, day: 2027}\n"
    "- {hand-over: {group: camps, from: unhcr, to: nrc}, day: 2028}\n",
    RESPONSE.replace(
        "shelter: {name: Shelter Cluster,", "shelter: {name: Shelter Cluster, since: 2014,"
    ),
)


def told(architecture: ia.Architecture, id: str) -> list[tuple[str, str]]:
    return [*history_lines(history(architecture, id))]


def test_a_history_follows_what_took_over_from_what() -> None:
    assert lineage(MERGED, "camps") == ("cccm", "shelter", "both", "camps")
    assert lineage(MERGED, "shelter") == ("shelter", "both", "camps")
    both = "Shelter Cluster and CCCM Cluster"
    assert told(MERGED, "camps") == [
        ("2014", "Shelter Cluster opened"),
        ("2014", "lead of Shelter Cluster: UNHCR"),
        ("10 December 2025", "decided: Simplification, by Humanitarian Country Team"),
        ("31 December 2025", "CCCM Cluster closed"),
        ("31 December 2025", "IOM no longer lead of CCCM Cluster"),
        ("31 December 2025", "Shelter Cluster closed"),
        ("31 December 2025", "UNHCR no longer lead of Shelter Cluster"),
        ("1 January 2026", f"{both} took over from Shelter Cluster and CCCM Cluster"),
        ("1 January 2026", f"lead of {both}: UNHCR"),
        ("1 January 2026", f"lead of {both}: IOM"),
        ("2026", f"{both} closed"),
        ("2026", f"UNHCR no longer lead of {both}"),
        ("2026", f"IOM no longer lead of {both}"),
        ("2027", f"Camps took over from {both}"),
        ("2027", "lead of Camps: UNHCR"),
        ("2027", "lead of Camps: IOM"),
        ("2027", "UNHCR no longer lead of Camps"),
        ("2028", "lead of Camps: NRC"),
    ]


def test_what_has_no_day_stands_first_and_says_so() -> None:
    architecture = ia.loads(
        "interagency: 2\nforums: {f: {name: F, seats: {chair: vacant, co-chair: [{kind: ngo}, {}], "
        "member: [nrc]}}}\ndecisions: {d: {name: D, changes: [f]}, e: {}}\n"
    )
    assert told(architecture, "f") == [
        ("no date", "chair of F: vacant (since when is not recorded)"),
        ("no date", "co-chair of F: ngo (since when is not recorded)"),
        ("no date", "co-chair of F: unnamed (since when is not recorded)"),
        ("no date", "decided: D"),
    ]


def test_lineage_in_a_ring_ends() -> None:
    text = "interagency: 2\nforums: {a: {succeeds: [b]}, b: {succeeds: [a]}}\n"
    assert lineage(ia.loads(text), "a") == ("b", "a", "b")


def test_only_groups_have_a_history() -> None:
    with pytest.raises(UnknownId):
        history(MERGED, "nothing")
    with pytest.raises(NotABody):
        history(MERGED, "hnrp")
    succeeded = ia.loads(
        "interagency: 2\norganizations: {o: {}}\nforums: {f: {since: 2020, succeeds: [o]}}\n"
    )
    assert told(succeeded, "f") == [("2020", "f took over from o")]

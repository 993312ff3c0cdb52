"""Three versions to one: by key, then by field; what clashes is not decided."""

from typing import Any

import pytest
from hypothesis import given

from interagency.change import merge_versions
from interagency.change.versions import Conflict, Side, merge_plain
from interagency.document import InvalidDocument, loads
from interagency.document.edits import plain_value
from interagency.model import Architecture
from interagency.testing.strategies import architectures

BASE = """
interagency: 2
title: Response
sources: {minutes: {title: Minutes}, mail: {title: Mail of May}}
default_sources: [minutes]
organizations: {moh: {name: Ministry of Health}}
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who], member: [unicef, nrc]}}
  wash: {name: WASH, seats: {lead: [unicef]}, reports_to: [health]}
links: [{kind: supports, from: [health], to: [wash]}]
"""


def value(*changes: tuple[str, str]) -> dict[str, Any]:
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found: dict[str, Any] = plain_value(text, "yaml")
    return found


def merged(ours: tuple[str, str], theirs: tuple[str, str]) -> dict[str, Any]:
    """Return the merged value of two changes that do not clash, in both directions the same."""
    found = merge_plain(value(), value(ours), value(theirs))
    other = merge_plain(value(), value(theirs), value(ours))
    assert found.conflicts == other.conflicts == ()
    assert loads(str_of(found.value)) is not None
    return found.value


def str_of(found: dict[str, Any]) -> str:
    import json

    return json.dumps(found)


@given(architectures(), architectures())
def test_what_one_side_did_not_change_is_what_the_other_made_of_it(
    base: Architecture, other: Architecture
) -> None:
    assert merge_versions(base, base, other) == (other, ())
    assert merge_versions(base, other, base) == (other, ())
    assert merge_versions(base, other, other) == (other, ())


@given(architectures(), architectures(), architectures())
def test_a_merge_gives_an_architecture_or_conflicts_and_never_both(
    base: Architecture, ours: Architecture, theirs: Architecture
) -> None:
    try:
        found, conflicts = merge_versions(base, ours, theirs)
    except InvalidDocument:
        return  # one side refers to what the other took out
    assert (found is None) == bool(conflicts)


def test_different_fields_of_one_entry_are_merged() -> None:
    found = merged(("name: Health,", "name: Health Cluster,"), ("[HEA]", "[HEA, NUT]"))
    assert found == value(("name: Health,", "name: Health Cluster,"), ("[HEA]", "[HEA, NUT]"))


def test_members_who_join_on_both_sides_are_merged() -> None:
    found = merged(("nrc]", "nrc, drc]"), ("[unicef, nrc]", "[irc, {holder: unicef}]"))
    assert found["sectors"]["health"]["seats"]["member"] == ["irc", "unicef", "drc"]


def test_the_same_member_in_two_forms_is_one() -> None:
    found = merged(("nrc]", "{holder: nrc, since: 2024}]"), ("nrc]", "{holder: nrc, note: x}]"))
    assert found["sectors"]["health"]["seats"]["member"] == [
        "unicef",
        {"holder": "nrc", "since": 2024, "note": "x"},
    ]


def test_entries_that_come_and_go_are_merged() -> None:
    found = merged(
        ("  wash:", "  food: {name: Food}\n  wash:"),
        ("moh: {name: Ministry of Health}", "moh: {name: Ministry of Health}, x: {name: X}"),
    )
    assert [*found["sectors"]] == ["health", "food", "wash"]
    assert [*found["organizations"]] == ["moh", "x"]
    found = merged(("links: [{kind: supports, from: [health], to: [wash]}]", ""), ("WASH", "Water"))
    assert "links" not in found
    assert found["sectors"]["wash"]["name"] == "Water"


def test_what_one_side_says_of_an_entry_follows_the_new_id_of_the_other() -> None:
    renamed = BASE.replace("  health:", "  hea:").replace("[health]", "[hea]")
    changed = value(("[HEA]", "[HEA, NUT]"), ("to: [wash]", "to: [wash], note: x"))
    for sides in ((plain_value(renamed, "yaml"), changed), (changed, plain_value(renamed, "yaml"))):
        found = merge_plain(value(), *sides)
        assert found.conflicts == ()
        assert found.value["sectors"]["hea"]["covers"] == ["HEA", "NUT"]
        assert found.value["links"][0] == {
            "kind": "supports",
            "from": ["hea"],
            "to": ["wash"],
            "note": "x",
        }


def conflict(ours: tuple[str, str], theirs: tuple[str, str]) -> Conflict:
    (found,) = merge_plain(value(), value(ours), value(theirs)).conflicts
    return found


def test_two_names_for_one_entry_are_a_conflict_with_both_sources_and_certainties() -> None:
    mail = "name: Health Group, certainty: inferred, sources: [mail],"
    found = conflict(("name: Health,", "name: Health Cluster,"), ("name: Health,", mail))
    assert found == Conflict(
        path=("sectors", "health", "name"),
        name="Health Cluster",
        base="Health",
        ours=Side(value="Health Cluster", certainty="stated", sources=("Minutes",)),
        theirs=Side(value="Health Group", certainty="inferred", sources=("Mail of May",)),
    )
    assert found.place == "sectors.health.name"


@pytest.mark.parametrize(
    ("ours", "theirs", "place", "said"),
    [
        (
            ("title: Response", "title: A"),
            ("title: Response", "title: B"),
            "title",
            ("A", "B"),
        ),
        (
            ("  wash: {name: WASH, seats: {lead: [unicef]}, reports_to: [health]}\n", ""),
            ("name: WASH", "name: Water"),
            "sectors.wash",
            (None, {"name": "Water", "seats": {"lead": ["unicef"]}, "reports_to": ["health"]}),
        ),
        (
            ("lead: [who]", "lead: vacant"),
            ("lead: [who]", "lead: [moh]"),
            "sectors.health.seats.lead",
            (["vacant"], ["moh"]),
        ),
        (
            ("nrc]", "{holder: nrc, since: 2024}]"),
            ("nrc]", "{holder: nrc, since: 2023}]"),
            "sectors.health.seats.member[1].since",
            (2024, 2023),
        ),
        (
            ("moh: {name: Ministry of Health}", "moh: {name: A}"),
            ("moh: {name: Ministry of Health}", "moh: {name: B}"),
            "organizations.moh.name",
            ("A", "B"),
        ),
    ],
)
def test_what_clashes_is_told_and_not_decided(
    ours: tuple[str, str], theirs: tuple[str, str], place: str, said: tuple[Any, Any]
) -> None:
    found = conflict(ours, theirs)
    assert (found.place, found.ours.value, found.theirs.value) == (place, *said)


def test_entries_without_names_are_the_same_if_they_say_the_same() -> None:
    base: dict[str, Any] = {
        "interagency": 2,
        "sectors": {"a": {"covers": ["HEA"]}, "b": {}, "c": {"name": "C"}},
    }
    ours = {"interagency": 2, "sectors": {"x": {"covers": ["HEA"]}, "b": {}, "c": {"name": "C"}}}
    theirs = {"interagency": 2, "sectors": {**base["sectors"], "a": {"covers": ["HEA", "NUT"]}}}
    found = merge_plain(base, ours, theirs)
    assert (found.value["sectors"]["x"], found.conflicts) == ({"covers": ["HEA", "NUT"]}, ())


def test_two_entries_of_one_name_are_not_taken_for_one() -> None:
    base = {"interagency": 2, "sectors": {"a": {"name": "Same"}}}
    ours = {"interagency": 2, "sectors": {"x": {"name": "Same"}, "y": {"name": "Same"}}}
    theirs = {"interagency": 2, "sectors": {"a": {"name": "Same", "note": "x"}}}
    assert [each.place for each in merge_plain(base, ours, theirs).conflicts] == ["sectors.a"]


def test_items_that_nothing_tells_apart_are_kept_by_number() -> None:
    base = value(("lead: [who]", "lead: [{kind: ngo}, {kind: ngo}]"))
    ours = value(("lead: [who]", "lead: [{kind: ngo}, {kind: ngo}, {kind: ngo}]"))
    theirs = value(("lead: [who]", "lead: [{kind: ngo}, {kind: ngo}, irc]"))
    found = merge_plain(base, ours, theirs).value["sectors"]["health"]["seats"]["lead"]
    assert found == [{"kind": "ngo"}, {"kind": "ngo"}, "irc", {"kind": "ngo"}]


def test_the_side_that_changed_is_the_result() -> None:
    base, other = loads(BASE), loads(BASE.replace("Response", "Other"))
    assert merge_versions(base, base, other) == (other, ())
    assert merge_versions(base, other, base) == (other, ())
    found, conflicts = merge_versions(base, other, loads(BASE.replace("name: WASH", "name: Water")))
    assert found is not None
    assert (found.title, found.sectors[1].name, conflicts) == ("Other", "Water", ())


def test_architectures_that_clash_give_the_conflicts() -> None:
    one, other = BASE.replace("title: R", "title: A"), BASE.replace("title: R", "title: B")
    found, conflicts = merge_versions(loads(BASE), loads(one), loads(other))
    assert (found, [each.place for each in conflicts]) == (None, ["title"])


def test_what_one_side_refers_to_and_the_other_took_out_is_a_problem() -> None:
    ours = BASE.replace("organizations: {moh: {name: Ministry of Health}}\n", "")
    theirs = BASE.replace("lead: [who]", "lead: [moh]")
    with pytest.raises(InvalidDocument, match="nothing has the id 'moh'"):
        merge_versions(loads(BASE), loads(ours), loads(theirs))

"""Another id for an entry, in a file of waivers."""

import pytest

from interagency.checking.waiver_renames import waiver_edits


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a", "b"),
        ("a-c", "a-c"),
        ("seat a/lead/a", "seat b/lead/b"),
        ("seat c/a/d", "seat c/a/d"),
        ("link a reports_to a", "link b reports_to b"),
        ("appeal rrp/a", "appeal rrp/b"),
        ("presence a in ROU", "presence b in ROU"),
        ("something a", "something a"),
    ],
)
def test_ids_change_at_the_ends_of_what_evidence_names(text: str, after: str) -> None:
    value = {"waivers": [{"rule": "a", "subject": "x", "evidence": [text]}]}
    found = [each.value for each in waiver_edits(value, "a", "b")]
    assert found == ([after] if after != text else [])


def test_what_is_not_a_text_stays() -> None:
    value = {"waivers": [{"rule": "a", "subject": 1, "related": [2]}]}
    assert waiver_edits(value, "1", "b") == []

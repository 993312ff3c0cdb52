"""What is wanted of a holder: who it is, of what kind, with which tags and designations."""

import pytest

from tests.conformance.seats import seat


@pytest.mark.parametrize(
    ("holder", "by", "outcome"),
    [
        # ids: of organizations, of posts, of those behind posts
        ("a", "a", "met"),
        ("a", "[b, a]", "met"),
        ("a", "b", "gap"),
        ("rc", "a", "met"),
        ("rc", "rc", "met"),
        ("rc", "plain", "gap"),
        ("{holder: a, post: rc}", "rc", "met"),
        ("plain", "a", "met"),
        ("mystery", "a", "unknown"),
        ("mystery", "mystery", "met"),
        ("other", "a", "gap"),
        ("{kind: un-agency}", "a", "unknown"),
        ("{kind: multilateral}", "a", "unknown"),
        ("{kind: donor}", "a", "gap"),
        ("{kind: donor}", "unhcr", "gap"),
        ("{kind: un-agency}", "unhcr", "unknown"),
        ("{kind: ngo}", "who-knows", "unknown"),
        ("{kind: ngo}", "nobody-knows", "unknown"),
        ("{tags: [local]}", "a", "unknown"),
        # kinds: narrower is enough, broader may be
        ("a", "{kind: un-agency}", "met"),
        ("b", "{kind: ngo}", "met"),
        ("n", "{kind: national-ngo}", "unknown"),
        ("n", "{kind: [government, ngo]}", "met"),
        ("g", "{kind: government}", "met"),
        ("a", "{kind: government}", "gap"),
        ("who-knows", "{kind: government}", "unknown"),
        ("argued", "{kind: government}", "unknown"),
        ("rc", "{kind: un-agency}", "met"),
        ("mystery", "{kind: un-agency}", "unknown"),
        ("other", "{kind: un-agency}", "gap"),
        ("{kind: local-government}", "{kind: government}", "met"),
        ("{kind: government}", "{kind: local-government}", "unknown"),
        ("{kind: ngo}", "{kind: government}", "gap"),
        ("{tags: [local]}", "{kind: government}", "unknown"),
        # tags are never whole
        ("b", "{tags: local}", "met"),
        ("b", "{tags: refugee-led}", "unknown"),
        ("{tags: [local]}", "{tags: [refugee-led, local]}", "met"),
        ("{tags: [local]}", "{tags: refugee-led}", "unknown"),
        ("dark", "{tags: local}", "unknown"),
        ("neither", "{tags: local}", "gap"),
        ("denied", "{tags: local}", "unknown"),
        # designations
        ("rc", "{designations: resident-coordinator}", "met"),
        ("rc", "{designations: humanitarian-coordinator}", "gap"),
        ("plain", "{designations: resident-coordinator}", "gap"),
        ("mystery", "{designations: resident-coordinator}", "unknown"),
        ("contested", "{designations: resident-coordinator}", "unknown"),
        ("contested", "{designations: humanitarian-coordinator}", "unknown"),
        ("a", "{designations: resident-coordinator}", "unknown"),
        ("{holder: a, post: rc}", "{designations: resident-coordinator}", "met"),
        ("{holder: a, post: unknown}", "{designations: resident-coordinator}", "unknown"),
        # all of them at once
        ("b", "{kind: ngo, tags: local}", "met"),
        ("a", "{kind: ngo, tags: local}", "gap"),
        ("b", "{kind: ngo, tags: women-led}", "unknown"),
        ("b", "{}", "met"),
    ],
)
def test_who_holds_a_seat(holder: str, by: str, outcome: str) -> None:
    assert seat(f"{{lead: [{holder}], co-lead: none}}", f"{{role: leads, by: {by}}}") == outcome

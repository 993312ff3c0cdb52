"""Role mailboxes are kept, and what belongs to a person is left."""

import pytest

from interagency.importers.table.people import is_personal, mailbox_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("health.cluster@example.org", "health.cluster@example.org"),
        ("WASHcluster.mda@example.org", "WASHcluster.mda@example.org"),
        ("Write to coordination@example.org or jane@example.org", "coordination@example.org"),
        ("jane.doe@example.org", None),
        ("https://example.org/health", "https://example.org/health"),
        ("Jane Doe, +1 555 0100", None),
        ("", None),
    ],
)
def test_a_mailbox_of_a_function_is_found(text: str, found: str | None) -> None:
    assert mailbox_in(text) == found


def test_what_is_left_is_counted() -> None:
    assert is_personal("jane.doe@example.org")
    assert is_personal("health.cluster@example.org, Jane Doe")
    assert not is_personal("health.cluster@example.org")
    assert not is_personal(" ")

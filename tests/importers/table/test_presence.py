"""Presence that rows add up to."""

from interagency.importers.table.presence import PresenceBook
from interagency.model import Day, Presence


def test_the_first_report_counts_and_the_last_is_no_end() -> None:
    book = PresenceBook()
    key = (0, "HEA", "PER/Lima")
    assert book.add(key, Day("2023-03"), ("table",))
    assert not book.add(key, Day("2023-01"), ())
    assert not book.add(key, Day("2023-05"), ())
    assert book.records(["casa-uno"]) == (
        Presence(
            organization="casa-uno",
            covers=("HEA",),
            area="PER/Lima",
            since=Day("2023-01"),
            sources=("table",),
        ),
    )


def test_records_are_in_the_order_of_organizations_sectors_and_areas() -> None:
    book = PresenceBook()
    for key in ((1, None, None), (0, "WSH", None), (0, "HEA", "PER"), (0, "HEA", None)):
        book.add(key, None, ())
    found = [(each.organization, each.covers, each.area) for each in book.records(["a", "b"])]
    assert found == [
        ("a", ("HEA",), None),
        ("a", ("HEA",), "PER"),
        ("a", ("WSH",), None),
        ("b", (), None),
    ]

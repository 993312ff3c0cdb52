"""Columns come from the model, with types that do not depend on what is written."""

from datetime import date
from typing import Any

from interagency.frames.columns import ColumnType, columns_of
from interagency.model import Body, Day, Money, Organization, Plan, Seat, Source, Within


def value(record: Any, name: str) -> Any:
    cls: type = type(record)
    return next(each.of(record) for each in columns_of(cls) if each.name == name)


def types(cls: type) -> dict[str, ColumnType]:
    return {each.name: each.type for each in columns_of(cls)}


def test_each_field_has_a_column_of_its_type() -> None:
    found = types(Seat)
    assert found["holder"] is ColumnType.TEXT
    assert found["tags"] is ColumnType.TEXTS
    assert found["count"] is ColumnType.WHOLE
    assert found["last_resort"] is ColumnType.TRUTH
    assert found["accountable"] is ColumnType.TEXT
    assert found["since"] is ColumnType.DATE
    assert types(Plan)["requirement"] is ColumnType.NUMBER
    assert types(Body)["within_sources"] is ColumnType.TEXTS
    assert types(Body)["identifiers"] is ColumnType.TEXTS


def test_every_column_says_what_it_means() -> None:
    for cls in (Body, Organization, Plan, Seat, Source):
        assert all(each.doc.endswith((".", ")")) for each in columns_of(cls))


def test_a_date_counts_from_its_first_day_and_an_end_to_its_last() -> None:
    seat = Seat(body="b", term="lead", since=Day("2025"), until=Day("2025-02"))
    assert (value(seat, "since"), value(seat, "since_written")) == (date(2025, 1, 1), "2025")
    assert (value(seat, "until"), value(seat, "until_written")) == (date(2025, 2, 28), "2025-02")
    assert value(Seat(body="b", term="lead"), "since") is None


def test_an_amount_is_a_number_beside_its_currency() -> None:
    plan = Plan(id="p", requirement=Money.parse("1500.50 EUR"))
    assert value(plan, "requirement") == 1500.5
    assert value(plan, "requirement_currency") == "EUR"


def test_a_truth_beside_words_is_a_word() -> None:
    assert value(Seat(body="b", term="lead", accountable=True), "accountable") == "yes"
    assert value(Seat(body="b", term="lead", accountable=False), "accountable") == "no"
    assert value(Seat(body="b", term="lead", accountable="jointly"), "accountable") == "jointly"
    assert value(Seat(body="b", term="lead", last_resort=True), "last_resort") is True


def test_where_a_body_lies_stands_in_its_row() -> None:
    body = Body(id="b", within=Within(to="rcf", sources=("minutes",)))
    assert value(body, "within") == "rcf"
    assert value(body, "within_certainty") == "stated"
    assert value(body, "within_sources") == ["minutes"]

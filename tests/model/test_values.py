"""Whether a value fits the field it stands in."""

from decimal import Decimal
from typing import Any

import pytest

from interagency.model import (
    Architecture,
    Day,
    Figure,
    Forum,
    Level,
    Office,
    Organization,
    Product,
    Seat,
)
from interagency.model.fields import fields_of
from interagency.model.values import Flaw, Known, flaws_in

IDS = {
    "organization": frozenset({"gov-rou"}),
    "body": frozenset({"rcf"}),
    "post": frozenset({"iaco"}),
    "office": frozenset({"bureau"}),
    "plan": frozenset({"rrp"}),
    "source": frozenset({"letter"}),
}


def flaws(cls: type, name: str, value: Any) -> tuple[Flaw, ...]:
    shape = next(each for each in fields_of(cls) if each.name == name)
    return flaws_in(shape, value, IDS)


@pytest.mark.parametrize(
    ("cls", "name", "value"),
    [
        (Forum, "id", "rcf"),
        (Forum, "name", None),
        (Forum, "name", "unknown"),
        (Forum, "names", (("fr", "Forum"), ("ar", "منتدى"))),
        (Forum, "kind", ("unknown", "rcf")),
        (Forum, "level", Level.SITE),
        (Forum, "areas", ("COL/La Guajira", "unknown")),
        (Forum, "stands_for", "several"),
        (Forum, "since", Day("2022")),
        (Seat, "holder", "gov-rou"),
        (Seat, "holder", "iaco"),
        (Seat, "holder", "vacant"),
        (Seat, "count", 3),
        (Seat, "accountable", False),
        (Product, "by", ("none",)),
        (Product, "by", ("gov-rou", "unknown")),
    ],
)
def test_a_value_that_fits_has_no_flaw(cls: type, name: str, value: Any) -> None:
    """Reserved words count only where the field allows them."""
    assert flaws(cls, name, value) == ()


@pytest.mark.parametrize(
    ("cls", "name", "value", "message"),
    [
        (Forum, "id", None, "is missing"),
        (Forum, "id", "RCF", "'RCF' is not an id: lowercase letters"),
        (Forum, "name", " ", "' ' is not a text: text that is neither blank"),
        (Forum, "level", "national", "must be Level, not str"),
        (Forum, "covers", "PRO", "must be a tuple, not str"),
        (Forum, "names", "fr", "must be a tuple, not str"),
        (Organization, "kind", "two words", "'two words' is not a code"),
        (Organization, "country", "Romania", "'Romania' is not a country"),
        (Seat, "count", True, "must be int, not bool"),
        (Seat, "count", 0, "must be at least 1"),
        (Seat, "accountable", 1, "must be bool, not int"),
        (Seat, "since", "2022", "must be Day, not str"),
        (Seat, "body", "gov-rou", "'gov-rou' is an organization; a body is expected here"),
        (Seat, "holder", "bureau", "'bureau' is an office; an organization or post or body is"),
        (Seat, "holder", "x", "nothing has the id 'x'; an organization or post or body is"),
        (Seat, "body", "unknown", "nothing has the id 'unknown'; a body is expected here"),
        (Office, "organization", "gov-ru", "expected here; did you mean gov-rou?"),
        (Seat, "holder", "vacnt", "expected here; did you mean vacant?"),
    ],
)
def test_a_flaw_says_what_is_wrong_and_what_to_do(
    cls: type, name: str, value: Any, message: str
) -> None:
    """The message quotes the value, and names what stands there rightly."""
    (flaw,) = flaws(cls, name, value)
    assert message in flaw.message
    assert flaw.index is None


def test_each_value_of_a_list_is_judged() -> None:
    """Flaws of a list carry the place in it, and all of them are found at once."""
    found = flaws(Forum, "areas", ("ROU", "rou", 5, "ROU"))
    assert [each.index for each in found] == [1, 2, 3]
    assert "'rou' is not an area" in found[0].message
    assert found[1:] == (Flaw("must be str, not int", 2), Flaw("'ROU' is written twice", 3))


def test_none_stands_alone() -> None:
    """`none` means that there are no others."""
    (flaw,) = flaws(Product, "by", ("none", "gov-rou"))
    assert flaw == Flaw("'none' means that there are no others; it stands alone")


def test_both_parts_of_a_table_are_texts_and_no_key_comes_twice() -> None:
    """A file could not hold a blank text, or one key twice."""
    found = flaws(Architecture, "roles", (("chair", ""), (5, "lead"), ("chair", "lead")))
    assert [each.message.partition(" is ")[0] for each in found] == ["''", "5", "'chair'"]
    assert found[2] == Flaw("'chair' is written twice")


def test_a_figure_is_named_and_named_once() -> None:
    """A file holds figures in a table, by what they count."""
    figures = (Figure("a", Decimal(1)), Figure("a", Decimal(2)), Figure(" ", Decimal(1)))
    found = flaws(Forum, "figures", figures)
    assert [each.index for each in found] == [1, 2]
    assert found[0].message == "'a' is written twice"
    assert "' ' is not text that is neither blank" in found[1].message


def test_a_wrong_value_that_comes_again_is_said_again() -> None:
    """Each place in a list is to be repaired."""
    found = flaws(Forum, "areas", ("rou", "rou"))
    assert [each.index for each in found] == [0, 1]
    assert found[0].message == found[1].message


def test_a_long_value_is_not_quoted_whole() -> None:
    """A text of a megabyte must not come back in a message."""
    (flaw,) = flaws(Organization, "country", "R" * 10**6)
    assert flaw.message.startswith("'RRR")
    assert "RRR...' is not a country" in flaw.message
    assert len(flaw.message) < 200


def test_similar_ids_are_looked_for_until_enough_time_is_spent() -> None:
    """The first of many unknown ids show what went wrong."""
    known = Known({**IDS, "body": frozenset({"hct", "rcf"})})
    shape = next(each for each in fields_of(Seat) if each.name == "body")
    found = [flaws_in(shape, "rfc", known)[0].message for _ in range(100)]
    assert found[0].endswith("did you mean rcf?")
    assert found[-1].endswith("expected here")


@pytest.mark.parametrize(("name", "value"), [("covers", ("none",)), ("kind", ("vacant",))])
def test_a_reserved_word_is_no_code(name: str, value: Any) -> None:
    """A word stands only where the field allows it."""
    assert flaws(Forum, name, value) != ()

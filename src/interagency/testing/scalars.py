"""Strategies for texts, ids, codes, dates and amounts, the awkward ones among them."""

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count, islice

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interagency.model import Day, Due, Figure, Money
from interagency.model.grammar import RESERVED
from interagency.vocabularies import shipped

_PLAIN = ("Health", "Protection Working Group", "Inter-Agency Coordination Group", "x")
# What a program may take for something else: for a number, a date, a boolean, a null, a sign.
_LOOKALIKES = (
    *("NO", "no", "y", "true", "False", "null", "~", "unknown", "none", "vacant"),
    *("0801", "1.50", "1e3", "0o17", "0x1F", "1_000", "-.5", "+1", ".inf", ".nan", "12:30:45"),
    *("2022", "2022-03-20", "2022-03-20T10:00:00Z", "=", "<<", "-", "---", "...", "|", ">"),
    *("a: b", "a:", ": ", "a #b", "# a", "- a", "? a", "[a", "{a}", "a, b", "&a", "*a", "!a"),
    *("%a", "@a", "`a`", "'a'", '"a"', "it's", 'say "a"', "\\", "\\n", "a\\", "${a}", "[bold]a"),
)
_UNUSUAL = (
    *("Protección", "e\u0301", "é", "Українa", "保護", "🏕️", "\U0010ffff", "\ufeffa", "a\ufffe"),
    *("الحماية", "\u202eabc\u202c", "a الحماية b", "\u200ba", "a\xa0b", "a\xad"),
    *(" a", "a ", "  a  ", "\ta", "a\tb", "a\n", "\na", "a\nb", "a\n\n b\n", "a\r\nb", "a\rb"),
    *(
        "a\x07",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "a\x0cb",
        "a\x1cb",
        "a\x00b",
        "\x1b[31ma",
        "a\x7f",
    ),
    *("long " * 60 + "text", "l" * 300),
)
_EDGES = "ab01 \"'#:-\n\té保ش\u2028\x07"
_VISIBLE = "ab01-#:\"'é保ش"
_COUNTRIES = ("ROU", "COL", "BGD", "UKR", "NOR", "ZZZ")
_CODES = ("PRO-CPN", "x/y", "a.b_c", "NO", "null", "true", "0801", "1e3", "0o17", "1.50", "2022-03")
# Some are those of well-known organizations, which a file may describe in its own words.
_IDS = (
    *("unhcr", "iom", "ocha", "no", "y", "true", "null", "0801", "0o17", "1e3", "1.50", "2022-03"),
    *("2022-03-20", "a-b", "a.b", "a/b", "a_b", "links", "organizations", "seats", "id"),
)
_CURRENCIES = ("USD", "EUR", "RON", "NOK")


@cache
def texts() -> SearchStrategy[str]:
    """Draw a text that is neither blank nor broken Unicode, quite often an awkward one."""
    edge = st.text(_EDGES, max_size=3)
    built = st.tuples(edge, st.sampled_from(_VISIBLE), edge).map("".join)
    return st.sampled_from(_PLAIN) | st.sampled_from(_LOOKALIKES + _UNUSUAL) | built


@cache
def ids() -> SearchStrategy[str]:
    """Draw an id; those of well-known organizations are among them."""
    return st.sampled_from(id_pool(0))


@cache
def id_pool(least: int) -> tuple[str, ...]:
    """Return different ids, the simplest first, and more than `least`."""
    return (*"abcdefgh", *_IDS, *islice(map("a{}".format, count()), max(least, 8)))


@cache
def codes(vocabulary: str, words: tuple[str, ...] = ()) -> SearchStrategy[str]:
    """Draw a code of a shipped vocabulary, one that is in none, or a word that may stand there."""
    lists = shipped()
    listed = [term.code for term in lists[vocabulary]] if vocabulary in lists else []
    known = [*(code for code in listed if code not in RESERVED), *words]
    return st.sampled_from(known) | st.sampled_from(_CODES) if known else st.sampled_from(_CODES)


@cache
def terms() -> SearchStrategy[str]:
    """Draw what a seat is called: a term that is known, or any text."""
    return codes("role-terms") | texts()


@cache
def standings() -> SearchStrategy[str]:
    """Draw what a term means: a standing that is known, or any text."""
    return st.sampled_from(("lead", "co-lead", "leads", "supports", "participates")) | texts()


@cache
def countries() -> SearchStrategy[str]:
    """Draw something that looks like an ISO 3166-1 alpha-3 code."""
    return st.sampled_from(_COUNTRIES)


@cache
def areas() -> SearchStrategy[str]:
    """Draw a path that begins with a country."""
    stripped = {text.replace("/", "").strip() for text in (*_PLAIN, *_LOOKALIKES, *_UNUSUAL)}
    parts = st.sampled_from(("RO245", "La Guajira", *sorted(stripped)))
    path = st.tuples(countries(), st.lists(parts, min_size=1, max_size=2))
    return countries() | path.map(lambda drawn: "/".join((drawn[0], *drawn[1])))


@cache
def days(
    first: date = date(2020, 1, 1),
    last: date = date(2025, 12, 31),
) -> SearchStrategy[Day]:
    """Draw a date as a source writes it: a year, a month or a day.

    Args:
        first: The first day that may be drawn; of partial dates, the span contains such a day.
        last: The last such day.
    """
    written = st.tuples(st.dates(first, last), st.sampled_from((4, 7, 10)))
    return written.map(lambda drawn: Day(drawn[0].isoformat()[: drawn[1]]))


@cache
def dues() -> SearchStrategy[Due]:
    """Draw a day on which something is due, or a rule for such days."""
    rules = (
        *("every day", "every Thursday", "every other Friday from 2022-03-18"),
        *("day 5 of every month", "last day of every month", "first Monday of every month"),
        *("last Friday of every month", "29 February of every year"),
    )
    return st.sampled_from(rules).map(Due) | days().map(lambda day: Due(day.text))


@cache
def _amounts() -> SearchStrategy[Decimal]:
    small = st.tuples(st.integers(0, 10**4), st.sampled_from((0, 0, 1, 2)))
    large = st.tuples(st.integers(0, 10**18 - 1), st.integers(0, 6))
    return (small | large).map(lambda drawn: Decimal(drawn[0]).scaleb(-drawn[1]))


@cache
def money() -> SearchStrategy[Money]:
    """Draw an amount of money, also one below zero."""
    signed = _amounts() | _amounts().filter(bool).map(Decimal.copy_negate)
    return st.builds(Money, signed, st.sampled_from(_CURRENCIES))


@cache
def figures() -> SearchStrategy[Figure]:
    """Draw a stated figure, exact or bounded."""
    names = st.sampled_from(("appealing-organizations", "refugees")) | texts()
    return st.builds(Figure, names, _amounts(), st.sampled_from(("", ">", ">=", "<", "<=", "~")))

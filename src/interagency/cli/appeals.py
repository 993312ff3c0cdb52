"""What the appeals of each plan add up to, as lines: organizations once, countries, sectors."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from interagency.checking import Snapshot, name_of
from interagency.checking.counting import counted
from interagency.cli.numbers import money_text, number_text
from interagency.indicators import Requirements, whole_requirements
from interagency.indicators.appeals import NO_COUNTRY
from interagency.model import UNKNOWN, Plan

_INDENT: Final = "    "
_ONE_OF: Final = {"countries": "country", "sectors": "sector"}


def appeals_lines(snapshot: Snapshot) -> Iterator[str]:
    """Yield what is asked for in each plan that is no part of another, its chapters included."""
    plans = {plan.id: plan for plan in snapshot.now.plans}
    for id, found in whole_requirements(snapshot).items():
        yield _heading(snapshot, plans[id], found)
        yield from (f"{_INDENT}{line}" for line in _details(snapshot, found))


def _heading(snapshot: Snapshot, plan: Plan, found: Requirements) -> str:
    who = counted(found.organizations, "organization")
    parts = [f"{name_of(snapshot, plan.id)}: {counted(found.appeals, 'appeal')} of {who}"]
    if found.total is not None:
        total = number_text(found.total)
        parts.append(f"{total} {found.currency} in all{_beside(plan, found)}")
    elif found.unknown < found.appeals:
        parts.append("no sum of several currencies")
    if found.unknown:
        parts.append(f"{found.unknown} without a certain amount")
    return ", ".join(parts)


def _beside(plan: Plan, found: Requirements) -> str:
    """Return what the plan states itself, where that is another amount or the same."""
    stated = plan.requirement
    if stated is None:
        return ""
    same = (stated.amount, stated.currency) == (found.total, found.currency)
    return ", as the plan states" if same else f" ({money_text(stated)} is stated)"


def _details(snapshot: Snapshot, found: Requirements) -> Iterator[str]:
    countries = found.organizations_by_country
    name = partial(_meaning, snapshot)
    if len(countries) > 1:
        order = sorted(countries, key=lambda each: (-found.by_country.get(each, 0), each))
        counts = [
            (each, number_text(countries[each]), _sum(found.by_country, each)) for each in order
        ]
        names = [name("countries", each) for each in order]
        yield from _table(("country", "organizations", found.currency or ""), counts, names)
        yield from _twice_counted(found)
    if len(found.by_sector) > 1:
        order = sorted(found.by_sector, key=lambda each: (-found.by_sector[each], each))
        sums = [(each, _sum(found.by_sector, each)) for each in order]
        names = [name("sectors", each) for each in order]
        yield from _table(("sector", found.currency or ""), sums, names)
    if len(countries) > 1 or len(found.by_sector) > 1:
        yield _legend(found)


def _legend(found: Requirements) -> str:
    """Return what the columns hold, those that are there."""
    parts = []
    if len(found.organizations_by_country) > 1:
        parts.append("organizations: how many different ones appeal for the country")
    if found.currency is not None:
        parts.append(f"{found.currency}: what is asked for")
    return "; ".join([*parts, "?: no certain amount"])


def _meaning(snapshot: Snapshot, vocabulary: str, codes: str) -> str:
    """Return what a code of a row means, or each of those that one appeal joins."""
    if codes == NO_COUNTRY:
        return f"appeals that name no {_ONE_OF[vocabulary]}"
    names = {term.code: term.name for term in snapshot.vocabularies[vocabulary]}
    names[UNKNOWN] = "not known which"
    return " and ".join(names.get(code, f"{code} (in no list)") for code in codes.split("+"))


def _twice_counted(found: Requirements) -> Iterator[str]:
    """Yield why the organizations of the countries do not add up, where they do not."""
    several = found.counted_per_country
    if several > found.organizations:
        yield (
            f"counted in each country they are {number_text(several)}: one that appeals in several "
            f"countries counts in each, and is one of the {number_text(found.organizations)}"
        )


def _sum(sums: Mapping[str, Decimal], key: str) -> str:
    return number_text(sums[key]) if key in sums else "?"


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], names: Sequence[str]
) -> Iterator[str]:
    """Yield rows with words to the left, numbers to the right, and what each is at the end."""
    whole = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*whole, strict=True)]
    for (first, *rest), name in zip(whole, ("", *names), strict=True):
        cells = map(str.rjust, rest, widths[1:])
        yield "  ".join([first.ljust(widths[0]), *cells, name]).rstrip()

"""What the appeals of each plan add up to, as lines: organizations once, countries, sectors."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from interagency.checking import Snapshot, name_of
from interagency.checking.counting import counted
from interagency.indicators import Requirements, whole_requirements
from interagency.model import Plan

_INDENT: Final = "    "


def appeals_lines(snapshot: Snapshot) -> Iterator[str]:
    """Yield what is asked for in each plan that is no part of another, its chapters included."""
    plans = {plan.id: plan for plan in snapshot.now.plans}
    for id, found in whole_requirements(snapshot).items():
        yield _heading(snapshot, plans[id], found)
        yield from (f"{_INDENT}{line}" for line in _details(found))


def _heading(snapshot: Snapshot, plan: Plan, found: Requirements) -> str:
    who = counted(found.organizations, "organization")
    parts = [f"{name_of(snapshot, plan.id)}: {counted(found.appeals, 'appeal')} of {who}"]
    if found.total is not None:
        parts.append(f"{found.total:f} {found.currency} in all{_beside(plan, found)}")
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
    return ", as the plan states" if same else f" ({stated} is stated)"


def _details(found: Requirements) -> Iterator[str]:
    countries = found.organizations_by_country
    if len(countries) > 1:
        order = sorted(countries, key=lambda each: (-found.by_country.get(each, 0), each))
        counts = [(each, str(countries[each]), _sum(found.by_country, each)) for each in order]
        yield from _table(("country", "organizations", found.currency or ""), counts)
        yield from _twice_counted(found)
    if len(found.by_sector) > 1:
        order = sorted(found.by_sector, key=lambda each: (-found.by_sector[each], each))
        sums = [(each, _sum(found.by_sector, each)) for each in order]
        yield from _table(("sector", found.currency or ""), sums)


def _twice_counted(found: Requirements) -> Iterator[str]:
    """Yield why the organizations of the countries do not add up, where they do not."""
    several = found.counted_per_country
    if several > found.organizations:
        yield (
            f"counted in each country they are {several}: one that appeals in several countries "
            f"counts in each, and is one of the {found.organizations}"
        )


def _sum(sums: Mapping[str, Decimal], key: str) -> str:
    return f"{sums[key]:f}" if key in sums else "?"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows with words to the left and numbers to the right."""
    whole = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*whole, strict=True)]
    for first, *rest in whole:
        cells = map(str.rjust, rest, widths[1:])
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()

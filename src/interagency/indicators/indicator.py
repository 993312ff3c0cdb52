"""One indicator: what was counted, out of how many, how many are unknown, and what others have."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, final

from attrs import field, frozen

from interagency.checking import Citation
from interagency.snapshot import Verdict

Interval = tuple[Decimal | None, Decimal | None]

NOTHING_KNOWN: Final[Interval] = (None, None)


@final
class Unit(StrEnum):
    """What a value is: a percentage, a mean number, or an index from 0 to 1."""

    PERCENT = "percent"
    NUMBER = "number"
    INDEX = "index"


@final
@frozen
class Benchmark:
    """A published value to compare with; its denominator is that of its source, not ours.

    Attributes:
        value: The value, in the unit of the indicator.
        year: The year it describes.
        source: Where it was published.
    """

    value: Decimal = field(converter=Decimal)
    year: int
    source: Citation


@final
@frozen(kw_only=True)
class Indicator:
    """A number that describes a coordination structure.

    Attributes:
        name: A readable slug.
        title: What it says, for people.
        unit: What the value is.
        numerator: How many count, among those of which the answer is certain either way.
        denominator: Of how many the answer is certain either way.
        unknown: How many are left out, because nobody wrote down what would decide.
        value: Numerator by denominator; None if less than half is certain: the few that are known
            are mostly those that somebody looked for.
        interval: The lowest and the highest value that the unknown ones leave possible, over all
            that is written; None at an end that has no limit.
        benchmark: A published value, if there is one.
    """

    name: str
    title: str
    unit: Unit
    numerator: int
    denominator: int
    unknown: int
    value: Decimal | None
    interval: Interval
    benchmark: Benchmark | None = None


def rounded(number: Decimal, places: str) -> Decimal:
    """Return a number as publications round it: half up."""
    return number.quantize(Decimal(places), ROUND_HALF_UP)


def percent(part: int, whole: int) -> Decimal | None:
    """Return a percentage with one decimal place; None of nothing."""
    return rounded(Decimal(100 * part) / whole, "0.1") if whole else None


def is_telling(known: int, everything: int) -> bool:
    """Return whether so much is known that a share of it says something of the whole: half."""
    return 0 < everything <= 2 * known


@final
@frozen
class Answer:
    """Whether one thing counts, and whether both answers could have been certain.

    That somebody sits in a group can be certain of an open list, that nobody does only of a
    closed one. A share of what is certain would therefore come out too high: unless everything is
    certain, it is taken over what is `decidable`, and the rest moves the limits only.
    """

    verdict: Verdict
    decidable: bool = True
    # A number rather than that many answers: a document may say that a seat stands for millions.
    weight: int = 1


def share(
    name: str, title: str, answers: Iterable[Answer], benchmark: Benchmark | None = None
) -> Indicator:
    """Return the percentage of things that count."""
    given = list(answers)
    certain = [each for each in given if each.verdict is not Verdict.UNKNOWN]
    if len(certain) < len(given):
        certain = [each for each in certain if each.decidable]
    whole = _sum(certain)
    part = _sum(each for each in certain if each.verdict is Verdict.MET)
    everything = _sum(given)
    surely = _sum(each for each in given if each.verdict is Verdict.MET)
    possibly = _sum(each for each in given if each.verdict is not Verdict.GAP)
    return Indicator(
        name=name,
        title=title,
        unit=Unit.PERCENT,
        numerator=part,
        denominator=whole,
        unknown=everything - whole,
        value=percent(part, whole) if is_telling(whole, everything) else None,
        interval=(percent(surely, everything), percent(possibly, everything)),
        benchmark=benchmark,
    )


def _sum(answers: Iterable[Answer]) -> int:
    return sum(each.weight for each in answers)


_SITE = "https://humanitarianaction.info/article/"
_PULSE = "OCHA, The Pulse of Humanitarian Coordination 2023"
_HCT = Citation(
    f"{_PULSE}, national level, humanitarian country teams",
    f"{_SITE}national-level-humanitarian-country-teams-hcts",
)
_ICCG = Citation(
    f"{_PULSE}, national level, inter-cluster coordination groups",
    f"{_SITE}national-level-inter-cluster-coordination-groups-iccgs",
)
_REPORT = Citation(
    f"{_PULSE}, overview of IASC structures at country level",
    "https://reliefweb.int/report/world/"
    "pulse-humanitarian-coordination-2023-overview-iasc-structures-country-level-december-2024",
)
_CLUSTERS = Citation(
    f"{_PULSE}, cluster coordination, national level",
    f"{_SITE}cluster-coordination-national-level",
)
_DOUBLE = Citation(
    f"{_PULSE}, cluster coordination, national level (85 % with any capacity, less 71 % dedicated)",
    f"{_SITE}cluster-coordination-national-level",
    verified=False,
)
_SUB_NATIONAL = Citation(
    f"{_PULSE}, cluster coordination, sub-national level",
    f"{_SITE}cluster-coordination-subnational-level",
)

BENCHMARKS: Final = {
    "hct-size": Benchmark("35", 2023, _HCT),
    "hct-un-seats": Benchmark("41", 2023, _HCT),
    "hct-international-ngo-seats": Benchmark("24", 2023, _HCT),
    "hct-national-ngo-seats": Benchmark("10", 2023, _HCT),
    "hct-donor-seats": Benchmark("14", 2023, _HCT),
    "hct-with-local-actor": Benchmark("93", 2023, _HCT),
    "inter-sector-with-local-actor": Benchmark("75", 2023, _ICCG),
    "inter-sector-with-national-ngo": Benchmark("46", 2023, _ICCG),
    "inter-sector-with-international-ngo": Benchmark("57", 2023, _ICCG),
    "inter-sector-local-actor-seats": Benchmark("7", 2023, _ICCG),
    "inter-sector-size": Benchmark("34", 2023, _REPORT),
    "dedicated-coordinator": Benchmark("71", 2023, _CLUSTERS),
    "double-hatting-coordinator": Benchmark("14", 2023, _DOUBLE),
    "sub-national-un-leadership": Benchmark("56", 2023, _SUB_NATIONAL),
    "sub-national-international-ngo-leadership": Benchmark("16", 2023, _SUB_NATIONAL),
    "sub-national-national-ngo-leadership": Benchmark("8", 2023, _SUB_NATIONAL),
    "sub-national-government-leadership": Benchmark("20", 2023, _SUB_NATIONAL),
}

"""Published values to compare with: OCHA's annual mapping of IASC structures.

They describe IASC structures in 27 operations. No such mapping of refugee coordination is known,
so that they are a measure for orientation there, and no target.
"""

from typing import Final

from interagency.checking import Citation
from interagency.indicators.indicator import Benchmark

_SITE: Final = "https://humanitarianaction.info/article/"
_PULSE: Final = "OCHA, The Pulse of Humanitarian Coordination 2023"
_HCT: Final = Citation(
    f"{_PULSE}, national level, humanitarian country teams",
    f"{_SITE}national-level-humanitarian-country-teams-hcts",
)
_REPORT: Final = Citation(
    f"{_PULSE}, overview of IASC structures at country level",
    "https://reliefweb.int/report/world/"
    "pulse-humanitarian-coordination-2023-overview-iasc-structures-country-level-december-2024",
)
_CLUSTERS: Final = Citation(
    f"{_PULSE}, cluster coordination, national level",
    f"{_SITE}cluster-coordination-national-level",
)
_DOUBLE: Final = Citation(
    f"{_PULSE}, cluster coordination, national level (85 % with any capacity, less 71 % dedicated)",
    f"{_SITE}cluster-coordination-national-level",
    verified=False,
)
_SUB_NATIONAL: Final = Citation(
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
    "inter-sector-size": Benchmark("34", 2023, _REPORT),
    "dedicated-coordinator": Benchmark("71", 2023, _CLUSTERS),
    "double-hatting-coordinator": Benchmark("14", 2023, _DOUBLE),
    "sub-national-un-leadership": Benchmark("56", 2023, _SUB_NATIONAL),
    "sub-national-international-ngo-leadership": Benchmark("16", 2023, _SUB_NATIONAL),
    "sub-national-national-ngo-leadership": Benchmark("8", 2023, _SUB_NATIONAL),
    "sub-national-government-leadership": Benchmark("20", 2023, _SUB_NATIONAL),
}

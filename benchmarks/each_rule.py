"""How the time of each built-in rule grows with the document: an exponent for each.

    python benchmarks/each_rule.py [--sizes GLOBAL,INTERNET] [--rounds N]

One process, since a rule is soon done and a document of a million seats is not soon read. The
cyclic collector is paused: it walks over the whole document from time to time, and would be
counted for whichever rule runs then. Each rule finds the day and the seats of a body worked out.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Mapping
from pathlib import Path

if not __package__:  # run as a script: the modules beside this one are found from the root
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import folder
from benchmarks.shared_rules import RULES
from benchmarks.stages import built_in, loaded
from interagency.checking import Snapshot, run_rule
from interagency.model import Architecture

Seconds = Mapping[str, float]


def least(architecture: Architecture, rounds: int) -> Seconds:
    """Return the least processor time that each rule took."""
    found: dict[str, float] = {}
    for _ in range(rounds):
        made = Snapshot.of(architecture)
        run_rule(RULES[0], made)
        for rule in built_in():
            began = time.process_time()
            run_rule(rule, made)
            took = time.process_time() - began
            found[rule.name] = min(took, found.get(rule.name, took))
    return found


def exponents(small: str, large: str, rounds: int) -> Mapping[str, tuple[float, float]]:
    """Return, for each rule, the power of the bytes by which its time grows, and its time."""
    gc.disable()
    before, after = least(loaded(small), rounds), least(loaded(large), rounds)
    factor = math.log(bytes_of(large) / bytes_of(small))
    totals = {"all of them": (sum(before.values()), sum(after.values()))}
    pairs = totals | {name: (before[name], after[name]) for name in after if before[name] > 0}
    return {
        name: (math.log(much / little) / factor, much) for name, (little, much) in pairs.items()
    }


def bytes_of(size: str) -> int:
    return folder(size).joinpath("document.json").stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="GLOBAL,INTERNET", help="two of the sizes")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    small, large = options.sizes.split(",")
    print(f"| rule | exponent, {small} to {large} | ms at {large} |", "|---|--:|--:|", sep="\n")
    found = exponents(small, large, options.rounds)
    for name, (power, seconds) in sorted(found.items(), key=lambda pair: -pair[1][0]):
        print(f"| {name} | {power:.2f} | {1000 * seconds:,.1f} |")


if __name__ == "__main__":
    main()

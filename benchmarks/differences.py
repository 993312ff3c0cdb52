"""Two architectures compared: against loading one of them, and against deepdiff on the same facts.

    python benchmarks/differences.py [R4V GLOBAL] [--without-peer]

The later one has a merger, a handed-over lead and an NGO that left. The times are of the processor,
the best of three, with the collector on; loads are outside both comparisons. deepdiff compares the
plain values, which suits it best, and says which paths differ rather than who lost a seat.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

if not __package__:  # run as a script: the modules beside this one are found from the root
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import interagency as ia
from benchmarks.generate import folder
from interagency.change import compare, hand_over, leave, merge
from interagency.document.writer import plain_of
from interagency.model import Day

ROUNDS = 3
DAY = Day("2023-12-01")


def changed(before: ia.Architecture) -> ia.Architecture:
    """Return an architecture after three changes."""
    one, other = (each.id for each in before.sectors[:2])
    after = merge(before, [one, other], "merged-group", DAY)
    held = next(x for x in after.seats if x.held_by and x.until is None and x.term == "lead")
    after = hand_over(after, held.body, "unhcr", DAY, from_=held.held_by, term="lead")
    gone = next(x.held_by for x in after.seats if x.term == "member" and x.held_by)
    return leave(after, str(gone), DAY)


def best(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def measure(name: str, *, with_peer: bool) -> None:
    path = folder(name) / "document.json"
    before = ia.load(path)
    after = changed(before)
    load = best(lambda: ia.load(path))
    ours = best(lambda: compare(before, after))
    print(f"{name}: {len(before.seats):,} seats, {len(compare(before, after).changes)} changes")
    print(f"  load {load:.2f} s; compare {ours:.2f} s, {ours / load:.2f} of a load (limit 2)")
    if with_peer:
        peer(before, after, ours)


def peer(before: ia.Architecture, after: ia.Architecture, ours: float) -> None:
    try:
        from deepdiff import DeepDiff
    except ImportError:
        print("  deepdiff is not installed, so it is left out")
        return
    # As JSON gives it: what a user of deepdiff would read.
    one, other = (json.loads(json.dumps(plain_of(each))) for each in (before, after))
    theirs = best(lambda: DeepDiff(one, other), rounds=1)
    print(f"  deepdiff {theirs:.2f} s, {theirs / ours:.1f} times as long (limit 10)")


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    for each in names or ["R4V"]:
        measure(each, with_peer="--without-peer" not in sys.argv)

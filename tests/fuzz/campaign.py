"""A campaign of the fuzzer: so many inputs from one seed, counted by kind and answer.

    python -m tests.fuzz.campaign --inputs 200000 --seed 1

An input that gives a fault is written to a file, named by what it is made from, so that
`--replay documents 17` makes it again.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzz.targets import TARGETS, made

# Of an input of at most 60 kB, on a machine that does other things too.
SLOW = 2.0


def inputs(count: int, seed: int) -> list[tuple[str, int]]:
    """Return kind and number of each input."""
    random = Random(seed)
    kinds = list(TARGETS)
    weights = [TARGETS[kind].weight for kind in kinds]
    return list(zip(random.choices(kinds, weights, k=count), range(count), strict=True))


def one(kind: str, number: int, seed: int) -> tuple[bytes, Random]:
    """Return an input, and the source of chance for what is done with it."""
    random = Random(f"{seed} {kind} {number}")
    return made(kind, random), random


def answer(kind: str, number: int, seed: int) -> str:
    """Return what one input gives: loaded or refused; a fault is raised."""
    data, random = one(kind, number, seed)
    return TARGETS[kind].run(data, random)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--faults", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--replay", nargs=2, metavar=("KIND", "NUMBER"))
    asked = parser.parse_args()
    if asked.replay:
        print(answer(asked.replay[0], int(asked.replay[1]), asked.seed))
        return 0
    counts: Counter[tuple[str, str]] = Counter()
    end = time.monotonic() + asked.seconds
    for kind, number in inputs(asked.inputs, asked.seed):
        start = time.monotonic()
        if start > end:
            break
        try:
            counts[kind, answer(kind, number, asked.seed)] += 1
        except Exception:
            counts[kind, "FAULT"] += 1
            asked.faults.mkdir(parents=True, exist_ok=True)
            name = f"{asked.seed}-{kind.replace(' ', '-')}-{number}"
            (asked.faults / name).write_bytes(one(kind, number, asked.seed)[0])
            (asked.faults / f"{name}.txt").write_text(traceback.format_exc())
        if time.monotonic() - start > SLOW:
            counts[kind, "SLOW"] += 1
            print(f"slow: {kind} {number}: {time.monotonic() - start:.1f} s", flush=True)
    for (kind, said), count in sorted(counts.items()):
        print(f"{kind:12} {said:8} {count:8}")
    total = sum(count for (_, said), count in counts.items() if said != "SLOW")
    print(f"{'in all':12} {'':8} {total:8}")
    return int(any(said == "FAULT" for _, said in counts))


if __name__ == "__main__":
    sys.exit(main())

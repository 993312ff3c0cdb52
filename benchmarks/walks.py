"""The files that one answer leads through: from a seat to a finding, from a clause to its verdict.

Someone who follows an answer reads these files. Loading, indexing and reading code lists have been
done before, as they have been for every later answer on the same day.

    $ python -m benchmarks.walks
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from attrs import evolve

import interagency
from interagency.checking import run_rule
from interagency.conformance.conform import conform
from interagency.plugins import load_plugins
from interagency.snapshot import Snapshot

PACKAGE = Path(interagency.__file__).parent
EXAMPLE = "example:romania-2022"
MODEL = "rcm-2013"


def walked(answer: Callable[[], object]) -> list[str]:
    """Return the files of the package, in the order in which an answer enters them."""
    entered: dict[str, None] = {}

    def enter(frame: FrameType, event: str, _: object) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(PACKAGE):
            entered[path.relative_to(PACKAGE).as_posix()] = None

    before = sys.getprofile()
    sys.setprofile(enter)
    try:
        answer()
    finally:
        sys.setprofile(before)
    return list(entered)


def walk_to_finding(rule: str) -> list[str]:
    """Return the files from the seats of a body to what a rule says of it."""
    snapshot = Snapshot.of(interagency.load(EXAMPLE))
    for body in snapshot.now.bodies[1:]:
        snapshot.leadership(body)
    found = load_plugins(only=("rules",)).rules[rule]
    return walked(lambda: run_rule(found, snapshot))


def walks_to_verdicts(model: str = MODEL) -> dict[str, list[str]]:
    """Return the files from each clause of a reference model to its verdict, by clause."""
    found = load_plugins(only=("reference_models",)).reference_models[model]
    snapshot = Snapshot.of(interagency.load(EXAMPLE))
    conform(snapshot, [found])
    each_alone = {clause.id: [evolve(found, clauses=(clause,))] for clause in found.clauses}
    return {id: walked(partial(conform, snapshot, alone)) for id, alone in each_alone.items()}


def main() -> None:
    """Print the walks, the longest last."""
    walks = {f"lead-vacant on {EXAMPLE}": walk_to_finding("lead-vacant")}
    walks |= {f"{clause} of {MODEL}": files for clause, files in walks_to_verdicts().items()}
    for name, files in sorted(walks.items(), key=lambda item: len(item[1])):
        print(f"{len(files):3}  {name}: {', '.join(files)}")


if __name__ == "__main__":
    main()

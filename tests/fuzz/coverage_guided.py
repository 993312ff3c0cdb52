"""The same targets, led by coverage: where atheris is installed, which has no wheels everywhere.

pip install atheris
python -m tests.fuzz.coverage_guided documents
"""

import sys
from importlib import import_module
from random import Random
from typing import Any


def main() -> None:
    """Try inputs of one kind until one is a fault, or somebody stops it."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports():
        targets = import_module("tests.fuzz.targets")
    target = targets.TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        target.run(data, Random(len(data)))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

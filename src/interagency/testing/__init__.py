"""For authors of plugins, and for our own tests: architectures to try things on, and assertions.

`interagency.testing.strategies` has Hypothesis strategies that build valid architectures.
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ModuleNotFoundError(
        "interagency.testing needs Hypothesis: pip install interagency[testing]",
        name="hypothesis",
    )

from interagency.testing.examples import assert_examples_hold, assert_exporter_is_stable
from interagency.testing.importers import assert_importer_accounts, assert_profile_reads

__all__ = [
    "assert_examples_hold",
    "assert_exporter_is_stable",
    "assert_importer_accounts",
    "assert_profile_reads",
]

"""For authors of plugins, and for our own tests: architectures to try things on.

`interagency.testing.strategies` has Hypothesis strategies that build valid architectures.
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ModuleNotFoundError(
        "interagency.testing needs Hypothesis: pip install interagency[testing]",
        name="hypothesis",
    )

"""How hard the properties are tried: set HYPOTHESIS_PROFILE to choose."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None)
# The same examples on every run, so that a change is blamed only for what it did.
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

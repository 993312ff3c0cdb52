"""How hard the properties are tried: set HYPOTHESIS_PROFILE to choose."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=25, deadline=None)
# The same examples on every run, so that a change is blamed only for what it did.
settings.register_profile("ci", max_examples=25, deadline=None, derandomize=True, print_blob=True)
# For a night, or after a change to the model or the logic.
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

"""The change set between two architectures leads from one to the other."""

from hypothesis import given, settings

import interagency as ia
from interagency.change import apply, changes_between
from interagency.testing.strategies import architectures


@settings(max_examples=50, deadline=None)
@given(architectures(), architectures())
def test_applying_what_is_between_two_makes_one_of_the_other(
    before: ia.Architecture, after: ia.Architecture
) -> None:
    assert apply(before, changes_between(before, after)) == after

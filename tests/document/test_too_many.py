"""A file with thousands of problems has one cause: the first thousand are told."""

import pytest

from interagency.document import InvalidDocument, loads
from interagency.document.problems import MOST_PROBLEMS

HEADER = "interagency: 1\n"
ENDING = "and there may be more: 1,000 problems are told at most"


def refused(text: str) -> InvalidDocument:
    with pytest.raises(InvalidDocument) as caught:
        loads(HEADER + text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "note: &a [1]\nareas:\n" + "- *a\n" * 3_000,
        "forums: {a: {covers: [" + "true, " * 3_000 + "]}}\n",
        "forums:\n" + "".join(f"  f{number}: 1\n" for number in range(3_000)),
        "forums:\n" + "".join(f"  f{number}: {{within: x}}\n" for number in range(3_000)),
    ],
    ids=["aliases", "one list", "entries", "faults"],
)
def test_a_thousand_problems_are_told_and_that_there_may_be_more(text: str) -> None:
    """Whether they are of the text, of its values or of what they refer to."""
    error = refused(text)
    assert len(error.problems) == MOST_PROBLEMS
    assert str(error).splitlines()[-1] == ENDING
    assert all(problem.line for problem in error.problems)


def test_a_file_with_fewer_is_told_whole() -> None:
    error = refused("forums:\n" + "".join(f"  f{number}: 1\n" for number in range(30)))
    assert len(error.problems) == len(str(error).splitlines()) == 30

"""Projects as appeals."""

from decimal import Decimal

import pytest

from interagency.importers.hpc_projects.read import imported
from interagency.model import Money
from tests.importers.hpc_projects.samples import page, project, told


def test_projects_that_differ_in_nothing_but_the_amount_are_added_up() -> None:
    found = imported((page(project(1), project(2), project(3, currentRequestedFunds="50")),))
    (appeal,) = found.architecture.appeals
    assert appeal.amount == Money(Decimal(250))
    assert told(found)[2] == (
        "merged",
        "into appeal of amel in rsyr22, basic-needs, LBN, with its amount",
    )


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    found = imported((page(project(1), project(2, currentRequestedFunds=None)),))
    assert found.architecture.appeals[0].amount is None
    assert told(found)[1][1].endswith("not understood: amount '' is not understood")


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_amount_that_makes_the_sum_too_large_is_rejected(sign: str) -> None:
    huge = f"{sign}{10**18 - 1}"
    rows = [project(n, currentRequestedFunds=huge) for n in (1, 2, 2)]
    found = imported((page(*rows, total=2),))
    assert found.architecture.appeals[0].amount == Money(Decimal(huge))
    why = "together with those before it, its amount is too large"
    assert told(found)[1:] == [("rejected", why), ("rejected", why)]
    assert found.architecture.complete == ()


def test_a_project_on_two_pages_counts_once() -> None:
    again = project(1, currentRequestedFunds="7")
    pages = (page(project(1)), page(project(1), again, file="b.json"))
    found = imported(pages)
    assert found.architecture.appeals[0].amount == Money(Decimal(100))
    assert told(found)[1:] == [
        ("merged", "into project 1"),
        ("merged", "into project 1; not understood: other amounts"),
    ]

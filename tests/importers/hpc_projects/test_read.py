"""Pages of the HPC API as an architecture."""

import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Snapshot
from interagency.document import dumps, load, loads
from interagency.examples import path
from interagency.exchange import Outcome
from interagency.importers.hpc_projects import IMPORTER
from interagency.importers.hpc_projects.pages import Page
from interagency.importers.hpc_projects.read import imported
from interagency.indicators import requirements
from interagency.model import Architecture, Money
from interagency.plugins.loading import load_plugins
from tests.importers.hpc_projects.samples import (
    AMEL,
    JORDAN,
    LEBANON,
    UNHCR,
    page,
    plans,
    project,
    told,
)


def test_it_is_one_of_the_built_in_importers() -> None:
    assert load_plugins(entry_points=False).importers["hpc-projects"] is IMPORTER


def test_a_project_is_an_appeal_in_the_sector_of_the_plan() -> None:
    """The cluster beside it is another: HPC has Food Security for Basic Needs too."""
    found = imported((page(project()),))
    (appeal,) = found.architecture.appeals
    assert (appeal.plan, appeal.organization, appeal.participation) == (
        "rsyr22",
        "amel",
        "appealing",
    )
    assert (appeal.covers, appeal.country) == (("basic-needs",), "LBN")
    assert appeal.amount == Money(Decimal(100))
    assert told(found) == [("read", "appeal of amel in rsyr22, basic-needs, LBN")]


def test_what_is_read_is_told_of_each_page() -> None:
    pages = (page(project(), total=9), page(file="empty.json"), plans(), page({}, file="c.json"))
    assert [each.notes[0] for each in imported(pages).accounting.tables] == [
        "one page of 9 projects in all",
        "holds neither projects nor plans",
        "a list of plans",
        "a page of projects",
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


ROWS = st.lists(
    st.builds(
        lambda known, strange: {**project(), **known, **strange},
        st.fixed_dictionaries(
            {
                "id": st.integers(1, 4),
                "currentRequestedFunds": st.sampled_from(["5", "-1", "x", None, 2]),
                "organizations": st.lists(st.sampled_from([AMEL, UNHCR]), max_size=2),
                "locations": st.lists(st.sampled_from([LEBANON, JORDAN]), max_size=2),
            }
        ),
        st.dictionaries(st.sampled_from([*project()]), ANYTHING, max_size=1),
    )
    | ANYTHING,
    max_size=5,
)


@given(ROWS, st.booleans())
def test_every_row_has_one_outcome_and_nothing_is_lost_in_writing(
    rows: list[Any], is_plans: bool
) -> None:
    found = imported((page(*rows), Page(file="b.json", rows=tuple(rows), is_plans=is_plans)))
    places = [(file, number) for file in ("a.json", "b.json") for number in range(1, len(rows) + 1)]
    assert [(row.file, row.row) for row in found.accounting.rows] == places
    assert all(row.detail for row in found.accounting.rows)
    assert loads(dumps(found.architecture)) == found.architecture


def test_half_of_the_projects_of_the_3rp() -> None:
    """Needs pages of plan RSYR22, in the folder that INTERAGENCY_DATA names."""
    folder = Path(os.environ.get("INTERAGENCY_DATA") or "no-such-folder") / "fts-hpc" / "rsyr22"
    if not folder.is_dir():
        pytest.skip("INTERAGENCY_DATA names no folder with projects of the plan")
    found = IMPORTER.read(folder)
    rows = found.accounting.count(Outcome.READ)
    sums = requirements(Snapshot.of(found.architecture), "rsyr22")
    assert rows == len(found.accounting.rows) == sums.appeals
    assert (found.architecture.complete == ("appeals",)) is (rows == 755)
    assert not any("not understood" in row.detail for row in found.accounting.rows)
    # the shipped example says of these projects what the importer does
    assert _asked(found.architecture) <= _asked(load(path("3rp-2022")))


def _asked(whole: Architecture) -> set[tuple[str, tuple[str, ...], str | None, str]]:
    numbers = {each.id: dict(each.identifiers)["fts"] for each in whole.organizations}
    return {
        (numbers[each.organization], each.covers, each.country, str(each.amount))
        for each in whole.appeals
    }

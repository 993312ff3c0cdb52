"""Assertions on importers see what is wrong, and pass what is right."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from attrs import evolve

from interagency.exchange import Accounting, Imported, Importer, Outcome, RowOutcome, TableAccount
from interagency.importers.r4v import IMPORTER
from interagency.importers.table.profiles import shipped_importers
from interagency.model import Architecture
from interagency.testing import assert_importer_accounts, assert_profile_reads

LEADS = {each.name: each for each in shipped_importers()}["leads"]
ROW = RowOutcome(file="a.csv", sheet="", row=1, outcome=Outcome.READ, detail="group x")
GOOD = Imported(
    architecture=Architecture(title="A"),
    accounting=Accounting(tables=(TableAccount(file="a.csv", sheet="", rows=1),), rows=(ROW,)),
)


@pytest.fixture
def leads(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text("Sector,Lead,Colour\nHealth,WHO,red\n", encoding="utf-8")
    return path


def importer(read: Callable[[Path], Imported]) -> Importer:
    return Importer(name="mine", summary="Mine.", read=read)


def with_rows(*rows: RowOutcome) -> Imported:
    return evolve(GOOD, accounting=evolve(GOOD.accounting, rows=rows))


def test_a_good_importer_passes(leads: Path) -> None:
    assert len(assert_importer_accounts(LEADS, leads).architecture.seats) == 1
    assert_profile_reads(LEADS, leads, {"Sector": "sector", "Lead": "lead", "Colour": ""})


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (with_rows(), "accounts for 0 of 1 rows of a.csv"),
        (with_rows(ROW, evolve(ROW, file="b.csv")), "rows of b.csv, which is no table"),
        (with_rows(ROW, ROW), "row 1 of a.csv has two outcomes"),
        (with_rows(evolve(ROW, detail="")), "an outcome without a detail"),
    ],
)
def test_what_is_wrong_is_told(found: Imported, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        assert_importer_accounts(importer(lambda _: found), Path("a.csv"))


def test_what_a_document_does_not_bring_back_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interagency.testing.importers.loads", lambda _: Architecture())
    with pytest.raises(AssertionError, match="what a document cannot hold"):
        assert_importer_accounts(importer(lambda _: GOOD), Path("a.csv"))


def test_reading_in_two_ways_is_told() -> None:
    numbers = count()

    def read(_: Path) -> Imported:
        return evolve(GOOD, unsure=(str(next(numbers)),))

    with pytest.raises(AssertionError, match="reads one file in two ways"):
        assert_importer_accounts(importer(read), Path("a.csv"))


def test_a_column_that_is_taken_for_something_else_is_told(leads: Path) -> None:
    with pytest.raises(AssertionError) as error:
        assert_profile_reads(LEADS, leads, {"Sector": "", "Colour": "group", "Chair": "chair"})
    assert str(error.value).splitlines() == [
        "importer 'leads': column 'Sector' is taken for sector, not nothing (by its header)",
        "importer 'leads': column 'Colour' is taken for nothing, not group (left: not recognised)",
        "importer 'leads': there is no column 'Chair'",
    ]


def test_an_importer_without_columns_is_told(leads: Path) -> None:
    with pytest.raises(AssertionError, match="does not read tables column by column"):
        assert_profile_reads(IMPORTER, leads, {})

"""`interagency models`, and `explain` of a model or a clause."""

import pytest

from interagency.cli.models import explanation, names_in
from interagency.conformance import ReferenceModel
from interagency.reference_models import interagency_reference_models
from tests.cli.runs import run

MODELS = {each.name: each for each in interagency_reference_models()}


def test_every_model_is_listed_with_its_clauses_and_title() -> None:
    lines = run("models").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(MODELS)
    assert all(MODELS[line.split()[0]].title in line for line in lines)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_explained_clause_by_clause(name: str) -> None:
    text = run("explain", name).stdout
    assert all(f"{each.id} {each.strength}: {each.text}" in text for each in MODELS[name].clauses)


def test_a_clause_is_explained_once_for_the_models_that_share_it() -> None:
    assert run("explain", "rcm-13a").stdout.splitlines()[:2] == [
        "RCM-13a (should, of rcm-2013, rcm-2024)",
        "Sectors and working groups report to the inter-sector group",
    ]


def test_a_clause_that_nobody_verified_says_so() -> None:
    assert "not verified in each source" in run("explain", "RCM-15a").stdout


def test_a_slip_is_answered_with_what_may_be_meant() -> None:
    result = run("explain", "rcm-2031")
    assert result.exit_code == 2
    assert "did you mean rcm-2013" in result.stderr


def test_what_is_neither_model_nor_clause_has_no_explanation() -> None:
    assert explanation(MODELS, "lead-vacant") is None
    assert {"rcm-2013", "RCM-06"} <= {*names_in(MODELS)}


def test_a_model_without_a_date_or_situations_is_for_any() -> None:
    mine = ReferenceModel(name="mine", title="Mine", clauses=())
    assert explanation({"mine": mine}, "mine") == "mine (no date): Mine\nSituations: any\n"

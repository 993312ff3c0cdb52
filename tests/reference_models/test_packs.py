"""The shipped packs: cited, marked where nobody has verified them, and made of known codes."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest

from interagency.checking import Standing
from interagency.conformance import Clause, Outcome, ReferenceModel, conform
from interagency.conformance.expectations import (
    ABSENT,
    HIGHEST,
    PRESENT,
    SELF,
    HasSeat,
    Holder,
    Selector,
)
from interagency.document.yaml_reader import compose
from interagency.model import Architecture, Level
from interagency.model.grammar import ISO3
from interagency.plugins.loading import load_plugins
from interagency.reference_models import interagency_reference_models
from interagency.vocabularies import shipped
from interagency.vocabularies.standing import standing_of

FOLDER = Path(str(files("interagency.reference_models"))) / "packs"
MODELS = {model.name: model for model in interagency_reference_models()}
CLAUSES = [(model, clause) for model in MODELS.values() for clause in model.clauses]

# What nobody has read in each of its sources: inferred, or of an original that was not opened.
UNVERIFIED = {
    "coordination-office-2023": {"OFF-05"},
    "hct-tor-2017": {"HCT-5"},
    "iasc-clusters-2015": {"IASC-15", "IASC-23"},
    "iasc-reset-2025": {"R-4"},
    "mixed-situations-2014": {"MIX-03b", "MIX-05"},
    "r4v-2018": {"R4V-03", "R4V-06", "R4V-07c", "R4V-08"},
    "r4v-2026": {"R4V-03", "R4V-08"},
    "rcm-2024": {"RCM-15a", "RCM-15b", "RCM-15c"},
    "unsdcf-2019": {"UNSDCF-05"},
}
VOCABULARIES = {
    "duties": ["duties"],
    "audience": ["audiences"],
    "frequency": ["frequencies"],
    "covers": ["sectors"],
    "situation": ["situations"],
    "populations": ["populations"],
    "designations": ["designations"],
    "participation": ["participations"],
    "organization_kind": ["organization-kinds"],
    "status": ["plan-statuses"],
    "capacity": ["capacities"],
    "tags": ["organization-tags"],
}
KINDS = {
    "organization": "organization-kinds",
    "office": "office-kinds",
    "plan": "plan-kinds",
    "product": "product-kinds",
    "agreement": "agreement-kinds",
}
WORDS = {PRESENT, ABSENT, SELF, HIGHEST}


def records_in(value: Any) -> Iterator[Any]:
    """Yield the records of the language inside a clause."""
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from records_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records_in(each)


def test_every_file_is_a_model_of_its_name() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("*.yaml"))] == sorted(MODELS)
    assert set(load_plugins(entry_points=False).reference_models) == set(MODELS)


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_a_model_says_what_it_is(model: ReferenceModel) -> None:
    assert model.title
    assert model.published[:4].isdigit()
    assert set(model.situations) <= {term.code for term in shipped()["situations"]}
    assert [clause.id for clause in model.clauses] == sorted(
        (clause.id for clause in model.clauses), key=lambda id: (len(id.rstrip("abc")), id)
    )


@pytest.mark.parametrize("name", MODELS)
def test_each_source_of_a_pack_is_cited(name: str) -> None:
    value, _ = compose((FOLDER / f"{name}.yaml").read_bytes())
    assert {key for each in value["clauses"] for key in each["sources"]} == set(value["sources"])


@pytest.mark.parametrize(("model", "clause"), CLAUSES, ids=lambda each: getattr(each, "id", ""))
def test_each_clause_says_what_it_asks_and_where_that_is_written(
    model: ReferenceModel, clause: Clause
) -> None:
    assert clause.text.strip() == clause.text
    assert not clause.text.endswith(".")
    assert clause.citations
    assert all(citation.title for citation in clause.citations)
    assert clause.verified is (clause.id not in UNVERIFIED.get(model.name, ()))


def test_two_editions_share_what_they_share() -> None:
    """A clause of both is the same, so that an answer to it holds for both."""
    old, new = ({each.id: each for each in MODELS[f"rcm-{year}"].clauses} for year in (2013, 2024))
    assert set(new) - set(old) == {"RCM-15a", "RCM-15b", "RCM-15c"}
    assert all(new[id] == clause for id, clause in old.items())


@pytest.mark.parametrize(("model", "clause"), CLAUSES, ids=lambda each: getattr(each, "id", ""))
def test_its_codes_are_known(model: ReferenceModel, clause: Clause) -> None:
    for record in records_in(clause):
        if isinstance(record, Selector):
            for name, values in record.attributes:
                assert set(values) - WORDS <= known(record, name), (clause.id, name)
        elif isinstance(record, Holder):
            assert set(record.ids) <= set(shipped().organizations)
            for name, vocabulary in (
                ("kind", "organization-kinds"),
                ("tags", "organization-tags"),
                ("designations", "designations"),
            ):
                assert set(getattr(record, name)) <= {term.code for term in shipped()[vocabulary]}
        elif isinstance(record, HasSeat) and record.role not in ("", "leads"):
            assert standing_of(record.role, {}, shipped()["role-terms"]) is not Standing.UNKNOWN


def known(selector: Selector, name: str) -> set[str]:
    """Return the codes that an attribute may have."""
    if name == "level":
        return {level.value for level in Level} - {Level.UNKNOWN.value}
    if name == "organization":
        return set(shipped().organizations)
    if name in ("areas", "countries"):
        return {term.code for term in shipped()["countries"] if ISO3.allows(term.code)}
    if name == "kind":
        lists = {KINDS.get(cls, "body-kinds") for cls in selector.of}
    elif name == "status":
        lists = {"decision-statuses" if "decision" in selector.of else "plan-statuses"}
    else:
        lists = set(VOCABULARIES.get(name, ()))
    return {term.code for each in lists for term in shipped()[each]}


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.name)
def test_of_an_empty_document_nothing_is_met_and_nothing_is_a_gap(model: ReferenceModel) -> None:
    (result,) = conform(Architecture(), [model]).models
    outcomes = {each.outcome for each in result.clauses}
    if model.forums and not (model.countries or model.levels):
        # what is for documents with something of its own says that nothing of it is there
        assert outcomes == {Outcome.NOT_APPLICABLE}
        assert result.reason
        return
    assert outcomes == {Outcome.UNKNOWN}
    assert all(each.questions for each in result.clauses)

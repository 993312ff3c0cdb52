"""What a role term means, by the file first and by the vocabulary then."""

import pytest

from interagency.checking import Standing
from interagency.vocabularies import Term, Vocabulary, shipped
from interagency.vocabularies.standing import STANDINGS, standing_of

TERMS = shipped()["role-terms"]


@pytest.mark.parametrize(
    ("term", "standing"),
    [
        ("lead", Standing.LEAD),
        ("chair", Standing.LEAD),
        ("Cluster Lead Agency", Standing.LEAD),
        ("co-lead", Standing.CO_LEAD),
        ("co-chair", Standing.CO_LEAD),
        ("ngo co-chair", Standing.CO_LEAD),
        ("secretariat", Standing.SUPPORTS),
        ("member", Standing.PARTICIPATES),
        ("godparent", Standing.UNKNOWN),
    ],
)
def test_the_vocabulary_says_what_a_term_means(term: str, standing: Standing) -> None:
    assert standing_of(term, {}, TERMS) is standing


@pytest.mark.parametrize(
    ("term", "said", "standing"),
    [
        ("godparent", "lead", Standing.LEAD),
        ("godparent", "co-lead", Standing.CO_LEAD),
        ("godparent", "supports", Standing.SUPPORTS),
        ("lead", "participates", Standing.PARTICIPATES),
        ("co-facilitator", "leads", Standing.CO_LEAD),
        ("Co-Godparent", "leads", Standing.CO_LEAD),
        ("facilitator", "leads", Standing.LEAD),
        ("godparent", "leader", Standing.UNKNOWN),
        ("lead", "leader", Standing.LEAD),
        ("godparent", "unknown", Standing.UNKNOWN),
    ],
)
def test_the_file_wins_if_what_it_says_is_a_standing(
    term: str, said: str, standing: Standing
) -> None:
    assert standing_of(term, {term: said}, TERMS) is standing


def test_a_term_without_a_standing_is_unknown() -> None:
    terms = Vocabulary(name="role-terms", title="", terms=(Term(code="odd", name="Odd"),))
    assert standing_of("odd", {}, terms) is Standing.UNKNOWN


def test_leadership_is_lead_and_co_lead_together() -> None:
    assert {each for each in Standing if each.leads} == {Standing.LEAD, Standing.CO_LEAD}
    assert set(STANDINGS) == {*Standing, "leads"} - {"unknown"}

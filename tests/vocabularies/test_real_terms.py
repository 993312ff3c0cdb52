"""Terms as terms of reference, plans and files write them, in five languages, and what they mean.

The table says for each term its codes, several for a merged group, none where no code is right.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from interagency.vocabularies import shipped

TABLE = Path(__file__).with_name("real_terms.csv")


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield row["vocabulary"], row["term"], tuple(row["codes"].split())


@pytest.mark.parametrize(("vocabulary", "term", "codes"), tuple(_rows()))
def test_a_real_term_has_the_right_meaning(
    vocabulary: str, term: str, codes: tuple[str, ...]
) -> None:
    assert tuple(each.code for each in shipped()[vocabulary].all_spelled(term)) == codes


def test_arabic_is_among_them() -> None:
    arabic = [term for _, term, codes in _rows() if codes and "\u0627" in term]
    assert len(arabic) > 40


@pytest.mark.parametrize(
    ("vocabulary", "term"),
    [
        ("designations", "RC Office"),
        ("designations", "EDC"),
        ("role-terms", "dead"),
        ("role-terms", "country co-operator"),
        ("body-kinds", "Humanitarian Coordination Advisory"),
    ],
)
def test_no_hint_is_better_than_a_wrong_one(vocabulary: str, term: str) -> None:
    """An acronym or a short word is one letter away from too many others."""
    assert shipped()[vocabulary].suggest(term) == ()


def test_a_bare_mixed_asks_which_kind() -> None:
    situations = shipped()["situations"]
    assert situations.spelled("mixed") is None
    assert situations.suggest("Mixed") == ("mixed-separate-areas", "mixed-same-area")


@pytest.mark.parametrize(
    ("vocabulary", "term"),
    [("situations", "crisis humanitaria"), ("body-kinds", "WhatsApp group")],
)
def test_no_code_is_better_than_a_wrong_one(vocabulary: str, term: str) -> None:
    """A word that begins otherwise is no slip, and a pattern needs more than a little word."""
    assert shipped()[vocabulary].suggest(term) == ()


@pytest.mark.parametrize(
    ("vocabulary", "term", "codes"),
    [
        # two populations, though `IDP returnees` has the same words and `refugees *` would fit
        ("populations", "IDPs and returnees", ("idps", "returnees")),
        ("populations", "réfugiés et demandeurs d'asile", ("refugees", "asylum-seekers")),
        ("populations", "réfugiés soudanais", ("refugees",)),
        ("sectors", "Food Security and Livelihoods Cluster", ("FSC",)),
        # a remark in brackets does not count; one that narrows does
        ("designations", "Deputy Representative (Protection)", ("deputy-representative",)),
        ("sectors", "Protection (Child Protection)", ("PRO-CPN",)),
        # a co-lead is one word
        ("role-terms", "Lead / Co-lead", ("lead", "co-lead")),
        ("office-kinds", "UNHCR Field Office Goma", ("field-office",)),
    ],
)
def test_what_is_joined_is_several_and_what_is_remarked_is_left_out(
    vocabulary: str, term: str, codes: tuple[str, ...]
) -> None:
    assert tuple(each.code for each in shipped()[vocabulary].all_spelled(term)) == codes


def test_a_merged_group_is_suggested_as_its_sectors() -> None:
    sectors = shipped()["sectors"]
    assert sectors.spelled("Health and Nutrition") is None
    assert sectors.suggest("Health and Nutrition") == ("HEA", "NUT")


@pytest.mark.parametrize(
    ("term", "standing"),
    [
        ("IFRC as convener", None),
        ("convener", "lead"),
        ("coordinating ministry", "lead"),
        ("facilitator", "lead"),
        ("provider of last resort", "lead"),
        ("acting lead", "lead"),
        ("non-programmatic co-chair", "co-lead"),
        ("responsible", "lead"),
        ("head", "lead"),
        ("sub-national lead", "supports"),
    ],
)
def test_leadership_is_understood_as_it_is_practised(term: str, standing: str | None) -> None:
    found = shipped()["role-terms"].spelled(term)
    assert (found.standing if found else None) == standing

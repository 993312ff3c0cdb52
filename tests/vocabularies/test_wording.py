"""Wordings that mean the same: endings, articles, years, acronyms in brackets, patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.vocabularies import Term, Vocabulary
from interagency.vocabularies.wording import (
    Pattern,
    best,
    folded,
    joined_names,
    name_and_remark,
    stems,
)

GROUPS = Vocabulary(
    name="groups",
    title="Groups",
    terms=(
        Term(code="group", name="Working group", aliases=("* working group",)),
        Term(code="sector", name="Sector group", aliases=("* sector working group", "sector *")),
        Term(code="cash", name="Cash", broader="group"),
        Term(code="tic", name="Tic", aliases=("tic * toc",)),
        Term(code="tac", name="Tac", aliases=("tic * toc",)),
    ),
    qualifiers=("acting", "national"),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Refugee Response Plans 2024", "refugee response plan"),
        ("Coordinadora Humanitaria", "coordinador humanitario"),
        ("organisation programmes", "organization program"),
        ("r\u00e9gionaux", "r\u00e9gional"),
        ("organiza\u00e7\u00f5es", "organiza\u00e7\u00e3o"),
        ("agencies", "agency"),
        ("Protection de l'enfance", "protection enfance"),
        (
            "\u0627\u0644\u0644\u0627\u062c\u0626\u0648\u0646",
            "\u0644\u0627\u062c\u0626\u064a\u0646",
        ),
        ("\u0627\u0644\u0635\u0650\u062d\u0651\u0629", "\u0635\u062d\u0647"),
    ],
)
def test_endings_articles_and_years_do_not_count(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_a_negation_counts() -> None:
    assert stems("non-programmatic") != stems("programmatic")
    assert stems("no desplazadas") != stems("desplazadas")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f"),
        ("\u0645\u0640\u0640\u0646\u0633\u0642", "\u0645\u0646\u0633\u0642"),
        ("\u0142\u00f8\u00e6\u0153\u0111", "loaeoed"),
    ],
)
def test_letters_that_writers_use_for_each_other_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert folded(folded(once)) == folded(once)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Cash Working Group", "group"),
        ("Health Sector Working Group", "sector"),
        ("sector of health", "sector"),
        ("working group", "group"),
        ("National working groups", "group"),
        ("acting cash", "cash"),
        ("acting", None),
        ("tic and toc", None),
        ("tic x toc", None),
        ("Working Group (WG)", "group"),
        ("Working Group (CASH)", "cash"),
        ("Cash (SECTOR X)", None),
        ("tac (UNKNOWN)", "tac"),
    ],
)
def test_a_wording_is_understood(written: str, code: str | None) -> None:
    found = GROUPS.spelled(written)
    assert (found.code if found else None) == code


def test_of_two_patterns_the_longer_wins_and_a_tie_is_none() -> None:
    short, long = Pattern.of("a", "* group"), Pattern.of("b", "* working group")
    assert best([short, long], stems("cash working group")) == "b"
    assert best([short, Pattern.of("c", "* group")], stems("cash group")) is None
    assert best([short, Pattern.of("c", "cash *")], stems("cash group")) == "c"
    assert best([short], ()) is None


def test_a_pattern_is_no_spelling() -> None:
    assert "* working group" not in GROUPS.terms[0].spellings


def test_joined_names_are_parted_at_words_first() -> None:
    assert next(joined_names("Abris/AME et CCCM")) == ("Abris/AME", "CCCM")
    assert list(joined_names("Health")) == []


def test_an_acronym_or_a_remark_stands_in_brackets_at_the_end() -> None:
    assert name_and_remark("Refugee Forum (RCF)") == ("Refugee Forum", "RCF")
    assert name_and_remark("Refugee Forum (national)") == ("Refugee Forum", "national")
    assert name_and_remark("(national) Refugee Forum") is None


def test_a_part_that_is_unknown_leaves_the_whole_unknown() -> None:
    assert GROUPS.all_spelled("cash and penguins") == ()
    assert [each.code for each in GROUPS.all_spelled("cash & tac")] == ["cash", "tac"]


@given(st.text(max_size=300))
def test_any_text_is_a_wording(text: str) -> None:
    GROUPS.all_spelled(text)
    assert set(GROUPS.suggest(text)) <= {term.code for term in GROUPS}

"""One code list: look-up, suggestions, and the chain of broader terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.vocabularies import Term, Vocabulary

PROTECTION = Vocabulary(
    name="sectors",
    title="Sectors",
    terms=(
        Term(code="PRO", name="Protection", names=(("es", "Protección"),)),
        Term(code="PRO-GBV", name="Gender Based Violence", broader="PRO", aliases=("gbv",)),
        Term(code="PRO-CPN", name="Child Protection", broader="PRO"),
        Term(code="EDU", name="Education"),
    ),
)

codes = st.text("abc", min_size=1, max_size=2)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Lists whose broader codes may point anywhere, also in circles or out of the list."""
    names = draw(st.lists(codes, unique=True, max_size=6))
    broader = st.none() | codes
    terms = tuple(Term(code=code, name=code * 2, broader=draw(broader)) for code in names)
    return Vocabulary(name="any", title="Any", terms=terms)


def test_get_gives_the_term_of_exactly_this_code() -> None:
    """A code is looked up as written; a name or another case is not a code."""
    assert PROTECTION.get("EDU") == Term(code="EDU", name="Education")
    assert PROTECTION.get("edu") is None


def test_in_asks_for_a_code_and_iteration_gives_terms() -> None:
    """`in` never compares with terms or other objects."""
    assert "PRO" in PROTECTION
    assert 5 not in PROTECTION
    assert tuple(PROTECTION) == PROTECTION.terms
    assert len(PROTECTION) == 4


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("education", ("EDU",)),
        ("GBV", ("PRO-GBV",)),
        ("Gender-Based  Violence", ("PRO-GBV",)),
        ("proteccion", ("PRO",)),
        ("PRO_CPN", ("PRO-CPN",)),
        ("Educaton", ("EDU",)),
        ("nothing like it", ()),
    ],
)
def test_suggest_knows_names_aliases_and_slips(written: str, meant: tuple[str, ...]) -> None:
    """Case, accents and punctuation do not count, and a slip is close enough."""
    assert PROTECTION.suggest(written)[:1] == meant


@given(vocabularies(), st.text("abcd", max_size=4))
def test_suggest_gives_at_most_three_known_codes(vocabulary: Vocabulary, written: str) -> None:
    """Whatever is written, a suggestion can be followed."""
    suggested = vocabulary.suggest(written)
    assert len(suggested) == len(set(suggested)) <= 3
    assert all(code in vocabulary for code in suggested)


@given(vocabularies())
def test_suggest_puts_the_code_itself_first(vocabulary: Vocabulary) -> None:
    """A spelling that is a code already means that code before anything else."""
    assert all(term.code in vocabulary.suggest(term.code) for term in vocabulary)


@given(vocabularies(), codes)
def test_the_broader_chain_ends_without_repeating(vocabulary: Vocabulary, code: str) -> None:
    """Circles and codes that are not in the list stop the chain."""
    chain = vocabulary.broader_of(code)
    assert len(chain) == len(set(chain))
    assert code not in chain


@given(vocabularies(), codes, codes)
def test_is_a_holds_for_the_code_and_for_all_broader_ones(
    vocabulary: Vocabulary, code: str, wanted: str
) -> None:
    """`is_a` is membership in the chain, the code itself included."""
    assert vocabulary.is_a(code, wanted) == (wanted in (code, *vocabulary.broader_of(code)))


def test_child_protection_is_protection_and_not_the_other_way_round() -> None:
    """Narrower is a broader one, never the reverse."""
    assert PROTECTION.broader_of("PRO-CPN") == ("PRO",)
    assert PROTECTION.is_a("PRO-CPN", "PRO")
    assert not PROTECTION.is_a("PRO", "PRO-CPN")


def test_a_code_twice_in_one_list_is_refused() -> None:
    """Which of the two is meant could not be told."""
    twice = (Term(code="x", name="One"), Term(code="x", name="Two"))
    with pytest.raises(ValueError, match="'mine' has codes twice: x"):
        Vocabulary(name="mine", title="Mine", terms=twice)


def test_a_standing_is_one_of_four() -> None:
    """A plugin's role term with a standing that nobody understands is refused."""
    with pytest.raises(ValueError, match="standing"):
        Term(code="x", name="X", standing="leads")

"""Organizations as rows mention them."""

import pytest

from interagency.importers.tabular.mentions import kind_of
from interagency.vocabularies import shipped


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("INGO", "international-ngo"),
        ("NNGO", "national-ngo"),
        ("Faith-Based Organisation", "faith-based"),
        ("Faith Based Organizations", "faith-based"),
        ("UN", "un-agency"),
        ("Agência da ONU", "un-agency"),
        ("Academia", "academia"),
        ("Sociedad civil", "civil-society"),
        ("Cruz Vermelha", "red-cross-red-crescent"),
        ("Something", None),
        ("", None),
    ],
)
def test_a_kind_of_organization_is_known_in_three_languages(text: str, code: str | None) -> None:
    assert kind_of(text, shipped()) == code

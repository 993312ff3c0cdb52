"""Parts of government by their names."""

import pytest

from interagency.checking.ministries import is_ministry_for
from interagency.model import Organization
from interagency.vocabularies import shipped


@pytest.mark.parametrize(
    ("name", "code", "is_for"),
    [
        ("Ministry of Health", "HEA", True),
        ("Federal Ministry of Health", "HEA", True),
        ("Ministry of Education, Youth and Sports", "EDU", True),
        ("Ministère de la Santé", "HEA", True),
        ("Ministerio de Salud", "HEA", True),
        ("Department for Education", "EDU", True),
        ("Ministry of Health", "EDU", False),
        ("Ministry of Transport", "HEA", False),
        ("Government", "HEA", False),
    ],
)
def test_a_ministry_is_for_what_its_name_says(name: str, code: str, is_for: bool) -> None:
    ministry = Organization(id="m", name=name, kind="government")
    assert is_ministry_for(ministry, [code], shipped()) is is_for


def test_a_name_in_any_language_counts_and_only_of_government() -> None:
    names = (("fr", "Ministère de la Santé"),)
    known = Organization(id="m", name="MoH", names=names, kind="government")
    assert is_ministry_for(known, ["HEA"], shipped())
    assert not is_ministry_for(Organization(id="m", kind="government"), ["HEA"], shipped())
    club = Organization(id="m", name="Ministry of Health", kind="ngo")
    assert not is_ministry_for(club, ["HEA"], shipped())

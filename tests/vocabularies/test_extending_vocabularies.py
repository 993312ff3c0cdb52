"""Plugins add lists, and terms to lists: always a new value, in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.vocabularies import Term, Vocabulary, shipped


def _list(name: str, *codes: str, extends: str | None = None) -> Vocabulary:
    terms = tuple(Term(code=code, name=code) for code in codes)
    return Vocabulary(name=name, title=name, terms=terms, extends=extends)


MORE_SECTORS = _list("my-sectors", "my-sector", extends="sectors")
MY_LIST = _list("my-list", "one")
MORE_OF_MINE = _list("a-plugin", "two", extends="my-list")


def test_terms_are_added_to_the_shipped_list() -> None:
    """The extended list keeps its name and its own terms."""
    sectors = shipped().extended([MORE_SECTORS])["sectors"]
    assert "my-sector" in sectors
    assert "PRO" in sectors
    assert len(sectors) == len(shipped()["sectors"]) + 1


def test_the_shipped_lists_stay_as_they_were() -> None:
    """Extending makes a new value."""
    shipped().extended([MORE_SECTORS, MY_LIST])
    assert "my-sector" not in shipped()["sectors"]
    assert "my-list" not in shipped()


def test_a_list_that_extends_nothing_is_a_new_one() -> None:
    """It is found by its name, beside the shipped ones."""
    wider = shipped().extended([MY_LIST])
    assert wider["my-list"] == MY_LIST
    assert len(wider) == len(shipped()) + 1
    assert set(wider) == {*shipped(), "my-list"}


def test_the_name_of_an_extension_is_not_a_list() -> None:
    """Its terms live in the list that it extends."""
    assert "my-sectors" not in shipped().extended([MORE_SECTORS])


@given(st.permutations([MORE_SECTORS, MY_LIST, MORE_OF_MINE, _list("z", "zz", extends="sectors")]))
def test_the_order_of_plugins_does_not_matter(given_lists: list[Vocabulary]) -> None:
    """Which plugin was installed first changes nothing."""
    wider = shipped().extended(given_lists)
    assert wider == shipped().extended(sorted(given_lists, key=lambda item: item.name))
    assert "two" in wider["my-list"]


def test_extending_with_nothing_changes_nothing() -> None:
    """No plugin, same lists."""
    assert shipped().extended([]) == shipped()


def test_extending_twice_is_extending_once_with_both() -> None:
    """Lists may be added step by step."""
    step_by_step = shipped().extended([MY_LIST]).extended([MORE_SECTORS])
    assert step_by_step == shipped().extended([MORE_SECTORS, MY_LIST])


def test_a_code_that_exists_already_is_refused() -> None:
    """No plugin silently changes what a shipped code means."""
    with pytest.raises(ValueError, match="code 'PRO' of vocabulary 'x' is already in 'sectors'"):
        shipped().extended([_list("x", "PRO", extends="sectors")])


def test_a_code_of_two_plugins_names_both() -> None:
    """Two plugins that add one code are told about each other."""
    both = [_list("x", "new", extends="sectors"), _list("y", "new", extends="sectors")]
    with pytest.raises(ValueError, match="code 'new' of vocabulary 'y' is already in 'x'"):
        shipped().extended(both)


def test_a_second_list_of_the_same_name_is_refused() -> None:
    """The message says how to add terms instead."""
    with pytest.raises(ValueError, match=r"two vocabularies named 'sectors'.*`extends`"):
        shipped().extended([_list("sectors", "x")])


def test_extending_a_list_that_does_not_exist_is_refused() -> None:
    """A misspelt name would otherwise lose the terms."""
    with pytest.raises(ValueError, match="'x' extends 'sektors', which does not exist"):
        shipped().extended([_list("x", "y", extends="sektors")])


def test_an_unknown_name_is_a_key_error() -> None:
    """`Vocabularies` is a mapping like any other."""
    with pytest.raises(KeyError):
        shipped()["sektors"]

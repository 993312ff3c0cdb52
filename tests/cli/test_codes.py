"""`interagency codes`: what may be written where a code stands."""

import pytest

from interagency.vocabularies import shipped
from tests.cli.runs import run

LISTS = [*shipped()]


def test_the_lists_are_told_with_what_they_are_about() -> None:
    result = run("codes")
    names = [line.split()[0] for line in result.stdout.splitlines()]
    assert names == sorted([*LISTS, "organizations"])
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.parametrize("name", LISTS)
def test_each_code_of_a_list_is_told_with_its_name(name: str) -> None:
    lines = run("codes", name).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [term.code for term in shipped()[name]]
    assert all(term.name in line for term, line in zip(shipped()[name], lines, strict=True))


def test_so_are_the_ids_of_well_known_organizations() -> None:
    lines = run("codes", "organizations").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [*shipped().organizations]


def test_an_unknown_list_is_a_mistake_in_usage() -> None:
    result = run("codes", "sektors")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == "there is no code list 'sektors'; did you mean sectors?\n"

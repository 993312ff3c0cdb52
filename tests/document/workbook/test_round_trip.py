"""A workbook holds all that a document holds, and gives it back."""

from hypothesis import given

from interagency.document import load, loads
from interagency.document.workbook.writer import write_workbook
from interagency.examples import names, path
from interagency.model import Architecture
from interagency.testing.strategies import architectures

SMALL = architectures(max_bodies=2, max_others=4, max_relations=4)


@given(SMALL)
def test_a_workbook_gives_back_the_same_architecture(architecture: Architecture) -> None:
    assert loads(write_workbook(architecture)) == architecture


@given(SMALL)
def test_the_same_architecture_gives_the_same_bytes(architecture: Architecture) -> None:
    assert write_workbook(architecture) == write_workbook(architecture)


def test_every_example_comes_back_whole() -> None:
    for name in names():
        architecture = load(path(name))
        assert loads(write_workbook(architecture)) == architecture

"""Whoever does what a question says to write is never asked the same again."""

import json

import pytest

from interagency.document import dumps, loads
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import check, conform
from interagency.snapshot import Question
from tests.hints import AIDS, follow, without_others
from tests.reference_models.test_examples import example

PLUGINS = load_plugins(entry_points=False)
EXAMPLES = ("romania-2022", "ukraine-clusters-2022", "bangladesh-rohingya", "r4v", "3rp-2022")


def asked(architecture: Architecture) -> dict[tuple[str, str], Question]:
    """Return all that the rules, the document and the models it names leave open."""
    questions = [*check(architecture, plugins=PLUGINS).questions]
    questions += [each for each, _ in conform(architecture, plugins=PLUGINS).questions()]
    return {(each.subject, each.about): each for each in questions}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_hint_of_an_example_settles_its_question(name: str) -> None:
    """Each by itself: the document loads, and the question is gone.

    A thing to add is settled here by the other half of the hint, that there are no others: what
    was added to follow it has nothing that a clause asks for.
    """
    architecture = example(name)
    whole = json.loads(dumps(architecture, format="json"))
    for section, entries in AIDS.items():
        whole[section] = {**whole.get(section, {}), **entries}
    for key, question in asked(architecture).items():
        is_sort = question.write.startswith("add it under ")
        ways = without_others(whole, question.write) if is_sort else follow(whole, question)
        for followed in ways:
            document = loads(json.dumps(followed), format="json")
            assert key not in asked(document), question.write

"""The assertions for authors of plugins hold for good records, and fail for bad ones."""

import json
from itertools import count

import pytest

from interagency import testing
from interagency.checking import Example, Finding, Rule, Snapshot
from interagency.document import dumps, loads
from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.testing import assert_examples_hold, assert_exporter_is_stable
from interagency.vocabularies import Term, Vocabulary
from tests.plugins.makers import breaks, exporter, flags_bodies, giving, rule

CLEAN = Example("nothing", "interagency: 1")
FLAGGED = Example("two", "{interagency: 1, forums: {a: {}, b: {}}}", flags=("b", "a"))


def with_examples(*examples: Example) -> Rule:
    return rule(check=flags_bodies, examples=examples)


def test_the_assertions_are_at_hand() -> None:
    assert testing.__all__ == [
        "assert_examples_hold",
        "assert_exporter_is_stable",
        "assert_importer_accounts",
        "assert_profile_reads",
    ]


@pytest.mark.parametrize("name", load_plugins(entry_points=False).rules)
def test_the_examples_of_built_in_rules_hold(name: str) -> None:
    plugins = load_plugins(entry_points=False)
    assert_examples_hold(plugins.rules[name], plugins)


def test_a_rule_that_does_what_its_examples_say_passes() -> None:
    assert_examples_hold(with_examples(CLEAN, FLAGGED))


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (with_examples(FLAGGED), ["has no clean example"]),
        (with_examples(CLEAN), ["has no example that it flags"]),
        (with_examples(), ["has no clean example", "has no example that it flags"]),
        (
            with_examples(CLEAN, FLAGGED, Example("one too many", FLAGGED.document, ("a",))),
            ["example 'one too many' must flag 'a', and the rule flags 'a', 'b'"],
        ),
        (
            with_examples(CLEAN, FLAGGED, Example("one short", CLEAN.document, ("a",))),
            ["example 'one short' must flag 'a', and the rule flags nothing"],
        ),
        (
            with_examples(CLEAN, FLAGGED, Example("typo", "{interagency: 1, sektors: {}}")),
            ["example 'typo' cannot be loaded: <text>:1:18: sektors: "],
        ),
        (
            rule(check=breaks, examples=(CLEAN, FLAGGED)),
            [
                "example 'nothing' breaks the rule down: ZeroDivisionError: the rule",
                "example 'two' breaks the rule down: ZeroDivisionError: the rule",
            ],
        ),
    ],
)
def test_everything_wrong_with_the_examples_is_told(bad: Rule, said: list[str]) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_examples_hold(bad)
    told = str(caught.value).replace("rule\nof a plugin", "rule").splitlines()
    assert len(told) == len(said)
    for line, words in zip(told, said, strict=True):
        assert line.startswith(f"rule 'mine': {words}")


def test_examples_may_lean_on_the_code_lists_of_a_plugin() -> None:
    def flags_unknown(snapshot: Snapshot) -> list[Finding]:
        kinds = snapshot.vocabularies["body-kinds"]
        wrong = (body for body in snapshot.now.bodies if not set(body.kind) <= set(kinds._by_code))
        return [Finding(body.id, "of unknown kind") for body in wrong]

    mine = Vocabulary(
        name="kinds", title="", terms=(Term(code="moot", name="Moot"),), extends="body-kinds"
    )
    examples = (
        Example("known", "{interagency: 1, forums: {a: {kind: moot}}}"),
        Example("unknown", "{interagency: 1, forums: {a: {kind: mute}}}", ("a",)),
    )
    kinds = rule(check=flags_unknown, examples=examples)
    plugins = load_plugins(giving(rules=[kinds], vocabularies=[mine]), entry_points=False)
    assert_examples_hold(kinds, plugins)
    with pytest.raises(AssertionError, match="example 'known' must flag nothing"):
        assert_examples_hold(kinds)


def titles(architecture: Architecture) -> bytes:
    return (architecture.title or "").encode()


def through_json(text: str) -> Architecture:
    return loads(json.dumps(json.loads(text)["document"]))


def wrapped(architecture: Architecture) -> str:
    return json.dumps({"document": json.loads(dumps(architecture, format="json"))})


def test_an_exporter_that_is_stable_passes() -> None:
    assert_exporter_is_stable(exporter(write=titles, loses="all but the title"))


def test_a_lossless_exporter_may_bring_its_reader() -> None:
    assert_exporter_is_stable(exporter(write=wrapped, suffix=".json", loses=""), read=through_json)


counter = count()


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (exporter(write=lambda _: str(next(counter))), "writes one architecture in two ways"),
        (exporter(write=lambda _: None), "writes a NoneType, not text, bytes or files by name"),
        (
            exporter(write=lambda _: "interagency: 1\n", loses=""),
            "says that it loses nothing, and what is read back is not equal",
        ),
        (exporter(suffix="txt"), "'txt' is no suffix: .txt"),
        (exporter(suffix=""), "'' is no suffix: .txt"),
        (exporter(suffix=".tar.gz"), "'.tar.gz' is no suffix: .txt"),
    ],
)
def test_what_is_wrong_with_an_exporter_is_told(bad: Exporter, said: str) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_exporter_is_stable(bad)
    assert str(caught.value).startswith(f"exporter 'mine': {said}")

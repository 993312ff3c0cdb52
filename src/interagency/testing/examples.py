"""Assertions for authors of plugins: that a rule does what its examples say, and exporters too."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import example as with_example

from interagency.checking import Example, Rule, run_rule
from interagency.document import InvalidDocument, loads
from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.plugins.loading import Plugins
from interagency.snapshot import Snapshot
from interagency.testing.strategies import architectures
from interagency.vocabularies import Vocabularies

_MOST_ARCHITECTURES = 30
# Shrinking takes a minute, and the fault says enough.
_PHASES = (Phase.explicit, Phase.generate)

Read = Callable[[Any], Architecture]


def assert_examples_hold(rule: Rule, plugins: Plugins | None = None) -> None:
    """Assert that every example of a rule loads, and that the rule flags what the example says.

    Args:
        rule: The rule; it needs one clean and one flagged example at least.
        plugins: Where the code lists of the rule come from; by default only the shipped ones.

    Raises:
        AssertionError: With everything that is wrong, a line each.
    """
    faults = [*_missing(rule), *_faults(rule, plugins.vocabularies if plugins else None)]
    if faults:
        raise AssertionError("\n".join(f"rule {rule.name!r}: {fault}" for fault in faults))


def _missing(rule: Rule) -> Iterator[str]:
    if all(example.flags for example in rule.examples):
        yield "has no clean example"
    if not any(example.flags for example in rule.examples):
        yield "has no example that it flags"


def _faults(rule: Rule, vocabularies: Vocabularies | None) -> Iterator[str]:
    for example in rule.examples:
        for fault in _faults_of(rule, example, vocabularies):
            yield f"example {example.title!r} {fault}"


def _faults_of(rule: Rule, example: Example, vocabularies: Vocabularies | None) -> Iterator[str]:
    try:
        architecture = loads(example.document, vocabularies=vocabularies)
    except InvalidDocument as error:
        yield f"cannot be loaded: {'; '.join(map(str, error.problems))}"
        return
    result = run_rule(rule, Snapshot.of(architecture, vocabularies=vocabularies))
    flagged = {finding.subject for finding in result.findings}
    if result.crash:
        yield f"breaks the rule down: {result.crash}"
    elif flagged != set(example.flags):
        yield f"must flag {_named(set(example.flags))}, and the rule flags {_named(flagged)}"


def _named(subjects: set[str]) -> str:
    return ", ".join(map(repr, sorted(subjects))) or "nothing"


def assert_exporter_is_stable(exporter: Exporter, read: Read | None = None) -> None:
    """Assert that an exporter writes equal architectures alike, and loses only what it says.

    It is tried on architectures that Hypothesis builds, always the same ones.

    Args:
        exporter: The exporter; if its `loses` is empty, reading back must give an equal value.
        read: Reads what was written; by default it must be a document of interagency itself.

    Raises:
        AssertionError: If it does not hold; a small architecture that shows it is printed.
    """
    suffix = Path(f"x{exporter.suffix}").suffix
    if not suffix or suffix != exporter.suffix:
        raise AssertionError(f"exporter {exporter.name!r}: {exporter.suffix!r} is no suffix: .txt")

    @settings(
        max_examples=_MOST_ARCHITECTURES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=_PHASES,
    )
    @with_example(Architecture())
    @given(architectures())
    def each(architecture: Architecture) -> None:
        fault = _fault(exporter, architecture, read or loads)
        if fault:
            raise AssertionError(f"exporter {exporter.name!r}: {fault}")

    each()


def _fault(exporter: Exporter, architecture: Architecture, read: Read) -> str | None:
    first: object = exporter.write(architecture)  # the types of a plugin may be a promise only
    if not isinstance(first, str | bytes | Mapping):
        return f"writes a {type(first).__name__}, not text, bytes or files by name"
    if first != exporter.write(architecture):
        return "writes one architecture in two ways"
    if not exporter.loses and read(first) != architecture:
        return "says that it loses nothing, and what is read back is not equal"
    return None

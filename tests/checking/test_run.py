"""Rules over an architecture: a fixed order, no clock, and a crash that nobody can miss."""

import asyncio
import random
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast

import pytest
from attrs import evolve
from hypothesis import given

from interagency.checking import (
    Finding,
    Question,
    Rule,
    Severity,
    Snapshot,
    run_rule,
    run_rules,
)
from interagency.checking.run import open_lists, unrecorded
from interagency.document import loads
from interagency.model import Architecture
from interagency.rules import interagency_rules
from interagency.testing.strategies import architectures
from interagency.vocabularies import shipped

A, B, C = Finding("a", "1"), Finding("b", "2"), Finding("a", "3", ("x",))
Q, R = Question("a", "leads", "Who?", "x"), Question("b", "leads", "Who?", "x")


def rule(name: str, *said: Any, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(
        name=name,
        severity=severity,
        summary="",
        rationale="",
        check=lambda snapshot: said,
        sources=(),
        examples=(),
    )


def test_a_rule_lends_its_name_and_weight_and_the_order_is_fixed() -> None:
    said: list[Any] = [A, B, C, Q, R]
    orders = []
    for seed in range(5):
        random.Random(seed).shuffle(said)
        orders.append(run_rule(rule("r", *said), Snapshot(Architecture())))
    assert all(result == orders[0] for result in orders)
    assert [(each.subject, each.message) for each in orders[0].findings] == [
        ("a", "1"),
        ("a", "3"),
        ("b", "2"),
    ]
    assert {(each.rule, each.severity) for each in orders[0].findings} == {("r", Severity.ERROR)}
    assert orders[0].questions == (Q, R)
    assert orders[0].crash == ""


def test_a_rule_that_raises_is_a_finding_of_its_own() -> None:
    """Also half-way: what it had said by then is not to be trusted."""

    def broken(snapshot: Snapshot) -> Iterable[Finding]:
        yield A
        raise KeyError("oops")

    result = run_rule(
        Rule(
            name="broken",
            severity=Severity.INFO,
            summary="",
            rationale="",
            check=broken,
            sources=(),
            examples=(),
        ),
        Snapshot(Architecture()),
    )
    assert result.crash == "KeyError: 'oops'"
    assert [each.severity for each in result.findings] == [Severity.ERROR]
    assert result.findings[0].rule == "broken"
    assert result.findings[0].message == (
        "the rule itself broke down, so nothing is known of what it looks for: KeyError: 'oops'"
    )


def test_what_is_neither_finding_nor_question_is_a_crash() -> None:
    result = run_rule(rule("r", A, "a finding"), Snapshot(Architecture()))
    assert result.crash == "TypeError: it yielded a str, not a Finding or Question"
    assert len(result.findings) == 1


def test_a_rule_that_gives_nothing_to_go_through_is_a_crash() -> None:
    broken = Rule(
        name="r",
        severity=Severity.INFO,
        summary="",
        rationale="",
        check=cast(Any, lambda snapshot: None),
        sources=(),
        examples=(),
    )
    assert run_rule(broken, Snapshot(Architecture())).crash.startswith("TypeError: ")


def test_a_crash_takes_no_other_rule_with_it() -> None:
    report = run_rules(Architecture(), [rule("b", object()), rule("a", A)])
    assert [result.rule for result in report.results] == ["a", "b"]
    assert [result.rule for result in report.crashes] == ["b"]
    assert [each.rule for each in report.findings] == ["a", "b"]


def test_the_day_is_that_of_the_document_and_never_today() -> None:
    written = loads("interagency: 1\nas_of: 2022-02")
    assert run_rules(written, []).day == date(2022, 2, 28)
    assert run_rules(written, [], on="2020").day == date(2020, 12, 31)
    assert run_rules(Architecture(), []).day is None


def test_a_rule_sees_the_day_and_the_lists_it_is_given() -> None:
    seen: list[Snapshot] = []

    def look(snapshot: Snapshot) -> Iterable[Finding]:
        seen.append(snapshot)
        return ()

    lists = shipped().extended([])
    looking = Rule(
        name="look",
        severity=Severity.INFO,
        summary="",
        rationale="",
        check=look,
        sources=(),
        examples=(),
    )
    run_rules(Architecture(), [looking], on=date(2021, 1, 2), vocabularies=lists)
    assert seen[0].day == date(2021, 1, 2)
    assert seen[0].vocabularies is lists


@pytest.mark.parametrize(
    "said",
    [
        Finding("a", cast(Any, 5)),
        Finding(cast(Any, None), "b"),
        Question("a", "b", "c", cast(Any, 1)),
    ],
)
def test_what_is_no_text_in_a_finding_is_a_crash(said: Finding | Question) -> None:
    """It would break whatever prints the report."""
    result = run_rule(rule("r", A, said), Snapshot(Architecture()))
    assert "is not text" in result.crash


@pytest.mark.parametrize("way", [SystemExit, GeneratorExit, asyncio.CancelledError, MemoryError])
def test_a_rule_that_would_end_the_program_is_a_crash(way: type[BaseException]) -> None:
    """A script that ends quietly would look like all clear."""

    def leave(_: Snapshot) -> Iterator[Finding]:
        raise way(0)

    ending = evolve(rule("a", A), check=leave)
    crashed, other = run_rules(Architecture(), [ending, rule("b", B)]).results
    assert crashed.crash == f"{way.__name__}: 0"
    assert [each.subject for each in other.findings] == ["b"]


def test_a_check_can_be_stopped_while_a_rule_runs() -> None:
    def interrupted(_: Snapshot) -> Iterator[Finding]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_rule(evolve(rule("r", A), check=interrupted), Snapshot(Architecture()))


def test_a_rule_whose_error_cannot_be_told_is_a_crash() -> None:
    """What a plugin raises may break down itself."""

    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError

    def fail(_: Snapshot) -> Iterator[Finding]:
        raise Mute

    result = run_rule(evolve(rule("r", A), check=fail), Snapshot(Architecture()))
    assert result.crash == "Mute: it cannot be told"


NEEDED = ("groups", "leads", "members")


@pytest.mark.parametrize(
    ("document", "left"),
    [
        ("", NEEDED),
        ("complete: [groups, leads, members]", ()),
        ("complete: [groups]", ("leads", "members")),
        ("complete: [leads]", ("groups", "members")),
        ("sectors: {a: {complete: [leads, members]}}", ("groups",)),
        # both of one body, or in the header
        ("sectors: {a: {complete: [leads]}, b: {complete: [members]}}", NEEDED),
        ("complete: [leads]\nsectors: {a: {}, b: {complete: [members]}}", ("groups",)),
        # a lead with a co-lead are all there are
        ("sectors: {a: {complete: [members], seats: {lead: [who], co-lead: none}}}", ("groups",)),
        ("sectors: {a: {complete: [members], seats: {lead: [who]}}}", NEEDED),
    ],
)
def test_a_list_is_open_until_somebody_says_that_it_is_whole(
    document: str, left: tuple[str, ...]
) -> None:
    snapshot = Snapshot.of(loads(f"interagency: 1\n{document}"))
    assert open_lists(snapshot, NEEDED) == left
    assert open_lists(snapshot, ()) == ()


@given(architectures())
def test_a_rule_that_could_not_look_says_nothing(architecture: Architecture) -> None:
    """Else `could not look` would be untrue, and hide what was found."""
    snapshot = Snapshot.of(architecture)
    results = [run_rule(rule, snapshot) for rule in interagency_rules() if rule.needs]
    blind = [each for each in results if each.open_lists]
    assert [each.rule for each in blind if each.findings or each.questions] == []


BLIND = """
interagency: 2
complete: [leads, members]
forums: {f: {name: F}, g: {name: G, kind: unknown}, h: {name: H, kind: rcf}}
sectors: {s: {name: S, covers: [HEA], within: f}, t: {name: T, covers: [unknown], within: unknown}}
sub_sectors: {u: {name: U, within: none}}
working_groups: {w: {name: W, certainty: disputed}}
"""


@pytest.mark.parametrize(
    ("reads", "left"),
    [
        ((), ()),
        (("kind of forums",), ("kind of 2 forums",)),
        (("within of groups",), ("within of 1 group",)),
        (("covers of groups",), ("covers of 2 groups",)),
        (("kind of forums", "within of groups"), ("kind of 2 forums", "within of 1 group")),
    ],
)
def test_what_a_rule_reads_and_is_not_recorded_is_counted(
    reads: tuple[str, ...], left: tuple[str, ...]
) -> None:
    """A field of a disputed body is not waited for; `none` is an answer."""
    assert unrecorded(Snapshot.of(loads(BLIND)), reads) == left


def test_a_rule_that_could_not_look_everywhere_says_at_what() -> None:
    report = run_rules(loads(BLIND), interagency_rules())
    blind = {each.rule: each.unrecorded for each in report.results if each.unrecorded}
    assert blind["oversized-forum"] == ("kind of 2 forums",)
    assert blind["sub-sector-in-other-theme"] == ("within of 1 group", "covers of 2 groups")
    assert "empty-group" not in blind


def test_a_rule_reads_only_what_is_known_to_be_read() -> None:
    with pytest.raises(ValueError, match="colour of forums"):
        evolve(next(iter(interagency_rules())), reads=("colour of forums",))

"""The work grows as the document does: no list is multiplied by another, no way is gone anew."""

import unicodedata
from collections.abc import Callable

import pytest

from interagency.checking import Snapshot, run_rule
from interagency.conformance import conform
from interagency.document import loads
from interagency.importers.tabular.text import slug
from interagency.plugins.loading import load_plugins
from interagency.rules import same_scope_twice
from interagency.vocabularies import Suggestions, folded
from interagency.vocabularies import wording as vocabularies
from tests.fuzz.work import growth

PLUGINS = load_plugins(entry_points=False)
# Twice the size is twice the work, and a little for what is sorted.
LINEAR = 2.4


def listed(stem: str, n: int) -> str:
    return ", ".join(f"{stem}{index}" for index in range(n))


def wide_sector(n: int) -> str:
    """Return a sector of n codes in n areas, and an organization that is active in each."""
    active = "".join(
        f"  - {{organization: o, covers: [C{index}], area: COL/a{index}}}\n" for index in range(n)
    )
    return (
        f"interagency: 1\nas_of: 2024\ncomplete: [groups, members, leads]\nlevel: national\n"
        f"organizations: {{o: {{}}}}\n"
        f"sectors:\n  s: {{covers: [{listed('C', n)}], areas: [{listed('COL/a', n)}]}}\n"
        f"presence:\n{active}"
    )


def shared_one_by_one(n: int) -> str:
    """Return a sector that shares each code, each area and each population with another one."""
    whole = f"covers: [{listed('C', n)}], areas: [{listed('COL/a', n)}]"
    others = "".join(
        f"  c{i}: {{covers: [C{i}], areas: [COL/x], populations: [x]}}\n"
        f"  a{i}: {{covers: [X], areas: [COL/a{i}], populations: [x]}}\n"
        f"  p{i}: {{covers: [X], areas: [COL/x], populations: [p{i}]}}\n"
        for i in range(n)
    )
    sector = f"  s: {{{whole}, populations: [{listed('p', n)}]}}\n"
    return f"interagency: 1\nlevel: national\nsectors:\n{sector}{others}"


def two_share_and_a_third_in_turn(n: int) -> str:
    """Return two sectors that share all, so that each value has holders of its own."""
    one = f"covers: [{listed('C', n)}], areas: [{listed('COL/a', n)}]"
    both = "".join(f"  {id}: {{{one}, populations: [{listed('p', n)}]}}\n" for id in ("s", "t"))
    others = "".join(
        f"  x{i}: {{covers: [C{i}], areas: [COL/a{i}], populations: [p{i}]}}\n" for i in range(n)
    )
    return f"interagency: 1\nlevel: national\nsectors:\n{both}{others}"


def chain(n: int) -> str:
    bodies = "".join(f"  f{i}: {{within: f{i - 1}}}\n" for i in range(1, n))
    return f"interagency: 1\nforums:\n  f0: {{}}\n{bodies}"


def unknown_codes(n: int) -> str:
    sectors = "".join(f"  s{i}: {{covers: [{listed('Q', n)}]}}\n" for i in range(10))
    return f"interagency: 1\nsectors:\n{sectors}"


def many_terms(n: int) -> str:
    seats = "".join(f"      q{i}: [{{kind: un}}]\n" for i in range(n))
    return f"interagency: 1\nforums:\n  f:\n    seats:\n{seats}"


def one_rule(name: str, document: Callable[[int], str]) -> Callable[[int], Callable[[], object]]:
    def make(n: int) -> Callable[[], object]:
        snapshot = Snapshot.of(loads(document(n), format="yaml"))
        return lambda: run_rule(PLUGINS.rules[name], snapshot)

    return make


@pytest.mark.parametrize(
    ("rule", "document", "n"),
    [
        ("same-scope-twice", shared_one_by_one, 25),
        ("same-scope-twice", wide_sector, 50),
        ("active-organization-in-no-group", wide_sector, 50),
        ("active-organization-in-no-group", shared_one_by_one, 25),
        ("unknown-role-term", many_terms, 60),
        ("sub-national-coverage", chain, 200),
        ("duplicate-body", chain, 200),
    ],
)
def test_a_rule_takes_as_many_steps_as_its_document_is_long(
    rule: str, document: Callable[[int], str], n: int
) -> None:
    assert max(growth(one_rule(rule, document), n)) < LINEAR


@pytest.mark.parametrize("name", ["rcm-2013", "cash-coordination-2022"])
def test_conform_takes_as_many_steps_as_a_chain_is_deep(name: str) -> None:
    model = PLUGINS.reference_models[name]

    def make(n: int) -> Callable[[], object]:
        architecture = loads(chain(n))
        return lambda: conform(architecture, [model])

    assert max(growth(make, 25)) < LINEAR


def test_what_is_shared_in_too_many_ways_is_asked_rather_than_compared() -> None:
    snapshot = Snapshot.of(loads(two_share_and_a_third_in_turn(700)))
    result = run_rule(same_scope_twice.RULE, snapshot)
    assert not result.crash
    assert result.questions[0].text.startswith("How do s and t and x")
    assert result.questions[0].text.endswith("Their lists are too long to be compared.")
    few = Snapshot.of(loads(two_share_and_a_third_in_turn(20)))
    assert not run_rule(same_scope_twice.RULE, few).questions


@pytest.mark.parametrize("fold", [folded, slug])
def test_marks_are_sorted_in_pieces_however_long_a_name_is(
    fold: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[int] = []

    def normalize(form: str, text: str) -> str:
        pieces.append(len(text))
        return unicodedata.normalize("NFKD", text)

    names = unicodedata
    monkeypatch.setattr(
        vocabularies,
        "unicodedata",
        type("Counted", (), {"normalize": staticmethod(normalize), "combining": names.combining}),
    )
    marks = "\N{COMBINING ACUTE ACCENT}\N{COMBINING CEDILLA}" * 20_000
    assert fold(f"E{marks}cole") == "ecole"
    assert max(pieces) <= 100


def test_a_code_is_looked_for_once_and_only_so_many_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    kind = type(PLUGINS.vocabularies["sectors"])

    def suggest(_: object, code: str) -> tuple[str, ...]:
        asked.append(code)
        return ("HEA",)

    monkeypatch.setattr(kind, "suggest", suggest)
    snapshot = Snapshot.of(loads(unknown_codes(1_200)))
    result = run_rule(PLUGINS.rules["unknown-code"], snapshot)
    assert len(result.findings) == 12_000
    assert len(asked) == 1_000
    suggestions = Suggestions(1)
    assert suggestions.of(PLUGINS.vocabularies["sectors"], "A") == ("HEA",)
    assert suggestions.of(PLUGINS.vocabularies["sectors"], "A") == ("HEA",)
    assert suggestions.of(PLUGINS.vocabularies["sectors"], "B") == ()

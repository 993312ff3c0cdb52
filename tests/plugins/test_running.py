"""`check` runs the rules of plugins, those that are wanted."""

import pickle
from datetime import date

import pytest

from interagency.document import loads
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import (
    UnknownRule,
    check,
    chosen,
)
from interagency.vocabularies import Term, Vocabulary
from tests.plugins.makers import flags_bodies, giving, rule

PLUGINS = load_plugins(
    giving("mine", rules=[rule("a-one", flags_bodies), rule("a-two"), rule("b-one")]),
    entry_points=False,
    block=("interagency.rules",),
)
RCF = loads("{interagency: 1, as_of: 2022, forums: {rcf: {name: RCF, until: 2021}, hct: {}}}")


@pytest.mark.parametrize(
    ("select", "ignore", "names"),
    [
        (("*",), (), ["a-one", "a-two", "b-one"]),
        (("a-*",), (), ["a-one", "a-two"]),
        (("b-one", "a-one", "a-one"), (), ["a-one", "b-one"]),
        (("*",), ("*-one",), ["a-two"]),
        (("a-one",), ("a-one",), []),
        ((), (), []),
    ],
)
def test_rules_are_selected_and_ignored_by_name(
    select: tuple[str, ...], ignore: tuple[str, ...], names: list[str]
) -> None:
    assert [each.name for each in chosen(PLUGINS.rules, select, ignore)] == names
    report = check(RCF, select=select, ignore=ignore, plugins=PLUGINS)
    assert [result.rule for result in report.results] == names


@pytest.mark.parametrize("where", ["select", "ignore"])
@pytest.mark.parametrize("name", ["a-tow", "A-TWO*", ""])
def test_a_name_that_fits_no_rule_is_refused(where: str, name: str) -> None:
    """A misspelt name would leave a rule out, and its silence looks like all clear."""
    names = {"select": ("*",), "ignore": (), where: (name,)}
    with pytest.raises(UnknownRule) as caught:
        check(RCF, plugins=PLUGINS, select=names["select"], ignore=names["ignore"])
    assert caught.value.name == name


def test_an_unknown_rule_comes_with_what_may_be_meant() -> None:
    with pytest.raises(
        UnknownRule, match=r"there is no rule 'a-tow'; did you mean a-two or a-one\?"
    ):
        chosen(PLUGINS.rules, ["a-tow"])
    with pytest.raises(UnknownRule, match="there is no rule 'xyz'; known are a-one, a-two, b-one"):
        chosen(PLUGINS.rules, ["xyz"])


def test_the_error_survives_the_way_to_another_process() -> None:
    error = UnknownRule("a-tow", PLUGINS.rules)
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), vars(copy)) == (str(error), vars(error))


def test_all_rules_may_be_wanted_where_there_are_none() -> None:
    none = load_plugins(entry_points=False, block=("interagency.rules",))
    assert check(RCF, plugins=none).results == ()


def test_the_day_is_an_argument() -> None:
    now = check(RCF, plugins=PLUGINS)
    then = check(RCF, on="2020", plugins=PLUGINS)
    assert (now.day, then.day) == (date(2022, 12, 31), date(2020, 12, 31))
    assert [finding.subject for finding in now.findings] == ["hct"]
    assert [finding.subject for finding in then.findings] == ["hct", "rcf"]


def test_without_plugins_the_built_in_and_installed_ones_are_used() -> None:
    ran = {result.rule for result in check(RCF).results}
    assert ran == set(load_plugins().rules)


def test_the_vocabularies_of_plugins_are_used() -> None:
    """A term that a plugin adds is leadership: only its partner remains to be asked for."""
    document = loads("{interagency: 1, organizations: {a: {}}, forums: {f: {seats: {zzz: [a]}}}}")
    leader = Term(code="zzz", name="zzz", standing="lead")
    terms = Vocabulary(name="mine", title="", terms=(leader,), extends="role-terms")
    plugins = load_plugins(giving(vocabularies=[terms]), entry_points=False)
    assert [question.text for question in check(document, plugins=plugins).questions] == [
        "Who co-leads f, with a in the lead?"
    ]
    assert "Who leads or co-leads f?" in {question.text for question in check(document).questions}


def test_a_model_that_does_not_exist_is_a_warning_of_check() -> None:
    """A short name that means one model is none; without any model nothing can be said."""
    named = Architecture(conforms_to=("rcm-2031", "rcm-2013", "unsdcf"))
    plugins = load_plugins(entry_points=False)
    (found,) = check(named, select=["unknown-code"], plugins=plugins).findings
    assert found.evidence == ("conforms_to", "rcm-2031")
    without = load_plugins(entry_points=False, only=("rules",))
    assert check(named, select=["unknown-code"], plugins=without).findings == ()

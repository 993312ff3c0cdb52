"""What does not fit is refused in one line, with a way to do without it."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

import interagency.rules
from interagency.checking import Rule
from interagency.plugins import hookimpl
from interagency.plugins.discovery import BUILT_IN
from interagency.plugins.errors import PluginError, UnknownPlugin
from interagency.plugins.loading import load_plugins
from tests.plugins.makers import exporter, giving, importer, plugin, rule, vocabulary
from tests.plugins.refusals import in_one_line, load, refused


def raises() -> Any:
    raise RuntimeError("two\nlines")


class Mine:
    """A plugin may be an object."""

    @hookimpl
    def interagency_rules(self) -> list[Rule]:
        """Return rules."""
        return [rule()]


def test_a_hook_that_is_not_marked_is_not_passed_over() -> None:
    """A plugin whose second hook lost its mark would otherwise lose those rules in silence."""
    broken = giving(exporters=[exporter()])
    cast(Any, broken).interagency_rules = lambda: [rule()]
    assert in_one_line(refused(broken)) == "does not mark interagency_rules with hookimpl"


def test_an_object_may_be_a_plugin() -> None:
    assert load(Mine()).owners["interagency_rules", "mine"] == "Mine"


def test_a_class_in_place_of_an_object_is_refused() -> None:
    assert "missing 1 required positional argument: 'self'" in in_one_line(refused(Mine), "Mine")


def test_two_plugins_of_one_name_are_refused() -> None:
    assert in_one_line(refused(Mine(), Mine()), "Mine") == "has the name of another plugin"


def test_a_plugin_given_twice_is_refused() -> None:
    mine = giving(rules=[rule()])
    assert in_one_line(refused(mine, mine)) == "is there twice; the first time as 'bad'"


def test_a_built_in_given_once_more_is_refused() -> None:
    name = "interagency.rules"
    said = in_one_line(refused(interagency.rules), name)
    assert said == "is there twice; the first time as 'interagency.rules'"


@pytest.mark.parametrize("nothing", ["text", None, 5])
def test_what_is_no_plugin_at_all_is_refused(nothing: object) -> None:
    assert "has no hook" in in_one_line(refused(nothing), type(nothing).__name__)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_can_be_blocked(name: str) -> None:
    plugins = load(block=(name,))
    assert name not in plugins.names
    assert name not in plugins.owners.values()


def test_a_blocked_plugin_does_no_harm() -> None:
    assert load(plugin(interagency_rules=raises), block=("bad",)) == load()


def test_a_name_to_block_that_nobody_has_is_refused() -> None:
    """A misspelt name is told before the plugin that was meant breaks down once more."""
    with pytest.raises(UnknownPlugin) as caught:
        load(plugin("broken", interagency_rules=raises), block=("brokn",))
    assert str(caught.value) == "there is no plugin 'brokn' to block; did you mean broken?"
    assert caught.value.close_matches == ("broken",)


def test_a_name_like_no_other_is_answered_with_all_names() -> None:
    with pytest.raises(UnknownPlugin, match=r"'x' to block; known are interagency\.rules, inter"):
        load(block=("x",))


Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a plugin for one test: its module, and a real entry point that names it."""

    def installed(name: str, source: str) -> None:
        module = f"plugin_{name.replace('-', '_')}"
        folder = tmp_path / f"{module}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (folder / "entry_points.txt").write_text(f"[interagency]\n{name} = {module}\n")
        (tmp_path / f"{module}.py").write_text(source)
        monkeypatch.syspath_prepend(tmp_path)
        # So that the module, if the test imports it, is gone when the test is over.
        monkeypatch.setitem(sys.modules, module, None)
        del sys.modules[module]

    return installed


GOOD = """
from interagency.exchange import Exporter
from interagency.plugins import hookimpl
from tests.plugins.makers import rule

@hookimpl
def interagency_rules():
    return [rule("installed-rule")]
"""


def test_an_installed_plugin_is_found_by_its_entry_point(install: Install) -> None:
    install("my-plugin", GOOD)
    plugins = load_plugins()
    assert plugins.owners["interagency_rules", "installed-rule"] == "my-plugin"
    assert "installed-rule" not in load().rules


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "cannot be imported: ZeroDivisionError: division by zero"),
        ("import nothing_of_the_kind", "cannot be imported: ModuleNotFoundError: No module named"),
        ("def f(:", "cannot be imported: SyntaxError: "),
        ("import sys; sys.exit(0)", "cannot be imported: SystemExit: 0"),
        ("raise GeneratorExit", "cannot be imported: GeneratorExit: "),
        ("", "has no hook"),
    ],
)
def test_an_installed_plugin_that_is_broken_is_named(
    install: Install, source: str, said: str
) -> None:
    install("my-plugin", source)
    with pytest.raises(PluginError) as caught:
        load_plugins()
    assert said in in_one_line(caught.value, "my-plugin")
    assert "my-plugin" not in load_plugins(block=("my-plugin",)).names


def test_two_installed_plugins_of_one_name_are_refused(install: Install, tmp_path: Path) -> None:
    install("my-plugin", GOOD)
    install("my_plugin2", GOOD.replace("installed-rule", "other-rule"))
    points = tmp_path / "plugin_my_plugin2-1.0.dist-info" / "entry_points.txt"
    points.write_text("[interagency]\nmy-plugin = plugin_my_plugin2\n")
    with pytest.raises(PluginError) as caught:
        load_plugins()
    assert in_one_line(caught.value, "my-plugin") == "has the name of another plugin"


def test_an_installed_plugin_given_once_more_names_both(install: Install) -> None:
    install("my-plugin", GOOD)
    load_plugins()
    with pytest.raises(PluginError) as caught:
        load_plugins(sys.modules["plugin_my_plugin"])
    said = in_one_line(caught.value, "plugin_my_plugin")
    assert said == "is there twice; the first time as 'my-plugin'"


def raising() -> Any:
    raise RuntimeError("two\nlines")


def gives_one_and_raises() -> Iterator[Rule]:
    yield rule()
    raise RuntimeError("midway")


def exits() -> Any:
    sys.exit(0)


def is_cancelled() -> Any:
    raise asyncio.CancelledError("now")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param(
            plugin(interagency_rule=raising),
            "unknown hook 'interagency_rule'",
            id="misspelt",
        ),
        pytest.param(
            plugin(interagency_rules=lambda snapshot: []),
            "Argument(s) {'snapshot'} are declared",
            id="unknown argument",
        ),
        pytest.param(plugin(), "has no hook; mark one of interagency_rules, ", id="no hook"),
        pytest.param(
            plugin(interagency_rules=raising),
            "breaks down in interagency_rules: RuntimeError: two lines",
            id="raising",
        ),
        pytest.param(
            plugin(interagency_exporters=exits),
            "breaks down in interagency_exporters: SystemExit: 0",
            id="exits",
        ),
        pytest.param(
            plugin(interagency_vocabularies=is_cancelled),
            "breaks down in interagency_vocabularies: CancelledError: now",
            id="is cancelled",
        ),
        pytest.param(
            giving(rules=None),
            "breaks down in interagency_rules: TypeError: 'NoneType' object is not iterable",
            id="gives None",
        ),
        pytest.param(
            giving(rules=rule()),
            "breaks down in interagency_rules: TypeError: 'Rule' object is not iterable",
            id="gives one record, not a list",
        ),
        pytest.param(
            plugin(interagency_rules=gives_one_and_raises),
            "breaks down in interagency_rules: RuntimeError: midway",
            id="raising midway",
        ),
        pytest.param(
            giving(rules=[exporter()]), "gives interagency_rules a Exporter, not a Rule", id="type"
        ),
        pytest.param(
            giving(exporters=[type(exporter())]),
            "gives interagency_exporters a type, not a Exporter",
            id="class of record",
        ),
        pytest.param(
            giving(rules=[rule("same"), rule("same")]),
            "gives a second Rule named 'same'; the first is of 'bad'",
            id="rule twice",
        ),
        pytest.param(
            giving(rules=[rule("lead-vacant")]),
            "gives a second Rule named 'lead-vacant'; the first is of 'interagency.rules'",
            id="rule of a built-in",
        ),
        pytest.param(
            giving(exporters=[exporter("yaml")]),
            "gives a second Exporter named 'yaml'; the first is of 'interagency.exporters'",
            id="exporter of a built-in",
        ),
        pytest.param(
            giving(vocabularies=[vocabulary("v", "PRO", extends="sectors")]),
            "does not fit: code 'PRO' of vocabulary 'v' is already in 'sectors'",
            id="code of a shipped list",
        ),
        pytest.param(
            giving(vocabularies=[vocabulary("v", "x", extends="sektors")]),
            "does not fit: vocabulary 'v' extends 'sektors', which does not exist",
            id="list to extend",
        ),
    ],
)
def test_a_broken_plugin_is_told_in_one_line(broken: object, said: str) -> None:
    assert said in in_one_line(refused(broken))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            {"rules": [rule("same")]},
            {"rules": [rule("same")]},
            "gives a second Rule named 'same'; the first is of 'good'",
        ),
        (
            {"importers": [importer()]},
            {"importers": [importer()]},
            "gives a second Importer named 'mine'; the first is of 'good'",
        ),
        (
            {"vocabularies": [vocabulary("v", "x")]},
            {"vocabularies": [vocabulary("v", "y")]},
            "gives a second Vocabulary named 'v'; the first is of 'good'",
        ),
        (
            {"vocabularies": [vocabulary("v", "x", extends="sectors")]},
            {"vocabularies": [vocabulary("w", "x", extends="sectors")]},
            "does not fit: code 'x' of vocabulary 'w' is already in 'v'",
        ),
    ],
    ids=["rule", "importer", "vocabulary", "code"],
)
def test_one_name_in_two_plugins_names_both(
    first: dict[str, Any], second: dict[str, Any], said: str
) -> None:
    """Pluggy calls the last plugin first; whose fault it is must not depend on that."""
    both = giving("good", **first), giving("bad", **second)
    text = str(refused(*both))
    assert said in text or said.replace("good", "bad") in text


def test_only_the_plugin_whose_vocabulary_clashes_is_named() -> None:
    good = giving("good", vocabularies=[vocabulary("a", "x", extends="sectors")])
    bad = giving("bad", vocabularies=[vocabulary("b", "PRO", extends="sectors")])
    assert in_one_line(refused(good, bad)) == (
        "does not fit: code 'PRO' of vocabulary 'b' is already in 'sectors'"
    )

"""All that a plugin needs: its records are tried by what interagency brings along."""

import interagency_example
from interagency_example import EXPORTER, RULE

from interagency.plugins.loading import load_plugins
from interagency.testing import assert_examples_hold, assert_exporter_is_stable


def test_the_rule_does_what_its_examples_say():
    assert_examples_hold(RULE)


def test_the_exporter_is_stable():
    assert_exporter_is_stable(EXPORTER)


def test_the_plugin_loads():
    plugins = load_plugins(interagency_example, entry_points=False)
    assert plugins.rules[RULE.name] is RULE
    assert plugins.exporters[EXPORTER.name] is EXPORTER

"""Errors on plugins."""

import pickle

import pytest

from interagency.plugins.errors import PluginError, UnknownPlugin


@pytest.mark.parametrize("error", [PluginError("a", "is bad"), UnknownPlugin("a", iter(["ab"]))])
def test_errors_survive_the_way_to_another_process(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))

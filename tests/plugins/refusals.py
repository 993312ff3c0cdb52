"""Loading plugins for a test, and what is said of one that is refused."""

import pytest

from interagency.plugins.errors import PluginError
from interagency.plugins.loading import (
    Plugins,
    load_plugins,
)


def load(*extra: object, block: tuple[str, ...] = ()) -> Plugins:
    return load_plugins(*extra, entry_points=False, block=block)


def refused(*extra: object) -> PluginError:
    with pytest.raises(PluginError) as caught:
        load(*extra)
    return caught.value


def in_one_line(error: PluginError, name: str = "bad") -> str:
    """Return what an error says, if it is one line that names the plugin and the way out."""
    text = str(error)
    assert error.plugin == name
    assert text.startswith(f"plugin {name!r} ")
    assert text.endswith(f"; without it, use block=({name!r},) or --block {name}")
    assert "\n" not in text
    assert " object at 0x" not in text
    return text.removeprefix(f"plugin {name!r} ").rpartition(";")[0]

"""Plugins named on the command line: a file of Python, or a module that can be imported."""

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final, final

from interagency.errors import BrokenDown, attempt
from interagency.plugins.errors import PluginError

_MEANT: Final = "--plugin takes a file whose name ends in .py, or a module that can be imported"


@final
class PluginNotUsable(PluginError):
    """A plugin named on the command line that cannot be used."""

    def __str__(self) -> str:
        """Return what is wrong with it, and that a file of Python or a module is meant."""
        return f"plugin {self.plugin!r} {self.args[1]}; {_MEANT}"


def plugin_named(name: str) -> ModuleType:
    """Return the plugin of a name: the module in a file, or an importable module.

    Raises:
        PluginNotUsable: If it cannot be imported, for whatever reason.
    """
    try:
        return attempt(lambda: _module(name))
    except BrokenDown as error:  # whatever it raises, its name must be told
        raise PluginNotUsable(name, f"cannot be imported: {error}") from error


def _module(name: str) -> ModuleType:
    return _from_file(Path(name)) if name.endswith(".py") else import_module(name)


def _from_file(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(f"there is no file {path}")
    module = module_from_spec(spec)
    sys.modules.setdefault(spec.name, module)  # attrs and pickle look a class up by its module
    spec.loader.exec_module(module)
    return module

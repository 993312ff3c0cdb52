"""The folder of documents and the installed plugins that the tests of commands have."""

from tests.cli.conftest import folder, installed

__all__ = ["folder", "installed"]

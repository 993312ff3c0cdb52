"""The folders and plugins of the tests of the command line."""

from tests.cli.conftest import folder, installed

__all__ = ["folder", "installed"]

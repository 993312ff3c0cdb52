"""Types of click that its oldest version allowed does not have while the program runs."""

from typing import TYPE_CHECKING, Generic, TypeVar

import click

Given = TypeVar("Given")

if TYPE_CHECKING:
    from click import ParamType
else:

    class ParamType(click.ParamType, Generic[Given]):
        """A type of values of options; in click 8.2 it takes no type of its own."""


__all__ = ["ParamType"]

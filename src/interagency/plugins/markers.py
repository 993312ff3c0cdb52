"""The marks by which pluggy knows hooks."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import pluggy

PROJECT: Final = "interagency"

Function = TypeVar("Function", bound=Callable[..., Any])

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

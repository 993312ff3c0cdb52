"""Settings of a folder: `interagency.toml`, or `[tool.interagency]` in pyproject.toml."""

import re
import tomllib
from collections.abc import Mapping
from math import inf
from pathlib import Path
from typing import Any, Final, cast, final

import click
from attrs import frozen

from interagency.checking import Severity
from interagency.cli.encodings import print_anything
from interagency.cli.guard import SETTINGS, Guard
from interagency.document.scalars import shortened
from interagency.errors import InteragencyError

KEYS: Final[dict[str, type]] = {
    "block": list,
    "fail-on": str,
    "ignore": list,
    "select": list,
    "severity": dict,
    "timeout": float,
}
FAIL_ON: Final = (*(each.value for each in Severity), "never")
MOST_BYTES: Final = 1_000_000
MOST_DOTS: Final = 100
# A dotted key takes the reader of TOML time that grows with the cube of its length.
_DOTTED = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)++""")
_CHECK = ("fail-on", "ignore", "select", "severity", "timeout")
_WANTED: Final[dict[type, str]] = {
    dict: f"a table of rules, each with one of {', '.join(Severity)}",
    list: "a list of texts",
    float: "a number of seconds above 0",
    str: f"one of {', '.join(FAIL_ON)}",
}


class BadConfig(InteragencyError):
    """Settings that cannot be used."""


@final
@frozen
class Settings:
    """What settings say, and the files they were looked for in.

    Attributes:
        defaults: Defaults of the commands.
        files: The files that were read, also those that say nothing.
    """

    defaults: dict[str, Any]
    files: tuple[Path, ...] = ()


def configured(folder: Path | None = None) -> Settings:
    """Return the settings that hold in a folder.

    Args:
        folder: The folder; by default the current one. The nearest settings above it hold.

    Raises:
        BadConfig: If they cannot be read, or say what is no setting.
    """
    here = folder or Path.cwd()
    files: tuple[Path, ...] = ()
    for each in (here, *here.parents):
        for path in map(each.joinpath, SETTINGS):
            if not _is_there(path):
                continue
            files += (path,)
            settings = _settings(path)
            if settings is not None:
                return Settings(_defaults(path, settings), files)
    return Settings({}, files)


def _is_there(path: Path) -> bool:
    """Return whether there are settings; what only looks like a file must not be passed over.

    Raises:
        BadConfig: If it is a link that leads nowhere, a folder or a device.
    """
    if path.is_file():
        return True
    if path.is_symlink() or path.exists():
        sort = "is not a file" if path.exists() else "is a link that leads nowhere"
        raise BadConfig(f"{path}: cannot be read: it {sort}")
    return False


def _settings(path: Path) -> Mapping[str, Any] | None:
    """Return the settings in a file; None if it has none."""
    try:
        found = tomllib.loads(_text(path))
    except RecursionError:
        raise BadConfig(f"{path}: cannot be read: it is nested too deep") from None
    except (OSError, ValueError) as error:
        raise BadConfig(f"{path}: cannot be read: {shortened(str(error))}") from None
    if path.name == "interagency.toml":
        return found
    tools = found.get("tool")
    settings = tools.get("interagency") if isinstance(tools, dict) else None
    if not isinstance(settings, dict | None):
        raise BadConfig(
            f"{path}: tool.interagency must be a table, not {shortened(repr(settings))}"
        )
    return settings


def _text(path: Path) -> str:
    """Return the text of a file of settings, of a size and depth that TOML's reader can bear."""
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES:,} bytes")
    text = data.decode("utf-8-sig")  # Notepad begins a file with a mark
    if any(key[0].count(".") > MOST_DOTS for key in _DOTTED.finditer(text)):
        raise ValueError(f"a key has more than {MOST_DOTS} dots")
    return text


def _defaults(path: Path, settings: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in settings.items():
        if key not in KEYS:
            raise BadConfig(
                f"{path}: there is no setting {shortened(key)!r}; known are {', '.join(KEYS)}"
            )
        if not _fits(value, KEYS[key]):
            raise BadConfig(
                f"{path}: {key} must be {_WANTED[KEYS[key]]}, not {shortened(repr(value))}"
            )
    checks = {key.replace("-", "_"): settings[key] for key in _CHECK if key in settings}
    block = {"block": settings["block"]} if "block" in settings else {}
    return {**block, "check": checks}


def _fits(value: object, kind: type) -> bool:
    if kind is str:
        return value in FAIL_ON
    if kind is float:
        return type(value) in (int, float) and 0 < cast("float", value) < inf
    if kind is dict:
        return isinstance(value, dict) and all(each in [*Severity] for each in value.values())
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def prepare(ctx: click.Context) -> None:
    """Give a command the settings of its folder.

    Args:
        ctx: The context of the command.
    """
    print_anything()
    settings = configured()
    ctx.default_map = settings.defaults
    ctx.obj = {"guard": Guard()}
    for file in settings.files:
        ctx.obj["guard"].reads(file)

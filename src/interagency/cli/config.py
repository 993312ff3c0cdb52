"""Settings of a folder: `interagency.toml`, or `[tool.interagency]` in pyproject.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from interagency.checking import Severity
from interagency.errors import InteragencyError

KEYS: Final[dict[str, type]] = {
    "block": list,
    "fail-on": str,
    "ignore": list,
    "select": list,
    "severity": dict,
}
FAIL_ON: Final = (*(each.value for each in Severity), "never")
_CHECK = ("fail-on", "ignore", "select", "severity")
_WANTED: Final[dict[type, str]] = {
    dict: f"a table of rules, each with one of {', '.join(Severity)}",
    list: "a list of texts",
    str: f"one of {', '.join(FAIL_ON)}",
}


class BadConfig(InteragencyError):
    """Settings that cannot be used."""


def configured(folder: Path | None = None) -> dict[str, Any]:
    """Return the settings that hold in a folder, as defaults of the commands.

    Args:
        folder: The folder; by default the current one. The nearest settings above it hold.

    Raises:
        BadConfig: If they cannot be read, or say what is no setting.
    """
    here = folder or Path.cwd()
    for each in (here, *here.parents):
        for name in ("interagency.toml", "pyproject.toml"):
            settings = _settings(each / name)
            if settings is not None:
                return _defaults(each / name, settings)
    return {}


def _settings(path: Path) -> Mapping[str, Any] | None:
    """Return the settings in a file; None if there is none."""
    if not path.is_file():
        return None
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"{path}: cannot be read: {error}") from None
    if path.name == "interagency.toml":
        return found
    tools = found.get("tool")
    settings = tools.get("interagency") if isinstance(tools, dict) else None
    if not isinstance(settings, dict | None):
        raise BadConfig(f"{path}: tool.interagency must be a table, not {settings!r}")
    return settings


def _defaults(path: Path, settings: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in settings.items():
        if key not in KEYS:
            raise BadConfig(f"{path}: there is no setting {key!r}; known are {', '.join(KEYS)}")
        if not _fits(value, KEYS[key]):
            raise BadConfig(f"{path}: {key} must be {_WANTED[KEYS[key]]}, not {value!r}")
    checks = {key.replace("-", "_"): settings[key] for key in _CHECK if key in settings}
    block = {"block": settings["block"]} if "block" in settings else {}
    return {**block, "check": checks}


def _fits(value: object, kind: type) -> bool:
    if kind is str:
        return value in FAIL_ON
    if kind is dict:
        return isinstance(value, dict) and all(each in [*Severity] for each in value.values())
    return isinstance(value, list) and all(isinstance(each, str) for each in value)

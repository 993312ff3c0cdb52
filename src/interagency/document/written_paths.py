"""Paths as people write them: sectors.health.seats."technical lead"[1].since."""

import json
import re
from typing import Any, Final

from interagency.document.problems import Path
from interagency.document.scalars import shortened
from interagency.document.splices import ImpossibleEdit

_STEP: Final = re.compile(
    r'(?:(?:^|\.)(?:(?P<quoted>"(?:[^"\\]|\\.)*+")|(?P<plain>[^."\[\]:]++))|\[(?P<index>\d{1,9})\])'
)
_PART: Final = re.compile(r"(appeals|presence), of (\S+) in (.+?)(?:(?:: |\.)(\w+))?")
_WHERE: Final = {"appeals": "plan", "presence": "area"}
_NO_AREA: Final = "no area"


def path_of(text: str, value: Any) -> Path:
    """Return the path that a text writes, as messages and questions do.

    An id with dots in it needs no quotes, if there is such an entry.

    Args:
        text: The path: keys joined by dots, in quotes if they hold one, and [indexes]; or, as
            questions write it, `appeals, of nrc in rrp: amount`.
        value: The plain value of the document.

    Raises:
        ImpossibleEdit: If it is not a path, or names an entry that is not there.
    """
    part = _PART.fullmatch(text)
    if part is not None:
        return _of_part(part, value)
    path: list[str | int] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            message = "is not a path; write, for example, sectors.health.seats.lead"
            raise ImpossibleEdit(f"{shortened(text)!r} {message}")
        at = match.end()
        if match["index"]:
            path.append(int(match["index"]))
        else:
            path.append(str(json.loads(match["quoted"])) if match["quoted"] else match["plain"])
    return _with_dots(tuple(path), value)


def _with_dots(path: Path, value: Any) -> Path:
    """Return a path with the parts of an id that has dots put together."""
    entries = value.get(path[0]) if isinstance(value, dict) and path else None
    if not isinstance(entries, dict) or len(path) < 3 or path[1] in entries:
        return path
    for length in range(len(path), 2, -1):
        steps = path[1:length]
        id = ".".join(map(str, steps))
        if id in entries:
            return (path[0], id, *path[length:])
    return path


def _of_part(part: re.Match[str], value: Any) -> Path:
    """Return the path of an appeal, or of a presence, by whose it is and where."""
    section, who, where, field = part.groups()
    items = value.get(section, []) if isinstance(value, dict) else []
    found = [
        index
        for index, each in enumerate(items)
        if each.get("organization") == who and each.get(_WHERE[section], _NO_AREA) == where
    ]
    if len(found) != 1:
        shown = f"{section}, of {who} in {where}"
        many = f"there are {len(found)} of them; give its place" if found else "there is none"
        raise ImpossibleEdit(f"{shown}: {many}, for example {section}[0].{field or 'note'}")
    return (section, found[0], *([field] if field else []))

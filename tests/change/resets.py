"""A small response before the reset, and what is printed of a change to it."""

from pathlib import Path

import interagency as ia
from interagency.change.change_set_files import parse_changes
from interagency.plugins.comparing import what_if
from interagency.plugins.loading import load_plugins
from interagency.report.comparison import change_lines
from interagency.report.effects import effect_blocks

RESPONSE = (Path(__file__).parent / "response.yaml").read_text(encoding="utf-8")
HEAD = "interagency_changes: 1\nday: 2026-01-01\n"


def changed(changes: str, document: str = RESPONSE) -> ia.Architecture:
    """Return the response after some changes."""
    return ia.change.apply(ia.loads(document), parse_changes(f"{HEAD}{changes}"))


def told(changes: str, document: str = RESPONSE) -> list[str]:
    """Return the lines of `whatif` on changes: what is different, then who loses and gains."""
    plugins = load_plugins(entry_points=False)
    found = what_if(ia.loads(document), parse_changes(f"{HEAD}{changes}"), plugins=plugins)
    rows = [row for _, each in effect_blocks(found.effects, found.comparison.name) for row in each]
    return [*change_lines(found.comparison), *rows]

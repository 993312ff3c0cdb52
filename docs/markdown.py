"""Texts to Markdown: pages and tables."""

import inspect
from collections.abc import Iterable


def page(title: str, introduction: str, parts: Iterable[str]) -> str:
    """Return a page."""
    return "\n\n".join([f"# {title}", introduction, *parts]) + "\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table."""
    cells = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in cells)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def first_line(thing: object) -> str:
    """Return the first line of the docstring of a thing."""
    return (inspect.getdoc(thing) or "").partition("\n")[0]

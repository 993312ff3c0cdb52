"""Architectures, bodies, reports, conformances and comparisons as notebooks show them."""

from collections.abc import Sequence
from html import escape

import attrs

from interagency.change import Comparison
from interagency.checking import Report
from interagency.conformance import Conformance
from interagency.model import Alias, Architecture, Body, Within
from interagency.report.organogram import organogram_of
from interagency.report.sheets import sheets_of
from interagency.report.svg import svg_of
from interagency.report.wording import seen
from interagency.snapshot.labels import counted

# A notebook keeps what it shows: more rows than these are only counted.
_MOST = 200


def html_of(value: object) -> str:
    """Return a value as HTML for a notebook; everything that a document says is escaped."""
    if isinstance(value, Architecture):
        return _architecture(value)
    if isinstance(value, Report):
        return _report(value)
    if isinstance(value, Conformance):
        return _conformance(value)
    if isinstance(value, Comparison):
        return _comparison(value)
    if isinstance(value, Body):
        return _body(value)
    return f"<pre>{_text(repr(value))}</pre>"


def svg_of_architecture(architecture: Architecture) -> str:
    """Return the first drawing of an architecture; of a large one, the index of its branches."""
    organogram = organogram_of(architecture)
    return svg_of(organogram, sheets_of(organogram)[0])


def _architecture(architecture: Architecture) -> str:
    organogram = organogram_of(architecture)
    sheets = sheets_of(organogram)
    more = f"<p>The first of {len(sheets)} drawings.</p>" if len(sheets) > 1 else ""
    return f"<div>{svg_of(organogram, sheets[0])}{more}</div>"


def _report(report: Report) -> str:
    rows = [
        (each.severity.value, each.rule, each.subject, each.message) for each in report.findings
    ]
    note = f"{len(rows)} findings, {len(report.waived)} waived, {len(report.questions)} questions"
    heads = ("weight", "rule", "about", "finding")
    return _table(f"{report.title or 'untitled'}, {report.day or 'no date'}: {note}", heads, rows)


def _conformance(found: Conformance) -> str:
    rows = [
        (
            model.model.name,
            each.clause.id,
            each.clause.strength.value,
            each.outcome.value,
            each.clause.text,
        )
        for model in found.models
        for each in model.clauses
    ]
    heads = ("model", "clause", "strength", "answer", "what it asks")
    return _table(f"{found.title or 'untitled'}, {found.day or 'no date'}", heads, rows)


def _comparison(found: Comparison) -> str:
    rows = [
        (found.name(each.subject), each.kind.value, each.text, str(each.since or ""))
        for each in found.changes
    ]
    caption = f"{found.after.title or 'untitled'}: {counted(len(rows), 'change')}"
    return _table(caption, ("about", "sort", "change", "since"), rows)


def _body(body: Body) -> str:
    """Return the fields that are written of a body; who sits in it, the architecture shows."""
    values = {each.name: getattr(body, each.name) for each in attrs.fields(type(body))}
    rows = [(name, _plain(value)) for name, value in values.items() if value not in (None, ())]
    return _table(f"{type(body).__name__} {body.id}", ("field", "value"), rows)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_plain, value))
    if isinstance(value, Within):
        return value.to
    return value.name if isinstance(value, Alias) else str(value)


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows[:_MOST]
    )
    more = f"<p>and {len(rows) - _MOST} more</p>" if len(rows) > _MOST else ""
    return (
        f"<table><caption>{_text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>{more}"
    )


def _text(text: str) -> str:
    return escape(seen(text))

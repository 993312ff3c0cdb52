"""Architectures, reports and conformances as notebooks show them."""

from collections.abc import Sequence
from html import escape

from interagency.checking import Report
from interagency.conformance import Conformance
from interagency.model import Architecture
from interagency.report.organogram import organogram_of
from interagency.report.sheets import sheets_of
from interagency.report.svg import svg_of
from interagency.report.wording import seen

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

"""Review of names: a sheet to decide in, and the decisions that come back in it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, final

from attrs import evolve, frozen

from interagency.document.identities import DECISIONS, VERSION, VERSION_KEY, Decision
from interagency.document.problems import InvalidDocument, Problem
from interagency.document.workbook.cells import MARK
from interagency.importers.matching.candidates import MOST, Candidate
from interagency.importers.matching.names import Named
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.split import letters_of
from interagency.importers.tabular.text import clean, folded, slug
from interagency.model import Day

NAME: Final = "Name"
DECISION: Final = "Decision"
NOTE: Final = "Note"
_CANDIDATES: Final = tuple(
    head for number in range(1, MOST + 1) for head in (f"Candidate {number}", f"Why {number}")
)
HEADS: Final = (NAME, "Rows", "Kind", "Stands in", *_CANDIDATES, "Likely", DECISION, NOTE)
HOW_TO: Final = (
    "Write in the column Decision: 1, 2 or 3 for a candidate, the id of another organization, "
    "`new` for one of its own, or `none` if it is none of the candidates. Leave it empty if you "
    "do not know. Nothing is decided until you do."
)
_NEW: Final = frozenset({"new", "nuevo", "nueva", "nouveau", "nouvelle", "novo", "nova"})
_NONE: Final = frozenset({"none", "no", "not", "ninguno", "ninguna", "aucun", "aucune", "nenhum"})
# What keeps a spreadsheet from taking a name for a formula.
_GUARD: Final = re.compile(r"^'(?=[=+\-@'＝＋－＠])")


def review_rows(
    asked: Sequence[Named], proposed: Mapping[str, Sequence[Candidate]]
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each name that is to be decided.

    Args:
        asked: The names, those that settle most rows first.
        proposed: Their candidates, by id.
    """
    for each in asked:
        candidates = proposed[each.id]
        likely = "1" if candidates and candidates[0].is_likely else ""
        fixed = (each.names[0], str(each.rows), "; ".join(each.kinds), "; ".join(each.places))
        yield (*fixed, *_cells(candidates), likely, "", "")


def _cells(candidates: Sequence[Candidate]) -> Iterator[str]:
    for each in candidates:
        yield f"{each.id}{MARK}{each.name}"
        yield "; ".join(each.reasons)
    yield from [""] * (2 * (MOST - len(candidates)))


@final
@frozen
class _Row:
    """One row of a review that was decided."""

    table: Table
    number: int
    columns: Mapping[str, int]
    cells: Cells

    def text(self, head: str) -> str:
        column = self.columns.get(head)
        text = self.cells[column] if column is not None and column < len(self.cells) else ""
        return _GUARD.sub("", clean(text))

    def candidates(self) -> tuple[str, ...]:
        heads = _CANDIDATES[::2]
        return tuple(self.text(head).partition(MARK)[0].strip() for head in heads)

    def problem(self, message: str) -> Problem:
        cell = f"{letters_of(self.columns[DECISION])}{self.number}"
        return Problem(f"{message}, in cell {cell}", file=self.table.title)


def decisions_in(
    tables: Sequence[Table], known: Mapping[str, str], by: str, on: Day | None
) -> tuple[Decision, ...]:
    """Return the decisions in a review that came back.

    Args:
        tables: The tables of the review.
        known: The name of each organization that is known, by id.
        by: Who decided.
        on: When.

    Raises:
        InvalidDocument: If a decision says nothing that can be done, each with its cell.
    """
    found: list[Decision] = []
    problems: list[Problem] = []
    for row in _decided(tables):
        result = _decision(row, known)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            found += result
    if problems:
        raise InvalidDocument(problems)
    dated = (evolve(each, by=by, on=on) for each in found)
    return tuple(dict.fromkeys(dated))


def _decided(tables: Sequence[Table]) -> Iterator[_Row]:
    """Yield the rows in which something is decided.

    Raises:
        InvalidDocument: If no table is a review.
    """
    heads = [(table, _head(table)) for table in tables]
    if not any(head for _, head in heads):
        message = f"is not a review: no row has the headers {NAME} and {DECISION}"
        raise InvalidDocument([Problem(message, file=tables[0].file)])
    for table, head in heads:
        columns = {clean(text): place for place, text in enumerate(head[1])} if head else {}
        for number, cells in table.rows:
            row = _Row(table, number, columns, cells)
            if head and number > head[0] and row.text(NAME) and row.text(DECISION):
                yield row


def _head(table: Table) -> tuple[int, Cells] | None:
    rows = (row for row in table.rows if {NAME, DECISION} <= set(map(clean, row[1])))
    return next(rows, None)


def _decision(row: _Row, known: Mapping[str, str]) -> list[Decision] | Problem:
    """Return what a row decides, or why it decides nothing."""
    name, text, note = row.text(NAME), row.text(DECISION), row.text(NOTE)
    candidates = row.candidates()
    if folded(text) in _NEW:
        return [Decision(name=name, is_=slug(name) or "organization", note=note)]
    if folded(text) in _NONE:
        apart = filter(None, candidates)
        return [Decision(name=name, is_not=id, note=note) for id in apart]
    id = text.partition(MARK)[0].strip()
    if text in map(str, range(1, MOST + 1)):
        id = candidates[int(text) - 1]
    if not id or id not in {*known, *candidates}:
        return row.problem(f"{text!r} is not 1, 2, 3, an id, `new` or `none`")
    return [Decision(name=name, is_=id, note=note)]


def with_named(
    decisions: Sequence[Decision], own: Mapping[str, Sequence[str]]
) -> tuple[Decision, ...]:
    """Return decisions with those that keep the ids they lead to.

    An organization that is not well known gets its id from its name, at each import anew: a
    decision on its own name lets it keep the id that others are said to be.

    Args:
        decisions: The decisions.
        own: The names of organizations that are not well known, by id.
    """
    kept = [
        evolve(each, name=own[each.is_][0], note="")
        for each in decisions
        if each.is_ in own and folded(each.name) not in map(folded, own[each.is_])
    ]
    return tuple(dict.fromkeys((*decisions, *kept)))


def lines_of(decisions: Sequence[Decision]) -> str:
    """Return decisions as the lines of a file, one each."""
    return "".join(f"- {{{_fields(each)}}}\n" for each in decisions)


def _fields(decision: Decision) -> str:
    pairs = (
        ("name", decision.name),
        ("is", decision.is_),
        ("is_not", decision.is_not),
        ("by", decision.by),
        ("on", decision.on.text if decision.on else ""),
        ("note", decision.note),
    )
    # a text in double quotes means the same in JSON and in YAML
    return ", ".join(
        f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in pairs if text
    )


def with_lines(text: str, decisions: Sequence[Decision]) -> str:
    """Return the text of a file of identities with decisions added at its end.

    Args:
        text: The text; empty if there is no file yet.
        decisions: The decisions.
    """
    head = text or f"{VERSION_KEY}: {VERSION}\n"
    head = head if head.endswith("\n") else f"{head}\n"
    has_list = re.search(rf"(?m)^{DECISIONS}:", head) is not None
    begins = "" if has_list else f"{DECISIONS}:\n"
    return f"{head}{begins}{lines_of(decisions)}"

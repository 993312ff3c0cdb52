"""Workbooks to the plain dict that a text gives, with the cell of everything in it.

All that is judged of a document is judged of that dict; only what a workbook alone can have wrong
is told here: names that nobody knows or that mean two things, ids that stand twice, sheets without
headers, cells in which a formula failed.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, final

from attrs import frozen

from interagency.document.converter import converter
from interagency.document.json_reader import read_json
from interagency.document.problems import MISFITS, Cell, Misfit, Path, Problem, problems_in
from interagency.document.scalars import number, shortened
from interagency.document.shape import HEADER, SECTIONS, SHORT, VERSION_KEY, file_key
from interagency.document.workbook_answers import AnswerBook, Asked
from interagency.document.workbook_cells import read_cell
from interagency.document.workbook_layout import (
    FINDINGS,
    KEY,
    LISTS,
    MORE,
    QUESTIONS,
    SEATS,
    SENT,
    START,
    TYPE,
    SheetPlan,
    implied,
    kind_of_section,
    sheet_plans,
    title,
    type_of,
)
from interagency.document.workbook_limits import LIMITS, UnfitWorkbook, WorkbookLimits
from interagency.document.workbook_names import Names, slug, spelling
from interagency.document.workbook_places import Line, Places
from interagency.document.workbook_sheets import SheetRows, sheets_in
from interagency.document.workbook_words import LEGEND, QUESTION_HEADERS
from interagency.document.yaml_reader import Unreadable, compose
from interagency.model import Organization, Seat
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import UNKNOWN
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section
from interagency.vocabularies import Vocabularies, shipped

_OWN_SHEETS = (START, QUESTIONS, FINDINGS, LISTS, SENT)
_HEADER_ROWS = 30
_FIELD, _VALUE = "Field", "Value"
# The fields by which an entry is called.
_SPELLED = ("name", "acronym", "title", "names", "aliases")
_LAST = 10**9
_BODY_SHAPE = next(shape for shape in fields_of(Seat) if shape.name == "body")
# What people call the four sorts of body.
_TYPES = {
    "cluster": "sectors",
    "sector group": "sectors",
    "area of responsibility": "sub_sectors",
    "aor": "sub_sectors",
    "subsector": "sub_sectors",
    "task force": "working_groups",
    "task team": "working_groups",
    "platform": "forums",
}


@final
@frozen
class ReadWorkbook:
    """What was read of a workbook.

    Attributes:
        value: The plain value, as a text gives it.
        problems: What is wrong with it, with the cell of each.
        places: The cell of each path.
        notes: What was left, and is not wrong: sheets and columns that are not of this format.
    """

    value: dict[str, Any]
    problems: tuple[Problem, ...]
    places: Places
    notes: tuple[str, ...]


def read_workbook(
    data: bytes,
    vocabularies: Vocabularies | None = None,
    limits: WorkbookLimits = LIMITS,
) -> ReadWorkbook:
    """Return what a workbook says.

    Args:
        data: Its bytes.
        vocabularies: Code lists and registry of organizations; by default the shipped ones.
        limits: What to refuse.

    Raises:
        Unreadable: If it cannot be read at all, or is a workbook of something else.
        MissingExtra: If the library that reads workbooks is missing.
    """
    try:
        sheets = sheets_in(data, limits)
    except UnfitWorkbook as error:
        raise Unreadable(Problem(str(error))) from None
    return _Reader(sheets, vocabularies or shipped()).run()


@final
@frozen
class _Table:
    """A sheet of the layout as it was found: the places of its columns, and its rows."""

    plan: SheetPlan
    sheet: str
    columns: Mapping[str, int]
    lines: tuple[Line, ...]


@final
@frozen
class _Entry:
    """A row of a section, with the number that tells where it stood when it was written."""

    section: Section
    line: Line
    number: int
    more: dict[str, Any]


@final
class _Reader:
    """The state of reading one workbook."""

    def __init__(self, sheets: Sequence[SheetRows], vocabularies: Vocabularies) -> None:
        self.sheets = {spelling(each.name): each for each in reversed(sheets)}
        self.all = sheets
        self.vocabularies = vocabularies
        self.names = Names((), vocabularies)
        self.value: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.places = Places()
        self.notes: list[str] = []
        self.known: dict[tuple[int, str], tuple[Any, list[tuple[int | None, str]]]] = {}
        self.keys: set[tuple[str, int]] = set()
        self.seat_hook = converter(detailed=True).get_structure_hook(Seat)

    def run(self) -> ReadWorkbook:
        """Read every sheet, and note those that are none of this format."""
        self.refuse_foreign()
        self.start()
        entries = self.entries()
        keyed = [each for each in entries if each.section.keyed]
        found = [(each, self.id_of(each)) for each in keyed]
        self.names = Names(self.named(found), self.vocabularies)
        self.header()
        for each, id in found:
            self.keyed(each, id)
        for each in entries:
            if not each.section.keyed:
                self.listed(each)
        self.answers()
        self.finish()
        return ReadWorkbook(self.value, tuple(self.problems), self.places, tuple(self.notes))

    # Sheets and their columns

    def refuse_foreign(self) -> None:
        """Refuse a workbook of something else, and note the sheets that are of no use here."""
        own = {spelling(each) for each in (*_OWN_SHEETS, *(plan.title for plan in sheet_plans()))}
        if spelling(START) not in self.sheets:
            known = any(name in own for name in self.sheets)
            missing = (
                "the sheet Start is missing, which holds the version of the format" if known else ""
            )
            told = missing or "none of the sheets Start, Groups, Leads is in it"
            cure = "`interagency init FILE.xlsx` writes an empty workbook to fill in"
            raise Unreadable(Problem(f"is not a workbook of interagency: {told}; {cure}"))
        strange = [each for each in self.all if spelling(each.name) not in own and _is_filled(each)]
        self.notes += [f"the sheet {each.name!r} was left: it is your own" for each in strange]

    def problem(self, message: str, cell: Cell, path: Path = ()) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(message, path, "", *cell))

    def entries(self) -> list[_Entry]:
        """Return the rows of all sheets in the order in which they were written."""
        found: list[_Entry] = []
        for plan in sheet_plans():
            sheet = self.sheets.get(spelling(plan.title))
            table = self.table(plan, sheet) if sheet is not None else None
            for line in table.lines if table else ():
                found.append(self.entry(plan, line))
        return sorted(found, key=lambda each: each.number)

    def table(self, plan: SheetPlan, sheet: SheetRows) -> _Table | None:
        """Return a sheet with its columns, by what stands above them."""
        known = {spelling(each): each for each in (KEY, *([TYPE] if plan.types else []))}
        for column in plan.columns:
            for name in (column.header, column.place, column.key):
                known.setdefault(spelling(name), column.place)
        rows = sheet.rows[:_HEADER_ROWS]
        hits = [len({*map(spelling, row)} & known.keys()) for row in rows]
        if not any(hits):
            if _is_filled(sheet):
                headers = ", ".join(each.header for each in plan.columns[:3])
                message = f"the sheet has no row of headers, such as {headers}"
                self.problem(message, Cell(1, 1, sheet.name))
            return None
        head = hits.index(max(hits))
        columns = self.columns(sheet, head, known, plan)
        telling = next((columns[key] for key in _telling(plan) if key in columns), 1)
        numbered = enumerate(sheet.rows[head + 1 :], head + 2)
        lines = (Line(sheet.name, n, columns, telling, row) for n, row in numbered)
        filled = tuple(line for line in lines if self.is_filled(line, sheet))
        return _Table(plan, sheet.name, columns, filled)

    def columns(
        self, sheet: SheetRows, head: int, known: Mapping[str, str], plan: SheetPlan
    ) -> dict[str, int]:
        """Return the number of each column, from 1, and note those that are none of ours."""
        found: dict[str, int] = {}
        for place, header in enumerate(sheet.rows[head], 1):
            name = spelling(header)
            key = known.get(name) or (name if _more_of(name) else None)
            if key and key not in found:
                found[key] = place
            elif name:
                self.note_column(sheet, header, key, plan)
        return found

    def note_column(self, sheet: SheetRows, header: str, key: str | None, plan: SheetPlan) -> None:
        shown = shortened(header.strip())
        if key:
            message = f"the column {shown!r} stands twice; the first was read"
        else:
            close = get_close_matches(
                shown, [each.header for each in plan.columns], n=1, cutoff=0.8
            )
            meant = f"; did you mean {close[0]}?" if close else ""
            message = f"the column {shown!r} was left: it is your own{meant}"
        self.notes.append(f"{sheet.name}: {message}")

    def is_filled(self, line: Line, sheet: SheetRows) -> bool:
        """Return whether a row says anything, and note the cells in which a formula failed."""
        ours = {place: key for key, place in line.columns.items()}
        for place, key in ours.items():
            error = sheet.errors.get((line.row - 1, place - 1))
            if error is not None:
                message = f"holds {error}: the formula in it failed; write the value itself"
                self.problem(message, Cell(line.row, place, line.sheet), ("", line.row, key))
        keys = (key for key in line.columns if key not in (KEY, TYPE))
        return any(line.text(key) for key in keys)

    def entry(self, plan: SheetPlan, line: Line) -> _Entry:
        """Return a row with the section it belongs to."""
        section = self.section(plan, line)
        key = line.text(KEY)
        place = int(key) if key.isdigit() and len(key) < 9 else _LAST
        if (section.key, place) in self.keys:
            place = _LAST  # a copied row is a new one
        self.keys.add((section.key, place))
        return _Entry(section, line, place, self.more(line))

    def section(self, plan: SheetPlan, line: Line) -> Section:
        """Return the section of a row; of an unknown type the first, so that all else is judged."""
        if not plan.types:
            return plan.sections[0]
        text = spelling(line.text(TYPE))
        for each in plan.sections:
            names = (type_of(each), each.key)
            if text in map(spelling, names) or _TYPES.get(text) == each.key:
                return each
        wanted = " or ".join(plan.types)
        shown = f"{shortened(line.text(TYPE))!r} is not a type" if text else "the type is missing"
        self.problem(f"{shown}: write {wanted}", line.cell(TYPE))
        return plan.sections[0]

    def more(self, line: Line) -> dict[str, Any]:
        """Return what stands in the columns More, in the syntax of a file."""
        numbers = sorted((_more_of(key), key) for key in line.columns if _more_of(key))
        text = "".join(line.cells[line.columns[key] - 1] for _, key in numbers if line.text(key))
        return self.flow(text, line.cell(spelling(MORE))) if text.strip() else {}

    def flow(self, text: str, cell: Cell) -> dict[str, Any]:
        """Return what a text in the flow syntax of a file says."""
        try:
            try:
                value, wrong = read_json(text.encode("utf-8", "replace"))
            except Unreadable:
                value, wrong = compose(text.encode("utf-8", "replace"))
        except Unreadable as error:
            self.problem(f"{error.problem.message}; write it as {{key: value}}", cell)
            return {}
        for each in wrong:
            self.problem(each.message, cell)
        if not isinstance(value, dict):
            self.problem("a mapping is expected here: write it as {key: value}", cell)
            return {}
        return value

    # The head of the document

    def start(self) -> None:
        """Find the rows of the head; their values are read once the names are known."""
        sheet = self.sheets[spelling(START)]
        wanted = (spelling(_FIELD), spelling(_VALUE))
        head = next(
            (n for n, row in enumerate(sheet.rows) if {*wanted} <= {*map(spelling, row)}), None
        )
        self.head: list[tuple[str, str, Cell]] = []
        if head is None:
            message = f"the row with the headers {_FIELD} and {_VALUE} is missing"
            raise Unreadable(Problem(message, (), "", 1, 1, sheet.name))
        field, value = (list(map(spelling, sheet.rows[head])).index(each) for each in wanted)
        for row, cells in enumerate(sheet.rows[head + 1 :], head + 2):
            cell = Cell(row, value + 1, sheet.name)
            text = cells[value] if len(cells) > value else ""
            if len(cells) > field and cells[field].strip():
                self.head.append((cells[field].strip(), text, cell))
            if (row - 1, value) in sheet.errors:
                self.problem("the formula in it failed; write the value itself", cell)

    def header(self) -> None:
        """Read the head of the document."""
        shapes = {spelling(name): shape for shape in HEADER for name in _header_names(shape)}
        words = {spelling(word) for word, _ in LEGEND}
        more = ""
        last = None
        for label, text, cell in self.head:
            name = spelling(label)
            if _more_of(name):
                more, last = more + text, last or cell
            elif name == spelling(title(VERSION_KEY)):
                self.value[VERSION_KEY] = number(text.strip()) or None
                self.places.cells[VERSION_KEY,] = cell
            elif name in shapes:
                key = file_key(shapes[name])
                self.places.cells[key,] = cell
                if text.strip():
                    self.value[key] = self.read(shapes[name], text.strip(), (key,), cell)
            elif name not in words and text.strip():
                self.notes.append(f"{START}: the row {shortened(label)!r} was left: it is your own")
        if more.strip() and last:
            self.value |= self.flow(more, last)
        self.value.setdefault(VERSION_KEY, None)

    # Entries

    def read(self, shape: FieldShape, text: str, path: Path, cell: Cell) -> Any:
        """Return the value of a cell, and note what is wrong with it."""
        key = (id(shape), text)
        if key not in self.known:
            self.known[key] = read_cell(shape, text, self.names.find)
        value, wrong = self.known[key]
        for index, message in wrong:
            step: Path = () if index is None or not isinstance(value, list) else (index,)
            end: Path = ("to",) if step and shape.name in LINK_KINDS else ()
            self.problem(message, cell, (*path, *step, *end))
        return [*value] if isinstance(value, list) else value

    def id_of(self, each: _Entry) -> str:
        """Return the id of a row; without one, what its name gives."""
        written = each.line.text("id") or each.more.get("id")
        if written:
            return str(written)
        name, acronym = each.line.text("name"), each.line.text("acronym")
        if each.section.holds is Organization:
            known = self.names.registry.of(name, None if name else acronym)
            own = slug(acronym)
            taken = own in self.names.registry.ids
            return known or (own if own and not taken else slug(name)) or slug(name)
        return slug(name or each.line.text("title") or acronym)

    def named(self, found: Sequence[tuple[_Entry, str]]) -> Iterator[tuple[str, str, Any]]:
        """Yield what each row is called, for those that name it elsewhere."""
        for each, id in found:
            entry = dict(each.more)
            for column in _SPELLED:
                shape = _shape(each.section, column)
                text = each.line.text(column)
                if shape is not None and text:
                    entry[column] = read_cell(shape, text, lambda _, text: text)[0]
            yield kind_of_section(each.section), id, entry

    def fields(self, each: _Entry, path: Path) -> dict[str, Any]:
        """Return the fields of a row, and note what is wrong with its cells."""
        entry: dict[str, Any] = {}
        plan = _plan_of(each.section)
        for column in plan.columns:
            text = each.line.text(column.place)
            if not text or column.key in ("id", *implied(each.section)):
                continue
            shape = column.shapes.get(each.section.key)
            cell = each.line.cell(column.place)
            where = (*path, *column.place.split("."))
            value = text if shape is None else self.read(shape, text, where, cell)
            if column.inner:
                entry.setdefault(column.key, {})[column.inner] = value
            else:
                entry[column.key] = value
        for key in [key for key in entry if key in each.more]:
            message = (
                f"says {shortened(key)!r}, which has a column of its own here; keep one of them"
            )
            self.problem(message, each.line.cell(spelling(MORE)), (*path, key))
        return {key: _short(value) for key, value in entry.items()} | each.more

    def keyed(self, each: _Entry, id: str) -> None:
        """Read a row of a section that is a mapping by id."""
        path: Path = (each.section.key, id)
        entries = self.value.setdefault(each.section.key, {})
        entry = {key: value for key, value in self.fields(each, path).items() if key != "id"}
        if not id:
            self.problem(
                "the name is missing, which gives the id", each.line.cell("name", "title", "id")
            )
        elif id in entries:
            first = self.places.lines[path].row
            message = f"the id {shortened(id)!r} is used in row {first} already; write another one"
            self.problem(
                f"{message} in the column Id", each.line.cell("id"), (*path, each.line.row)
            )
        else:
            self.places.lines[path] = each.line
            entries[id] = entry
        if not entries:
            del self.value[each.section.key]

    def listed(self, each: _Entry) -> None:
        """Read a row of a section that is a list, or a seat."""
        if each.section is SEATS:
            self.seat(each)
            return
        items = self.value.setdefault(each.section.key, [])
        path: Path = (each.section.key, len(items))
        items.append(self.fields(each, path))
        self.places.lines[path] = each.line

    def seat(self, each: _Entry) -> None:
        """Read a seat into the entry of its body."""
        line = each.line
        term, group = (line.text(key) or str(each.more.get(key, "")) for key in ("term", "body"))
        body = self.body(group, line)
        home = self.home(body)
        if not term:
            message = "the role is missing: write lead, co-lead, chair, member or another"
            self.problem(message, line.cell("term"))
        if home is None or not term:
            self.judge(each)
            return
        entry = self.value[home][body]
        seats = entry.setdefault("seats", {}) if isinstance(entry, dict) else {}
        entries = seats.setdefault(term, [])
        path: Path = (home, body, "seats", term, len(entries))
        entries.append(self.seat_fields(each, path))
        self.places.lines[path] = line

    def body(self, group: str, line: Line) -> str:
        """Return the id of the body that a seat names, nothing if nobody knows it."""
        if not group:
            self.problem("the group is missing", line.cell("body"))
            return ""
        try:
            found = self.names.find(_BODY_SHAPE, group)
        except Misfit as error:
            self.problem(str(error), line.cell("body"))
            return ""
        if found not in self.names.ids["body"]:
            message = f"{shortened(found)!r} is not a group; a group is expected here"
            self.problem(message, line.cell("body"))
        return found

    def home(self, body: str) -> str | None:
        """Return the section in which a body stands."""
        own = (each.key for each in SECTIONS if each.seats)
        return next((key for key in own if body in self.value.get(key, ())), None)

    def seat_fields(self, each: _Entry, path: Path) -> dict[str, Any]:
        """Return the fields of a seat; one of which nothing is written has an unknown holder."""
        entry = self.fields(each, path)
        entry = {key: value for key, value in entry.items() if key not in ("body", "term")}
        if not any(key in entry for key in ("holder", "kind", "tags")):
            entry["holder"] = UNKNOWN
        return {key: value for key, value in entry.items() if value is not None}

    def judge(self, each: _Entry) -> None:
        """Note what is wrong with a seat that has no place to stand."""
        path: Path = ("", each.line.row)
        entry = {**self.seat_fields(each, path), "body": "group", "term": "role"}
        try:
            self.seat_hook(entry, Seat)
        except MISFITS as error:
            told = {problem.path for problem in self.problems}
            for problem in problems_in(error, path):
                if problem.path in told:
                    continue
                keys = ".".join(map(str, problem.path[2:]))
                self.problem(problem.message, each.line.cell(keys), problem.path)

    # Answers, and the end

    def answers(self) -> None:
        """Let the answers on the sheet of questions become facts."""
        sheet = self.sheets.get(spelling(QUESTIONS))
        if sheet is None or not sheet.rows:
            return
        wanted = {spelling(each): each for each in QUESTION_HEADERS}
        head = next((n for n, row in enumerate(sheet.rows) if _is_head(row, wanted)), None)
        if head is None:
            self.notes.append(f"{QUESTIONS}: the column Answer is missing, so no answer was read")
            return
        columns = {
            wanted[spelling(t)]: n
            for n, t in enumerate(sheet.rows[head], 1)
            if spelling(t) in wanted
        }
        book = AnswerBook(self.value, self.places, self.names)
        for number_of, row in enumerate(sheet.rows[head + 1 :], head + 2):
            line = Line(sheet.name, number_of, columns, columns["Answer"], row)
            if line.text("Answer"):
                asked = Asked(line.text(KEY), line.text("Answer"), line.cell("Answer"))
                self.problems += book.enter(asked)

    def finish(self) -> None:
        """Put the sections in the order of a file, so that the same rows give the same dict."""
        order = [VERSION_KEY, *map(file_key, HEADER), *(each.key for each in SECTIONS)]
        known = [key for key in order if key in self.value]
        rest = [key for key in self.value if key not in order]
        self.value = {key: self.value[key] for key in (*known, *rest)}


def _is_filled(sheet: SheetRows) -> bool:
    return any(text.strip() for row in sheet.rows for text in row)


def _is_head(row: Sequence[str], wanted: Mapping[str, str]) -> bool:
    return {spelling("Question"), spelling("Answer")} <= {*map(spelling, row)}


def _more_of(name: str) -> int:
    """Return which of the columns More a header names, from 1; 0 if it names none."""
    word, _, rest = name.partition(" ")
    if word != spelling(MORE) or not (not rest or rest.isdigit()):
        return 0
    return int(rest[:6] or 1)


def _header_names(shape: FieldShape) -> tuple[str, str]:
    return title(file_key(shape)), file_key(shape)


def _telling(plan: SheetPlan) -> tuple[str, ...]:
    """Return the columns that tell which row is meant, the best first."""
    return ("name", "title", *(column.place for column in plan.columns if column.first))


def _shape(section: Section, key: str) -> FieldShape | None:
    return next((each for each in fields_of(section.holds) if file_key(each) == key), None)


def _short(value: Any) -> Any:
    """Return a record inside an entry in its short form, if it says no more."""
    is_short = isinstance(value, dict) and len(value) == 1
    return next((value[key] for key in SHORT.values() if is_short and key in value), value)


_PLANS = {section.key: plan for plan in sheet_plans() for section in plan.sections}


def _plan_of(section: Section) -> SheetPlan:
    return _PLANS[section.key]

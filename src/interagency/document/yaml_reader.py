"""YAML 1.2 to plain values: our own composer over the events of PyYAML's parser.

It is several times faster than PyYAML's loader and sees every duplicate key, alias, tag and
depth as it goes. It keeps a stack instead of calling itself, so that the path to a problem is
read off the stack, and good files pay nothing for it.
"""

import re
from collections.abc import Callable
from typing import Any, Final, final

import yaml
from yaml import events

from interagency.document.problems import MOST_PROBLEMS, Path, Problem
from interagency.document.scalars import Plain, shortened

MAX_DEPTH: Final = 16
# A text of a megabyte that is repeated by ten thousand aliases would be looked at as often.
MAX_REPEATED: Final = 1_000_000
_NO_KEY = object()
_DROPPED = object()
# What a YAML text may not hold, tab and line ends aside.
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Next line, line and paragraph separator: breaks of a line in YAML 1.1, which PyYAML reads.
_OLD_SIGNS: Final = ("\x85", "\u2028", "\u2029")
_OLD_BREAKS: Final = tuple(each.encode() for each in _OLD_SIGNS)
# Code points that Unicode keeps for uses inside a program.
_STAND_INS: Final = tuple(map(chr, range(0xFDD0, 0xFDF0)))
_START = (events.MappingStartEvent, events.SequenceStartEvent)
_END = (events.MappingEndEvent, events.SequenceEndEvent)

_LINE_END = re.compile(b"\r\n|[\r\n]")
_TAB: Final = "a tab begins the line: use spaces"
_INDENTED: Final = (
    "the line is indented otherwise than its neighbours, or a text needs quotes round it"
)
# What the parsers say, in their two wordings, and what mostly is the cause of it.
_CURES: Final = {
    "mapping values are not allowed": (
        "a colon inside a text, which needs quotes round it, or a line indented too far"
    ),
    "unknown escape character": "a backslash in double quotes: use single quotes",
    "found unexpected end of stream": "a quote is opened and never closed",
    "in a flow sequence": "a list in brackets lacks a comma, or its closing ]",
    "in a flow mapping": "a mapping in braces lacks a comma, or its closing }",
    "parsing a flow sequence": "a list in brackets lacks a comma, or its closing ]",
    "parsing a flow mapping": "a mapping in braces lacks a comma, or its closing }",
    "cannot start any token": "a text begins with a sign that YAML keeps: put quotes round it",
    "could not find expected ':'": "a key without its colon: write `key: value`",
    "parsing a block mapping": _INDENTED,
    "parsing a block collection": _INDENTED,
    "sequence entries are not allowed": "a list begins on a line of its own, below its key",
}

NextEvent = Callable[[], Any]


class Unreadable(Exception):
    """The text cannot be read on; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


@final
class TooManyProblems(Unreadable):
    """The text has so many problems that it is not read on; `problems` has those met so far."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems."""
        super().__init__(problems[0])
        self.problems = problems


def parse(data: bytes) -> NextEvent:
    """Return a function that gives the next event of a text, with libyaml where PyYAML has it.

    In YAML 1.2 only a line feed or a carriage return ends a line.
    """
    hidden = _hidden(data) if any(each in data for each in _OLD_BREAKS) else {}
    for sign, stand_in in hidden.items():
        data = data.replace(sign.encode(), stand_in.encode())
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data)
    next_event: NextEvent = loader.get_event
    return _shown_again(next_event, hidden) if hidden else next_event


def _hidden(data: bytes) -> dict[str, str]:
    """Return signs that stand for the line breaks of YAML 1.1, and that the text does not hold."""
    free = (each for each in _STAND_INS if each.encode() not in data)
    return dict(zip(_OLD_SIGNS, free, strict=False))


def _shown_again(next_event: NextEvent, hidden: dict[str, str]) -> NextEvent:
    back = str.maketrans({stand_in: sign for sign, stand_in in hidden.items()})

    def following() -> Any:
        event = next_event()
        if type(event) is events.ScalarEvent:
            event.value = event.value.translate(back)
        return event

    return following


def compose(data: bytes) -> tuple[Any, list[Problem]]:
    """Return the plain value of a text, and what is wrong with it.

    Raises:
        Unreadable: If the text is not YAML, or holds no document; this problem comes alone.
    """
    try:
        composer = _Composer(parse(data))
        return composer.run(), composer.problems
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax(error, data)) from None
    except yaml.reader.ReaderError:
        raise Unreadable(_control(data.decode("utf-8"))) from None


def _control(text: str) -> Problem:
    """Return the problem of a text that the reader of YAML refused before it was parsed."""
    match = next(_CONTROL.finditer(text))
    before = text[: match.start()]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    message = f"holds the control character U+{ord(match[0]):04X}; take it out"
    return Problem(message, line=line, column=column)


def _syntax(error: yaml.MarkedYAMLError, data: bytes) -> Problem:
    """Return what the parser refused, with the mistake that mostly is the cause of it."""
    mark = error.problem_mark or error.context_mark
    if "nesting depth" in (error.problem or ""):  # since PyYAML 6.0.4 its parser has a limit too
        where = (None, None) if mark is None else (mark.line + 1, mark.column + 1)
        message = f"is nested deeper than {MAX_DEPTH} levels"
        return Problem(message, line=where[0], column=where[1])
    cause = ", ".join(part for part in (error.context, error.problem) if part)
    if mark is None:
        return Problem(f"is not YAML: {cause}")
    cure = next((cure for sign, cure in _CURES.items() if sign in cause), cause)
    cure = _TAB if _begins_with_tab(data, mark.line) else cure
    return Problem(f"is not YAML: {cure}", line=mark.line + 1, column=mark.column + 1)


def _begins_with_tab(data: bytes, line: int) -> bool:
    """Return whether a tab is among the blanks that a line begins with; the last may be no line."""
    found = b"".join(_LINE_END.split(data, line + 1)[line : line + 1])
    return b"\t" in found[: len(found) - len(found.lstrip())]


@final
class _Composer:
    """The state of one reading: the open collections, and the key each of them waits to fill."""

    def __init__(self, next_event: NextEvent) -> None:
        self.next_event = next_event
        self.problems: list[Problem] = []
        self.plain = Plain()
        self.anchors: dict[str, Any] = {}
        self.repeated = 0
        self.stack: list[tuple[Any, Any]] = []
        self.container: Any = []
        self.key: Any = _NO_KEY

    def run(self) -> Any:
        """Read the one document of the stream."""
        self.next_event()
        if type(self.next_event()) is events.StreamEndEvent:
            message = "is empty: a document begins with `interagency: 2`"
            raise Unreadable(Problem(message, line=1, column=1))
        root = self.container
        self._read()
        second = self.next_event()
        if type(second) is not events.StreamEndEvent:
            self._problem(second, "a second document; write each into a file of its own")
        return root[0]

    def _read(self) -> None:
        """Read events up to the end of the document."""
        plain = self.plain
        while type(event := self.next_event()) is not events.DocumentEndEvent:
            kind = type(event)
            if kind is events.ScalarEvent:
                value = plain[event.value] if event.implicit[0] else event.value
                if event.tag is not None or event.anchor is not None:
                    self._marked(event, value)
            elif kind in _START:
                self._open(event)
                continue
            elif kind in _END:
                value = self.container
                self.container, self.key = self.stack.pop()
            else:
                value = self._alias(event)
            self._place(event, value)

    def _place(self, event: Any, value: Any) -> None:
        container, key = self.container, self.key
        if type(container) is list:
            container.append(value)
        elif key is _NO_KEY:
            self.key = self._new_key(event)
        else:
            if key is not _DROPPED:
                container[key] = value
            self.key = _NO_KEY

    def _new_key(self, event: Any) -> Any:
        if type(event) is not events.ScalarEvent:
            self._problem(event, "a key must be a word, not a list, a mapping or an alias")
        elif event.value == "<<" and event.implicit[0]:
            self._problem(event, "merge keys (<<) are not part of this format; write it out")
        elif event.value in self.container:
            self.key = event.value
            self._problem(event, f"the key {shortened(event.value)!r} is written twice")
            return event.value  # the last one counts, as in JSON
        else:
            return event.value
        return _DROPPED

    def _open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._problem(event, f"is nested deeper than {MAX_DEPTH} levels")
            raise Unreadable(self.problems[-1])
        if event.tag is not None or event.anchor is not None:
            self._marked(event, _DROPPED)
        self.stack.append((self.container, self.key))
        self.container = {} if type(event) is events.MappingStartEvent else []
        self.key = _NO_KEY

    def _marked(self, event: Any, value: Any) -> None:
        if event.tag is not None:
            self._problem(event, f"tags ({event.tag}) are not part of this format; leave it out")
        if event.anchor is not None:
            self.anchors[event.anchor] = value

    def _alias(self, event: Any) -> Any:
        value = self.anchors.get(event.anchor, _NO_KEY)
        if value is _NO_KEY:
            self._problem(event, f"the alias *{event.anchor} points to nothing before it")
        elif value is _DROPPED:
            self._problem(event, "an alias to a list or a mapping; write it out")
        if value is _NO_KEY or value is _DROPPED:
            return None
        self.repeated += len(str(value))
        if self.repeated > MAX_REPEATED:
            self._problem(event, "the aliases repeat too much text; write it out")
            raise Unreadable(self.problems[-1])
        return value

    def _problem(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(message, self._path(), "", mark.line + 1, mark.column + 1))
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooManyProblems(self.problems)

    def _path(self) -> Path:
        frames = [*self.stack, (self.container, self.key)][1:]
        steps = (len(box) if isinstance(box, list) else key for box, key in frames)
        return tuple(step for step in steps if isinstance(step, str | int))

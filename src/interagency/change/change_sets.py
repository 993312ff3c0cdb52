"""Change sets: several operations, from a day on, by one decision."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any, Final, final

from attrs import evolve, field, frozen

from interagency.change.changes import Change
from interagency.change.comparison import compare
from interagency.change.excerpts import excerpt_records
from interagency.change.operation_calls import Terms
from interagency.change.operation_kinds import KIND_OF
from interagency.change.operations import ImpossibleChange, open_records
from interagency.change.plain_steps import KeyOrder, Step, stepped, steps_of
from interagency.document.assembly import assembled
from interagency.document.edit_values import Edit
from interagency.document.files import Text
from interagency.document.positions import locate
from interagency.document.problems import InvalidDocument, Path, Problem
from interagency.document.shape import VERSION_KEY
from interagency.document.writer import plain_of
from interagency.model import (
    RESERVED,
    Architecture,
    Body,
    BrokenArchitecture,
    Day,
    Decision,
    Source,
)
from interagency.vocabularies import Vocabularies, shipped

LIST_KEY: Final = "changes"
OPEN: Final = "open"


@final
@frozen
class Operation:
    """One operation of a change set.

    Attributes:
        kind: Its name: merge, split, open, close, rename, move, hand-over, join, leave, vacate,
            end-plan, set, unset or order.
        arguments: Its arguments, by name.
        day: The first day on which it holds; if not given, that of the change set.
        sources: Ids of the sources that vouch for it; if none, those of the decision.
    """

    kind: str
    arguments: Mapping[str, Any]
    day: Day | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Return whether it works on the plain value of the document."""
        return KIND_OF[self.kind].apply is None


@final
@frozen(kw_only=True)
class ChangeSet:
    """Operations that are made one after the other.

    Attributes:
        operations: The operations.
        title: What they are for.
        day: The first day on which those hold that name none.
        decision: Id of the decision behind them.
        add: What the document needs first, as it writes it: sources, organizations, decisions.
        text: The file in which they were read.
    """

    operations: tuple[Operation, ...] = ()
    title: str | None = None
    day: Day | None = None
    decision: str | None = None
    add: Mapping[str, Any] = field(factory=dict)
    text: Text | None = field(default=None, eq=False, repr=False)

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days from which its operations hold."""
        dated = [each for each in self.operations if KIND_OF[each.kind].dated]
        found = [each.day or self.day for each in dated]
        return tuple(dict.fromkeys(each for each in found if each is not None))


def apply(
    architecture: Architecture, changes: ChangeSet, vocabularies: Vocabularies | None = None
) -> Architecture:
    """Return the architecture after a change set.

    Args:
        architecture: The architecture.
        changes: The changes.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        InvalidDocument: With every operation that cannot be made, at its place in the change set.
    """
    run = _Run(changes, vocabularies or shipped())
    after = run.applied(architecture)
    if run.problems:
        raise InvalidDocument(_placed(run.problems, changes.text))
    return _decided(architecture, after, changes)


def _placed(problems: Sequence[Problem], text: Text | None) -> list[Problem]:
    if text is None:
        return [*problems]
    places = locate(text.data, {each.path for each in problems}, format=text.format)
    return [each.at(text.file, places.get(each.path, (1, 1))) for each in problems]


def _decided(before: Architecture, after: Architecture, changes: ChangeSet) -> Architecture:
    """Return an architecture whose decision says what it changed."""
    decided = [each for each in after.decisions if each.id == changes.decision]
    if not decided or decided[0].changes:
        return after
    found = compare(before, after).changes
    subjects = dict.fromkeys(chain.from_iterable(map(_changed, found)))
    things = [after.entities[id] for id in subjects if id in after.entities]
    known = tuple(each.id for each in things if _can_change(each, changes.decision))
    decision = evolve(decided[0], changes=known)
    return evolve(
        after,
        decisions=tuple(decision if each is decided[0] else each for each in after.decisions),
    )


def _changed(change: Change) -> Iterator[str]:
    """Yield the ids of what a change is about: of a merger, those that end too."""
    yield change.subject
    yield from (each.id for each in change.before if isinstance(each, Body))


def _can_change(entity: object, decision: str | None) -> bool:
    is_itself = isinstance(entity, Decision) and entity.id == decision
    return not isinstance(entity, Source) and not is_itself


@final
class _Run:
    """Operations one after the other; those that cannot be made are noted and left out."""

    def __init__(self, changes: ChangeSet, vocabularies: Vocabularies) -> None:
        self.changes = changes
        self.vocabularies = vocabularies
        self.problems: list[Problem] = []
        # What an operation that failed would have made: others are not blamed for missing it.
        self.missing: set[str] = set()

    def applied(self, architecture: Architecture) -> Architecture:
        if self.changes.add:
            architecture = self.attempted(architecture, ("add",), self.with_added)
        self.check_decision(architecture)
        numbered = enumerate(self.changes.operations)
        for is_plain, group in groupby(numbered, key=lambda each: each[1].is_plain):
            if is_plain:
                architecture = self.with_steps(architecture, [*group])
                continue
            for index, operation in group:
                path = (LIST_KEY, index, operation.kind)
                architecture = self.attempted(architecture, path, self.made(operation), operation)
        return architecture

    def check_decision(self, architecture: Architecture) -> None:
        """Note a decision that is not there."""
        id = self.changes.decision
        if id is not None and not isinstance(architecture.entities.get(id), Decision):
            message = f"{id!r} is not the id of a decision; write it under add: decisions"
            self.problems.append(Problem(message, ("decision",)))

    def attempted(
        self,
        architecture: Architecture,
        path: Path,
        change: Any,
        operation: Operation | None = None,
    ) -> Architecture:
        """Return what a change makes of an architecture; nothing of it if it cannot be made."""
        try:
            found: Architecture = change(architecture)
        except (ImpossibleChange, BrokenArchitecture, InvalidDocument) as error:
            ids = {*_ids(operation)} - RESERVED if operation else set[str]()
            if not ids & self.missing:
                self.problems += _problems(error, path)
            self.missing |= ids - architecture.entities.keys()
            return architecture
        return found

    def with_added(self, architecture: Architecture) -> Architecture:
        records = excerpt_records(dict(self.changes.add))
        return open_records(architecture, records, vocabularies=self.vocabularies)

    def made(self, operation: Operation) -> Any:
        """Return the change that an operation makes."""
        kind = KIND_OF[operation.kind]
        day = operation.day or self.changes.day

        def change(architecture: Architecture) -> Architecture:
            if kind.apply is None:
                raise AssertionError("steps on plain values are made together")
            if day is None and kind.dated:
                raise ImpossibleChange(
                    "from which day on? write `day:` here, or once at the top of the change set"
                )
            terms = Terms(
                day=day or Day("9999"),
                sources=operation.sources or self.sources(architecture),
                vocabularies=self.vocabularies,
            )
            return kind.apply(architecture, operation.arguments, terms)

        return change

    def sources(self, architecture: Architecture) -> tuple[str, ...]:
        """Return the sources of the decision behind the changes, if it is taken."""
        decision = architecture.entities.get(self.changes.decision or "")
        if not isinstance(decision, Decision) or decision.status == OPEN:
            return ()
        return decision.sources

    def with_steps(
        self, architecture: Architecture, numbered: Sequence[tuple[int, Operation]]
    ) -> Architecture:
        """Return an architecture after steps on its plain value, which fit together at the end."""
        plain: Any = plain_of(architecture, self.vocabularies)
        made: list[tuple[Step, Path]] = []
        for index, operation in numbered:
            path: Path = (LIST_KEY, index, operation.kind)
            try:
                step = step_of(operation, plain)
                plain = stepped(plain, step)
                made.append((step, path))
            except ImpossibleChange as error:
                self.problems.append(Problem(str(error), path))
        try:
            return assembled(plain, self.vocabularies.organizations)
        except InvalidDocument as error:
            self.problems += [Problem(str(x), _blamed(x.path, made)) for x in error.problems]
        return architecture


def step_of(operation: Operation, plain: Any) -> Step:
    """Return the step on a plain value that an operation means."""
    given = operation.arguments
    where = steps_of(given["path"], plain)
    if where[:1] == (VERSION_KEY,):
        raise ImpossibleChange("the version of the format is not a part of what a document says")
    if operation.kind == "order":
        return KeyOrder(where, given["keys"])
    return Edit(where, given["value"]) if operation.kind == "set" else Edit(where)


def _blamed(path: Path, made: Sequence[tuple[Step, Path]]) -> Path:
    """Return the place of the step that changed what a problem is about, else of the first."""
    touching = (at for step, at in made if path[: len(step.path)] == step.path)
    return next(touching, made[0][1] if made else (LIST_KEY,))


def _ids(operation: Operation) -> Iterator[str]:
    """Yield the ids in the arguments of an operation, and those of what it opens."""
    forms = {each.name: each.form for each in KIND_OF[operation.kind].arguments}
    for name, value in operation.arguments.items():
        match forms[name], value:
            case "id" | "target", str():
                yield value
            case "ids", _:
                yield from value
            case "excerpt" | "target", _:
                for entries in value.values():
                    yield from entries if isinstance(entries, Mapping) else ()


def _problems(error: Exception, path: Path) -> Iterator[Problem]:
    match error:
        case BrokenArchitecture():
            yield from (Problem(str(fault), path) for fault in error.faults)
        case InvalidDocument():
            yield from (evolve(each, path=(*path, *each.path)) for each in error.problems)
        case _:
            yield Problem(str(error), path)

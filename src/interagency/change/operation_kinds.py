"""The operations that a change set may name, with the arguments of each.

The one table behind reading, writing, the JSON Schema and the reference page of change sets.
"""

from collections.abc import Callable
from typing import Final, final

from attrs import frozen

from interagency.change import operation_calls
from interagency.change.operation_calls import Arguments, Terms
from interagency.model import Architecture


@final
@frozen
class Argument:
    """An argument of an operation.

    Attributes:
        name: Its key.
        form: What it is: id, ids, text, truth, excerpt, target, path, value or keys.
        doc: What it means.
        required: Whether it must be given.
    """

    name: str
    form: str
    doc: str
    required: bool = False


@final
@frozen
class OperationKind:
    """An operation that a change set may name.

    Attributes:
        name: Its key.
        doc: What it does.
        arguments: Its arguments.
        apply: Makes the change; nothing for those on the plain value of a document.
        short: The argument that may be given alone, without its key.
        dated: Whether it holds from a day on.
    """

    name: str
    doc: str
    arguments: tuple[Argument, ...]
    apply: Callable[[Architecture, Arguments, Terms], Architecture] | None = None
    short: str | None = None
    dated: bool = True

    @property
    def required(self) -> tuple[str, ...]:
        """Return the names of the arguments that must be given."""
        return tuple(each.name for each in self.arguments if each.required)


_GROUP: Final = Argument("group", "id", "The group: any forum, sector, sub-sector.", required=True)
_GROUPS: Final = Argument("groups", "ids", "The groups.", required=True)
_TERM: Final = Argument("term", "text", "The term of the seat, for example co-lead.")
_ACCOUNTABLE: Final = Argument("accountable", "truth", "Whether they are the accountable lead.")
_PATH: Final = Argument("path", "path", "Where it stands: sectors.health.covers.", required=True)

KINDS: Final = (
    OperationKind(
        "merge",
        "Groups become one, a new one or one that is there. Whoever sat in one sits in it, once.",
        (
            _GROUPS,
            Argument(
                "into",
                "target",
                "The id of the group that takes over, or a new group as a document writes it.",
                required=True,
            ),
        ),
        operation_calls.merge,
    ),
    OperationKind(
        "split",
        "A group becomes several, with the seats that are written for each.",
        (
            _GROUP,
            Argument("into", "excerpt", "The groups, as a document writes them.", required=True),
        ),
        operation_calls.split,
    ),
    OperationKind(
        "open",
        "Groups, plans, offices or posts begin, as a document writes them.",
        (Argument("what", "excerpt", "Sections of a document.", required=True),),
        operation_calls.open_,
        short="what",
    ),
    OperationKind(
        "close",
        "A group, office, post, plan or agreement ends, with its seats, lines and what lies in it.",
        (Argument("what", "ids", "What ends.", required=True),),
        operation_calls.close,
        short="what",
    ),
    OperationKind(
        "rename",
        "Something has another id, name or acronym. References follow; a former name is an alias.",
        (
            Argument("id", "id", "Its id.", required=True),
            Argument("to", "id", "Its new id."),
            Argument("name", "text", "Its new name."),
            Argument("acronym", "text", "Its new acronym."),
        ),
        operation_calls.rename,
        dated=False,
    ),
    OperationKind(
        "move",
        "Groups lie in another one; a line to the one they lay in goes to the new one.",
        (_GROUPS, Argument("within", "id", "The group they move to, or none.", required=True)),
        operation_calls.move,
    ),
    OperationKind(
        "hand-over",
        "A seat passes to another holder, without accountability unless that is written.",
        (
            _GROUP,
            Argument("to", "id", "Who takes the seat.", required=True),
            Argument("from", "id", "Who gives it up; not needed if one alone leads."),
            _TERM,
            _ACCOUNTABLE,
            Argument("last_resort", "truth", "Whether they are provider of last resort."),
        ),
        operation_calls.hand_over,
    ),
    OperationKind(
        "join",
        "Somebody takes a seat in groups, as member unless another term is written.",
        (
            Argument("who", "id", "Who joins.", required=True),
            _GROUPS,
            _TERM,
            Argument("post", "id", "The post through which they sit there."),
            _ACCOUNTABLE,
        ),
        operation_calls.join,
    ),
    OperationKind(
        "leave",
        "Somebody gives up their seats in some groups, or all of them with posts and activity.",
        (
            Argument("who", "id", "Who leaves.", required=True),
            Argument("groups", "ids", "The groups; if not written, all."),
        ),
        operation_calls.leave,
        short="who",
    ),
    OperationKind(
        "vacate",
        "A seat falls vacant: those of leadership, unless another term is written.",
        (_GROUP, Argument("who", "id", "Who held it; if not written, whoever did."), _TERM),
        operation_calls.vacate,
        short="group",
    ),
    OperationKind(
        "end-plan",
        "A plan ends, with its chapters and the activity under it.",
        (
            Argument("plan", "id", "The plan.", required=True),
            Argument("status", "text", "How it stands then; if not written, ended."),
        ),
        operation_calls.end_plan,
        short="plan",
    ),
    OperationKind(
        "set",
        "A value of the document is another one.",
        (_PATH, Argument("value", "value", "The value, as a document writes it.", required=True)),
        dated=False,
    ),
    OperationKind(
        "unset", "A value is taken out of the document.", (_PATH,), short="path", dated=False
    ),
    OperationKind(
        "order",
        "The keys of a mapping stand in another order.",
        (_PATH, Argument("keys", "keys", "All its keys.", required=True)),
        dated=False,
    ),
)
KIND_OF: Final = {each.name: each for each in KINDS}

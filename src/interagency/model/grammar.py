"""What a text in the model may be: an id, a reference, a code, a country, an area, plain text.

The marks stand in the annotations of the model's fields, once. The checks of a new
`Architecture`, the JSON Schema, the reference pages and the rule `unknown-code` all read them.
"""

import re
from functools import cached_property
from typing import Annotated, Final, final

from attrs import field, frozen

UNKNOWN: Final = "unknown"
NONE: Final = "none"
VACANT: Final = "vacant"

RESERVED: Final = frozenset({UNKNOWN, NONE, VACANT})


def named(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values that name something, without the reserved words."""
    return tuple(value for value in values if value not in RESERVED)


def is_open(values: tuple[str, ...]) -> bool:
    """Return whether a list may hold more than what is written: nothing written, or `unknown`."""
    return not values or UNKNOWN in values


@final
@frozen
class Grammar:
    """A form that a text must have, and how to tell a person about it."""

    name: str
    pattern: str
    hint: str
    words: tuple[str, ...] = field(default=(), kw_only=True)

    def allows(self, text: str) -> bool:
        """Return whether a text has this form."""
        return self._form.fullmatch(text) is not None or text in self.words

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.pattern)


@final
@frozen
class Ref:
    """The id of something else in the same architecture; `words` may stand in its place."""

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()


@final
@frozen
class Code:
    """An open code, explained by the vocabulary of that name; a rule reports codes not in it."""

    vocabulary: str
    words: tuple[str, ...] = ()


@final
@frozen
class OrWord:
    """A truth value, in whose place one of some words may stand."""

    words: tuple[str, ...] = ()


# The lookahead keeps lone surrogates out: no file could hold them.
TEXT = r"(?s)(?=.*\S)[^\ud800-\udfff]*"
SLUG = Grammar(
    "id",
    r"[a-z0-9]+(?:[-._/][a-z0-9]+)*",
    "lowercase letters a-z and digits, joined by single hyphens, for example gov-rou",
)
LINE = Grammar("text", TEXT, "text that is neither blank nor broken Unicode")
CODE_FORM = Grammar(
    "code", r"[A-Za-z0-9]+(?:[-._/][A-Za-z0-9]+)*", "a code without spaces, for example PRO-CPN"
)
ISO3 = Grammar("country", r"[A-Z]{3}", "an ISO 3166-1 alpha-3 code, for example ROU")
AREA_FORM = Grammar(
    "area",
    r"[A-Z]{3}(?:/[^/\s\ud800-\udfff](?:[^/\ud800-\udfff]*[^/\s\ud800-\udfff])?)*",
    "a path that begins with an ISO 3166-1 alpha-3 code, for example COL/La Guajira",
    words=(UNKNOWN,),
)
LIST_NAMES = (
    "groups",
    "platforms",
    "leads",
    "members",
    "posts",
    "plans",
    "appeals",
    "presence",
    "organizations",
    "products",
    "mandates",
    "decisions",
    "agreements",
)
LISTS = Grammar("list", "|".join(LIST_NAMES), f"one of {', '.join(LIST_NAMES)}")
YES_NO = Grammar("answer", r"yes|no|unknown", "yes, no or unknown")
SEVERAL = Grammar("count", r"[1-9][0-9]{0,8}|several", "a whole number, or the word several")

Id = Annotated[str, SLUG]
Accountable = Annotated[bool | str, OrWord(("jointly",))]
Text = Annotated[str, LINE]
Country = Annotated[str, ISO3]
PlanCountry = Annotated[str, Grammar("country", ISO3.pattern, ISO3.hint, words=(UNKNOWN,))]
Area = Annotated[str, AREA_FORM]
ListName = Annotated[str, LISTS]
YesNo = Annotated[str, YES_NO]
Several = Annotated[str, SEVERAL]
# A tuple of pairs rather than a dict: it is immutable, hashable, and keeps the written order.
Texts = tuple[tuple[str, str], ...]

BODY_KINDS = ("body",)
HOLDERS = ("organization", "post", "body")
ACTORS = (*HOLDERS, "office")
LINKED = (*ACTORS, "plan")
ANYTHING = (*LINKED, "product", "mandate", "agreement", "decision")

OrganizationRef = Annotated[str, Ref(("organization",))]
OrganizationOrUnknown = Annotated[str, Ref(("organization",), (UNKNOWN,))]
BodyRef = Annotated[str, Ref(BODY_KINDS)]
BodyOrWord = Annotated[str, Ref(BODY_KINDS, (UNKNOWN, NONE))]
HolderRef = Annotated[str, Ref(HOLDERS, (UNKNOWN, VACANT, NONE))]
ActorRef = Annotated[str, Ref(ACTORS, (UNKNOWN, NONE))]
ActorOrUnknown = Annotated[str, Ref(ACTORS, (UNKNOWN,))]
AnyRef = Annotated[str, Ref(ANYTHING)]
AgreementRef = Annotated[str, Ref(("agreement",))]
DecisionRef = Annotated[str, Ref(("decision",))]
EndRef = Annotated[str, Ref(LINKED)]
EndOrWord = Annotated[str, Ref(LINKED, (UNKNOWN, NONE))]
PlanRef = Annotated[str, Ref(("plan",))]
PlanOrUnknown = Annotated[str, Ref(("plan",), (UNKNOWN,))]
OfficeRef = Annotated[str, Ref(("office",))]
OfficeOrUnknown = Annotated[str, Ref(("office",), (UNKNOWN,))]
PostRef = Annotated[str, Ref(("post",), (UNKNOWN,))]
SourceRef = Annotated[str, Ref(("source",))]

SectorCode = Annotated[str, Code("sectors", (UNKNOWN,))]
Population = Annotated[str, Code("populations", (UNKNOWN,))]
Situation = Annotated[str, Code("situations", (UNKNOWN,))]

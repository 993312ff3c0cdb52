"""A code that is in no list."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import SECTION_KEYS, Code, FieldShape, Grammar, fields_of
from interagency.snapshot import Snapshot
from interagency.vocabularies import STANDINGS, Suggestions, Vocabulary

# Subject, path, code, name of the list.
Use = tuple[str, str, str, str]


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each code that is not in its list, once for each subject and field."""
    uses = dict.fromkeys(_header(snapshot))
    for section in SECTION_KEYS:
        uses |= dict.fromkeys(_unlisted(snapshot, getattr(snapshot.now, section)))
    suggestions = Suggestions()
    for subject, place, code, name in uses:
        close = suggestions.of(snapshot.vocabularies[name], code)
        message = f"{code} is not in the list {name}{_hint(close)}"
        yield Finding(subject, message, evidence=(place, code))
    for term, said in snapshot.now.roles:
        if said not in STANDINGS:
            close = tuple(get_close_matches(said, STANDINGS)) or STANDINGS
            message = f"{said} is not what a role term can mean{_hint(close)}"
            yield Finding("", message, evidence=(f"roles.{term}", said))


def _hint(close: tuple[str, ...]) -> str:
    return f"; did you mean {' or '.join(close)}?" if close else ""


def _header(snapshot: Snapshot) -> Iterator[Use]:
    return _unlisted(snapshot, (snapshot.now,))


def _unlisted(snapshot: Snapshot, records: Sequence[Any]) -> Iterator[Use]:
    """Yield the uses of codes that are not in their list, in records of one class."""
    for shape, known in _coded(snapshot, type(records[0])) if records else ():
        values = [getattr(record, shape.name) for record in records]
        # Records are many, and distinct values few.
        unlisted = {
            value: codes
            for value in set(values)
            if (codes := [each for each in _codes(shape, value) if each not in known])
        }
        for record, value in zip(records, values, strict=True) if unlisted else ():
            place = snapshot.place(record, shape.name)
            for code in unlisted.get(value, ()):
                yield snapshot.subject(record), place, code, known.name


def _coded(snapshot: Snapshot, cls: type) -> Iterator[tuple[FieldShape, Vocabulary]]:
    """Yield the fields of a class that hold codes, with their lists; some lists do not exist."""
    for shape in fields_of(cls):
        match shape.mark:
            case Code(name) if name in snapshot.vocabularies:
                yield shape, snapshot.vocabularies[name]
            case Grammar("country" | "area"):
                yield shape, snapshot.vocabularies["countries"]


def _codes(shape: FieldShape, value: Any) -> Iterator[str]:
    values = value if shape.many else () if value is None else (value,)
    is_area = isinstance(shape.mark, Grammar)
    for each in values:
        if each not in shape.words:
            yield each.partition("/")[0] if is_area else each


RULE = Rule(
    name="unknown-code",
    severity=Severity.WARNING,
    summary="A code that is not in its list, with the codes that may be meant.",
    rationale=(
        "A slip in a code takes a group out of every comparison without a sound. Lists are open: "
        "a plugin can add to them, and a file may go ahead of its list. To clear it, write one "
        "of the codes that are suggested, or of those that `interagency codes` lists, or give the "
        "list the new code through a plugin."
    ),
    check=check,
    sources=(
        Citation(
            "hdx-scraper-operationalpresence, README (names of organizations, sectors and places "
            "are matched by likeness at every run)",
            "https://github.com/OCHA-DAP/hdx-scraper-operationalpresence",
        ),
        Citation(
            "OCHA, global coordination groups (the codes of sectors)",
            "https://data.humdata.org/dataset/global-coordination-groups-beta",
        ),
    ),
    examples=(
        Example(
            "codes of the lists, and the word for what is not known",
            """
interagency: 2
areas: [COL/La Guajira]
organizations:
  cruz-roja: {name: Cruz Roja Colombiana, kind: national-society, country: COL}
sectors:
  protection: {name: Protection, covers: [PRO, unknown]}
""",
        ),
        Example(
            "a slip in a sector, in a kind, and in a country of the header",
            """
interagency: 2
areas: [CLO]
organizations:
  cruz-roja: {name: Cruz Roja Colombiana, kind: national-socety, country: COL}
sectors:
  protection: {name: Protection, covers: [PRO-CP]}
""",
            flags=("", "cruz-roja", "protection"),
        ),
    ),
)

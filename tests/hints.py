"""Follows what a question says to write, as somebody would who has the answer."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from interagency.checking import Question
from interagency.document import dumps, loads
from interagency.document.yaml_reader import compose
from interagency.model import Architecture

# Something of every kind, for answers that are the id of one.
AIDS: dict[str, dict[str, Any]] = {
    "organizations": {"hint-organization": {}},
    "forums": {"hint-forum": {}},
    "sectors": {"hint-sector": {"seats": {"lead": "none", "co-lead": "none"}}},
    "plans": {"hint-plan": {}},
    "offices": {"hint-office": {}},
    "posts": {"hint-post": {}},
}
_IDS = {
    **dict.fromkeys(("part_of", "plan", "aligned_with"), "hint-plan"),
    **dict.fromkeys(("office", "parent"), "hint-office"),
    **dict.fromkeys(
        ("organization", "by", "on_behalf_of", "contributors", "cleared_by"), "hint-organization"
    ),
}
_PART = re.compile(r"(appeals|presence), of (\S+) in (.+?): (\w+): (.+)")
_KEY = r'("(?:[^"\\]|\\.)*"|[^":]+)'
_SEATS = re.compile(rf"(\w+)\.([^:]+)\.seats: {_KEY}: \[\.\.\.\], {_KEY}: \[\.\.\.\], .*")
_SEAT = re.compile(rf"(\w+)\.([^:]+)\.seats\.{_KEY}: (.*)")
_ROLE = re.compile(rf"roles\.{_KEY}: (.*)")
_NEW: dict[str, Any] = {
    "appeals": [{"plan": "hint-plan", "organization": "hint-organization", "country": "AAA"}],
    "links": [{"kind": "coordinates_with", "from": "hint-forum", "to": "none"}],
    "mandates": {"hint-new": {"organization": "hint-organization"}},
}
_DISPUTE = ": leave out `certainty: disputed` once it is settled"
_FUNCTION = "nothing: hand the function to conform()"


def refuse_hints(architecture: Architecture, questions: Iterator[Question]) -> None:
    """Load a document once for each way to follow each hint; raises where one does not load."""
    whole = json.loads(dumps(architecture, format="json"))
    for section, entries in AIDS.items():
        whole[section] = {**whole.get(section, {}), **entries}
    for question in questions:
        for followed in follow(whole, question):
            loads(json.dumps(followed), format="json")


def follow(whole: dict[str, Any], question: Question) -> Iterator[dict[str, Any]]:
    """Yield the document that comes of each way to do what a question says."""
    write, _, beside = question.write.partition("; beside it ")
    if beside:
        entry, _ = compose(beside.encode())
        whole = _changed(whole, ["organizations", question.subject], entry)
        question = evolve(question, write=write)
    if write.endswith(_DISPUTE):
        yield _settled(whole, write.removesuffix(_DISPUTE), question.subject)
    elif write.startswith("answers: {"):
        clause = write.removeprefix("answers: {").partition(": ")[0]
        yield from (_changed(whole, ["answers", clause], each) for each in ("yes", "no"))
    elif found := re.fullmatch(r"handovers: \[(\{.*\})\]", write):
        entry, _ = compose(found[1].replace("taker: id", "taker: hint-organization").encode())
        yield _changed(whole, ["handovers"], [*whole.get("handovers", []), entry])
    elif write.startswith("add it under "):
        sections = write.removeprefix("add it under ").partition(",")[0].split(" or ")
        yield from (_added(whole, section) for section in sections)
        yield from without_others(whole, write)
    elif part := _PART.fullmatch(write):
        section, who, where, field, form = part.groups()
        yield from (_in_part(whole, (section, who, where), field, v) for v in values(field, form))
    elif write != _FUNCTION:
        yield from _written(whole, question)


def without_others(whole: dict[str, Any], write: str) -> Iterator[dict[str, Any]]:
    """Yield the document that says that there are no others, if what to write allows it."""
    if found := re.search(r"or write (.+) under complete", write):
        lists = {*whole.get("complete", []), *found[1].split(" and ")}
        yield _changed(whole, ["complete"], sorted(lists))


def _written(whole: dict[str, Any], question: Question) -> Iterator[dict[str, Any]]:
    if seats := _SEATS.fullmatch(question.write):
        section, id, lead, co_lead = seats.groups()
        yield from (
            _changed(
                _changed(whole, [section, id, "seats", json_or(lead)], one),
                [section, id, "seats", json_or(co_lead)],
                two,
            )
            for one in values("seats", "[...], vacant or none")
            for two in values("seats", "[...], vacant or none")
        )
    elif seat := _SEAT.fullmatch(question.write):
        section, id, term, form = seat.groups()
        steps = [section, id, "seats", json_or(term)]
        yield from (_changed(whole, steps, each) for each in values("seats", form))
    elif role := _ROLE.fullmatch(question.write):
        steps = ["roles", json_or(role[1])]
        yield from (_changed(whole, steps, each) for each in values("roles", role[2]))
    else:
        place, _, form = question.write.partition(": ")
        section, _, rest = place.partition(".")
        field = rest.removeprefix(f"{question.subject}.")
        steps = [section, question.subject, field] if rest else [section]
        yield from (_changed(whole, steps, each) for each in values(steps[-1], form))


def json_or(key: str) -> str:
    """Return a key without its quotes."""
    return str(json.loads(key)) if key.startswith('"') else key


def values(field: str, form: str) -> Iterator[Any]:
    """Yield what the form of an answer allows."""
    id = _IDS.get(field, "hint-forum")
    first = form.partition(", or ")[0].partition(", from ")[0]
    example = re.search(r"for example (.+)", form)
    if form.startswith("[..., ...] in place of"):
        yield ["hint-organization"]
    elif form.startswith("[...]"):
        yield ["hint-organization"]
        yield from (word for word in ("vacant", "none") if word in form)
    elif form.startswith("[id of "):
        yield "none"  # the id of something of a sort, which nothing here is for certain
    elif form == "id of its sector":
        yield "hint-sector"
    elif found := re.match(r"\[\{holder: (\S+), post: id\}\]", form):
        yield [{"holder": found[1], "post": "hint-post"}]
    elif found := re.match(r"\[\{holder: (\S+), (\w+): true\}\], or false", form):
        yield from ([{"holder": found[1], found[2]: flag}] for flag in (True, False))
    elif form.startswith("[{body: "):
        entries, _ = compose(form.encode())
        yield [{**entries[0], "taker": "hint-organization"}]
    elif form.startswith("[{as_of: "):
        yield [{"as_of": "2022-06", "received": "1000 USD", "reached": {"people": 500}}]
    elif form.startswith("one of "):
        yield from form.removeprefix("one of ").split(", ")
    elif first.startswith("[id, ...]"):
        yield ["hint-organization" if field == "seats" else id]
    elif first == "id" or first.startswith("id of "):
        yield id
    elif first.startswith(("[code, ...]", "code")):
        yield ["CODE"] if form.startswith("[") else "CODE"
    elif example is not None:
        yield [example[1]] if form.startswith("[") else example[1]
    elif form.startswith("[leads, members]"):
        yield ["leads", "members"]
    else:
        assert form == "..., a whole number, or the word several", form
        yield from ("3", "several")
    if ", or none" in form and not form.startswith("[...]"):
        yield "none"


def _changed(whole: dict[str, Any], steps: list[str], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(whole)
    here = changed
    for step in steps[:-1]:
        here = here.setdefault(step, {})
    here[steps[-1]] = value
    return changed


def _added(whole: dict[str, Any], section: str) -> dict[str, Any]:
    if section in ("appeals", "links"):
        return _changed(whole, [section], [*whole.get(section, []), *_NEW[section]])
    new = _NEW.get(section, {"hint-new": {}})
    return _changed(whole, [section], {**whole.get(section, {}), **new})


def _in_part(
    whole: dict[str, Any], part: tuple[str, str, str], field: str, value: Any
) -> dict[str, Any]:
    section, who, where = part
    changed = copy.deepcopy(whole)
    (key, there) = ("plan", where) if section == "appeals" else ("area", where)
    found = [
        each
        for each in changed[section]
        if each["organization"] == who and each.get(key, "no area") == there
    ]
    assert found, part
    found[0][field] = value
    return changed


def _settled(whole: dict[str, Any], place: str, subject: str) -> dict[str, Any]:
    changed = copy.deepcopy(whole)
    if part := re.fullmatch(r"(appeals|presence), of (\S+) in (.+)", place):
        here: Any = [each for each in changed[part[1]] if each["organization"] == part[2]]
        assert here, place
    else:
        section = place.removesuffix(subject).strip(".")
        here = changed.get(section, {}).get(subject, {})
    _sure(here)
    return changed


def _sure(value: Any) -> None:
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            _sure(each)
    if isinstance(value, dict) and value.get("certainty") == "disputed":
        del value["certainty"]

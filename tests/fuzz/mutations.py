"""Texts and values that are changed at random: by their structure, and letter by letter."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

# What has broken readers before: of numbers, of YAML, of spreadsheets, of Unicode.
NASTY: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1e400, 10**30, 1.5, "", " ", [], {}, [[]], [None], {"": ""}),
    *("unknown", "vacant", "none", "several", "NO", "05001", "2022", "2022-13", "2022-02-30"),
    *("0000", "9999-12-31", "=1+1", "@x", "a/b", "COL/", "/", "COL//a", "UNHCR", "unhcr", "*"),
    *("\u202e", "\x1b[2J", "\x00", "\ud800", "\ufeff", "é", "e\u0301" * 40, "\ufb00", "I\u0307"),
    *("x" * 500, "&a", "<<", "!!python/none", "::error::x", "a: b", ["unknown", "vacant"]),
    {"a": {"a": {"a": {}}}},
)
_PIECES = tuple(each.encode() for each in ("- ", ": ", *"{}[]'\"#\n", "&a ", "*a", "|\n", ">-\n"))
_BYTES = (b"\0", b"\xff", b"\t", b"\r", b"---\n", b"...\n", "\ufeff\u2028".encode(), b"<<: ")
_MOST = 60_000


def united(one: Any, other: Any) -> Any:
    """Return two values in one: of mappings all keys, of lists all entries."""
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: united(one[key], other[key]) for key in one if key in other}
        return {**one, **other, **both}
    return [*one, *other] if isinstance(one, list) and isinstance(other, list) else one


def mutated_value(value: Any, random: Random, seeds: list[Any]) -> Any:
    """Return a plain value of which one or a few parts are changed."""
    for _ in range(random.choice((1, 1, 1, 1, 2, 4))):
        value = _changed(value, random, seeds)
    return value


def _changed(value: Any, random: Random, seeds: list[Any]) -> Any:
    """Change one part of a value, at a depth that is as likely as any other."""
    if isinstance(value, dict) and value and random.random() < 0.8:
        key = random.choice(list(value))
        return {**value, key: _changed(value[key], random, seeds)}
    if isinstance(value, list) and value and random.random() < 0.8:
        at = random.randrange(len(value))
        return [*value[:at], _changed(value[at], random, seeds), *value[at + 1 :]]
    return random.choice(_WAYS)(value, random, seeds)


def _nasty(value: Any, random: Random, seeds: list[Any]) -> Any:
    return random.choice(NASTY)


def _nested(value: Any, random: Random, seeds: list[Any]) -> Any:
    return random.choice(([value], {"a": value}, [value, value], {"name": value}))


def _other(value: Any, random: Random, seeds: list[Any]) -> Any:
    return _part(random.choice(seeds), random)


def _without(value: Any, random: Random, seeds: list[Any]) -> Any:
    if isinstance(value, dict) and value:
        gone = random.choice(list(value))
        return {key: each for key, each in value.items() if key != gone}
    return value[1:] if isinstance(value, list | str) else value


def _with(value: Any, random: Random, seeds: list[Any]) -> Any:
    new = _part(random.choice(seeds), random)
    if isinstance(value, dict):
        key = random.choice((*_KEYS, *map(str, value)))
        return {**value, key: new}
    if isinstance(value, list):
        return [*value, *value, new]
    return f"{value}{new}" if isinstance(new, str) else new


def _shuffled(value: Any, random: Random, seeds: list[Any]) -> Any:
    if isinstance(value, dict):
        values = random.sample(list(value.values()), len(value))
        return dict(zip(value, values, strict=True))
    return random.sample(value, len(value)) if isinstance(value, list) else value


_WAYS: tuple[Callable[[Any, Random, list[Any]], Any], ...] = (
    *(_nasty, _nasty, _nasty, _nested, _other, _without, _with, _with, _shuffled),
)
_KEYS = (
    *("within", "seats", "lead", "covers", "areas", "since", "until", "certainty", "sources"),
    *("kind", "reports_to", "same_as", "complete", "period", "level", "x", "roles", "as_of"),
    *("part_of", "parent", "interagency"),
)


def _part(value: Any, random: Random) -> Any:
    """Return a part of a value, at any depth."""
    while isinstance(value, dict | list) and value and random.random() < 0.7:
        value = random.choice(list(value.values()) if isinstance(value, dict) else value)
    return value


def written(value: Any, random: Random) -> bytes:
    """Return a value as YAML or JSON, of either style."""
    if random.random() < 0.5:
        ascii, indent = random.random() < 0.5, random.choice((None, 1))
        text = json.dumps(value, ensure_ascii=ascii, indent=indent)
    else:
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8", "surrogatepass")


def mutated_bytes(data: bytes, random: Random, seeds: list[bytes]) -> bytes:
    """Return a text of which a few pieces are changed, moved, or come from another one."""
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(data) + 1)
        to = min(len(data), at + random.choice((0, 1, 3, 20)))
        other = random.choice(seeds)
        start = random.randrange(len(other) + 1)
        new = random.choice(
            (
                b"",
                random.choice(_PIECES),
                random.choice(_BYTES),
                str(random.choice(NASTY)).encode("utf-8", "surrogatepass"),
                data[at:to] * 2,
                data[at:to] * 50,
                other[start : start + random.choice((5, 40, 200))],
                bytes([random.randrange(256)]),
            )
        )
        data = (data[:at] + new + data[to:])[:_MOST]
    return data

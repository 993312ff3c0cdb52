"""Plain values to the values and records of the model, with cattrs.

The converter comes in two kinds of the same hooks: one stops at the first misfit, the other
collects all.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter, override
from cattrs.gen import make_dict_structure_fn

from interagency.document.problems import MISFITS, MOST_PROBLEMS, Misfit, Misfits
from interagency.document.scalars import listed_parts, shortened, written
from interagency.document.shape import ONE_OR_MANY, SHORT, file_key
from interagency.model import Day, Due, Figure, Money
from interagency.model.day import day
from interagency.model.fast import maker
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import RESERVED, OrWord, Texts

# No word that a field may hold is longer.
_LONGEST_WORD = 40


def kind_of(value: Any) -> str:
    """Return what a plain value is, in the words of a person who writes files."""
    if isinstance(value, str):
        return f"the word {shortened(value)!r}"
    names = {dict: "a mapping", list: "a list", NoneType: "nothing"}
    return names.get(type(value)) or f"{value!s}".lower()


def text(value: Any, _: Any = None) -> str:
    """Read a text; a number comes back as it was written."""
    if type(value) is str:
        return value
    found = written(value)
    if found is None:
        hint = "put it in quotes" if isinstance(value, bool) else "leave the field out if unknown"
        raise Misfit(f"text is expected here, not {kind_of(value)}; {hint}")
    return found


def whole(value: Any, _: Any = None) -> int:
    """Read a whole number."""
    if type(value) is not int:
        raise Misfit(f"a whole number is expected here, not {kind_of(value)}")
    return value


def truth(value: Any, _: Any = None) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Misfit(f"true or false is expected here, not {kind_of(value)}")
    return value


def truth_or(words: tuple[str, ...], value: Any, _: Any = None) -> bool | str:
    """Read true, false or one of some words."""
    if isinstance(value, str) and value in words:
        return value
    if not isinstance(value, bool):
        listed = ", ".join(("true", "false", *words[:-1]))
        raise Misfit(f"{listed} or {words[-1]} is expected here, not {kind_of(value)}")
    return value


def parsed(parse: Callable[[str], Any], value: Any, _: Any = None) -> Any:
    """Read a text that has a form, such as a date or an amount."""
    # No date, amount or figure is longer than what is kept, and what is cut parses as none.
    short = shortened(text(value))
    try:
        return parse(short)
    except ValueError as error:
        raise Misfit(str(error)) from None


def choice(value: Any, of: type[StrEnum]) -> StrEnum:
    """Read one of a few words."""
    try:
        return of(text(value))
    except ValueError:
        word = (written(value) or "")[:_LONGEST_WORD]
        meant = "-".join(word.casefold().replace("_", " ").split())
        cure = f"write {meant}" if meant in {*of} else f"one of {', '.join(of)} is expected here"
        raise Misfit(f"{cure}, not {kind_of(value)}") from None


def table(value: Any) -> dict[str, Any]:
    """Read a mapping."""
    if not isinstance(value, dict):
        cure = (
            "; write each entry under a key of its own, without a dash"
            if _has_dashes(value)
            else ""
        )
        raise Misfit(f"a mapping is expected here, not {kind_of(value)}{cure}")
    return value


def _has_dashes(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def sequence(value: Any, words: tuple[str, ...] = ()) -> list[Any]:
    """Read a list that is not empty; a reserved word may stand for one."""
    if isinstance(value, list) and value:
        return value
    if value in words and isinstance(value, str):
        return [value]
    noun = "word" if len(words) == 1 else "words"
    hint = f"; the {noun} {' and '.join(words)} may stand alone" if words else ""
    if isinstance(value, str):
        listed = ", ".join(listed_parts(shortened(value))) or shortened(value)
        raise Misfit(f"a list is expected here: write [{listed}]{hint}")
    if value is None or value == []:
        raise Misfit(f"nothing is written here: leave the key out if nobody knows{hint}")
    raise Misfit(f"a list is expected here, not {kind_of(value)}{hint}")


Hook = Callable[[Any, Any], Any]


@cache
def converter(detailed: bool) -> Converter:
    """Return the converter, made once; `detailed` collects all misfits instead of the first."""
    made = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    # By class: cattrs asks its own hook for str, which takes anything, before any predicate.
    made.register_structure_hook(str, text)
    made.register_structure_hook(StrEnum, choice)
    made.register_structure_hook(int, whole)
    made.register_structure_hook(bool, truth)
    made.register_structure_hook(Day, partial(parsed, day))
    made.register_structure_hook(Money, partial(parsed, Money.parse))
    made.register_structure_hook(Due, partial(parsed, Due.parse))
    made.register_structure_hook_factory(_is_annotated, lambda of: _bare(made, of))
    made.register_structure_hook_factory(_is_optional, lambda of: _present(made, of))
    made.register_structure_hook_factory(_is_tuple, lambda of: _many(made, of, detailed))
    made.register_structure_hook_func(lambda of: of == Texts, partial(_texts, detailed))
    figures = tuple[Figure, ...]
    made.register_structure_hook_func(lambda of: of == figures, partial(_figures, detailed))
    made.register_structure_hook_factory(_is_record, lambda of: _record(made, of, detailed))
    return made


def _is_annotated(of: Any) -> bool:
    return get_origin(of) is Annotated


def _is_optional(of: Any) -> bool:
    return get_origin(of) in (Union, UnionType) and NoneType in get_args(of)


def _is_tuple(of: Any) -> bool:
    return get_origin(of) is tuple


def _is_record(of: Any) -> bool:
    return attrs.has(of) and of not in (Day, Due, Money, Figure)


def _bare(made: Converter, of: Any) -> Hook:
    """A value as it is without its marks: what it may be is for the model to say."""
    bare, mark = get_args(of)
    if isinstance(mark, OrWord):
        return partial(truth_or, mark.words)
    hook: Hook = made.get_structure_hook(bare)
    return hook


def _present(made: Converter, of: Any) -> Hook:
    """A value that may be left out, but not be written as nothing."""
    inner = next(arm for arm in get_args(of) if arm is not NoneType)
    hook: Hook = made.get_structure_hook(inner)
    return hook if hook is text else lambda value, _: hook(value, inner)


def each(detailed: bool, items: Any, read: Callable[[Any, Any], Any]) -> list[Any]:
    """Read every item of a list or mapping, given with its step; misfits carry the step."""
    if not detailed:
        return [read(step, item) for step, item in items]
    found, errors = [], []
    for step, item in items:
        try:
            found.append(read(step, item))
        except MISFITS as error:
            # Without its traceback, which would keep every frame of the reading alive.
            errors.append((step, error.with_traceback(None)))
            if len(errors) >= MOST_PROBLEMS:
                break
    if errors:
        raise Misfits(errors)
    return found


def _many(made: Converter, of: Any, detailed: bool) -> Hook:
    inner = get_args(of)[0]
    words = get_args(inner)[1].words if get_origin(inner) is Annotated else ()
    alone = tuple(word for word in words if word in RESERVED)
    hook = made.get_structure_hook(inner)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        items = sequence(value, alone)
        if hook is text and {*map(type, items)} == {str}:
            return tuple(items)
        if not detailed:
            return tuple([hook(item, inner) for item in items])
        return tuple(each(detailed, enumerate(items), lambda _, item: hook(item, inner)))

    return read


def _texts(detailed: bool, value: Any, _: Any) -> Texts:
    pairs = table(value).items()
    return tuple(each(detailed, pairs, lambda key, item: (key, text(item))))


def _figures(detailed: bool, value: Any, _: Any) -> tuple[Figure, ...]:
    pairs = table(value).items()
    return tuple(each(detailed, pairs, lambda key, item: parsed(partial(Figure.parse, key), item)))


def _record(made: Converter, of: type[Any], detailed: bool) -> Hook:
    changes = {shape.name: _change(made, of, shape) for shape in fields_of(of)}
    required = [each.name for each in fields_of(of) if each.required]
    # What is wrong is told by the names of the class itself.
    hook = make_dict_structure_fn(
        of if detailed else cast(type[Any], maker(of, *required)),
        made,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=detailed,
        **{name: change for name, change in changes.items() if change is not None},
    )
    short = SHORT.get(of)
    plain = maker(of, short) if short and required == [short] else None

    def read(value: Any, _: Any) -> Any:
        if plain is not None and isinstance(value, str):
            return plain(value)
        if plain is not None and isinstance(value, list):
            raise Misfit("one thing is expected here, not a list: write one of them alone")
        return hook(table(value), of)

    return read


def _change(made: Converter, of: type[Any], shape: FieldShape) -> Any:
    if file_key(shape) != shape.name:
        return override(rename=file_key(shape))
    if shape.many and shape.name in ONE_OR_MANY:
        return override(struct_hook=_one_or_many(made, tuple[str, ...]))
    return None


def _one_or_many(made: Converter, of: Any) -> Hook:
    hook = made.get_structure_hook(of)
    return lambda value, _: (value,) if isinstance(value, str) else hook(value, of)

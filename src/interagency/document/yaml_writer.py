"""Plain values to YAML that every reader, of YAML 1.1 or 1.2, takes for the same."""

import re
from typing import TYPE_CHECKING, Any

import yaml

from interagency.document.scalars import Plain

if TYPE_CHECKING:
    from yaml import SafeDumper as _Dumper
else:
    # libyaml's where PyYAML was built with it, of the same interface; only the run shows which.
    _Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

# What YAML 1.2 would not take for text; PyYAML itself knows only what YAML 1.1 would not.
_NOT_TEXT = re.compile(
    r"[-+]?(?:0o[0-7]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)|[yYnN]"
)
_TEXT = "tag:yaml.org,2002:str"
_LIST = "tag:yaml.org,2002:seq"
# What ends a line in YAML 1.1 alone.
_OLD_BREAK = re.compile("[\\x85\\u2028\\u2029]")
_BREAK = re.compile("[\\n\\r\\x85\\u2028\\u2029]")
_ONE_LINE = 2**31 - 1


class _Writer(_Dumper):
    """PyYAML's writer, made to quote whatever some reader would not take for text."""


def _text(writer: Any, value: str) -> yaml.ScalarNode:
    plain: Any = Plain()[value]
    style = "'" if plain is not value or _NOT_TEXT.fullmatch(value) else None
    style = '"' if _OLD_BREAK.search(value) else style
    node: yaml.ScalarNode = writer.represent_scalar(_TEXT, value, style=style)
    return node


_Writer.add_representer(str, _text)


def yaml_text(plain: Any) -> str:
    """Return a plain value as YAML: short lists and mappings on a line, in the given order."""
    text: str = yaml.dump(
        plain,
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=100,
    )
    return text


def yaml_word(value: str, *, flow: bool, quote: str = "") -> str:
    """Return a text as a single line of YAML.

    Args:
        value: The text.
        flow: Whether it stands in brackets, where commas have a meaning.
        quote: The quote to write it in if it can be, ' or "; by default none unless it must.
    """
    text: str = yaml.serialize(
        yaml.SequenceNode(_LIST, [_node(value, quote)], flow_style=flow),
        Dumper=_Writer,
        allow_unicode=True,
        width=_ONE_LINE,
    )
    return text[1:-2] if flow else text[2:-1]


def _node(value: str, quote: str = "") -> yaml.ScalarNode:
    """Return a text in quotes if some reader would not take it for that, or if it was quoted."""
    plain: Any = Plain()[value]
    must = "'" if plain is not value or _NOT_TEXT.fullmatch(value) else None
    style = '"' if _BREAK.search(value) else quote or must
    return yaml.ScalarNode(_TEXT, value, style=style)

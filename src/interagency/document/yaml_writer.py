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


class _Writer(_Dumper):
    """PyYAML's writer, made to quote whatever some reader would not take for text."""


def _text(writer: Any, value: str) -> yaml.ScalarNode:
    plain: Any = Plain()[value]
    style = "'" if plain is not value or _NOT_TEXT.fullmatch(value) else None
    node: yaml.ScalarNode = writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)
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

"""Well-known organizations that a document names without describing them."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from interagency.model import Fact, Organization
from interagency.model.fast import column
from interagency.model.fields import fields_of
from interagency.model.grammar import Ref
from interagency.model.sections import ENTITY_KEYS, SECTION_KEYS

Registry = Mapping[str, Organization]


def called_for(fields: Mapping[str, Any], registry: Registry) -> tuple[Organization, ...]:
    """Return the organizations of the registry that a document names and does not describe.

    Args:
        fields: The fields of an architecture, by name; its own organizations win.
        registry: The well-known organizations, by id.
    """
    sections = {name: fields.get(name, ()) for name in SECTION_KEYS}
    own = {each.id for name in ENTITY_KEYS for each in sections[name]}
    wanted = set().union(*map(_organizations_in, sections.values()))
    return tuple(registry[id] for id in sorted((registry.keys() & wanted) - own))


def _organizations_in(records: tuple[Any, ...]) -> set[str | None]:
    """Return what stands in those fields of records that may name an organization."""
    found: set[str | None] = set()
    for shape in fields_of(type(records[0])) if records else ():
        if isinstance(shape.mark, Ref) and "organization" in shape.mark.kinds:
            values = column(records, shape.name)
            found.update(chain.from_iterable(values) if shape.many else values)
        elif shape.many and issubclass(shape.of, Fact):
            found |= _organizations_in(tuple(chain.from_iterable(column(records, shape.name))))
    return found

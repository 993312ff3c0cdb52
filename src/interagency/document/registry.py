"""Well-known organizations that a document names without describing them."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from interagency.model import Organization
from interagency.model.architecture import ENTITY_SECTIONS
from interagency.model.fields import fields_of
from interagency.model.grammar import Ref
from interagency.model.integrity import record_sections

Registry = Mapping[str, Organization]


def called_for(fields: Mapping[str, Any], registry: Registry) -> tuple[Organization, ...]:
    """Return the organizations of the registry that a document names and does not describe.

    Args:
        fields: The fields of an architecture, by name; its own organizations win.
        registry: The well-known organizations, by id.
    """
    sections = {name: fields.get(name, ()) for name in record_sections()}
    own = {each.id for name in ENTITY_SECTIONS for each in sections[name]}
    wanted = {id for records in sections.values() for id in _organizations_in(records)}
    return tuple(registry[id] for id in sorted((wanted & registry.keys()) - own))


def _organizations_in(records: tuple[Any, ...]) -> Iterator[str]:
    """Yield the ids in those fields of records that may name an organization."""
    for shape in fields_of(type(records[0])) if records else ():
        if isinstance(shape.mark, Ref) and "organization" in shape.mark.kinds:
            for value in set(map(attrgetter(shape.name), records)):
                yield from value if shape.many else (value,) if value is not None else ()

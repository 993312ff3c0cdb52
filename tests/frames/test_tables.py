"""Tables hold every record, with ids, names and what follows."""

from hypothesis import given

from interagency.document import loads
from interagency.frames import Table, tables_of
from interagency.model import Architecture
from interagency.model.sections import SECTION_KEYS
from interagency.testing.strategies import architectures

RESPONSE = loads("""
interagency: 2
title: Response
areas: [MDA]
offices: {hq: {organization: care}}
posts: {coordinator: {title: Coordinator, organization: care, office: hq}}
forums: {rcf: {name: Refugee Coordination Forum, level: national}}
sectors:
  health:
    name: Health Working Group
    within: rcf
    seats: {lead: [who], co-lead: [coordinator], member: vacant}
""")


def column(table: Table, name: str) -> list[object]:
    return table.values[name]


@given(architectures())
def test_every_record_has_a_row_and_every_column_is_as_long(architecture: Architecture) -> None:
    found = tables_of(architecture)
    assert len(column(found["bodies"], "id")) == len(architecture.bodies)
    for name in {*SECTION_KEYS} & found.keys():
        lengths = {len(values) for values in found[name].values.values()}
        assert lengths == {len(getattr(architecture, name))}
    assert all([each.name for each in table.columns] == [*table.values] for table in found.values())


@given(architectures())
def test_the_columns_are_those_of_an_empty_architecture(architecture: Architecture) -> None:
    empty = tables_of(Architecture())
    for name, table in tables_of(architecture).items():
        assert [(each.name, each.type) for each in table.columns] == [
            (each.name, each.type) for each in empty[name].columns
        ]


def test_a_seat_has_names_a_standing_and_the_organization_behind_a_post() -> None:
    seats = tables_of(RESPONSE)["seats"]
    assert column(seats, "body_name") == ["Health Working Group"] * 3
    assert column(seats, "holder") == ["who", "coordinator", "vacant"]
    assert column(seats, "holder_name") == ["WHO", "Coordinator", None]
    assert column(seats, "standing") == ["lead", "co-lead", "participates"]
    assert column(seats, "organization") == ["who", "care", None]
    assert column(seats, "organization_name") == ["WHO", "CARE", None]


def test_a_body_has_its_section_and_what_it_inherits() -> None:
    bodies = tables_of(RESPONSE)["bodies"]
    assert column(bodies, "section") == ["forums", "sectors"]
    assert column(bodies, "within_name") == [None, "Refugee Coordination Forum"]
    assert column(bodies, "effective_areas") == [["MDA"], ["MDA"]]
    assert column(bodies, "effective_level") == ["national", "national"]
    assert column(bodies, "effective_situation") == [None, None]


def test_the_document_is_a_row() -> None:
    assert column(tables_of(RESPONSE)["architecture"], "title") == ["Response"]

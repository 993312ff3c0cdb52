"""What is written is read back as the same, and is what the schema describes."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from interagency.document import dumps, json_schema, loads
from interagency.document.assembly import quickly
from interagency.document.converter import converter
from interagency.document.diagnose import read_sections
from interagency.document.positions import locate
from interagency.document.scalars import written
from interagency.document.structure import read_quickly
from interagency.document.writer import to_plain
from interagency.document.yaml_reader import compose
from interagency.model import Architecture
from interagency.testing.strategies import architectures
from interagency.vocabularies import shipped

ORGANIZATIONS = shipped().organizations
# Few of each are enough: what goes wrong, goes wrong with one.
SMALL = architectures(max_bodies=2, max_others=4, max_relations=4)
SCHEMA: Draft202012Validator = Draft202012Validator(json_schema())


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Return every scalar of a plain value with its path."""
    if not isinstance(value, dict | list):
        return [(path, value)]
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for step, inner in steps for leaf in leaves(inner, (*path, step))]


def nodes(value: Any) -> list[Any]:
    """Return every mapping and list in a plain value that is not empty, itself included."""
    inside = value.values() if isinstance(value, dict) else value
    below = [node for each in inside if isinstance(each, dict | list) for node in nodes(each)]
    return [value, *below] if value else below


@given(SMALL)
def test_a_document_in_yaml_gives_back_the_same_architecture(architecture: Architecture) -> None:
    assert loads(dumps(architecture), format="yaml") == architecture


@given(SMALL)
def test_a_document_in_json_gives_back_the_same_architecture(architecture: Architecture) -> None:
    assert loads(dumps(architecture, format="json"), format="json") == architecture


@given(SMALL)
def test_what_is_read_and_written_again_is_the_same_text(architecture: Architecture) -> None:
    text = dumps(architecture)
    assert dumps(loads(text, format="yaml")) == text
    assert dumps(architecture) == text


@given(SMALL)
def test_yaml_and_json_hold_the_same_plain_value(architecture: Architecture) -> None:
    from_yaml, problems = compose(dumps(architecture).encode())
    assert not problems
    assert from_yaml == json.loads(dumps(architecture, format="json"))


@given(SMALL)
def test_every_document_written_fits_the_schema(architecture: Architecture) -> None:
    SCHEMA.validate(json.loads(dumps(architecture, format="json")))


@given(SMALL)
def test_the_header_stays_as_written_and_nothing_is_filled_in(architecture: Architecture) -> None:
    plain = to_plain(architecture, ORGANIZATIONS)
    assert ("level" in plain) == (architecture.level is not None)
    assert plain.get("areas", []) in (list(architecture.areas), *architecture.areas)


@given(SMALL)
def test_each_path_of_a_document_leads_to_the_place_of_its_text(architecture: Architecture) -> None:
    text = dumps(architecture, format="json")
    lines = text.split("\n")
    scalars = leaves(json.loads(text))
    places = locate(text.encode(), [path for path, _ in scalars], format="json")
    for path, value in scalars:
        line, column = places[path]
        assert lines[line - 1][column - 1 :].startswith(json.dumps(value, ensure_ascii=False))


@given(SMALL, st.data())
def test_quick_and_detailed_reading_agree_on_any_change(
    architecture: Architecture, data: st.DataObject
) -> None:
    """One accepts what the other accepts, and makes the same of it."""
    plain = to_plain(architecture, ORGANIZATIONS)
    node = data.draw(st.sampled_from(nodes(plain)))
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    step = data.draw(st.sampled_from(keys))
    odd = st.sampled_from([None, True, 7, "unknown", "x y", [], {}, ["a"], {"a": 1}, "2022"])
    match data.draw(st.sampled_from(["delete", "replace", "rename", "double"])):
        case "replace":
            node[step] = data.draw(odd)
        case "rename" if isinstance(node, dict):
            node[data.draw(st.sampled_from(["name", "to", "id", "seats", "Ü"]))] = node.pop(step)
        case "double" if isinstance(node, list):
            node.append(node[step])
        case _:
            del node[step]
    quick = quickly(plain, ORGANIZATIONS)
    detailed = read_sections(plain)
    if quick is not None:
        assert not detailed.problems
        assert detailed.fields == read_quickly(plain)
    elif not detailed.problems:
        # What fits one by one and not together is for the model to refuse.
        assert read_quickly(plain) == detailed.fields


@given(SMALL)
def test_the_order_of_the_sections_in_a_file_does_not_matter(architecture: Architecture) -> None:
    plain = to_plain(architecture, ORGANIZATIONS)
    turned = dict(reversed(plain.items()))
    assert loads(json.dumps(turned), format="json") == architecture


def test_both_converters_are_made_once() -> None:
    assert converter(True) is converter(True)
    assert converter(True) is not converter(False)


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.text())
def test_what_was_written_comes_back_as_text(value: Any) -> None:
    assert isinstance(written(value), str)

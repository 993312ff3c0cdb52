"""The JSON Schema of the file format."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from interagency.document import InvalidDocument, json_schema, loads
from interagency.document.json_reader import read_json
from interagency.document.shape import SECTIONS, entry_keys, file_key
from interagency.model.fields import fields_of

SCHEMA = Draft202012Validator(json_schema())


def test_the_schema_is_a_schema_and_the_same_every_time() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema() == json_schema()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_the_schema_knows_every_key_of_every_section(section: Any) -> None:
    schema = json_schema()["properties"][section.key]
    entry = schema.get("additionalProperties") or schema["items"]
    entry = next(each for each in entry.get("anyOf", [entry]) if "properties" in each)
    assert set(entry["properties"]) == set(entry_keys(section))
    assert {file_key(shape) for shape in fields_of(section.holds)} - {"id"} <= set(
        entry["properties"]
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"interagency": 3}',
        '{"interagency": 1, "titel": "x"}',
        '{"interagency": 1, "as_of": "March"}',
        '{"interagency": 1, "areas": "ROU"}',
        '{"interagency": 1, "areas": []}',
        '{"interagency": 1, "level": "nation"}',
        '{"interagency": 1, "forums": {"A B": {}}}',
        '{"interagency": 1, "forums": {"a": {"seats": {"lead": "unhcr"}}}}',
        '{"interagency": 1, "forums": {"a": {"seats": {"lead": [{"count": 0}]}}}}',
        '{"interagency": 1, "links": [{"kind": "helps", "from": "a", "to": "b"}]}',
        '{"interagency": 1, "answers": {"X-1": "maybe"}}',
        '{"interagency": 1, "plans": {"p": {"requirement": "5"}}}',
        '{"interagency": 1, "title": null}',
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(text: str) -> None:
    value, _ = read_json(text.encode())
    assert not SCHEMA.is_valid(value)
    with pytest.raises(InvalidDocument):
        loads(text)


def test_every_form_that_the_reader_takes_fits_the_schema() -> None:
    text = """{"interagency": 1, "as_of": 2022, "areas": ["ROU"], "roles": {"x": "leads"},
      "organizations": {"a": {"identifiers": {"fts": 1103}}},
      "forums": {"f": {"kind": "rcf", "within": "none", "aliases": ["x", {"name": "y"}],
        "seats": {"lead": ["a", {"holder": "a", "since": 2020}], "member": "unknown"},
        "reports_to": "unknown", "supports": ["g", {"to": "f"}]},
        "g": {"kind": ["rcf", "platform"], "within": {"to": "f"}, "figures": {"n": 3, "m": ">3"}}},
      "links": [{"kind": "supports", "from": ["f", "g"], "to": "a"}],
      "plans": {"p": {"requirement": "5.5 USD"}},
      "answers": {"X-1": "yes", "X-2": {"answer": "no"}},
      "appeals": [{"plan": "p", "organization": "a"}], "presence": [{"organization": "a"}]}"""
    value, problems = read_json(text.encode())
    assert not problems
    SCHEMA.validate(value)
    assert len(loads(text).links) == 5

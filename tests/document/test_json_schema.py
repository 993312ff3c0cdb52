"""The JSON Schema of the file format."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from interagency.document import Edit, InvalidDocument, edit_file, json_schema, loads
from interagency.document.json_reader import read_json
from interagency.document.schema_codes import reference_of
from interagency.document.shape import SECTIONS, entry_keys, file_key
from interagency.model.fields import fields_of
from interagency.model.grammar import CODE_FORM
from interagency.vocabularies import shipped

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


def test_the_schema_offers_every_code_of_every_list_and_takes_any_other() -> None:
    vocabularies = shipped()
    schema = json_schema(codes={"clauses": {"RCM-01": "A clause"}, "reference-models": {"m": "M"}})
    offered = {
        name.partition("-")[2]: value["anyOf"][0]["enum"]
        for name, value in schema["$defs"].items()
        if name.startswith("codes-")
    }
    for name in vocabularies:
        assert offered[name] == [term.code for term in vocabularies[name].terms]
    assert offered["reference-models"] == ["m"]
    assert schema["properties"]["answers"]["propertyNames"]["anyOf"][0]["enum"] == ["RCM-01"]
    assert "lead" in schema["$defs"]["seats"]["properties"]
    assert "lead" in schema["properties"]["roles"]["properties"]
    referred = json.dumps(schema)
    for name in {*offered} - {"role-terms", "clauses", "countries"}:
        assert f'"$ref": "#/$defs/codes-{name}"' in referred
    document = {
        "interagency": 2,
        "areas": ["ROU", "ROU/Iasi"],
        "plans": {"p": {"countries": ["ROU", "unknown"]}},
        "sectors": {"s": {"covers": ["PRO", "my-own"], "seats": {"odd term": "vacant"}}},
    }
    Draft202012Validator(schema).validate(document)
    assert not SCHEMA.is_valid({"interagency": 2, "areas": ["rou"]})


def test_a_schema_without_lists_only_knows_forms() -> None:
    assert reference_of("nothing", {}) == {
        "type": ["string", "number"],
        "pattern": f"^(?:{CODE_FORM.pattern})$",
    }


def test_a_document_may_say_where_its_schema_is(tmp_path: Path) -> None:
    text = '{"$schema": "interagency.schema.json", "interagency": 2, "title": "A"}'
    SCHEMA.validate(json.loads(text))
    assert loads(text) == loads('{"interagency": 2, "title": "A"}')
    with pytest.raises(InvalidDocument, match=r"there is no field '\$schema' here"):
        loads('{"$schema": 1, "interagency": 2}')
    for name in "ab":
        (tmp_path / f"{name}.json").write_text(
            text if name == "a" else text.replace(', "title": "A"', "")
        )
    (tmp_path / "interagency.schema.json").write_text("{}")
    edit_file(tmp_path, [Edit(("title",), "B")])
    assert (tmp_path / "a.json").read_text() == text.replace('"A"', '"B"')
    assert '"$schema"' in (tmp_path / "b.json").read_text()

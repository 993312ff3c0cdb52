"""Rows of JSON files."""

import json
from typing import Any

import pytest

from interagency.importers.tabular.json_rows import json_rows

ROWS = (("Sector", "Lead"), ("Health", "WHO"))


@pytest.mark.parametrize(
    "value",
    [
        [["Sector", "Lead"], ["Health", "WHO"]],
        [{"Sector": "Health", "Lead": "WHO"}],
        {"data": [{"Sector": "Health", "Lead": "WHO"}], "count": 1},
        {"data": {"results": [{"Sector": "Health", "Lead": "WHO"}]}},
    ],
)
def test_records_and_lists_give_the_same_rows(value: Any) -> None:
    assert tuple(json_rows(json.dumps(value).encode())) == ROWS


def test_a_record_without_a_field_has_an_empty_cell() -> None:
    data = json.dumps([{"a": 1}, {"b": True, "c": None, "d": ["x", 2], "e": {"f": 1}}]).encode()
    assert tuple(json_rows(data)) == (
        ("a", "b", "c", "d", "e"),
        ("1", "", "", "", ""),
        ("", "true", "", "x; 2", ""),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "Expecting"),
        (b"[]", "no list"),
        (b"{}", "no list"),
        (b"3", "no list"),
        (b"[1, 2]", "no list"),
        (b"[{}, []]", "no list"),
        (b'{"data": 3}', "no list"),
        (b"[" * 100_000, "too deep"),
    ],
)
def test_what_holds_no_rows_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        tuple(json_rows(data))

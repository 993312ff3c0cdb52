"""Older formats of a document to the current one."""

from typing import Any

import pytest

from interagency.document import UnsupportedVersion
from interagency.document.migrations import current_version, migrated, version_problem


def second(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "title": data["name"]}


def third(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "name"}


STEPS = (second, third)


def test_a_document_passes_every_step_from_its_version_on() -> None:
    old = {"interagency": 1, "name": "x"}
    assert migrated(old, STEPS) == {"interagency": 3, "title": "x"}
    assert migrated({"interagency": 2, "name": "x"}, STEPS) == {"interagency": 3}
    assert old == {"interagency": 1, "name": "x"}


def test_a_current_document_stays_as_it_is() -> None:
    current = {"interagency": current_version()}
    assert migrated(current) is current


@pytest.mark.parametrize("stated", [1, 2, 3])
def test_every_version_up_to_the_newest_is_known(stated: int) -> None:
    assert version_problem({"interagency": stated}, STEPS) is None


def test_a_newer_version_is_refused_at_once() -> None:
    with pytest.raises(UnsupportedVersion, match=r"version 4 .* up to 3"):
        version_problem({"interagency": 4}, STEPS)

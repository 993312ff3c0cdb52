"""Decisions on names are read strictly: what contradicts another is a problem with its line."""

from pathlib import Path

import pytest

from interagency.document import InvalidDocument
from interagency.document.identities import (
    Decision,
    Identities,
    parse_identities,
    read_identities,
)
from interagency.model import Day

HEAD = "interagency_identities: 1\ndecisions:\n"


def problems(*lines: str) -> list[str]:
    with pytest.raises(InvalidDocument) as error:
        parse_identities(HEAD + "\n".join(lines) + "\n", file="identities.yaml")
    return list(map(str, error.value.problems))


def test_a_decision_says_what_a_name_is_or_is_not_and_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "identities.yaml"
    path.write_text(
        f"{HEAD}# from the review of May\n"
        "- {name: ACNUR Perú, is: unhcr, by: IM officer, on: 2026-05-02, note: same logo}\n"
        "- name: CARE Romania\n"
        "  is_not: care\n",
        encoding="utf-8",
    )
    acnur = Decision(
        name="ACNUR Perú", is_="unhcr", by="IM officer", on=Day("2026-05-02"), note="same logo"
    )
    found = read_identities(path)
    assert found == Identities((acnur, Decision(name="CARE Romania", is_not="care")))
    assert [each.place for each in found.decisions] == [(str(path), 4), (str(path), 5)]
    assert found.decisions[0].where == f"{path}:4"


def test_a_name_is_settled_however_it_is_spelled() -> None:
    found = parse_identities(f"{HEAD}- {{name: ACNUR Perú, is: unhcr}}\n")
    assert [each.is_ for each in found.settled(["x", "acnur peru"])] == ["unhcr"]
    assert found.settled(["acnur"]) == ()


def test_two_are_held_apart_by_their_names_or_ids_both_ways() -> None:
    found = parse_identities(f"{HEAD}- {{name: CARE Romania, is_not: care}}\n")
    assert found.are_apart(["care romania"], ["care"])
    assert found.are_apart(["care"], ["CARE Romania"])
    assert not found.are_apart(["care romania"], ["nrc"])
    assert not Identities().are_apart(["care romania"], ["care"])


def test_a_file_without_decisions_holds_none() -> None:
    assert parse_identities("interagency_identities: 1\n") == Identities()
    assert parse_identities(HEAD) == Identities()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["- {name: NRC Peru, is: nrc}", "- {name: nrc perú, is: drc}"],
            "identities.yaml:4:1: decisions: 'nrc perú' is drc here, and nrc in line 3; "
            "keep one of the lines",
        ),
        (
            ["- {name: NRC Peru, is: nrc}", "- {name: NRC Peru, is_not: nrc}"],
            "identities.yaml:4:1: decisions: 'NRC Peru' is not nrc here, and the same by line 3; "
            "keep one of them",
        ),
        (
            ["- {name: A, is: x-org}", "- {name: B, is_not: A}", "- {name: B, is: x-org}"],
            "identities.yaml:4:1: decisions: 'B' is not A here, and the same by line 5 and 3; "
            "keep one of them",
        ),
        (
            ["- {name: unhcr, is_not: ACNUR}", "- {name: ACNUR, is: unhcr}"],
            "identities.yaml:3:1: decisions: 'unhcr' is not ACNUR here, and the same by line 4; "
            "keep one of them",
        ),
        (["- {name: A}"], "write one of `is` and `is_not`"),
        (["- {name: A, is: a, is_not: b}"], "write one of `is` and `is_not`"),
        (["- {is: a}"], "the field 'name' is missing"),
        (["- {name: A, is: UN HCR}"], "'UN HCR' is not an id: lowercase letters a-z"),
        (["- {name: A, is: vacant}"], "'vacant' is not an id"),
        (["- {name: A, is: a, on: soon}"], "'soon' is not a date"),
        (["- {name: A, is: a, who: me}"], "no field 'who'"),
        (["- A"], "a mapping is expected here"),
    ],
)
def test_what_is_wrong_is_a_problem_with_its_line(lines: list[str], message: str) -> None:
    (found,) = problems(*lines)
    assert message in found


def test_what_is_no_list_is_a_problem() -> None:
    for text in ("interagency_identities: 1\ndecisions: none\n", "decisions\n"):
        with pytest.raises(InvalidDocument, match="is expected here"):
            parse_identities(text)


def test_another_file_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="version 1 of identities only"):
        parse_identities("interagency_identities: 2\n")
    with pytest.raises(InvalidDocument, match="begins with `interagency_identities: 1`"):
        parse_identities("")

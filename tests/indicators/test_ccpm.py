"""Cluster Coordination Performance Monitoring: the published bands, without the gaps in them."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import InvalidDocument
from interagency.indicators import (
    Band,
    Respondent,
    Response,
    SubCategory,
    ccpm_band,
    ccpm_results,
    ccpm_score,
)
from interagency.indicators.ccpm import read_scores


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1, Band.STRONG),
        (0.76, Band.STRONG),
        (0.75, Band.SATISFACTORY),
        (0.51, Band.SATISFACTORY),
        ("0.505", Band.SATISFACTORY),
        (0.50, Band.UNSATISFACTORY),
        (0.26, Band.UNSATISFACTORY),
        ("0.255", Band.UNSATISFACTORY),
        (0.25, Band.WEAK),
        (0, Band.WEAK),
    ],
)
def test_every_score_falls_in_one_band(score: float | str, band: Band) -> None:
    """The published bands leave 0.50 to 0.51 and 0.25 to 0.26 open."""
    assert ccpm_band(Decimal(str(score))) is band


def test_the_score_is_the_median_of_partners_and_coordinators_together() -> None:
    assert ccpm_score([0.1, 0.9, 0.6], [0.8]) == Decimal("0.7")
    assert ccpm_score([0.25], [Decimal("0.75"), 1]) == Decimal("0.75")


def test_of_no_answers_there_is_no_score() -> None:
    assert ccpm_score([], []) is None


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_score_lies_between_0_and_1(score: float) -> None:
    with pytest.raises(ValueError, match="is not a score between 0 and 1"):
        ccpm_band(score)
    with pytest.raises(ValueError, match="is not a score between 0 and 1"):
        ccpm_score([score], [])


PARTNER, COORDINATOR = Respondent.PARTNER, Respondent.COORDINATOR


def test_each_sub_category_has_its_median_its_band_and_who_answered() -> None:
    responses = (
        Response("1.1", PARTNER, Decimal("0.9")),
        Response("2.1", PARTNER),
        Response("1.1", COORDINATOR, Decimal("0.5")),
        Response("1.1", PARTNER, None),
        Response("2.1", COORDINATOR),
    )
    assert ccpm_results(responses) == (
        SubCategory(
            name="1.1",
            score=Decimal("0.7"),
            band=Band.SATISFACTORY,
            partners=1,
            coordinators=1,
            unanswered=1,
        ),
        SubCategory(name="2.1", score=None, band=None, partners=0, coordinators=0, unanswered=2),
    )


def test_a_response_has_a_score_from_0_to_1() -> None:
    with pytest.raises(ValueError, match="is not a score between 0 and 1"):
        Response("1.1", PARTNER, Decimal(2))


SCORES = st.none() | st.decimals(0, 1, places=2)
RESPONSES = st.builds(Response, st.sampled_from("abc"), st.sampled_from(Respondent), SCORES)


@given(st.lists(RESPONSES), st.randoms(use_true_random=False))
def test_every_response_counts_once_and_their_order_does_not(
    responses: list[Response], random: Any
) -> None:
    found = ccpm_results(responses)
    counted = sum(each.partners + each.coordinators + each.unanswered for each in found)
    assert counted == len(responses)
    for each in found:
        own = [one.score for one in responses if one.sub_category == each.name]
        assert each.score == ccpm_score((score for score in own if score is not None), ())
        assert (each.band is None) is (each.score is None)
    shuffled = random.sample(responses, len(responses))
    assert {each.name: each for each in ccpm_results(shuffled)} == {e.name: e for e in found}


TABLE = """\
\ufeffsub-category,agency,by,score
1.1 Services,UNHCR,partner,0.75
"2.1 Needs, assessed",IOM,coordinator,
1.1 Services,WHO,partner
"""


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert read_scores(path) == (
        Response("1.1 Services", PARTNER, Decimal("0.75")),
        Response("2.1 Needs, assessed", COORDINATOR),
        Response("1.1 Services", PARTNER),
    )


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ("", ["1:1: the table has no column 'sub-category'", "'by'", "'score'"]),
        ("sub-category,score\n1.1,0.5\n", ["1:1: the table has no column 'by'"]),
        (
            "sub-category,by,score\n,partner,1\n1.1,ngo,1\n1.1,partner,1.01\n1.1,partner,half\n",
            [
                "2:1: sub-category: a sub-category is expected here",
                "3:1: by: partner or coordinator is expected here, not 'ngo'",
                "4:1: score: a score from 0 to 1 is expected here, or nothing, not '1.01'",
                "5:1: score: a score from 0 to 1 is expected here, or nothing, not 'half'",
            ],
        ),
        ("sub-category,by,score\n1.1,partner,NaN\n", ["2:1: score: a score from 0 to 1"]),
        ('sub-category,by,score\n"1.1"x,partner,1\n', ["1:1: is not a table of comma-"]),
    ],
)
def test_what_is_wrong_with_a_table_is_told_at_once(
    table: str, problems: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(table)
    with pytest.raises(InvalidDocument) as caught:
        read_scores(path)
    told = [str(each) for each in caught.value.problems]
    assert len(told) == len(problems)
    assert all(wanted in said for wanted, said in zip(problems, told, strict=True))
    assert all(said.startswith(f"{path}:") for said in told)


def test_a_table_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument, match="there is no such file"):
        read_scores(tmp_path / "scores.csv")


def table(*scores: str, name: str = "1.1") -> str:
    return "sub-category,by,score\n" + "".join(f"{name},partner,{each}\n" for each in scores)


@pytest.mark.parametrize(
    "score", ["0_1", "0._5", "1E-999999", "0.1234567", "1E-7", "\u0661", ".", "1e", "sNaN", "0x1"]
)
def test_a_score_is_a_plain_number_of_at_most_six_places(score: str, tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(table("0.5", score), encoding="utf-8")
    with pytest.raises(InvalidDocument, match=r"csv:3:1: score: a score from 0 to 1 is expected"):
        read_scores(path)


def test_a_score_may_be_written_as_programs_write_numbers(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(table("-0", "+.5", "1.", "5E-1", "0.123456"))
    found = [str(each.score) for each in read_scores(path)]
    assert found == ["0", "0.5", "1", "0.5", "0.123456"]


def test_a_column_that_is_there_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("sub-category,by,score,score,,\n1.1,partner,0,1,,\n")
    with pytest.raises(InvalidDocument, match=r"csv:1:1: the table has 2 columns 'score'"):
        read_scores(path)


def test_only_ends_of_lines_end_rows(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    names = ["a\u2028b", "a\fb", "a\x85b", '"a\r\nb"']
    text = "sub-category,by,score\r\n" + "".join(f"{each},partner,1\r\n" for each in names)
    path.write_bytes((text + "x,ngo,1\r\n").encode())
    with pytest.raises(InvalidDocument, match=r"csv:7:1: by: partner or coordinator"):
        read_scores(path)
    path.write_bytes(text.encode())
    assert [each.sub_category for each in read_scores(path)] == [each.strip('"') for each in names]

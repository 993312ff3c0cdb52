"""Questions for one reader: what they can answer, and nothing else."""

from interagency.document import loads
from interagency.report.questionnaire import (
    Questionnaire,
    questionnaire_for,
    questionnaires,
    readers_of,
    table_of,
    text_of,
)
from interagency.report.wording import Wording
from interagency.snapshot import Question, Snapshot

TEXT = """
interagency: 1
title: Response
as_of: 2024
organizations: {gov: {name: Government}}
posts: {chief: {title: Chief, organization: unhcr}}
forums: {rcf: {name: RCF, seats: {chair: [gov], co-chair: [chief]}}, far: {}}
sectors:
  health: {within: rcf, seats: {lead: [who]}}
  wash: {within: rcf}
"""
SNAPSHOT = Snapshot.of(loads(TEXT))
ASKED = tuple(
    Question(subject, about, f"{about} of {subject}?", f"write {subject}")
    for subject, about in (
        ("health", "covers"),
        ("health", "leads"),
        ("wash", "leads"),
        ("far", "leads"),
        ("gov", "kind"),
        ("", "level"),
    )
)


def keys(found: Questionnaire) -> list[tuple[str, str]]:
    return [(each.subject, each.about) for each in found.questions]


def test_the_leads_of_a_body_or_of_the_one_above_can_answer() -> None:
    assert readers_of(SNAPSHOT, ASKED[0]) == ("health", "who")
    assert readers_of(SNAPSHOT, ASKED[2]) == ("wash", "rcf", "gov", "unhcr")
    assert readers_of(SNAPSHOT, ASKED[3]) == ("far",)
    assert readers_of(SNAPSHOT, ASKED[4]) == ("gov",)
    assert readers_of(SNAPSHOT, ASKED[5]) == ()


def test_a_reader_gets_what_settles_most_first() -> None:
    found = questionnaire_for(SNAPSHOT, ASKED, "who")
    assert keys(found) == [("health", "leads"), ("health", "covers")]
    assert keys(questionnaire_for(SNAPSHOT, ASKED, "rcf")) == [("wash", "leads")]


def test_every_question_goes_to_someone() -> None:
    found = questionnaires(SNAPSHOT, ASKED)
    assert [each.reader for each in found] == ["gov", "unhcr", "who", ""]
    assert {each for one in found for each in one.questions} == set(ASKED)
    assert keys(found[-1]) == [("far", "leads"), ("", "level")]
    assert questionnaires(SNAPSHOT, ASKED[:1])[-1].reader == "who"


def test_a_questionnaire_is_a_text_and_a_table_with_room_for_answers() -> None:
    wording = Wording.on(SNAPSHOT)
    found = questionnaire_for(SNAPSHOT, ASKED, "gov")
    assert text_of(wording, found) == (
        "Questions for Government: Response, 2024-12-31\n\n"
        "1. leads of wash?\n   > \n   (write wash)\n\n"
        "2. kind of gov?\n   > \n   (write gov)\n"
    )
    table = table_of(wording, questionnaires(SNAPSHOT, ASKED)[-1])
    assert table.title == "Questions for Who keeps the document: Response"
    assert table.rows[1] == ("", "level of ?", "", "write ")

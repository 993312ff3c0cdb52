"""Days as an iCalendar file."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from interagency.report.icalendar import Entry, icalendar

DAY = date(2022, 3, 31)


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_an_entry_is_a_whole_day() -> None:
    assert unfolded(icalendar([Entry("p", DAY, "Sitrep, weekly", "a;b\nc")], DAY)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//interagency//due//EN",
        "BEGIN:VEVENT",
        "UID:p-20220331@interagency",
        "DTSTAMP:20220331T000000Z",
        "DTSTART;VALUE=DATE:20220331",
        "DTEND;VALUE=DATE:20220401",
        "SUMMARY:Sitrep\\, weekly",
        "DESCRIPTION:a\\;b\\nc",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(max_size=300))
def test_no_line_is_too_wide_and_no_text_breaks_out(title: str, text: str) -> None:
    made = icalendar([Entry("p", DAY, title, text.encode("utf-8", "ignore").decode())], DAY)
    for line in made.encode().split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
    assert sum(line.startswith("SUMMARY:") for line in unfolded(made)) == 1

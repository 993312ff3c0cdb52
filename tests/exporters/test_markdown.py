"""A register to read."""

import re

from hypothesis import given

from interagency.document import loads
from interagency.model import Architecture
from interagency.report.markdown import escaped
from interagency.testing.strategies import architectures
from tests.exporters.examples import awkward, romania, text

BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|")


def tables(register: str) -> dict[str, list[list[str]]]:
    """Return the rows of each table by its heading; refuse tables that are not even."""
    found = {}
    for section in register.split("\n\n## ")[1:]:
        heading, _, rest = section.partition("\n\n")
        lines = [line for line in rest.split("\n\n")[0].split("\n") if line.startswith("|")]
        rows = [BORDER.split(line) for line in lines]
        assert len({len(row) for row in rows}) <= 1
        found[heading.strip()] = [[cell.strip() for cell in row[1:-1]] for row in rows]
    return found


def test_romania_is_written() -> None:
    register = text("markdown", romania())
    assert register.startswith(
        "# Refugee response in Romania, first phase\n\n"
        "2022-03-31 · refugee · national · ROU · refugees\n\n## Bodies\n\n"
    )
    assert "| **Education sub-group** | sub-sector | lead: ? | RCF |  |  |\n" in register
    assert "chair: UNHCR (Inter-Agency Coordination Officer)<br>co-lead: ? |" in register
    assert "| Romania chapter | RRP | in-preparation | ROU | ? | Regional Refugee" in register
    assert (
        "- UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy), UNHCR, 2022-03\n"
        in (register)
    )
    assert [*tables(register)] == [
        *("Bodies", "Plans", "Offices", "Posts", "Products and events"),
        *("Decisions", "Agreements", "Sources"),
    ]
    assert "| REACH | UNHCR | IMWG, ? |" in register
    assert "| Partnership with REACH | ? | UNHCR, REACH |" in register


def test_plans_posts_and_sources_are_written() -> None:
    register = text(
        "markdown",
        loads("""
interagency: 1
note: As seen from afar.
sources:
  page: {title: A page, url: "https://example.org/a_b", read: 2022-04-01}
  script: {url: "javascript:alert(1)"}
forums: {f: {within: {to: unknown}, kind: [hct, unknown], level: national, areas: [ROU]}}
plans: {p: {requirement: 10 USD, figures: {partners: ">5"}, certainty: inferred}}
offices: {o: {kind: cell, organization: unhcr, seat: Bucharest}}
posts: {q: {title: Chief, office: unknown, organization: unhcr, duties: [sitrep], reports_to: [f]}}
"""),
    )
    assert "\n\nAs seen from afar.\n\n" in register
    assert "| **f** | forum, hct, ? | lead: ? | national, ROU | ? |" in register
    assert "| p (inferred) | 10 USD | partners \\>5 |" in register
    assert "| o | cell | UNHCR | Bucharest |" not in register
    assert "| cell (o) | cell | UNHCR | Bucharest |" in register
    assert "| Chief | UNHCR, ? | sitrep | f |" in register
    assert (
        "- A page, read 2022-04-01, <https://example.org/a_b>\n- script, javascript:alert(1)"
        in (register)
    )


def test_what_is_empty_is_left_out() -> None:
    assert text("markdown", Architecture()) == "# untitled\n\nno date stated\n"


def test_texts_mean_nothing_in_markdown() -> None:
    assert escaped("a|b <c> *d* [e](f) `g`") == r"a\|b \<c\> \*d\* \[e\](f) \`g\`"
    assert escaped("1. a") == r"1\. a"
    assert escaped("- a") == r"\- a"
    assert escaped("see https://a.b") == r"see https\://a.b"


def test_awkward_texts_break_nothing() -> None:
    assert len(tables(text("markdown", awkward()))["Bodies"]) == 2 + 8


@given(architectures(max_bodies=6))
def test_every_table_has_a_row_for_each_record(whole: Architecture) -> None:
    register = text("markdown", whole)
    assert register == text("markdown", whole)
    assert all(
        line.isprintable() or "\u200d" in line or "\xad" in line for line in register.split("\n")
    )
    found = tables(register)
    if whole.as_of is None:
        for heading, records in (
            ("Bodies", whole.bodies),
            ("Plans", whole.plans),
            ("Offices", whole.offices),
            ("Posts", whole.posts),
        ):
            assert len(found.get(heading, [])) == (2 + len(records) if records else 0)


def test_what_no_font_can_show_is_left_out() -> None:
    """Whatever it is, apart from what joins or parts letters."""
    assert escaped("a\U0010ffff\ue000\u0378b\u200dc\xadd") == "ab\u200dc\xadd"

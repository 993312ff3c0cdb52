"""The HTML file: whole in itself, safe whatever a document says, in every language."""

import csv
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

import interagency.report
from interagency import examples
from interagency.model import Architecture
from interagency.report.language import LANGUAGES
from interagency.testing.strategies import architectures
from tests.report.made import contents, example, full, page
from tests.report.structures import HOSTILE, hostile

ROOM = Path(interagency.report.__file__).parent
VOID = {"meta", "br", "input", "link", "rect", "path", "polygon"}


class Reader(HTMLParser):
    """Reads a page, and refuses what is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        found = dict(attrs)
        self.ids += [str(found["id"])] if "id" in found else []
        self.links += [str(found["href"])] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def refuse_bad(text: str) -> Reader:
    """Return a page as it was read; refuse what is not whole in itself, or could act."""
    found = Reader(text)
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))
    inside = [link.removeprefix("#") for link in found.links if link.startswith("#")]
    assert set(inside) <= set(found.ids)
    outside = [link for link in found.links if not link.startswith("#")]
    assert all(link.startswith(("http://", "https://")) for link in outside)
    assert not {"img", "iframe", "object", "embed", "link", "form", "base"} & set(found.tags)
    names = {name for name, _ in found.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
    assert "@import" not in text
    assert "url(" not in text
    assert found.tags.count("script") == 1
    return found


def test_the_policy_allows_this_script_and_this_style_and_nothing_else() -> None:
    text = page(full())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    digests = [
        b64encode(sha256(part.encode()).digest()).decode()
        for kind in ("style", "script")
        for part in re.findall(f"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
    ]
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; "
        f"script-src 'sha256-{digests[1]}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("name", examples.names())
def test_reports_of_the_examples_are_whole_and_small(name: str) -> None:
    text = example(name)
    refuse_bad(text)
    assert len(text.encode()) <= (120_000 if name == "r4v" else 130_000)


def test_what_is_said_stands_in_the_page_without_its_script() -> None:
    text = page(full())
    refuse_bad(text)
    for said in ("VACANT", "Gov", "Whom to ask", "1,000,000 USD", "Situation report", "RCM-01a"):
        assert said in text
    assert "rcf@example.org" not in text
    assert "rcf@example.org" in page(full(contacts=True))
    assert "javascript:" not in text


def test_hostile_names_are_text() -> None:
    text = page(contents(hostile()))
    refuse_bad(text)
    assert HOSTILE[0] not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7 * 7 }}" in text
    for character in ("\u202e", "\x1b", "\x00", "\u2066"):
        assert character not in text


@settings(max_examples=10)
@given(architectures())
def test_every_document_gives_the_same_page_twice(whole: Architecture) -> None:
    text = page(contents(whole))
    refuse_bad(text)
    assert page(contents(whole)) == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_its_language_and_direction(lang: str) -> None:
    text = page(full(lang))
    refuse_bad(text)
    direction = "rtl" if lang == "ar" else "ltr"
    assert f'<html lang="{lang}" dir="{direction}">' in text


def test_several_documents_begin_with_a_comparison() -> None:
    text = page(full(prefix="d1-"), full(prefix="d2-"))
    found = refuse_bad(text)
    assert {"compare", "d1-doc", "d2-doc", "d1-b-health", "d2-b-health"} <= set(found.ids)
    assert "Comparison of 2 documents" in text
    assert "no better coordination" in text


def test_changes_are_a_section_of_their_own() -> None:
    assert 'id="changes"' not in page(full())
    assert "<li>Health has a new lead</li>" in page(
        full(changes=(("", ("Health has a new lead",)),))
    )


def said() -> set[str]:
    """Return every text that templates and code hand to `say`, as far as they are written out."""
    template = (ROOM / "templates/report.html").read_text(encoding="utf-8")
    found = set(re.findall(r"""say\("([^"]*)\"""", template))
    found |= {text for each in re.findall(r"heads\(\[(.*?)\]\)", template) for text in quoted(each)}
    for path in ROOM.glob("*.py"):
        source = re.sub(r'"\s*\n\s*"', "", path.read_text(encoding="utf-8"))
        found |= set(re.findall(r"""\bsay\(\s*"([^"]*)\"""", source))
    return found


def quoted(text: str) -> list[str]:
    return re.findall(r'"([^"]*)"', text)


def test_every_fixed_text_is_translated_with_the_same_places() -> None:
    table = (ROOM / "data/texts.csv").read_text(encoding="utf-8").splitlines()
    rows = {row["en"]: row for row in csv.DictReader(table)}
    assert len(rows) == len(table) - 1
    assert sorted(said() - set(rows)) == []
    for text, row in rows.items():
        for lang in LANGUAGES:
            assert row[lang], (text, lang)
            assert sorted(re.findall(r"{\w+}", row[lang])) == sorted(re.findall(r"{\w+}", text))

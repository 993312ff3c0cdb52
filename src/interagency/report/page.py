"""A report as one HTML file that needs nothing else: no network, no script, no other file."""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from interagency.report.contents import Contents
from interagency.report.language import Language
from interagency.report.svg import STYLE
from interagency.report.wording import seen

_SECTIONS = (
    ("sum", "Summary"),
    ("gaps", "What is missing"),
    ("vacant", "Vacancies and what ends soon"),
    ("leads", "Who leads what"),
    ("chart", "Organogram"),
    ("groups", "Groups with members"),
    ("plans", "Plans and appeals"),
    ("conform", "Conformance"),
    ("numbers", "Indicators"),
    ("due", "What is due"),
    ("decisions", "Decisions"),
    ("agreed", "Agreements"),
    ("answers", "Answers"),
    ("changes", "What changed"),
    ("ask", "Open questions"),
    ("src", "Sources"),
    ("out", "What this file leaves out"),
)
_WORDS = {"filter": "Filter", "open": "Open all", "close": "Close all"}


def html_report(documents: Sequence[Contents], language: Language) -> str:
    """Return one HTML file that reports on one document, or compares several.

    Texts of documents are escaped wherever they stand. The policy in the page lets a browser run
    and style nothing but what is written here, and load nothing at all.

    Args:
        documents: What is reported, each with a prefix of its own if there are several.
        language: The language of headings and fixed words.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _text("report.css").strip() + STYLE, _text("report.js").strip()
    english = "" if language.code == "en" else Markup(' lang="en" dir="ltr"')
    return environment.get_template("report.html").render(
        documents=documents,
        language=language,
        say=language.say,
        english=english,
        title=_title(documents, language),
        contents=[*_contents(documents, language)],
        style=style,
        script=script,
        policy=_policy(style, script),
        words=json.dumps({key: language.say(word) for key, word in _WORDS.items()}),
    )


def _visible(value: object) -> object:
    """Return what stands in the page for a value: of a text, nothing that is unseen and acts."""
    return seen(value) if type(value) is str else value


def _text(name: str) -> str:
    return files("interagency.report").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return a policy that allows this style and this script, by their digests, and no more."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _title(documents: Sequence[Contents], language: Language) -> str:
    if len(documents) == 1:
        return documents[0].title
    return language.say("Comparison of {count} documents", count=len(documents))


def _contents(documents: Sequence[Contents], language: Language) -> Iterator[tuple[str, str]]:
    """Yield the anchors and names of what the page begins with."""
    if len(documents) > 1:
        yield "compare", language.say("Comparison")
        yield from ((f"{each.prefix}doc", each.title) for each in documents)
        return
    document = documents[0]
    there = {
        "plans": bool(document.snapshot.now.plans),
        "agreed": any(document.agreements()),
        "answers": bool(document.snapshot.now.answers),
        "decisions": bool(document.snapshot.now.decisions),
        "changes": bool(document.changes),
    }
    for anchor, name in _SECTIONS:
        if there.get(anchor, True):
            yield document.prefix + anchor, language.say(name)

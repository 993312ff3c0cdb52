"""A register to read: who leads what, the plans, the offices and posts, and where it was read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from interagency.exchange import Exporter
from interagency.model import Architecture, Body, Office, Plan, Post, Product, Source
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.decision_log import agreement_rows, decision_rows
from interagency.report.markdown import escaped
from interagency.report.wording import WORDS, Wording, listed, mark, one_line

_WEB = re.compile(r"https?://[^\s<>|\\`\"\x00-\x20\x7f]+")
_KEY = "A question mark is what nobody wrote down; VACANT is a seat known to be empty."

Row = Sequence[str]


def to_markdown(architecture: Architecture) -> str:
    """Return a register of an architecture, on the day that the document describes."""
    wording = Wording.of(architecture)
    now = wording.snapshot.now
    parts = [
        f"# {escaped(architecture.title or 'untitled', 200)}",
        escaped(" · ".join(wording.setting()), 400),
        *([escaped(architecture.note, 2_000)] if architecture.note else []),
        *_section("Bodies", _BODIES, [_body(wording, body) for body in _top_down(wording)]),
        *([_KEY] if now.bodies else []),
        *_section("Plans", _PLANS, [_plan(wording, plan) for plan in now.plans]),
        *_section("Offices", _OFFICES, [_office(wording, office) for office in now.offices]),
        *_section("Posts", _POSTS, [_post(wording, post) for post in now.posts]),
        *_section("Products and events", _PRODUCTS, [_product(wording, x) for x in now.products]),
        *_section("Decisions", _DECISIONS, _log(decision_rows(wording), _DECISION_KEYS)),
        *_section("Agreements", _AGREEMENTS, _log(agreement_rows(wording), _AGREEMENT_KEYS)),
        *_sources(now.sources),
    ]
    return "\n\n".join(parts) + "\n"


_BODIES = ("Body", "Kind", "Led by", "Level, areas", "In", "Reports to", "Other lines")
_PLANS = ("Plan", "Kind", "Status", "Countries", "Requirement", "Figures", "Forum", "In")
_OFFICES = ("Office", "Kind", "Organization", "Part of", "Seat")
_PRODUCTS = ("Product", "Kind", "By", "For", "Input from", "Takes part", "Clears", "How often")
_DECISIONS = ("Decision", "Status", "Day", "By", "Changes", "Text")
_DECISION_KEYS = ("name", "status", "day", "by", "changes", "text")
_AGREEMENTS = ("Agreement", "Kind", "Between", "On", "Until", "Concerns")
_AGREEMENT_KEYS = ("name", "kind", "parties", "subject", "until", "concerns")
_POSTS = ("Post", "Grade", "Of", "Capacity", "Designations", "Duties", "Reports to")


def _top_down(wording: Wording) -> Iterator[Body]:
    """Yield every body after the one it lies in."""
    children = wording.snapshot.children
    waiting = [body for body in reversed(wording.snapshot.now.bodies) if body.parent is None]
    while waiting:
        body = waiting.pop()
        yield body
        waiting += reversed(children(body.id))


def _body(wording: Wording, body: Body) -> Row:
    noun = SECTION_OF_CLASS[type(body)].noun
    place = f"{wording.end(body.within.to)}{mark(body.within)}" if body.within else ""
    return (
        f"**{escaped(wording.title(body), 200)}**",
        escaped(", ".join([noun, *map(_word, body.kind)])),
        _lines(f"{term}: {holders}" for term, holders in wording.leaders(body)),
        escaped(wording.scope(body), 300),
        escaped(place),
        escaped(wording.reports_to(body), 400),
        _lines(wording.other_lines(body)),
    )


def _lines(texts: Iterator[str]) -> str:
    return "<br>".join(escaped(text, 500) for text in texts)


def _plan(wording: Wording, plan: Plan) -> Row:
    figures = [f"{one_line(figure.name)} {figure}" for figure in plan.figures]
    cells = (
        wording.name(plan.id, 200) + mark(plan),
        _word(plan.kind),
        _word(plan.status),
        listed([_word(each) for each in plan.countries], 30),
        str(plan.requirement or ""),
        listed(figures),
        wording.end(plan.forum),
        wording.end(plan.part_of),
    )
    return [escaped(cell, 600) for cell in cells]


def _office(wording: Wording, office: Office) -> Row:
    owner, parent = wording.end(office.organization), wording.end(office.parent)
    name = wording.name(office.id, 200) + mark(office)
    cells = (name, _word(office.kind), owner, parent, office.seat or "")
    return [escaped(cell, 200) for cell in cells]


def _post(wording: Wording, post: Post) -> Row:
    owners = [wording.end(each) for each in (post.organization, post.office) if each]
    cells = (
        wording.name(post.id, 200) + mark(post),
        post.grade or "",
        ", ".join(owners),
        _word(post.capacity),
        listed([_word(each) for each in post.designations]),
        listed([_word(each) for each in post.duties], 20),
        wording.ends(wording.snapshot.links(post.id, "reports_to")),
    )
    return [escaped(cell, 600) for cell in cells]


def _product(wording: Wording, product: Product) -> Row:
    cells = (
        wording.name(product.id, 200) + mark(product),
        _word(product.kind),
        _who(wording, product.by),
        _who(wording, product.on_behalf_of),
        _who(wording, product.contributors),
        _who(wording, product.participants),
        _who(wording, product.cleared_by),
        ", ".join([*filter(None, [_word(product.frequency)]), *map(str, product.due)]),
    )
    return [escaped(cell, 600) for cell in cells]


def _who(wording: Wording, ids: Sequence[str]) -> str:
    return listed([wording.end(each) for each in ids], 12)


def _log(rows: Iterable[Mapping[str, str]], keys: Sequence[str]) -> list[Row]:
    return [[escaped(row[key], 600) for key in keys] for row in rows]


def _word(code: str | None) -> str:
    return WORDS.get(code or "", code or "")


def _section(heading: str, columns: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a heading and a table, without the columns in which nothing stands."""
    if rows:
        kept = [index for index in range(len(columns)) if any(row[index] for row in rows)]
        lines = [columns, ["---"] * len(columns), *rows]
        yield f"## {heading}"
        yield "\n".join(f"| {' | '.join(line[index] for index in kept)} |" for line in lines)


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    if sources:
        yield "## Sources"
        yield "\n".join(f"- {_source(source)}" for source in sources)


def _source(source: Source) -> str:
    published = source.published.text if source.published else None
    read = f"read {source.read}" if source.read else None
    words = (source.title or source.id, source.publisher, published, read)
    texts = [escaped(each, 300) for each in words if each]
    if source.url:
        whole = _WEB.fullmatch(source.url)
        texts.append(f"<{source.url}>" if whole else escaped(source.url, 300))
    return ", ".join(texts)


EXPORTER = Exporter(
    name="markdown",
    summary="A register to read, in Markdown: bodies, plans, posts, products, decisions, sources.",
    suffix=".md",
    loses=(
        "everything but the bodies of one day with their leaders and lines, plans, offices, posts, "
        "products, decisions, agreements and sources; long texts and lists are cut"
    ),
    write=to_markdown,
)

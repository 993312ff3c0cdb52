"""Terms of reference of a group or a post, drawn up from what is recorded, with open places marked.

They are a draft: what no one recorded stands as an open place, and is never made up.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from interagency.exchange import BadOption, Option
from interagency.model import Architecture, Body, Post
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.involvement import rows_of
from interagency.report.language import language
from interagency.report.markdown import escaped
from interagency.report.pictures import LANGUAGE_OPTION
from interagency.report.tables import file_name
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot

TERMS_OPTIONS: Final = (
    Option(name="of", help="The id of the group or post; by default one file for each."),
    LANGUAGE_OPTION,
)
_MOST = 2_000
# What stands under products already.
_OWN = ("Makes", "Made for it")

# A section: its heading, and what stands in it; without anything it is an open place.
Section = tuple[str, list[str]]


def to_terms(
    architecture: Architecture, of: str | None = None, lang: str = "en"
) -> str | Mapping[str, str]:
    """Return the terms of reference of a group or a post in Markdown, or of all by file name.

    Args:
        architecture: The architecture; without contacts if they are not to be shared.
        of: Id of the group or post.
        lang: The language of headings.

    Raises:
        BadOption: If nothing of the day has the id, or what has it is neither group nor post.
    """
    wording = Wording.on(Snapshot.of(architecture), whole=True, language=language(lang))
    now = wording.snapshot.now
    if of is not None:
        found = now.entities.get(of)
        if not isinstance(found, Body | Post):
            raise BadOption(f"--of {of}: no group or post of the day has this id")
        return _terms(wording, found)
    every: tuple[Body | Post, ...] = (*now.bodies, *now.posts)
    files: dict[str, str] = {}
    for each in every:
        files[file_name(each.id, files, "md")] = _terms(wording, each)
    return files


def _terms(wording: Wording, found: Body | Post) -> str:
    say, setting = wording.language.say, wording.setting()
    is_body = isinstance(found, Body)
    name = wording.title(found) if isinstance(found, Body) else wording.name(found.id)
    sections = _of_group(wording, found) if isinstance(found, Body) else _of_post(wording, found)
    parts = [
        f"# {_text(say('Terms of reference: {name}', name=name))}",
        _text(" · ".join([wording.snapshot.now.title or say("untitled"), *setting])),
        say("A draft from what is recorded. Open places are marked; nothing is made up."),
    ]
    for heading, lines in (*sections, *_last(wording, found.id, is_body)):
        body = "\n".join(f"- {line}" for line in lines)
        parts += [f"## {say(heading)}", body or f"**[{say('to be written')}]**"]
    return "\n\n".join(parts) + "\n"


def _text(text: str) -> str:
    return escaped(text, _MOST, mentions=True)


def _pairs(pairs: Sequence[tuple[str, str]] | Iterator[tuple[str, str]]) -> list[str]:
    return [f"{_text(name)}: {_text(value)}" for name, value in pairs]


def _of_group(wording: Wording, body: Body) -> Iterator[Section]:
    snapshot, say = wording.snapshot, wording.language.say
    lists, code = snapshot.vocabularies, wording.language.code_name
    kinds = [say(SECTION_OF_CLASS[type(body)].noun)]
    kinds += [code(lists["body-kinds"], each) for each in body.kind]
    situation = snapshot.situation(body)
    populations = [code(lists["populations"], each) for each in snapshot.populations(body)]
    scope = {
        "Kind": ", ".join(kinds),
        "Covers": ", ".join(code(lists["sectors"], each) for each in body.covers),
        "Level": wording.level_name(snapshot.level(body)),
        "Area": ", ".join(map(wording.word, snapshot.areas(body))),
        "Populations": ", ".join(populations),
        "Situation": code(lists["situations"], situation) if situation else "",
    }
    yield (
        "Purpose and scope",
        [
            f"{say(name)}: {_text(value) if value else _open(wording)}"
            for name, value in scope.items()
        ],
    )
    yield "Leadership", [*_pairs(wording.leaders(body)), *_accountable(wording, body)]
    is_complete = "members" in {*body.complete, *snapshot.now.complete}
    rest = [] if is_complete else [_open(wording)]
    yield "Members", [*_pairs(wording.members(body)), *rest]
    yield "Reporting line", [*_line(wording, body)]
    inside = [_text(wording.name(each.id)) for each in snapshot.children(body.id)]
    if inside:
        yield "Groups in it", inside
    yield "Products and rhythm", [*_products(wording, body.id)]
    yield from _shared_work(wording, body.id)
    plans = [_text(wording.name(x.id)) for x in snapshot.now.plans if x.forum == body.id]
    if plans:
        yield "Plans", plans
    yield "Duration", [*_duration(wording, body)]


def _open(wording: Wording) -> str:
    return f"**[{wording.language.say('to be written')}]**"


def _accountable(wording: Wording, body: Body) -> Iterator[str]:
    """Yield who is accountable, and who is provider of last resort, where that is recorded."""
    say = wording.language.say
    for seat in wording.snapshot.seats(body.id):
        if seat.accountable:
            yield f"{say('Accountable')}: {_text(wording.holder(seat))}"
        if seat.last_resort:
            yield f"{say('Provider of last resort')}: {_text(wording.holder(seat))}"


def _line(wording: Wording, body: Body) -> Iterator[str]:
    say = wording.language.say
    if body.parent:
        yield f"{say('Lies in')}: {_text(wording.name(body.parent))}"
    above = wording.reports_to(body)
    if above:
        yield f"{say('Reports to')}: {_text(above)}"
    yield from (_text(line) for line in wording.other_lines(body))


def _products(wording: Wording, id: str) -> Iterator[str]:
    lists, code = wording.snapshot.vocabularies, wording.language.code_name
    for each in wording.snapshot.now.products:
        if id in (*each.by, *each.on_behalf_of):
            often = code(lists["frequencies"], each.frequency) if each.frequency else "?"
            yield _text(f"{wording.name(each.id)}: {often}")


def _shared_work(wording: Wording, id: str) -> Iterator[Section]:
    """Yield a section on input, clearance, decisions and agreements, if there is any."""
    rows = [row for row in rows_of(wording, id) if row[0] not in _OWN]
    if rows:
        yield "Work with others", _pairs(rows)


def _duration(wording: Wording, record: Body | Post) -> Iterator[str]:
    say = wording.language.say
    if record.since:
        yield f"{say('Since')}: {record.since}"
    if record.until:
        yield f"{say('Until')}: {record.until}"


def _of_post(wording: Wording, post: Post) -> Iterator[Section]:
    snapshot, say = wording.snapshot, wording.language.say
    lists, code = snapshot.vocabularies, wording.language.code_name
    owner = snapshot.organization_of(post.id)
    designations = [code(lists["designations"], each) for each in post.designations]
    facts = {
        "Grade": post.grade or "",
        "Organization": wording.name(owner) if owner else "",
        "Office": wording.end(post.office),
        "Area": ", ".join(post.areas),
        "Capacity": code(lists["capacities"], post.capacity) if post.capacity else "",
        "Designations": ", ".join(designations),
    }
    yield (
        "The post",
        [
            f"{say(name)}: {_text(value) if value else _open(wording)}"
            for name, value in facts.items()
        ],
    )
    links = snapshot.links(post.id, "reports_to")
    above = [f"{say('Reports to')}: {_text(wording.ends(links))}"] if links else []
    yield "Reporting line", [*above, *map(_text, wording.other_lines(post))]
    yield "Duties", [_text(code(lists["duties"], each)) for each in post.duties]
    yield (
        "Seats",
        [
            f"{_text(wording.term(seat))}: {_text(wording.name(seat.body))}"
            for seat in snapshot.now.seats
            if post.id in (seat.held_by, seat.post)
        ],
    )
    yield "Products and rhythm", [*_products(wording, post.id)]
    yield from _shared_work(wording, post.id)
    yield "Duration", [*_duration(wording, post)]


def _last(wording: Wording, id: str, is_body: bool) -> Iterator[Section]:
    """Yield what stands at the end: the mailbox, open questions, sources."""
    snapshot, say = wording.snapshot, wording.language.say
    entity = snapshot.now.entities[id]
    contact = getattr(entity, "contact", None)
    if contact:
        yield "Role mailbox", [_text(contact)]
    asked = [each.text for each in snapshot.questions() if each.subject == id]
    yield "Open questions", list(map(_text, asked)) or [say("No questions are open.")]
    body = snapshot.bodies[id] if is_body else None
    facts = snapshot.sources(body, id) if body else getattr(entity, "sources", ())
    yield "Sources", [_text(wording.name(each)) for each in facts]

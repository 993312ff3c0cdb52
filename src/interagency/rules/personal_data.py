"""A text that seems to hold the name, the address or the number of a person."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import SECTION_KEYS, fields_of, named
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies, folded

# The code of a country and two letters for the office in it.
_OFFICE_MAILBOX = 5
_FIELDS = ("name", "title", "note", "contact", "term")

# Each begins where a word begins and has a greatest length, so that long texts cost little.
_EMAIL = re.compile(r"(?<![\w.%+'-])([\w.%+'-]{1,64})@[\w-]{1,63}\.\w")
_PHONE = re.compile(
    r"(?<![\w.+])\(?(?:\+|00(?=[1-9]))[0-9](?:[ .()/-]{0,2}[0-9]){8,14}+(?!\w| ?[A-Z]{3}\b| ?%)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŚŞŠŹŽŁČĆĐ][\w'’-]{0,40}\.?"
_PERSON = re.compile(
    r"(?<![\w.])(?<!Ntra )(?<!Nuestra )(?:(?:Mr|Mrs|Ms|Dr|Sr|Sra|Mme)\.?|M\.)"
    rf" {{1,2}}({_CAPITAL}(?: {_CAPITAL}){{0,5}})"
)
_WORD = re.compile(r"[^\W\d_]+")
# A name with a function behind it: two to four words with capitals, a comma, and a title.
_NAMED = re.compile(rf"(?<![\w.'’-])((?:{_CAPITAL} ){{1,3}}{_CAPITAL}), ([^,.;\n]{{1,80}})")
_PAGE = re.compile(r"(?:https?://|www\.)\S|[\w-]{1,63}\.[a-z]{2,10}(?:/|$)")

_NAME = "the name of a person"
_NO_MAILBOX = "neither a mailbox nor a web address"

# What a mailbox of a function is called, and what a post is called after `Sr`, for senior.
_FUNCTIONS = frozenset(
    _WORD.findall(
        "aap access accountability admin affairs aid alert analysis area assessment audit camp "
        "cash cccm center centre child cluster clusters comms communication communications "
        "complaints contact contacto contacts coord coordinacion coordination coordinator cp cwg "
        "data desk donor education emergency enquiries etc external feedback field finance food "
        "forum fsc fsl fundraising gbv general grants group hct health help helpdesk hlp hotline "
        "hq hr hub humanitarian iccg im imwg info information inquiries inter interagency iscg "
        "iswg legal livelihoods local logistics mail mailbox media members mhpss national ngo "
        "nutrition office oficina operations partner partners partnership plan planning "
        "plataforma platform postmaster press procurement program programme project proteccion "
        "protection psea public rcf reception refugee refugees region regional registry reply "
        "reporting reports response rrp safeguarding secretariat sector sectors security services "
        "shelter site social staff support team technical unct unit wash web webmaster wg"
    )
)
_POSTS = frozenset(
    _WORD.findall(
        "adviser advisor analyst assistant associate chief coordination coordinator director "
        "expert field head inter interagency liaison manager officer operations programme "
        "protection representative specialist"
    )
)
_TITLES = frozenset(
    _WORD.findall(
        "adviser advisor analyst assistant associate chief coordinator director expert head lead "
        "manager officer representative specialist"
    )
)
_PLACES = frozenset(
    _WORD.findall(
        "camp central city district east eastern governorate greater lower new north northern port "
        "province saint san santa south southern united upper west western"
    )
)


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each field that seems to hold personal data, and never repeat it."""
    known = _Known(snapshot)

    @cache
    def kinds(text: str, is_contact: bool) -> tuple[str, ...]:
        found = tuple(_personal(text, known))
        return found or (_NO_MAILBOX,) * (is_contact and not _is_address(text))

    found = dict.fromkeys(
        (snapshot.subject(record), snapshot.place(record, field), kind)
        for records in (
            *(getattr(snapshot.now, each) for each in SECTION_KEYS),
            [snapshot.now],
        )
        for record in records
        for field, text in _texts(record)
        for kind in kinds(text, field == "contact")
    )
    for subject, place, kind in found:
        yield Finding(subject, _message(place, kind), evidence=(place, kind))


def _message(place: str, kind: str) -> str:
    if kind == _NO_MAILBOX:
        return f"{place} holds {kind}: a person's name does not belong here"
    is_title = place.startswith("posts.") and place.endswith(".title") and kind == _NAME
    cure = ": a post has a title, never a name" if is_title else ""
    return f"{place} seems to hold {kind}{cure}"


def _texts(record: Any) -> Iterator[tuple[str, str]]:
    """Yield the free texts of a record, and of the facts inside it, with their fields."""
    cls: type = type(record)
    texts, inside = _free_texts(cls)
    for name in texts:
        text = getattr(record, name)
        if text is not None:
            yield name, text
    for field in inside:
        for name, text in _texts_inside(field, getattr(record, field)):
            yield name, text


@cache
def _free_texts(cls: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields of a class that hold a free text, and those that hold more of them."""
    names = {shape.name for shape in fields_of(cls)}
    inside = ("names", "aliases", "within")
    return tuple(filter(names.__contains__, _FIELDS)), tuple(filter(names.__contains__, inside))


def _texts_inside(field: str, value: Any) -> Iterator[tuple[str, str]]:
    if field == "names":
        for _, text in value:
            yield field, text
        return
    for fact in value if isinstance(value, tuple) else (value,) if value else ():
        for name, text in _texts(fact):
            yield f"{field}.{name}", text


class _Known:
    """What is no person: places, organizations, and mailboxes that offices have."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.vocabularies: Vocabularies = snapshot.vocabularies
        of_bodies = (area for each in snapshot.now.bodies for area in each.areas)
        areas = named((*snapshot.now.areas, *of_bodies))
        self.countries = {area[:3].casefold() for area in areas}
        self.own = snapshot.now.organizations

    def is_mailbox_of_office(self, mailbox: str) -> bool:
        """Return whether a mailbox begins with the code of a country here, as `mdacs` does."""
        short = mailbox.casefold()
        return len(short) == _OFFICE_MAILBOX and short[:3] in self.countries

    def is_place_or_organization(self, name: str) -> bool:
        """Return whether a name is one of a place or an organization, or part of it."""
        words = {*_WORD.findall(folded(name))}
        countries = self.vocabularies["countries"]
        return (
            not words.isdisjoint(_PLACES)
            or countries.spelled(name) is not None
            or any(words <= each for each in self._organizations)
        )

    @cached_property
    def _organizations(self) -> list[set[str]]:
        known = (*self.vocabularies.organizations.values(), *self.own)
        return [{*_WORD.findall(folded(each.name))} for each in known if each.name]


def _is_address(text: str) -> bool:
    return bool(_EMAIL.search(text) or _PAGE.search(text))


def _names_a_person(text: str, known: _Known) -> bool:
    """Return whether a text has a name of two words or more, with a title behind it."""
    for match in _NAMED.finditer(text):
        words = match[1].split()
        while words and not _FUNCTIONS.isdisjoint(_WORD.findall(folded(words[0]))):
            words = words[1:]
        are_words = _FUNCTIONS.isdisjoint(_WORD.findall(folded(" ".join(words))))
        has_title = not _TITLES.isdisjoint(_WORD.findall(match[2].casefold()))
        if len(words) > 1 and are_words and has_title:
            return not known.is_place_or_organization(" ".join(words))
    return False


def _personal(text: str, known: _Known) -> Iterator[str]:
    """Yield what kinds of personal data a text seems to hold."""
    if any(_is_of_a_person(match[1], known) for match in _EMAIL.finditer(text)):
        yield "an e-mail address of a person"
    if _PHONE.search(text):
        yield "a phone number"
    persons = (_WORD.findall(match[1].casefold()) for match in _PERSON.finditer(text))
    if any(map(_POSTS.isdisjoint, persons)) or _names_a_person(text, known):
        yield _NAME


def _is_of_a_person(mailbox: str, known: _Known) -> bool:
    """Return whether a mailbox is named after neither a function nor a place or agency."""
    words = _WORD.findall(folded(mailbox))
    if not _FUNCTIONS.isdisjoint(words):
        return False
    if known.is_mailbox_of_office(mailbox):
        return False
    countries, agencies = known.vocabularies["countries"], known.vocabularies.organizations
    return not all(word in agencies or countries.spelled(word) for word in words)


RULE = Rule(
    name="personal-data",
    severity=Severity.WARNING,
    summary="A text that seems to hold the name, the e-mail or the phone number of a person.",
    rationale=(
        "An architecture needs posts and mailboxes of functions, never persons, and it is made "
        "to be passed on; contacts of people in a crisis have been published this way. The "
        "finding names the field and does not repeat what stands there. To clear it, write the "
        "title of the post, or a mailbox such as coordination@example.org."
    ),
    check=check,
    sources=(
        Citation(
            "Nepal earthquake 2015 contact dashboard (names, mobile numbers and e-mails, public)",
            "https://github.com/SimonbJohnson/nepal-eq-2015-contact-dashboard",
        ),
        Citation(
            "HXL, hashtags for contacts (that they are personal data is inferred)",
            "https://github.com/HXLStandard/libhxl-python",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "mailboxes of functions, titles of posts, dates and amounts",
            """
interagency: 2
forums:
  rcf:
    name: Refugee Coordination Forum
    contact: rcf.romania@example.org
    note: "asks for 881030780 USD, from 2022-03-20 to 2023-03-20"
areas: [MDA]
posts:
  coordinator: {title: Sr Inter-Agency Coordination Officer, contact: moldova@example.org}
  head: {title: "Head of Office, North", contact: mdacs@example.org}
""",
        ),
        Example(
            "mailboxes, numbers and names that seem to be of persons",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum, contact: first.last@example.org}
sectors:
  health: {name: Health, note: "call +40 700 000 000"}
posts:
  coordinator: {title: Coordinator, note: Mr Exemplu has left}
  head: {title: "Ana Exemplu, Representative"}
  officer: {title: Officer, contact: Ana Exemplu}
""",
            flags=("coordinator", "head", "health", "officer", "rcf"),
        ),
    ),
)

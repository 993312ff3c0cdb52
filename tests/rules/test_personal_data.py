"""`personal-data`: what looks like a person is found, what looks like a function is not."""

import time
from typing import Any, cast

import pytest

from interagency.checking import Snapshot, run_rule
from interagency.model import (
    Alias,
    Answer,
    Architecture,
    Forum,
    Link,
    Office,
    Organization,
    Post,
    Seat,
    Sector,
    Source,
    Within,
)
from tests.rules.documents import rule

NAME = "personal-data"
NEITHER = "neither a mailbox nor a web address"
EMAIL, PHONE, PERSON = (
    "an e-mail address of a person",
    "a phone number",
    "the name of a person",
)


def found(architecture: Architecture) -> list[tuple[str, str, str]]:
    result = run_rule(rule(NAME), Snapshot.of(architecture))
    assert result.crash == ""
    return [cast(Any, (each.subject, *each.evidence)) for each in result.findings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("first.last@example.org", EMAIL),
        ("write to exemplu@example.org.", EMAIL),
        ("mailto:f_last2@example.org", EMAIL),
        ("georgia.exemplu@example.org", EMAIL),
        ("coordination@example.org", ""),
        ("im.wg@example.org", ""),
        ("rcf-romania@example.org", ""),
        ("romania@example.org", ""),
        ("unhcr.moldova@example.org", ""),
        ("2022@example.org", ""),
        ("protección.colombia@example.org", ""),
        ("@ the office", ""),
        ("x" * 70 + "@example.org", ""),
        ("+40 700 000 000", PHONE),
        ("(+40) 700-000-000", PHONE),
        ("0040 700 000 000", PHONE),
        ("+881030780 USD", ""),
        ("+881 030 780 000 USD", ""),
        ("881030780", ""),
        ("2022-03-20 2023-03-20", ""),
        ("+40 21", ""),
        ("+100 000 000 %", ""),
        ("+1234567890123456", ""),
        ("plan 1103, HRP/2022/000123456", ""),
        ("Mr Exemplu", PERSON),
        ("Ms. Exemplu Exemplu", PERSON),
        ("thanks to Mme Élodie", PERSON),
        ("M. Exemplu", PERSON),
        ("Sra Exemplu", PERSON),
        ("Sr Inter-Agency Coordination Officer", ""),
        ("Sr. Protection Officer", ""),
        ("Dr", ""),
        ("mr exemplu", ""),
        ("P.M. Office", ""),
        ("DR Congo", ""),
        ("through Yigit Anil Exemplu, CBI Officer", PERSON),
        ("Contact Francesca Exemplu, Representative", PERSON),
        ("Danish Refugee Council, co-lead and Coordinator", ""),
        ("World Vision, Director of programmes", ""),
        ("North Darfur, Head of Office", ""),
        ("South Sudan, Head of Office", ""),
        ("Child Protection Sub-Cluster, Coordinator", ""),
        ("Francesca Exemplu, who has left", ""),
        ("Exemplu, Representative", ""),
        ("Ayuda Local, Director", ""),
    ],
)
def test_what_looks_like_a_person(text: str, kind: str) -> None:
    own = Organization(id="o", name="Fundación Ayuda Local")
    architecture = Architecture(forums=(Forum(id="f", note=text),), organizations=(own,))
    assert found(architecture) == ([("f", "forums.f.note", kind)] if kind else [])


def test_every_free_text_is_looked_at_and_nothing_is_repeated() -> None:
    secret = "Mr Exemplu"
    architecture = Architecture(
        title=secret,
        note=secret,
        sources=(Source(id="x", title=secret, note=secret, url="https://e.org/+40700000000"),),
        forums=(Forum(id="f", name=secret, names=(("ro", secret), ("fr", secret))),),
        sectors=(
            Sector(
                id="s",
                contact=secret,
                aliases=(Alias(name=secret, note=secret),),
                within=Within(to="f", note=secret),
                identifiers=(("x", secret),),
            ),
        ),
        seats=(Seat(body="s", term=secret, note=secret),),
        links=(Link(kind="supports", from_="s", to="f", note=secret),),
        answers=(Answer(id="RCM-04", answer="yes", note=secret),),
    )
    places = {(subject, place) for subject, place, _ in found(architecture)}
    assert places == {
        ("", "title"),
        ("", "note"),
        ("x", "sources.x.title"),
        ("x", "sources.x.note"),
        ("f", "forums.f.name"),
        ("f", "forums.f.names"),
        ("s", "sectors.s.contact"),
        ("s", "sectors.s.aliases.name"),
        ("s", "sectors.s.aliases.note"),
        ("s", "sectors.s.within.note"),
        ("s", "sectors.s.seats.term"),
        ("s", "sectors.s.seats.note"),
        ("s", "links.note"),
        ("", "answers.RCM-04.note"),
    }
    said = run_rule(rule(NAME), Snapshot.of(architecture))
    assert "Exemplu" not in repr(said)
    assert said.findings[1].message == "note seems to hold the name of a person"


def test_several_kinds_in_one_text_are_several_findings() -> None:
    text = "Mr Exemplu, +40 700 000 000, first.last@example.org"
    kinds = [kind for *_, kind in found(Architecture(note=text))]
    assert kinds == sorted([EMAIL, PHONE, PERSON])


@pytest.mark.parametrize("piece", ["a", "a.", "+1", "0 ", "Mr A ", "@a", "a@", "Mr "])
def test_a_hostile_text_costs_little(piece: str) -> None:
    text = piece * (400_000 // len(piece)) + "x"
    start = time.process_time()
    found(Architecture(note=text))
    assert time.process_time() - start < 3


def test_our_lady_is_no_person() -> None:
    """Parishes are named after Nuestra Señora, often in short."""
    parish = Forum(id="a", name="Parroquia Ntra Sra Asunción y Madre de Dios")
    snapshot = Snapshot(Architecture(forums=(parish,)))
    assert not run_rule(rule("personal-data"), snapshot).findings


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        ("Yigit Anil Exemplu", NEITHER),
        ("ask at the gate", NEITHER),
        ("https://example.org/rcf", ""),
        ("www.example.org", ""),
        ("example.org", ""),
        ("rcf@example.org", ""),
        ("mdacs@example.org", ""),
        ("perez@example.org", EMAIL),
        ("mdacsx@example.org", EMAIL),
        ("Mr Exemplu", PERSON),
    ],
)
def test_a_contact_is_a_mailbox_of_a_function_or_a_page(contact: str, kind: str) -> None:
    """`mdacs` is a mailbox of an office in Moldova only where Moldova is spoken of."""
    office = Office(id="o", name="Office", contact=contact)
    here = Architecture(areas=("MDA",), offices=(office,))
    assert found(here) == ([("o", "offices.o.contact", kind)] if kind else [])
    if "mdacs@" in contact:
        assert found(Architecture(offices=(office,))) == [("o", "offices.o.contact", EMAIL)]


def test_a_post_with_a_name_is_told_that_posts_have_none() -> None:
    post = Post(id="p", title="Francesca Exemplu, Representative")
    (finding,) = run_rule(rule(NAME), Snapshot.of(Architecture(posts=(post,)))).findings
    assert finding.message == (
        "posts.p.title seems to hold the name of a person: a post has a title, never a name"
    )

"""Operations as a change set calls them: arguments by name to the functions."""

from collections.abc import Mapping, Sequence
from typing import Any, final

from attrs import frozen

from interagency.change import operations
from interagency.change.excerpts import excerpt_records
from interagency.model import Architecture, Body, Day, Link, Seat
from interagency.vocabularies import Vocabularies

Arguments = Mapping[str, Any]


@final
@frozen(kw_only=True)
class Terms:
    """What holds for an operation besides its arguments.

    Attributes:
        day: The first day on which it holds.
        sources: Ids of the sources that vouch for it.
        vocabularies: The code lists.
    """

    day: Day
    sources: tuple[str, ...] = ()
    vocabularies: Vocabularies


def _excerpt(value: Any) -> tuple[list[Body], list[Seat], list[Link], list[Any]]:
    """Return the bodies, seats, links and other records of an excerpt."""
    records = excerpt_records(value)
    bodies = [each for each in records if isinstance(each, Body)]
    seats = [each for each in records if isinstance(each, Seat)]
    links = [each for each in records if isinstance(each, Link)]
    return bodies, seats, links, [x for x in records if not isinstance(x, Body | Seat | Link)]


def merge(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return what a merger makes of an architecture."""
    into, seats, links = given["into"], list[Seat](), list[Link]()
    if not isinstance(into, str):
        bodies, seats, links, _ = _excerpt(into)
        into = bodies[0]
    return operations.merge(
        architecture,
        given["groups"],
        into,
        terms.day,
        seats=seats,
        links=links,
        sources=terms.sources,
        vocabularies=terms.vocabularies,
    )


def split(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return what a split makes of an architecture."""
    bodies, seats, links, _ = _excerpt(given["into"])
    return operations.split(
        architecture,
        given["group"],
        bodies,
        terms.day,
        seats=seats,
        links=links,
        sources=terms.sources,
        vocabularies=terms.vocabularies,
    )


def open_(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which the records of an excerpt begin."""
    records = excerpt_records(given["what"])
    return operations.open_records(
        architecture, records, terms.day, vocabularies=terms.vocabularies
    )


def close(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which something ends."""
    return operations.close(architecture, given["what"], terms.day, vocabularies=terms.vocabularies)


def rename(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which something has another name."""
    return operations.rename(
        architecture,
        given["id"],
        to=given.get("to"),
        name=given.get("name"),
        acronym=given.get("acronym"),
    )


def move(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which groups lie in another one."""
    for group in given["groups"]:
        architecture = operations.move(
            architecture,
            group,
            given["within"],
            terms.day,
            sources=terms.sources,
            vocabularies=terms.vocabularies,
        )
    return architecture


def hand_over(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which a seat passes to another holder."""
    return operations.hand_over(
        architecture,
        given["group"],
        given["to"],
        terms.day,
        from_=given.get("from"),
        term=given.get("term"),
        accountable=given.get("accountable"),
        last_resort=given.get("last_resort"),
        sources=terms.sources,
        vocabularies=terms.vocabularies,
    )


def join(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which somebody joins groups."""
    for group in given["groups"]:
        architecture = operations.join(
            architecture,
            group,
            given["who"],
            terms.day,
            term=given.get("term", "member"),
            post=given.get("post"),
            accountable=given.get("accountable"),
            sources=terms.sources,
            vocabularies=terms.vocabularies,
        )
    return architecture


def leave(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which somebody leaves groups, or all."""
    groups: Sequence[str | None] = given.get("groups", (None,))
    for group in groups:
        architecture = operations.leave(
            architecture,
            given["who"],
            terms.day,
            body=group,
            sources=terms.sources,
            vocabularies=terms.vocabularies,
        )
    return architecture


def vacate(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which a seat falls vacant."""
    return operations.vacate(
        architecture,
        given["group"],
        terms.day,
        holder=given.get("who"),
        term=given.get("term"),
        sources=terms.sources,
        vocabularies=terms.vocabularies,
    )


def end_plan(architecture: Architecture, given: Arguments, terms: Terms) -> Architecture:
    """Return an architecture in which a plan ends."""
    return operations.end_plan(
        architecture,
        given["plan"],
        terms.day,
        status=given.get("status", "ended"),
        vocabularies=terms.vocabularies,
    )

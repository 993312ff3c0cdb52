"""Small plugins, and the records that they give."""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from interagency.checking import Finding, Question, Rule, Severity, Snapshot
from interagency.exchange import Exporter, Imported, Importer
from interagency.model import Architecture
from interagency.plugins import hookimpl
from interagency.vocabularies import Term, Vocabulary


def finds_nothing(snapshot: Snapshot) -> Iterable[Finding | Question]:
    return ()


def flags_bodies(snapshot: Snapshot) -> Iterable[Finding | Question]:
    return [Finding(body.id, f"{body.name} is here") for body in snapshot.now.bodies]


def breaks(snapshot: Snapshot) -> Iterable[Finding | Question]:
    raise ZeroDivisionError("the rule\nof a plugin")


def rule(
    name: str = "mine",
    check: Callable[[Snapshot], Iterable[Finding | Question]] = finds_nothing,
    severity: Severity = Severity.WARNING,
    **more: Any,
) -> Rule:
    given: dict[str, Any] = {"summary": "", "rationale": "", "sources": (), "examples": (), **more}
    return Rule(name=name, severity=severity, check=check, **given)


def exporter(
    name: str = "mine",
    write: Callable[[Architecture], Any] = lambda _: "",
    suffix: str = ".txt",
    loses: str = "everything",
) -> Exporter:
    return Exporter(name=name, summary="", suffix=suffix, loses=loses, write=write)


def importer(name: str = "mine") -> Importer:
    return Importer(name=name, summary="", read=lambda _: Imported(architecture=Architecture()))


def vocabulary(name: str, *codes: str, extends: str | None = None) -> Vocabulary:
    terms = tuple(Term(code=code, name=code) for code in codes)
    return Vocabulary(name=name, title=name, terms=terms, extends=extends)


def plugin(name: str = "bad", **hooks: Callable[..., Any]) -> object:
    """Return a plugin that has the functions as hooks, each under its name."""
    return SimpleNamespace(
        __name__=name, **{hook: hookimpl(function) for hook, function in hooks.items()}
    )


def giving(name: str = "bad", **records: Any) -> object:
    """Return a plugin whose hooks give the records; the names of hooks without their prefix."""
    hooks = {f"interagency_{kind}": _returning(given) for kind, given in records.items()}
    return plugin(name, **hooks)


def _returning(given: Any) -> Callable[[], Any]:
    return lambda: given

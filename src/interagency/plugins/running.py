"""`check` with the rules of plugins: what most callers want."""

from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import final

from interagency import checking, conformance
from interagency.checking import Report, Rule
from interagency.checking.waiver import WAIVER_RULES
from interagency.conformance import Conformance, ReferenceModel
from interagency.errors import InteragencyError, UnknownName
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins
from interagency.vocabularies import Term, Vocabulary


@final
class NotAnArchitecture(InteragencyError, TypeError):
    """A path or another value where an architecture belongs."""


def _loaded(value: object) -> None:
    if not isinstance(value, Architecture):
        kind = type(value).__name__
        raise NotAnArchitecture(f"an architecture belongs here, not a {kind}: load it first")


@final
class UnknownRule(UnknownName):
    """A name, or a pattern of names, that no rule has."""

    sort = "rule"


def check(
    architecture: Architecture,
    *,
    on: Day | date | str | None = None,
    select: str | Iterable[str] = ("*",),
    ignore: Iterable[str] = (),
    plugins: Plugins | None = None,
    timeout: float | None = None,
) -> Report:
    """Return what the rules of plugins say of an architecture; findings never raise.

    Args:
        architecture: The architecture.
        on: The day; by default the last day of what the document says in `as_of`, never today.
        select: Name or names of the rules to run; `*` stands for any letters. If only some are
            chosen, what the document leaves open whatever the rules is not asked.
        ignore: Names of the rules to leave out; they win over `select`.
        plugins: What plugins give; by default the built-in and the installed ones.
        timeout: How many seconds each rule may take; one that takes longer has broken down.

    Raises:
        UnknownRule: If a name fits no rule.
        NotAnArchitecture: If the first argument is a path or another value.
    """
    _loaded(architecture)
    given = plugins or load_plugins()
    patterns, ignore = _names(select), _names(ignore)
    names = {rule.name for rule in chosen(all_rules(given), patterns, ignore)}
    rules = [rule for name, rule in given.rules.items() if name in names]
    ask = "*" in patterns
    known = given.vocabularies
    if architecture.conforms_to and given.reference_models:
        known = known.extended([_models(given, architecture)])
    return checking.run_rules(architecture, rules, on, known, ask=ask, timeout=timeout)


def _models(plugins: Plugins, architecture: Architecture) -> Vocabulary:
    """Return the reference models as a list of codes, so that one that is not there is seen.

    A short name is a code too where it means one model: r4v is r4v-2018.
    """
    found = {name: model.title for name, model in plugins.reference_models.items()}
    for name in architecture.conforms_to:
        meant = [each for each in found if each.startswith(f"{name}-")]
        if name not in found and len(meant) == 1:
            found[name] = found[meant[0]]
    terms = (Term(code=code, name=title) for code, title in sorted(found.items()))
    return Vocabulary(name="reference-models", title="Reference models", terms=tuple(terms))


def _names(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return names of which one alone may be given as a text."""
    return (given,) if isinstance(given, str) else tuple(given)


def all_rules(plugins: Plugins) -> Mapping[str, Rule]:
    """Return every rule by name: those of plugins, and those on waivers, which are of none."""
    rules = {**WAIVER_RULES, **plugins.rules}
    return {name: rules[name] for name in sorted(rules)}


def chosen(
    rules: Mapping[str, Rule], select: Iterable[str] = ("*",), ignore: Iterable[str] = ()
) -> list[Rule]:
    """Return the rules that are selected and not ignored.

    Raises:
        UnknownRule: If a name fits no rule.
    """
    kept = _fitting(rules, select) - _fitting(rules, ignore)
    return [rules[name] for name in sorted(kept)]


def names_now(rules: Mapping[str, Rule], name: str) -> tuple[str, ...]:
    """Return the names that rules have now which had this one before; nothing if none had."""
    if name in rules:
        return ()
    return tuple(each.name for each in rules.values() if name in each.was)


def _fitting(rules: Mapping[str, Rule], patterns: Iterable[str]) -> set[str]:
    found = set()
    for pattern in patterns:
        fitting = {name for name in rules if fnmatchcase(name, pattern)}
        fitting = fitting or {*names_now(rules, pattern)}
        if not fitting and pattern != "*":
            raise UnknownRule(pattern, rules)
        found |= fitting
    return found


@final
class UnknownModel(UnknownName):
    """A name that no reference model has."""

    sort = "reference model"


def conform(
    architecture: Architecture,
    *,
    models: str | Iterable[str] | None = None,
    on: Day | date | str | None = None,
    plugins: Plugins | None = None,
) -> Conformance:
    """Return whether an architecture has what reference models demand, clause by clause.

    Args:
        architecture: The architecture.
        models: Name or names of reference models; by default those under `conforms_to`.
        on: The day; by default the last day of what the document says in `as_of`, never today.
        plugins: What plugins give; by default the built-in and the installed ones.

    Raises:
        UnknownModel: If there is no reference model of a name.
    """
    _loaded(architecture)
    given = plugins or load_plugins()
    names = architecture.conforms_to if models is None else _names(models)
    chosen = [model_named(given, name) for name in names]
    return conformance.conform(architecture, chosen, on, given.vocabularies)


def is_model(plugins: Plugins, name: str) -> bool:
    """Return whether there is one reference model of a name."""
    return len(_meant(plugins, name)) == 1


def _meant(plugins: Plugins, name: str) -> list[str]:
    known = plugins.reference_models
    return [name] if name in known else [each for each in known if each.startswith(f"{name}-")]


def model_named(plugins: Plugins, name: str) -> ReferenceModel:
    """Return the model of a name, or the only one whose name begins with it: r4v is r4v-2018."""
    known, meant = plugins.reference_models, _meant(plugins, name)
    if len(meant) != 1:
        raise UnknownModel(name, meant or known)
    return known[meant[0]]

"""`check` with the rules of plugins: what most callers want."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast, final

from attrs import evolve

from interagency import checking, conformance
from interagency.checking import Report, Rule
from interagency.checking.waiver import WAIVER_RULES
from interagency.conformance import Conformance, ReferenceModel
from interagency.document.identities import NO_IDENTITIES, Identities
from interagency.errors import InteragencyError, UnknownName
from interagency.exchange import (
    ColumnPreview,
    Exporter,
    Imported,
    Importer,
    TableReader,
    Written,
    without_contacts,
)
from interagency.model import Architecture, BrokenArchitecture, Day
from interagency.plugins.broken_imports import broken_import
from interagency.plugins.discovery import BUILT_IN
from interagency.plugins.errors import PluginError
from interagency.plugins.hookspecs import PROJECT
from interagency.plugins.loading import Plugins, load_plugins
from interagency.plugins.records import misfit_of_file, misfit_of_parts, misfit_of_text
from interagency.plugins.results import (
    asked,
    other_class,
    plain,
    refuse,
    refuse_lost,
    refuse_unwritten,
)
from interagency.report.checked import Checks
from interagency.report.reporter import Reporter
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


Given = TypeVar("Given")


def exported(
    exporter: Exporter,
    architecture: Architecture,
    plugins: Plugins,
    options: Mapping[str, object] = MappingProxyType({}),
    *,
    contacts: bool = False,
) -> Written:
    """Return what an exporter of plugins writes.

    Args:
        exporter: The exporter.
        architecture: What it is to write.
        plugins: The plugins of which the exporter is one.
        options: The options by name; those left out have their defaults.
        contacts: Whether to keep contacts, which are left out otherwise.

    Raises:
        BadOption: If it cannot use the value of an option.
        PluginError: If it breaks down, or writes what is neither text, bytes nor files by name.
    """
    owner = plugins.owners[f"{PROJECT}_exporters", exporter.name]
    doing = f"exporter {exporter.name!r}"
    passing = (InteragencyError,)
    shared = architecture if contacts else without_contacts(architecture)
    chosen = {each.name: each.default for each in exporter.options} | dict(options)
    # A mapping too is read in the guard: it may be of any class.
    result = asked(owner, doing, lambda: plain(exporter.write(shared, **chosen)), passing)
    if isinstance(result, dict):
        for name, content in result.items():
            refuse(misfit_of_file(name), owner, doing)
            refuse_unwritten(content, owner, f"{doing}, file {name!r},")
        return result
    refuse_unwritten(result, owner, doing)
    return cast("Written", result)


def reported(reporter: Reporter, checks: Checks, plugins: Plugins) -> str:
    """Return what a reporter of plugins writes of a run of checks.

    Raises:
        PluginError: If it breaks down, or writes what is not text.
    """
    owner = plugins.owners[f"{PROJECT}_reporters", reporter.name]
    doing = f"reporter {reporter.name!r}"
    result = asked(owner, doing, lambda: reporter.write(checks), (InteragencyError,))
    refuse(misfit_of_text(result), owner, doing)
    return result


def imported(
    importer: Importer,
    files: tuple[Path, ...],
    plugins: Plugins,
    *,
    mapping: Path | None = None,
    identities: Identities | None = None,
) -> Imported:
    """Return what an importer of plugins reads.

    Args:
        importer: The importer.
        files: Files or folders; several only if it reads tables.
        plugins: The plugins that it comes from.
        mapping: What the columns of tables are.
        identities: Decisions on the names of organizations.

    Raises:
        PluginError: If it breaks down, makes a broken architecture, or returns what is not
            `Imported`.
        OSError: If a file cannot be read.
    """
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    doing = f"importer {importer.name!r}"
    passing = (InteragencyError, OSError)
    reading = _reading(importer, files, mapping, identities or NO_IDENTITIES)
    try:
        result = asked(owner, doing, reading, passing)
    except BrokenArchitecture as error:
        raise PluginError(owner, f"{doing} {broken_import(error, files[0])}") from error
    refuse(other_class(result, Imported), owner, doing)
    if owner not in BUILT_IN:
        parts = evolve(result, architecture=Architecture())
        refuse(asked(owner, doing, lambda: misfit_of_parts(parts), ()), owner, doing)
        asked(owner, doing, lambda: refuse_lost(result.architecture), ())
    return result


def _reading(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, identities: Identities
) -> Callable[[], Imported]:
    if importer.tables is not None:
        read = importer.tables.read
        return lambda: read(files, mapping, identities)
    settled = importer.settled
    if settled is not None:
        return lambda: settled(files[0], identities)
    return lambda: importer.read(files[0])


def previewed(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, plugins: Plugins
) -> tuple[ColumnPreview, ...]:
    """Return what an importer would take each column of some tables for.

    Raises:
        PluginError: If it breaks down.
        OSError: If a file cannot be read.
    """
    found = _of_tables(importer, plugins, lambda: tuple(_tables(importer).preview(files, mapping)))
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    doing = f"importer {importer.name!r}"
    for each in found:
        refuse(other_class(each, ColumnPreview), owner, doing)
        refuse(asked(owner, doing, partial(misfit_of_parts, each), ()), owner, doing)
    return found


def mapping_of(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, plugins: Plugins
) -> str:
    """Return the mapping by which an importer reads some tables, as text.

    Raises:
        PluginError: If it breaks down.
        OSError: If a file cannot be read.
    """
    found = _of_tables(importer, plugins, lambda: _tables(importer).mapping(files, mapping))
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    refuse(misfit_of_text(found), owner, f"importer {importer.name!r}")
    return found


def _of_tables(importer: Importer, plugins: Plugins, call: Callable[[], Given]) -> Given:
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    return asked(owner, f"importer {importer.name!r}", call, (InteragencyError, OSError))


def _tables(importer: Importer) -> TableReader:
    if importer.tables is None:
        raise TypeError("it does not read tables column by column")
    return importer.tables

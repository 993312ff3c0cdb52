"""`conform` with the reference models of plugins: what most callers want."""

from collections.abc import Iterable
from datetime import date
from typing import final

from interagency import conformance
from interagency.conformance import Conformance, ReferenceModel
from interagency.errors import UnknownName
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins


@final
class UnknownModel(UnknownName):
    """A name that no reference model has."""

    sort = "reference model"


def conform(
    architecture: Architecture,
    *,
    models: Iterable[str] | None = None,
    on: Day | date | str | None = None,
    plugins: Plugins | None = None,
) -> Conformance:
    """Return whether an architecture has what reference models demand, clause by clause.

    Args:
        architecture: The architecture.
        models: Names of reference models; by default those the document says it conforms to.
        on: The day; by default the last day of what the document says in `as_of`, never today.
        plugins: What plugins give; by default the built-in and the installed ones.

    Raises:
        UnknownModel: If there is no reference model of a name.
    """
    given = plugins or load_plugins()
    names = architecture.conforms_to if models is None else models
    chosen = [model_named(given, name) for name in names]
    return conformance.conform(architecture, chosen, on, given.vocabularies)


def model_named(plugins: Plugins, name: str) -> ReferenceModel:
    """Return the model of a name, or the only one whose name begins with it: r4v is r4v-2018."""
    known = plugins.reference_models
    meant = [name] if name in known else [each for each in known if each.startswith(f"{name}-")]
    if len(meant) != 1:
        raise UnknownModel(name, meant or known)
    return known[meant[0]]

"""`conform` with the reference models of plugins: what most callers want."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import final

from interagency import conformance
from interagency.conformance import Conformance
from interagency.errors import InteragencyError
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins


@final
class UnknownModel(InteragencyError, LookupError):
    """A name that no reference model has."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the name, and those that may be meant."""
        super().__init__(name, tuple(known))
        self.name = name
        self.close_matches = tuple(get_close_matches(name, self.args[1], n=2))

    def __str__(self) -> str:
        """Return the name, and what may be meant."""
        close = " or ".join(self.close_matches)
        hint = f"did you mean {close}?" if close else f"known are {', '.join(self.args[1])}"
        return f"there is no reference model {self.name!r}; {hint}"


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
    names = tuple(architecture.conforms_to if models is None else models)
    for name in names:
        if name not in given.reference_models:
            raise UnknownModel(name, given.reference_models)
    chosen = [given.reference_models[name] for name in names]
    return conformance.conform(architecture, chosen, on, given.vocabularies)

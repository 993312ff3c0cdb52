"""The built-in reference models, one pack of data each, registered like those of any plugin."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from interagency.plugins import hookimpl

if TYPE_CHECKING:
    from interagency.conformance import Answer, ReferenceModel
    from interagency.snapshot import Snapshot


@hookimpl
def interagency_reference_models() -> "Iterable[ReferenceModel]":
    """Return the built-in reference models."""
    # Every command loads this plugin, and only `conform` asks it for its models.
    from interagency.conformance import read_model
    from interagency.reference_models.contact_lists import contact_list_current
    from interagency.reference_models.counterparts import national_counterpart
    from interagency.reference_models.transitions import functions_handed_over

    folder = Path(__file__).parent / "packs"
    functions: dict[str, dict[str, Callable[[Snapshot, str], Answer]]] = {
        "cluster-transition": {"functions-handed-over": functions_handed_over},
        "coordination-office-2023": {"contact-list-current": contact_list_current},
        "r4v-2018": {"national-counterpart": national_counterpart},
    }
    paths = sorted(folder.glob("*.yaml"))
    return [read_model(path, functions.get(path.stem)) for path in paths]

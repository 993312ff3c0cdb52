"""The document as linked data: JSON-LD in the terms of W3C's Organization Ontology and PROV."""

from interagency.document.linked_data import NAMESPACE, linked_data
from interagency.document.writer import json_text
from interagency.exchange import Exporter, Option
from interagency.model import Architecture


def to_jsonld(architecture: Architecture, *, namespace: str = NAMESPACE) -> str:
    """Return an architecture as JSON-LD; the importer of the same name reads it back.

    Args:
        architecture: The architecture.
        namespace: The IRI that the names of our own terms begin with.
    """
    return json_text(linked_data(architecture, namespace))


EXPORTER = Exporter(
    name="jsonld",
    summary="Linked data: W3C's Organization Ontology with PROV, in JSON-LD; it can be read back.",
    suffix=".jsonld",
    loses="",
    write=to_jsonld,
    options=(
        Option(
            name="namespace",
            help="The IRI that the names of terms without a standard begin with.",
            default=NAMESPACE,
        ),
    ),
    media_type="application/ld+json",
)

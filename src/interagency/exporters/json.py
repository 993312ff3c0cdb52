"""The document itself, as JSON."""

from functools import partial

from interagency.document import dumps
from interagency.exchange import Exporter

EXPORTER = Exporter(
    name="json",
    summary="The document in its own format, as JSON.",
    suffix=".json",
    loses="",
    write=partial(dumps, format="json"),
)

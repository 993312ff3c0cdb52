"""The document itself, as YAML."""

from functools import partial

from interagency.document import dumps
from interagency.exchange import Exporter

EXPORTER = Exporter(
    name="yaml",
    summary="The document in its own format, as YAML, in the shortest form.",
    suffix=".yaml",
    loses="",
    write=partial(dumps, format="yaml"),
)

"""`interagency lsp`: the language server, which an editor starts and talks to."""

from importlib import metadata

import click

from interagency.cli.inputs import plugins_of
from interagency.errors import MissingExtra


@click.command()
@click.pass_context
def lsp(context: click.Context) -> None:
    """Serve an editor on standard input and output, in the Language Server Protocol.

    Problems, findings and questions while you type; what an id means, with effective values and
    sources; completion of keys, ids and codes; another id everywhere; fixes.
    """
    try:
        from interagency.editor.server import server
    except ImportError:
        raise MissingExtra("editor", "the language server") from None
    server(
        plugins_of(context, "rules", "reference_models"), metadata.version("interagency")
    ).start_io()

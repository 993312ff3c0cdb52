"""The language server, in its own process, asked in the protocol that editors speak."""

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from interagency import examples
from interagency.editor.server import server
from interagency.plugins.loading import load_plugins

TEXT = """\
interagency: 2
title: Réponse 𝄞 rcf
forums:
  rcf: {name: "𝄞", kind: rcf}
sectors:
  health: {name: Health, within: rcf, covers: [health]}
"""


class Editor:
    """An editor with one text open."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client = client
        self.uri = uri
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        shown, messages = self.shown.put_nowait, self.messages.put_nowait
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda found: shown(found))
        client.feature(types.WINDOW_SHOW_MESSAGE)(lambda message: messages(message))

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def open(self, text: str, uri: str = "") -> None:
        item = types.TextDocumentItem(uri or self.uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, text: str, version: int) -> None:
        document = types.VersionedTextDocumentIdentifier(version, self.uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def diagnostics(self) -> list[types.Diagnostic]:
        found = await asyncio.wait_for(self.shown.get(), 30)
        return list(found.diagnostics)


@contextmanager
def served() -> Iterator[int]:
    """Serve in this process, so that coverage sees it; give the port."""
    found = server(load_plugins(), "1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])

    def serve() -> None:
        with suppress(SystemExit):  # which ends a process, and here the thread
            found.start_tcp("127.0.0.1", port)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield port
    thread.join(5)


async def start(client: LanguageClient, port: int) -> None:
    """Reach the server, which may need a moment to begin."""
    for _ in range(100):
        try:
            await client.start_tcp("127.0.0.1", port)
            return
        except OSError:
            await asyncio.sleep(0.05)
    raise AssertionError("the server does not begin")


def talk(folder: Path, say: Callable[[Editor], Awaitable[None]], *, outside: bool = False) -> None:
    """Open a folder in an editor, say something, and end it.

    Args:
        folder: The folder.
        say: What to say.
        outside: Whether the server has a process of its own, as an editor starts it.
    """

    async def run(port: int) -> None:
        client = LanguageClient("test", "1")
        if port:
            await start(client, port)
        else:
            await client.start_io(sys.executable, "-m", "interagency", "lsp")
        try:
            editor = Editor(client, (folder / "a.yaml").as_uri())
            root = types.InitializeParams(types.ClientCapabilities(), root_uri=folder.as_uri())
            await asyncio.wait_for(client.initialize_async(root), 30)
            client.initialized(types.InitializedParams())
            await say(editor)
            await client.shutdown_async(None)
            client.exit(None)
        finally:
            stopped: Any = client.stop
            await stopped()

    if outside:
        asyncio.run(run(0))
    else:
        with served() as port:
            asyncio.run(run(port))


def test_diagnostics_come_when_a_text_is_opened_and_typed(tmp_path: Path) -> None:
    async def say(editor: Editor) -> None:
        editor.open(TEXT)
        first = await editor.diagnostics()
        assert {each.severity for each in first} >= {types.DiagnosticSeverity.Hint}
        editor.type(TEXT.replace("within", "wihtin"), 2)
        editor.type(TEXT.replace("within", "withn"), 3)
        (problem,) = await editor.diagnostics()
        assert "there is no field 'withn' here" in problem.message
        assert (problem.range.start.line, problem.code, problem.source) == (
            5,
            "problem",
            "interagency",
        )
        assert editor.shown.empty()
        closed = types.DidCloseTextDocumentParams(editor.document)
        editor.client.text_document_did_close(closed)
        assert await editor.diagnostics() == []

    talk(tmp_path, say)


def test_hover_completion_rename_and_fixes_are_answered(tmp_path: Path) -> None:
    async def say(editor: Editor) -> None:
        client, document = editor.client, editor.document
        editor.open(TEXT)
        await editor.diagnostics()
        within = types.Position(5, TEXT.splitlines()[5].index("rcf") + 1)
        hover: Any = await client.text_document_hover_async(types.HoverParams(document, within))
        assert "`rcf`" in hover.contents.value or "**Group**" in hover.contents.value
        nowhere = types.HoverParams(document, types.Position(0, 0))
        assert (await client.text_document_hover_async(nowhere)) is None
        items: Any = await client.text_document_completion_async(
            types.CompletionParams(document, within)
        )
        assert {"rcf", "health", "none"} <= {each.label for each in items}
        assert items[0].text_edit.range.start.character == within.character - 1
        place: Any = await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(document, within)
        )
        assert (place.start.character, place.end.character) == (
            within.character - 1,
            within.character + 2,
        )
        kind = types.Position(3, TEXT.splitlines()[3].index("kind") + 2)
        not_an_id = types.PrepareRenameParams(document, kind)
        assert (await client.text_document_prepare_rename_async(not_an_id)) is None
        edit: Any = await client.text_document_rename_async(
            types.RenameParams(document, within, "forum")
        )
        assert [each.new_text for each in edit.changes[editor.uri]] == [
            '  forum: {name: "𝄞", kind: rcf}\n',
            "  health: {name: Health, within: forum, covers: [health]}\n",
        ]
        bad = types.RenameParams(document, within, "Not an id")
        assert (await client.text_document_rename_async(bad)) is None
        message = await asyncio.wait_for(editor.messages.get(), 30)
        assert "'Not an id' is not an id" in message.message
        line = types.Range(types.Position(5, 0), types.Position(5, 1))
        found: Any = await client.text_document_code_action_async(
            types.CodeActionParams(document, line, types.CodeActionContext([]))
        )
        assert [each.title for each in found] == ["Fix sectors.health.covers[0]: health → HEA"]

    talk(tmp_path, say)


def test_a_file_beside_it_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"\xff")

    async def say(editor: Editor) -> None:
        editor.open("interagency: 2\nsectors: {a: {within: x}}\n")
        (problem,) = await editor.diagnostics()
        assert problem.message

    talk(tmp_path, say)


def test_diagnostics_of_a_file_of_44_bodies_come_within_half_a_second(tmp_path: Path) -> None:
    text = examples.path("romania-2022").read_text(encoding="utf-8")
    more = "".join(f"  g{n}: {{name: Group {n}, within: rcf, covers: [HEA]}}\n" for n in range(32))
    text = text.replace("working_groups:\n", f"working_groups:\n{more}")

    async def say(editor: Editor) -> None:
        editor.open(TEXT)
        await editor.diagnostics()
        times = []
        for number in range(3):
            began = time.perf_counter()
            editor.open(text, (tmp_path / f"b{number}.yaml").as_uri())
            assert len(await editor.diagnostics()) > 44
            times.append(time.perf_counter() - began)
        assert min(times) < 0.5, times

    talk(tmp_path, say, outside=True)


def test_without_the_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.cli.runs import run

    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.delitem(sys.modules, "interagency.editor.server", raising=False)
    result = run("lsp")
    assert result.exit_code == 2
    assert "pip install 'interagency[editor]'" in result.output


def test_the_command_serves_on_standard_input_and_output(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.runs import run

    begun: list[str] = []
    begin = lambda self: begun.append(self.protocol.server_info.name)  # noqa: E731
    monkeypatch.setattr("pygls.lsp.server.LanguageServer.start_io", begin)
    assert run("lsp").exit_code == 0
    assert begun == ["interagency"]

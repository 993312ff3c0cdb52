"""The language server: what editors ask in their protocol, answered by the rest of this room."""

import asyncio
from pathlib import Path as FilePath
from typing import Any, Final, final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from interagency.editor.completions import Completion, completions
from interagency.editor.cursor import cursor_at
from interagency.editor.hover import hover_text
from interagency.editor.notices import Notice, notices
from interagency.editor.open_text import OpenText
from interagency.editor.rewrites import LineEdit, Rewrite, actions, renamed
from interagency.errors import InteragencyError
from interagency.plugins.loading import Plugins

# How long to wait after a key before a text is checked, in seconds: people type on.
PAUSE: Final = 0.15
_NAME: Final = "interagency"
_SEVERITIES: Final = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}
_SORTS: Final = {
    "key": types.CompletionItemKind.Property,
    "id": types.CompletionItemKind.Reference,
    "code": types.CompletionItemKind.EnumMember,
    "word": types.CompletionItemKind.Keyword,
}


def server(plugins: Plugins, version: str) -> LanguageServer:
    """Return the language server.

    Args:
        plugins: Rules and vocabularies.
        version: The version to tell the editor.
    """
    found = LanguageServer(_NAME, version)
    _Answers(found, plugins).register()
    return found


@final
class _Answers:
    """Answers to what an editor asks, one method for each request."""

    def __init__(self, server: LanguageServer, plugins: Plugins) -> None:
        self.server = server
        self.plugins = plugins

    def register(self) -> None:
        """Tell the server which method answers what."""
        triggers = types.CompletionOptions(trigger_characters=[" ", "[", ",", ":", "-"])
        fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        for name, answer, options in (
            (types.TEXT_DOCUMENT_DID_OPEN, self.opened, None),
            (types.TEXT_DOCUMENT_DID_CLOSE, self.closed, None),
            (types.TEXT_DOCUMENT_HOVER, self.hover, None),
            (types.TEXT_DOCUMENT_COMPLETION, self.completion, triggers),
            (types.TEXT_DOCUMENT_RENAME, self.rename, types.RenameOptions(prepare_provider=True)),
            (types.TEXT_DOCUMENT_PREPARE_RENAME, self.prepare_rename, None),
            (types.TEXT_DOCUMENT_CODE_ACTION, self.code_actions, fixes),
        ):
            self.server.feature(name, options)(_function(answer))

        async def changed(params: types.DidChangeTextDocumentParams) -> None:
            await self.changed(params)

        self.server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Show what there is to say of a text that was opened."""
        self._show(params.text_document.uri)

    async def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Show what there is to say of a text, once nothing has been typed for a moment."""
        version = params.text_document.version
        await asyncio.sleep(PAUSE)
        if self._document(params.text_document.uri).version == version:
            self._show(params.text_document.uri)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take away what is shown of a text that was closed."""
        self._publish(params.text_document.uri, [])

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return what is known of the thing under the cursor."""
        document = self._document(params.text_document.uri)
        said = hover_text(self._open(document), document.offset_at_position(params.position))
        if not said:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said))

    def completion(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        """Return what may be typed at the cursor."""
        document = self._document(params.text_document.uri)
        offset = document.offset_at_position(params.position)
        found = completions(self._open(document), offset)
        place = self._range(document, found.start, found.end)
        return [_item(each, place) for each in found.completions]

    def prepare_rename(self, params: types.PrepareRenameParams) -> types.Range | None:
        """Return the id under the cursor, if another can be given."""
        document = self._document(params.text_document.uri)
        text = self._open(document)
        offset = document.offset_at_position(params.position)
        cursor = cursor_at(text, offset)
        try:
            renamed(text, offset, "zz-another-id")
        except InteragencyError:
            return None
        return None if cursor is None else self._range(document, cursor.start, cursor.end)

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Return the edits that give the entry under the cursor another id."""
        document = self._document(params.text_document.uri)
        offset = document.offset_at_position(params.position)
        try:
            return _workspace_edit(renamed(self._open(document), offset, params.new_name))
        except InteragencyError as error:
            message = types.ShowMessageParams(types.MessageType.Error, str(error))
            self.server.window_show_message(message)
            return None

    def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the fixes of some lines."""
        text = self._open(self._document(params.text_document.uri))
        return [
            types.CodeAction(
                each.title,
                kind=types.CodeActionKind.QuickFix,
                edit=_workspace_edit(each.rewrite),
            )
            for each in actions(text, params.range.start.line, params.range.end.line)
        ]

    def _document(self, uri: str) -> TextDocument:
        return self.server.workspace.get_text_document(uri)

    def _open(self, document: TextDocument) -> OpenText:
        """Return a text with what else is open."""
        texts = self.server.workspace.text_documents
        root = self.server.workspace.root_uri
        return OpenText(
            path=_path_of(document.uri),
            text=document.source,
            plugins=self.plugins,
            open={_path_of(uri): each.source for uri, each in texts.items()},
            root=_path_of(root) if root else None,
        )

    def _show(self, uri: str) -> None:
        document = self._document(uri)
        found = notices(self._open(document))
        self._publish(uri, [_diagnostic(document, each) for each in found])

    def _publish(self, uri: str, found: list[types.Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    def _range(self, document: TextDocument, start: int, end: int) -> types.Range:
        lines = document.lines
        places = []
        for offset in (start, end):
            line, left = 0, offset
            while line < len(lines) - 1 and left >= len(lines[line]):
                left -= len(lines[line])
                line += 1
            places.append(types.Position(line, left))
        return document.position_codec.range_to_client_units(lines, types.Range(*places))


def _function(method: Any) -> Any:
    """Return a method as a function, on which the library may leave its marks."""

    def answer(params: Any) -> Any:
        return method(params)

    return answer


def _path_of(uri: str) -> FilePath:
    return FilePath(to_fs_path(uri) or uri)


def _diagnostic(document: TextDocument, notice: Notice) -> types.Diagnostic:
    start = types.Position(notice.line, notice.start)
    end = types.Position(notice.line, notice.end)
    place = document.position_codec.range_to_client_units(document.lines, types.Range(start, end))
    return types.Diagnostic(
        place,
        notice.message,
        severity=_SEVERITIES[notice.severity],
        code=notice.code,
        source=_NAME,
    )


def _item(completion: Completion, place: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        completion.text,
        kind=_SORTS[completion.sort],
        detail=completion.meaning or None,
        text_edit=types.TextEdit(place, completion.text),
        filter_text=f"{completion.text} {completion.meaning}".strip(),
    )


def _workspace_edit(rewrite: Rewrite) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(
        changes={
            path.as_uri(): [_text_edit(each) for each in edits] for path, edits in rewrite.items()
        }
    )


def _text_edit(edit: LineEdit) -> types.TextEdit:
    place = types.Range(types.Position(edit.first, 0), types.Position(edit.last, 0))
    return types.TextEdit(place, edit.text)

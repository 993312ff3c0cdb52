"""A document as it was at a revision of git: read through git itself, never over the network."""

import subprocess
import tarfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from interagency.document import Document, read_path, read_text
from interagency.document.files import SUFFIXES
from interagency.errors import UnreadableInput


class UnreadableRevision(UnreadableInput):
    """A revision of git, or a file in it, that cannot be read."""


def document_at(revision: str, path: Path) -> Document:
    """Return the document at a path, a file or a folder, as it was at a revision.

    Raises:
        UnreadableRevision: If git cannot give it.
        InvalidDocument: If a file cannot be read as a document.
    """
    _refuse_option(revision)
    if not path.is_dir():
        data = _git(path.parent, "show", f"{revision}:./{path.name}")
        form = SUFFIXES.get(path.suffix.lower(), "yaml")
        return read_text(data, format=form, file=f"{path} at {revision}")
    archive = _git(path, "archive", "--format=tar", revision, ".")
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        return read_path(folder)


def is_there(revision: str, path: Path) -> bool:
    """Return whether a file or folder was there at a revision.

    Raises:
        UnreadableRevision: If there is no such revision.
    """
    _refuse_option(revision)
    is_folder = path.is_dir()
    folder = path if is_folder else path.parent
    _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    name = "." if is_folder else f"./{path.name}"
    return bool(_git(folder, "ls-tree", "--name-only", revision, "--", name).strip())


def _refuse_option(revision: str) -> None:
    if revision.startswith("-"):
        raise UnreadableRevision(f"{revision!r} is not a revision of git")


def _git(folder: Path, *words: str) -> bytes:
    command: Sequence[str] = ("git", "-C", str(folder), *words)
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise UnreadableRevision("git is not installed, so no revision can be read") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise UnreadableRevision(f"git cannot read it: {said[0]}")
    return done.stdout

"""Replacement of files: each complete, sets of them together, or all as they were.

What is written stands beside its target under a name that nothing else has, and takes its place at
the end. A lock tells such a file of a process that runs from one that a crash has left.
"""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path as FilePath
from secrets import token_hex
from typing import Any

from attrs import define

fcntl: Any = None
with suppress(ImportError):  # Windows has no such locks, and keeps open files itself
    fcntl = import_module("fcntl")

Finish = Callable[[], object]

_PART = re.compile(r"\.interagency-[0-9a-f]{16}\.part")
# Of a file that exists, a copy is nobody's to read until it has the permissions of the file.
_PRIVATE = 0o600
_NEW = 0o666
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: FilePath, content: str | bytes) -> None:
    """Write a file as a whole, or leave the old one as it was."""
    write_together({path: content.encode() if isinstance(content, str) else content})


def write_together(contents: Mapping[FilePath, bytes], first: Finish = lambda: None) -> None:
    """Write several files, each as a whole, or leave all of them as they were.

    Everything is written beside the old files before the first of them is replaced. Where one
    cannot be replaced after all, those before it get their old content back.

    Args:
        contents: What goes where; no two paths may lead to one file.
        first: What else must succeed before a file is replaced, such as printing.

    Raises:
        OSError: If one of them cannot be written; it has the path as it was given.
    """
    with ExitStack() as stack:
        # What goes to a device cannot be taken back, so it goes before any file is replaced.
        paths = sorted(contents, key=_is_device, reverse=True)
        _remove_left({_linked(path).parent for path in paths if not _is_device(path)})
        parts = [stack.enter_context(_prepared(path, contents[path])) for path in paths]
        first()
        placed: list[_Part] = []
        for part in parts:
            try:
                with _named(part.path):
                    part.place(keep=len(parts) > 1)
            except BaseException:
                for each in reversed(placed):
                    each.take_back()
                raise
            placed.append(part)


def write_folder(folder: FilePath, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, all or none; a new folder appears with all of them in it.

    Args:
        folder: The folder; other files in it are left alone.
        contents: The content of each file, by its name.

    Raises:
        OSError: If one of them cannot be written.
    """
    if folder.exists() or not contents:
        folder.mkdir(exist_ok=True)
        write_together({folder / name: data for name, data in contents.items()})
        return
    target = _linked(folder)
    _remove_left([target.parent])
    with _named(folder), _new_folder(target) as beside:
        for name, data in contents.items():
            with (beside / name).open("xb") as stream:
                _write(stream.fileno(), data)
        beside.rename(target)


@define
class _Part:
    """A file that is complete beside the one that it will replace.

    Attributes:
        path: The target, as the user names it.
        target: The target; what a link leads to.
        beside: Where the content is; the target itself if that is a device.
        data: The content, for a device.
        old: Where the old content is kept until all of a set have their places.
    """

    path: FilePath
    target: FilePath
    beside: FilePath
    data: bytes
    old: FilePath | None = None

    @property
    def is_device(self) -> bool:
        return self.beside == self.target

    def place(self, *, keep: bool) -> None:
        if self.is_device:
            self.target.write_bytes(self.data)
            return
        if keep and self.target.exists():
            self.old = _beside(self.target)
            _copy(self.target, self.old)
        self.beside.replace(self.target)

    def take_back(self) -> None:
        if not self.is_device:
            with suppress(OSError):  # the error that led here is the one to be told
                self.old.replace(self.target) if self.old else self.target.unlink()


def _is_device(path: FilePath) -> bool:
    """Return whether a path can only be written to; to replace it would be a disaster."""
    with _named(path):
        return path.exists() and not path.is_file()


@contextmanager
def _prepared(path: FilePath, data: bytes) -> Iterator[_Part]:
    """Write a file beside the old one, and leave no litter."""
    target = _linked(path)  # a link stays a link; what it points to is replaced
    if _is_device(path):
        yield _Part(path, target, target, data)
        return
    with _named(path):
        descriptor, beside = _created(target)
    part = _Part(path, target, beside, b"")
    try:
        with _named(path):
            _keep_permissions(descriptor, like=target)
            _write(descriptor, data)
            if fcntl is None:
                os.close(descriptor)
        yield part
    finally:
        for each in filter(None, (beside, part.old)):
            with suppress(OSError):  # it has its place now, or there never was one
                each.unlink()
        if fcntl is not None:
            os.close(descriptor)


def _created(target: FilePath) -> tuple[int, FilePath]:
    """Return a new file beside a target, open and locked; another process may not remove it."""
    mode = _PRIVATE if target.exists() else _NEW
    while True:
        beside = _beside(target)
        descriptor = os.open(beside, _FLAGS, mode)
        if _is_ours(descriptor, beside):
            return descriptor, beside
        os.close(descriptor)


def _is_ours(descriptor: int, path: FilePath) -> bool:
    """Lock a new file; tell whether nobody took it for one that was left, and removed it."""
    if fcntl is None:
        return True
    with suppress(OSError):  # not every network drive knows locks
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    return path.exists()


def _beside(target: FilePath) -> FilePath:
    """Return a name beside a target that nothing has: not in another thread or container either."""
    return target.with_name(f".interagency-{token_hex(8)}.part")


@contextmanager
def _new_folder(target: FilePath) -> Iterator[FilePath]:
    """Make a folder beside the place where it goes; it is gone unless it gets there."""
    beside = _beside(target)
    beside.mkdir()
    descriptor = None
    try:
        if fcntl is not None:
            descriptor = os.open(beside, os.O_RDONLY)
            _is_ours(descriptor, beside)
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if descriptor is not None:
            os.close(descriptor)


def _keep_permissions(descriptor: int, like: FilePath) -> None:
    """Give a file the owner and the permissions of another one, before anything is in it."""
    if not like.exists():
        return
    found = like.stat()
    if hasattr(os, "fchown"):
        with suppress(OSError):  # only an administrator may give files away
            os.fchown(descriptor, found.st_uid, found.st_gid)
        os.fchmod(descriptor, found.st_mode & 0o777)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _copy(path: FilePath, to: FilePath) -> None:
    try:
        os.link(path, to)
    except OSError:  # some drives have no second names for a file
        shutil.copy2(path, to)


def _remove_left(folders: Iterable[FilePath]) -> None:
    """Remove what crashed runs left in folders: files that no process holds a lock on."""
    if fcntl is None:
        return
    for folder in folders:
        with suppress(OSError):
            for path in folder.iterdir():
                if _PART.fullmatch(path.name):
                    _remove_if_left(path)


def _remove_if_left(path: FilePath) -> None:
    with suppress(OSError):  # gone, or held by a process that runs
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        finally:
            os.close(descriptor)


def _linked(path: FilePath) -> FilePath:
    """Return what a path leads to; links that lead back to themselves are refused."""
    found = FilePath(os.path.realpath(path))
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return found


@contextmanager
def _named(path: FilePath) -> Iterator[None]:
    """Let an error tell the name that the user knows, not that of a temporary file."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None

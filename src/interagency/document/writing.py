"""Texts to files: all of them, each as a whole, or none, and the old ones stay as they were."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path as FilePath

Finish = Callable[[], object]


def write_whole(path: FilePath, content: str | bytes) -> None:
    """Write a file as a whole, or leave the old one as it was."""
    write_together({path: content.encode() if isinstance(content, str) else content})


def write_together(contents: Mapping[FilePath, bytes], first: Finish = lambda: None) -> None:
    """Write several files, each as a whole, or leave all of them as they were.

    Everything is written beside the old files before the first of them is replaced; what is left
    then is to rename, which fails only where a folder forbids it for one file and not for others.

    Args:
        contents: What goes where; no two paths may lead to one file.
        first: What else must succeed before a file is replaced, such as printing.

    Raises:
        OSError: If one of them cannot be written; it has the path as it was given.
    """
    with ExitStack() as stack:
        # What goes to a device cannot be taken back, so it goes before any file is replaced.
        paths = sorted(contents, key=_is_device, reverse=True)
        finish = [
            stack.enter_context(_prepared(path, contents[path], number))
            for number, path in enumerate(paths)
        ]
        first()
        for path, each in zip(paths, finish, strict=True):
            with _named(path):
                each()


def _is_device(path: FilePath) -> bool:
    """Tell whether a path can only be written to; to replace it would be a disaster."""
    with _named(path):
        return path.exists() and not path.is_file()


@contextmanager
def _prepared(path: FilePath, data: bytes, number: int) -> Iterator[Finish]:
    """Write a file beside the old one, and give what puts it in its place; leave no litter."""
    target = _linked(path)  # a link stays a link; what it points to is replaced
    if _is_device(path):
        yield lambda: target.write_bytes(data)
        return
    beside = target.with_name(f".{target.name[:60]}.{os.getpid()}.{number}.part")
    try:
        with _named(path):
            _write(beside, data, like=target)
        yield lambda: beside.replace(target)
    finally:
        with suppress(OSError):  # it has its place now, or there never was one
            beside.unlink()


def _write(path: FilePath, data: bytes, like: FilePath) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if like.exists():
        path.chmod(like.stat().st_mode & 0o777)


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

"""The command line: `interagency` and `python -m interagency`."""

import os
import sys
import traceback
from contextlib import suppress

from interagency import __version__

_USAGE, _FAILED, _INTERRUPTED = 2, 4, 130
_FAULT = "This is a fault of interagency: please report it with the lines above."


def main() -> None:
    """Run the command line; the version is told without loading anything.

    A program that breaks down must not end with 1, which is the code of findings.
    """
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception:
        with suppress(OSError):
            traceback.print_exc()
            print(_FAULT, file=sys.stderr)
        sys.exit(_FAILED)
    finally:
        _let_go()


def _run() -> None:
    if sys.argv[1:] == ["--version"]:
        _print_version()
        return
    from interagency.cli import main as run

    run(prog_name="interagency")


def _print_version() -> None:
    try:
        print(f"interagency {__version__}", flush=True)
    except BrokenPipeError:
        pass  # the reader has seen enough
    except OSError as error:
        with suppress(OSError):
            print(f"error: {error.strerror}", file=sys.stderr)
        sys.exit(_USAGE)


def _let_go() -> None:
    """Keep Python from ending with a code and words of its own, for output nobody can take."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()

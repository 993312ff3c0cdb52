"""The command line: `interagency` and `python -m interagency`."""

import sys

from interagency import __version__


def main() -> None:
    """Run the command line; the version is told without loading anything."""
    if sys.argv[1:] == ["--version"]:
        print(f"interagency {__version__}")
        return
    from interagency.cli import main as run

    run(prog_name="interagency")


if __name__ == "__main__":
    main()

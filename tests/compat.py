"""Promises on what interagency is installed with, tried in environments that are thrown away.

    python tests/compat.py lowest   the core of the tests, with the oldest libraries allowed
    python tests/compat.py newest   the same, with the newest, whatever constraints.txt says
    python tests/compat.py wheel    wheel and sdist: built twice alike, installed alone, tried

It needs Python alone, and the package index that pip is set up for.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What the tests themselves need beside the extras; any version will do.
TOOLS = ("sybil", "jsonschema")
EXTRAS = ("xlsx", "testing")
CORE = (
    *("tests/model", "tests/document", "tests/snapshot", "tests/checking", "tests/conformance"),
    *("tests/rules", "tests/plugins", "tests/graph", "tests/importers", "tests/exporters"),
    *("tests/reporters", "tests/cli", "tests/attacks", "tests/fuzz/test_fuzz.py"),
)
# A library that is five years younger or older may warn of what others do.
WARNINGS = ("-W", "default")
# Any day will do, as long as it is the same: 2020-01-01.
EPOCH = "1577836800"


def main(names: list[str]) -> int:
    """Do what is asked for, and return how many of them failed."""
    known = {"lowest": lowest, "newest": newest, "wheel": wheel}
    if not names or set(names) - set(known):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    failed = 0
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            code = known[name](Path(folder))
        sys.stderr.write(f"{name}: {'failed' if code else 'passed'}\n")
        failed += bool(code)
    return failed


def lowest(folder: Path) -> int:
    """Run the core of the tests with the oldest version that is allowed of each library."""
    bounds = [each.replace(">=", "==") for each in requirements(EXTRAS)]
    constraints = folder / "lowest.txt"
    constraints.write_text("\n".join(bounds))
    return tested(folder, "--constraint", str(constraints))


def newest(folder: Path) -> int:
    """Run the core of the tests with the newest versions."""
    return tested(folder, "--upgrade", "--upgrade-strategy", "eager")


def requirements(extras: Iterable[str]) -> list[str]:
    """Return the libraries that are needed, as pyproject.toml writes them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = [*project["dependencies"]]
    for extra in extras:
        found += project["optional-dependencies"][extra]
    return [each for each in found if not each.startswith("interagency")]


def tested(folder: Path, *options: str) -> int:
    """Install what is needed as pip is told to, and run the core of the tests."""
    python = made(folder / "venv")
    wanted = f"{ROOT}[{','.join(EXTRAS)}]"
    pip(python, "install", *options, wanted, *TOOLS)
    pip(python, "list")
    # Not in this folder: there, its sources would come before what was installed.
    words = ("-m", "pytest", "-q", "-p", "no:cacheprovider", *WARNINGS, *CORE)
    return subprocess.run([python, *words], cwd=ROOT, check=False).returncode


def wheel(folder: Path) -> int:
    """Build wheel and sdist twice, compare them, and try each where nothing else is."""
    first, second = built(folder / "1"), built(folder / "2")
    if first != second:
        sys.stderr.write(f"two builds differ: {first} {second}\n")
        return 1
    for name in first:
        python = made(folder / f"bare-{name[-3:]}")
        pip(python, "install", str(folder / "1" / name))
        if tried(python, folder):
            return 1
    return 0


def built(folder: Path) -> dict[str, str]:
    """Build wheel and sdist, and return the digest of each."""
    tools = made(folder / "tools")
    pip(tools, "install", "build")
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    command = [tools, "-m", "build", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    files = [each for each in sorted(folder.iterdir()) if each.is_file()]
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def tried(python: str, folder: Path) -> int:
    """Run the commands of the first minute, and return whether one fails."""
    smoke = (
        ("-m", "interagency", "--version"),
        ("-m", "interagency", "check", "example:romania-2022", "--fail-on", "never"),
        ("-m", "interagency", "show", "example:r4v"),
        ("-m", "interagency", "conform", "example:romania-2022", "--model", "rcm-2013"),
        ("-m", "interagency", "export", "example:romania-2022", "--to", "json", "-o", "r.json"),
        ("-m", "interagency", "report", "r.json", "-o", "r.html"),
        ("-c", "import interagency as ia; assert ia.check(ia.load('r.json')).results"),
    )
    failed = 0
    for words in smoke:
        done = subprocess.run([python, *words], cwd=folder, capture_output=True, check=False)
        # A must that is a gap is an answer, and no failure.
        if done.returncode not in ((0, 1) if "conform" in words else (0,)):
            sys.stderr.write(f"{words}: {done.returncode}\n{done.stderr.decode()}\n")
            failed += 1
    return failed


def made(folder: Path) -> str:
    """Make an environment, and return its Python."""
    venv.create(folder, with_pip=True)
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")


def pip(python: str, *words: str) -> None:
    """Run pip, which says what it does only if it fails."""
    quiet = () if words == ("list",) else ("--quiet",)
    options = ("--disable-pip-version-check", *quiet)
    subprocess.run([python, "-m", "pip", *options, *words], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

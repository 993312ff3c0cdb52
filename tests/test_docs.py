"""The pages name everything that a user can name; Sphinx itself refuses links that lead nowhere."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

import interagency
from docs import generate
from interagency.cli import main
from interagency.document import shape
from interagency.model import Alias, Architecture, Link, Seat, Within
from interagency.model.fields import fields_of
from interagency.model.sections import Section
from interagency.plugins import hookspecs
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import all_rules
from interagency.vocabularies import shipped

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *DOCS.glob("*.md"), *DOCS.glob("how-to/*.md")]
PAGES += [*DOCS.glob("explanation/*.md")]
PAGES += [DOCS / "reference" / f"{name}.md" for name in ("output", "stability", "writing")]

HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
RELATIVE = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
# A block of code with a comment above it that names its file, or with the name as its first line.
SHOWN = re.compile(
    r"^<!-- file: (\S+) -->\n```python\n(.*?)^```|^```toml\n# file: (\S+)\n(.*?)^```",
    re.MULTILINE | re.DOTALL,
)


@cache
def generated() -> dict[str, str]:
    return generate.pages()


def headings(page: str) -> set[str]:
    return set(HEADING.findall(generated()[page]))


def file_format_part(heading: str) -> str:
    parts = re.split(r"^## ", generated()["file-format.md"], flags=re.MULTILINE)
    return next(part for part in parts if heading in part.partition("\n")[0].split(", "))


def test_every_rule_has_a_section_with_each_of_its_examples() -> None:
    rules = all_rules(load_plugins(entry_points=False))
    assert headings("rules.md") == set(rules)
    page = generated()["rules.md"]
    assert all(each.document.strip() in page for rule in rules.values() for each in rule.examples)


def test_a_source_that_nobody_has_read_is_marked() -> None:
    rules = load_plugins(entry_points=False).rules.values()
    unread = sum(not source.verified for rule in rules for source in rule.sources)
    assert generated()["rules.md"].count("(**not verified**)") == unread


def test_every_hook_is_documented() -> None:
    found = generate.hook_names()
    assert headings("hooks.md") == set(found)
    assert {"interagency_rules", "interagency_exporters", "interagency_vocabularies"} <= {*found}


def test_every_public_name_is_on_the_page_of_the_api() -> None:
    page = generated()["api.md"]
    missing = [name for name in interagency.__all__ if f"`{name}`" not in page.replace(" <", "`<")]
    assert missing == []


def test_every_command_has_its_help_on_the_page_of_commands() -> None:
    assert headings("cli.md") == set(main.commands)
    options = {
        option
        for command in main.commands.values()
        for each in command.params
        for option in each.opts
    }
    assert all(option in generated()["cli.md"] for option in options if option.startswith("--"))


@pytest.mark.parametrize("section", shape.SECTIONS, ids=lambda section: section.key)
def test_every_field_of_a_section_is_on_the_page_of_the_format(section: Section) -> None:
    part = file_format_part(section.key)
    missing = [key for key in shape.entry_keys(section) if f"`{key}`" not in part]
    assert missing == []


@pytest.mark.parametrize("cls", [Seat, Link, Alias, Within])
def test_every_field_of_an_inner_record_is_on_the_page_of_the_format(cls: type) -> None:
    part = file_format_part(cls.__name__)
    missing = [each.name for each in fields_of(cls) if f"`{shape.file_key(each)}`" not in part]
    assert missing == []


def test_every_field_of_the_header_is_on_the_page_of_the_format() -> None:
    part = file_format_part("The header")
    sections = {*(section.key for section in shape.SECTIONS), "seats"}
    header = {each.name for each in fields_of(Architecture)} - sections
    assert [name for name in header if f"`{name}`" not in part] == []


def test_every_list_is_on_the_page_of_vocabularies_with_every_code() -> None:
    assert headings("vocabularies.md") == {*shipped(), "organizations"}
    page = generated()["vocabularies.md"]
    codes = {term.code for name in shipped() for term in shipped()[name]}
    assert [code for code in codes | {*shipped().organizations} if f"`{code}`" not in page] == []


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[\[<>=~! ]", each)[0] for group in groups for each in group}
    page = (DOCS / "explanation/decisions.md").read_text(encoding="utf-8")
    unnamed = [name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", page)]
    assert [name for name in unnamed if name != "interagency"] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_relative_link_leads_to_a_page(page: Path) -> None:
    targets = RELATIVE.findall(page.read_text(encoding="utf-8"))
    made = {DOCS / "reference" / name for name in generated()}
    places = [(page.parent / target).resolve() for target in targets]
    assert [place.name for place in places if place not in made and not place.exists()] == []


def test_every_page_is_in_the_table_of_contents() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = [*PAGES, *(DOCS / "reference" / name for name in generated())]
    names = {str(page.relative_to(DOCS).with_suffix("")) for page in pages if DOCS in page.parents}
    listed = {line for line in index.splitlines() if re.fullmatch(r"[a-z/-]+", line)}
    assert names - {"index"} <= listed


@pytest.mark.parametrize("name", sorted(generated()))
def test_a_generated_page_in_the_repository_says_what_the_code_says(name: str) -> None:
    """Where people read the files, links to it lead somewhere. To write it again: make docs."""
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == generated()[name]


def test_generated_pages_are_rewritten_only_if_they_change(tmp_path: Path) -> None:
    generate.write(tmp_path)
    (tmp_path / "hooks.md").write_text("old", encoding="utf-8")
    kept = (tmp_path / "rules.md").stat().st_mtime_ns
    generate.write(tmp_path)
    assert (tmp_path / "hooks.md").read_text(encoding="utf-8") == generated()["hooks.md"]
    assert (tmp_path / "rules.md").stat().st_mtime_ns == kept


def shown_files(page: str) -> Iterator[tuple[str, str]]:
    """Yields the name and text of each file of a project that a page shows."""
    for match in SHOWN.finditer((DOCS / page).read_text(encoding="utf-8")):
        module, code, table, text = match.groups()
        yield (module, code) if module else (table, text)


def test_the_rule_plugin_of_the_page_works_once_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(shown_files("how-to/write-a-rule.md"))
    assert set(files) == {"pyproject.toml", "sector_codes.py"}
    (tmp_path / "sector_codes.py").write_text(files["sector_codes.py"], encoding="utf-8")
    project = tomllib.loads(files["pyproject.toml"])["project"]
    install(tmp_path, project["name"], project["entry-points"]["interagency"])
    monkeypatch.syspath_prepend(tmp_path)

    assert "sector-codes" in load_plugins().names
    explained = CliRunner().invoke(main, ["explain", "sector-coded-other"])
    assert explained.output.startswith("sector-coded-other (info, from sector-codes)")
    blocked = CliRunner().invoke(main, ["--block", "sector-codes", "rules"])
    assert "sector-coded-other" not in blocked.output


def install(folder: Path, name: str, entry_points: dict[str, str]) -> None:
    """Writes what an installation would write for Python to find the entry points."""
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = [f"{key} = {value}" for key, value in entry_points.items()]
    text = "\n".join(["[interagency]", *lines])
    (info / "entry_points.txt").write_text(text, encoding="utf-8")


def test_the_page_of_stability_names_every_hook_and_every_room() -> None:
    page = (DOCS / "reference/stability.md").read_text(encoding="utf-8")
    hooks = {name for name in vars(hookspecs) if name.startswith("interagency_")}
    assert {each for each in hooks if f"`{each}`" not in page} == set()
    rooms = re.search(r"of these rooms: (.+)\.", page)
    assert rooms is not None
    for room in re.findall(r"`(\w+)`", rooms[1]):
        assert import_module(f"interagency.{room}").__all__

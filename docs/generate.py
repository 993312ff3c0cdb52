"""Writes the reference pages that only repeat what the code says, so that they cannot drift.

`docs/conf.py` runs it before every build; git ignores the pages.
"""

import inspect
import re
from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import get_args, get_type_hints

import click

import interagency
from interagency.checking import Citation, Example, Rule
from interagency.cli import main
from interagency.document import shape
from interagency.model import Alias, Day, Fact, Figure, Link, Money, Seat, Within
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import LINE, Code, Grammar, Ref
from interagency.model.relations import LINK_KINDS
from interagency.plugins import hookspecs
from interagency.plugins.loading import load_plugins
from interagency.vocabularies import Vocabulary, shipped

MODULES = (
    "errors",
    "model",
    "checking",
    "document",
    "vocabularies",
    "plugins",
    "plugins.loading",
    "plugins.checking",
    "exchange",
    "testing",
    "testing.strategies",
)
PLAIN = {
    bool: "`true` or `false`",
    int: "whole number",
    Day: "date",
    Money: "amount of money",
    Figure: "table of figures",
}


def pages() -> dict[str, str]:
    """Return the generated pages, by the name of their file."""
    made = (file_format, rules, vocabularies, hooks, cli, api)
    return {f"{page.__name__.replace('_', '-')}.md": page() for page in made}


def write(folder: Path) -> None:
    """Write the pages into a folder; one that has not changed is left alone."""
    for name, text in pages().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def page(title: str, introduction: str, parts: Iterable[str]) -> str:
    """Return a page."""
    return "\n\n".join([f"# {title}", introduction, *parts]) + "\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table."""
    cells = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in cells)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def file_format() -> str:
    """Return the page on the sections and fields of a document, from the table behind them."""
    introduction = (
        "Every section of a document, and every field in it. "
        "[How a document is written](writing.md) explains values, words and short forms. "
        "No field is required but those marked so; what is not written is unknown."
    )
    version = (f"`{shape.VERSION_KEY}`", "`1`; required", "Version of the format.")
    header = [version, *map(_field_row, shape.HEADER)]
    inside = (Seat, Link, Alias, Within)
    return page(
        "Sections and fields",
        introduction,
        [
            f"## The header\n\n{_fields_table(header)}",
            *(_section(list(group)) for _, group in groupby(shape.SECTIONS, _likeness)),
            *(_inner(cls) for cls in inside),
        ],
    )


def _likeness(section: shape.Section) -> tuple[object, ...]:
    """Return what sections have in common that are described together: the four bodies."""
    return (shape.own_fields(section), section.seats)


def _section(alike: list[shape.Section]) -> str:
    first = alike[0]
    title = ", ".join(f"{section.key}" for section in alike)
    what = "\n".join(f"- `{each.key}`: {_first_line(each.holds)}" for each in alike)
    form = "A mapping by id." if first.keyed else "A list."
    short = shape.SHORT.get(first.holds)
    form += f" An entry may be written as its `{short}` alone." if short and first.keyed else ""
    rows = [_field_row(each) for each in shape.own_fields(first)]
    if first.seats:
        rows.append(("`seats`", "table of lists of [seats](#seat), by term", "Who has a place."))
    if first.links:
        kinds = ", ".join(f"`{kind}`" for kind in LINK_KINDS)
        rows.append((kinds, "list of [links](#link), or `unknown`, `none`", "Lines from here."))
    return f"## {title}\n\n{what}\n\n{form}\n\n{_fields_table(rows)}"


def _inner(cls: type) -> str:
    short, implied = shape.SHORT[cls], shape.IMPLIED.get(cls, ())
    names = " and ".join(f"`{name.rstrip('_')}`" for name in implied)
    place = f" Its place in the file says {names}, which are left out there." if implied else ""
    rows = [_field_row(each) for each in fields_of(cls)]
    form = f"A mapping, or its `{short}` alone.{place}"
    return f"## {cls.__name__}\n\n{_first_line(cls)}\n\n{form}\n\n{_fields_table(rows)}"


def _fields_table(rows: Iterable[tuple[str, ...]]) -> str:
    return table(("key", "value", "meaning"), rows)


def _field_row(field: FieldShape) -> tuple[str, str, str]:
    required = "; required" if field.required else ""
    return (f"`{shape.file_key(field)}`", value_of(field) + required, field.doc)


def value_of(field: FieldShape) -> str:
    """Return what may stand in a field, in words."""
    if field.pairs:
        return "table of texts"
    value = _one_value(field)
    many = f"list, each: {value}" if field.many and field.of is not Figure else value
    words = ", ".join(f"`{word}`" for word in field.words)
    return f"{many}; or {words}" if words else many


def _one_value(field: FieldShape) -> str:
    if issubclass(field.of, StrEnum):
        return "one of " + ", ".join(f"`{each.value}`" for each in field.of)
    if issubclass(field.of, Fact):
        return f"[{field.of.__name__.lower()}](#{field.of.__name__.lower()})"
    match field.mark:
        case Grammar() as grammar:
            return "text" if grammar == LINE else grammar.hint
        case Ref(kinds):
            return "id of " + re.sub(r", (\w+)$", r" or \1", ", ".join(kinds))
        case Code(vocabulary) if vocabulary in shipped():
            return f"code from [{vocabulary}](vocabularies.md#{vocabulary})"
        case Code(vocabulary):
            return f"code of one of the {vocabulary}"
    return PLAIN.get(field.of, field.of.__name__)


def rules() -> str:
    """Return the page on the built-in rules, from the rules themselves."""
    found = load_plugins(entry_points=False).rules
    introduction = (
        "What `interagency check` looks for. Each rule says why it matters and where that was "
        "read; a source that nobody has opened is marked as not verified. "
        "The examples are the tests of the rule. `interagency explain NAME` prints the same."
    )
    rows = (
        (f"[{rule.name}](#{rule.name})", rule.severity.value, rule.summary)
        for rule in found.values()
    )
    overview = table(("rule", "severity", "finds"), rows)
    return page("Rules", introduction, [overview, *map(_rule, found.values())])


def _rule(rule: Rule) -> str:
    head = f"## {rule.name}\n\n{rule.summary} Severity: **{rule.severity.value}**."
    sources = "Sources:\n\n" + "\n".join(map(_citation, rule.sources))
    return "\n\n".join([head, rule.rationale, sources, *map(_example, rule.examples)])


def _citation(citation: Citation) -> str:
    where = f" <{citation.url}>" if citation.url else ""
    return f"- {citation.title}{where}{'' if citation.verified else ' (**not verified**)'}"


def _example(example: Example) -> str:
    says = f"Flags {', '.join(f'`{id}`' for id in example.flags)}" if example.flags else "Clean"
    return f"{says}: {example.title}.\n\n```yaml\n{example.document.strip()}\n```"


def vocabularies() -> str:
    """Return the page on the shipped code lists and the registry of organizations."""
    introduction = (
        "The code lists that come with the library. A list is never a gate: any code loads, and a "
        "rule reports those that no list has. *Verified* says whether somebody has read the row in "
        "its source. [Add codes](../how-to/add-codes.md) says how to have more."
    )
    lists = [shipped()[name] for name in shipped()]
    return page("Vocabularies", introduction, [*map(_vocabulary, lists), _registry()])


def _vocabulary(vocabulary: Vocabulary) -> str:
    rows = (
        (
            f"`{term.code}`",
            term.name,
            f"`{term.standing}`" if term.standing else "",
            f"`{term.broader}`" if term.broader else "",
            _linked(term.source),
            "yes" if term.verified else "no",
        )
        for term in vocabulary
    )
    head = ("code", "name", "standing", "broader", "source", "verified")
    return f"## {vocabulary.name}\n\n{vocabulary.title}.\n\n{table(head, rows)}"


def _linked(source: str) -> str:
    """Return a source, written `title, url; title, url`, with its titles as links."""
    return re.sub(r"([^;]+?), (https?://[^\s;]+)", r"[\1](\2)", source)


def _registry() -> str:
    rows = (
        (f"`{each.id}`", each.name or "", each.acronym or "", each.kind or "", each.note or "")
        for each in shipped().organizations.values()
    )
    text = (
        "Well-known organizations, which a document may name without describing them. "
        "An entry of the same id in the document wins."
    )
    head = ("id", "name", "acronym", "kind", "note")
    return f"## organizations\n\n{text}\n\n{table(head, rows)}"


def hooks() -> str:
    """Return the page on the hooks, from their specifications."""
    introduction = (
        "A plugin is a module with one or more of these functions, each marked with "
        "`interagency.plugins.hookimpl`. A hook takes nothing and returns records. An installed "
        "plugin is named in the entry-point group `interagency`. Loading is loud: a misspelt "
        "hook, two records of one name or a plugin that raises is an error that names the plugin."
    )
    return page("Hooks", introduction, map(_hook, hook_names()))


def hook_names() -> list[str]:
    """Return the names of the hooks."""
    found = vars(hookspecs).items()
    return [name for name, value in found if hasattr(value, "interagency_spec")]


def _hook(name: str) -> str:
    spec = getattr(hookspecs, name)
    (record,) = get_args(get_type_hints(spec)["return"])
    home = record.__module__.removesuffix(f".{record.__name__.lower()}")
    returns = f"Returns: an iterable of {{py:class}}`~{home}.{record.__name__}`."
    return f"## {name}\n\n{inspect.getdoc(spec)}\n\n{returns} {_first_line(record)}"


def cli() -> str:
    """Return the page on the commands, from their help."""
    introduction = (
        "What `--help` prints. [Output and exit codes](output.md) says what comes out, and how "
        "settings are kept in a file."
    )
    top = _help("interagency", main)
    commands = sorted(main.commands.items())
    parts = (f"## {name}\n\n{_help(f'interagency {name}', each)}" for name, each in commands)
    return page("Commands", introduction, [top, *parts])


def _help(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=90, max_content_width=90)
    return f"```text\n{command.get_help(context)}\n```"


def api() -> str:
    """Return the page on the public names, which Sphinx fills from their docstrings."""
    introduction = (
        "Names at the root are found where they live on first use, so that `import interagency` "
        "costs nothing. The other modules here are public too; all else may change."
    )
    names = sorted(name for name in interagency.__all__ if name != "__version__")
    root = table(("name", "is"), [*map(_root_name, names), ("`__version__`", "The version.")])
    modules = (
        f"## interagency.{name}\n\n```{{eval-rst}}\n.. automodule:: interagency.{name}\n```"
        for name in MODULES
    )
    return page("Python API", introduction, [f"## interagency\n\n{root}", *modules])


def _root_name(name: str) -> tuple[str, str]:
    thing = getattr(interagency, name)
    homes = (f"interagency.{module}" for module in MODULES)
    found = (home for home in homes if getattr(import_module(home), name, None) is thing)
    home = next(found, thing.__module__)
    return (f"{{py:obj}}`{name} <{home}.{name}>`", _first_line(thing))

"""Writes the reference pages that only repeat what the code says, so that they cannot drift.

`docs/conf.py` runs it before every build. The pages are kept, so that links to them lead somewhere
wherever the files are read; a test holds them to the code.
"""

import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import interagency
from docs.fields import file_format
from docs.markdown import first_line, page, table
from interagency.change.operation_kinds import KINDS, OperationKind
from interagency.checking import Citation, Example, Rule
from interagency.cli import main
from interagency.plugins import hookspecs
from interagency.plugins.discovery import record_class
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import all_rules
from interagency.vocabularies import Vocabulary, shipped

MODULES = (
    "errors",
    "model",
    "snapshot",
    "document",
    "examples",
    "checking",
    "conformance",
    "indicators",
    "change",
    "graph",
    "vocabularies",
    "plugins",
    "plugins.loading",
    "plugins.running",
    "plugins.formats",
    "exchange",
    "report.reporter",
    "testing",
    "testing.strategies",
)


def pages() -> dict[str, str]:
    """Return the generated pages, by the name of their file."""
    made = (file_format, change_sets, rules, vocabularies, hooks, cli, api)
    return {f"{page.__name__.replace('_', '-')}.md": page() for page in made}


def write(folder: Path) -> None:
    """Write the pages into a folder; one that has not changed is left alone."""
    for name, text in pages().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def change_sets() -> str:
    """Return the page on change sets, from the table of operations."""
    introduction = (
        "A change set is a YAML file that begins with `interagency_changes: 1`. Its `changes` are "
        "made one after the other; `day` is the first day on which they hold, of all or of one. "
        "[Try a change](../how-to/try-a-change.md) shows one at work; "
        "`interagency schema --changes` prints the JSON Schema."
    )
    rows = (
        ("`interagency_changes`", "1; required"),
        ("`title`", "What the changes are for."),
        ("`day`", "The first day on which those hold that name none."),
        ("`decision`", "The id of the decision behind them: its `changes` are filled in."),
        ("`add`", "What the document needs first: sections of a document, such as `sources`."),
        ("`changes`", "The operations; required."),
    )
    head = table(("key", "means"), rows)
    return page("Change sets", introduction, [f"## The file\n\n{head}", *map(_operation, KINDS)])


def _operation(kind: OperationKind) -> str:
    rows = ((f"`{each.name}`", "yes" if each.required else "", each.doc) for each in kind.arguments)
    short = f"\n\nShort: `{kind.name}: {kind.short}`." if kind.short else ""
    beside = "`day` and `sources` may stand beside it." if kind.dated else "It needs no day."
    arguments = table(("argument", "required", "means"), rows)
    return f"## {kind.name}\n\n{kind.doc} {beside}\n\n{arguments}{short}"


def rules() -> str:
    """Return the page on the built-in rules, from the rules themselves."""
    found = all_rules(load_plugins(entry_points=False))
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
    cited = "\n".join(map(_citation, rule.sources))
    sources = [f"Sources:\n\n{cited}"] if cited else []
    lists = ", ".join(f"`{each}`" for each in rule.needs)
    needs = [f"Needs [whole lists](writing.md#whole-lists): {lists}."] if lists else []
    return "\n\n".join([head, rule.rationale, *needs, *sources, *map(_example, rule.examples)])


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
    record = record_class(name)
    returns = f"Returns: an iterable of {{py:obj}}`~{_home(record)}.{record.__name__}`."
    return f"## {name}\n\n{inspect.getdoc(spec)}\n\n{returns} {first_line(record)}"


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
    settings: dict[str, Any] = {**main.context_settings, "terminal_width": 90}
    context = click.Context(command, info_name=name, max_content_width=90, **settings)
    return f"```text\n{command.get_help(context)}\n```"


def api() -> str:
    """Return the page on the public names, which Sphinx fills from their docstrings."""
    introduction = (
        "Names at the root are found where they live on first use, so that `import interagency` "
        "costs nothing. The other modules here are public too; all else may change."
    )
    names = sorted(name for name in interagency.__all__ if name != "__version__")
    root = table(("name", "is"), [*map(_root_name, names), ("`__version__`", "The version.")])
    return page("Python API", introduction, [f"## interagency\n\n{root}", *map(_module, MODULES)])


def _module(name: str) -> str:
    """Return the part on a module; a name that an earlier one shows too is described there."""
    module = import_module(f"interagency.{name}")
    public = {each: getattr(module, each) for each in getattr(module, "__all__", ())}
    classes = {each: thing for each, thing in public.items() if hasattr(thing, "__name__")}
    homes = {each: _home(thing) for each, thing in classes.items()}
    earlier = {f"interagency.{each}" for each in MODULES} - {module.__name__}
    elsewhere = [each for each, home in homes.items() if home in earlier]
    lines = [f".. automodule:: interagency.{name}"]
    lines += [f"   :exclude-members: {', '.join(elsewhere)}"] if elsewhere else []
    text = "\n".join(lines)
    return f"## interagency.{name}\n\n```{{eval-rst}}\n{text}\n```"


def _root_name(name: str) -> tuple[str, str]:
    thing = getattr(interagency, name)
    return (f"{{py:obj}}`{name} <{_home(thing)}.{name}>`", first_line(thing))


def _home(thing: Any) -> str:
    """Return the public module in which a class or function is documented."""
    modules = [import_module(f"interagency.{name}") for name in MODULES]
    exporting = (each for each in modules if thing.__name__ in getattr(each, "__all__", ()))
    same = (each.__name__ for each in exporting if getattr(each, thing.__name__) is thing)
    return next(same, str(thing.__module__))

"""`interagency rules`, `explain` and `plugins`: rules and models, and who gives them."""

from typing import final

import click

from interagency.checking import Example, Rule
from interagency.cli.channel import pour, say, say_all
from interagency.cli.inputs import plugins_of
from interagency.cli.models import explanation, names_in
from interagency.cli.output import table_text
from interagency.cli.renamed import tell_renamed
from interagency.errors import UnknownName
from interagency.plugins.running import all_rules, chosen
from interagency.report.printing import shown


@click.command()
@click.pass_context
def rules(context: click.Context) -> None:
    """List every rule, with how much its findings weigh."""
    found = all_rules(plugins_of(context, "rules")).values()
    rows = ((rule.name, rule.severity.value, shown(rule.summary)) for rule in found)
    pour(table_text(rows))


@final
class UnknownSubject(UnknownName):
    """A name that no rule, reference model or clause has."""

    sort = "rule, reference model or clause"


@click.command()
@click.argument("name")
@click.pass_context
def explain(context: click.Context, name: str) -> None:
    """Explain a rule, a reference model or a clause: what it asks, why, on whose authority."""
    plugins = plugins_of(context, "rules", "reference_models")
    known = all_rules(plugins)
    of_model = None if name in known else explanation(plugins.reference_models, name)
    if of_model is not None:
        say_all(of_model.split("\n"))
        return
    renamed = tell_renamed(known, name)
    if name not in known and not renamed and not set(name) & set("*?["):
        raise UnknownSubject(name, (*known, *names_in(plugins.reference_models)))
    for each in chosen(known, [name]):
        owner = plugins.owners.get(("interagency_rules", each.name), "check")
        say_all(explained(each, owner).split("\n"))


def explained(rule: Rule, owner: str) -> str:
    """Return everything that is to be said of a rule, as text."""
    sources = ["", "Sources:", *(f"- {each}" for each in rule.sources)] if rule.sources else []
    head = f"{rule.name} ({rule.severity.value}, from {owner})"
    needs = ["", f"Needs complete: [{', '.join(rule.needs)}]"] if rule.needs else []
    lines = [head, rule.summary, "", rule.rationale, *needs, *sources]
    return "\n".join(lines) + "".join(_example(each) for each in rule.examples)


def _example(example: Example) -> str:
    flagged = f"flags {', '.join(example.flags)}" if example.flags else "clean"
    body = example.document.strip("\n").replace("\n", "\n    ")
    return f"\n\nExample, {flagged}: {example.title}\n\n    {body}"


@click.command()
@click.pass_context
def plugins(context: click.Context) -> None:
    """List the plugins, and what each of them gives."""
    loaded = plugins_of(context)
    for name in loaded.names:
        given = [each for each, owner in loaded.owners.items() if owner == name]
        say(name)
        for hook, record in sorted(given):
            say(f"  {hook.removeprefix('interagency_').removesuffix('s')} {record}")

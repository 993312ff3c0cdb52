"""`interagency models`: the reference models, and the explanation of one or of one clause."""

from collections.abc import Iterator, Mapping

import click

from interagency.cli.channel import pour
from interagency.cli.inputs import plugins_of
from interagency.cli.output import table_text
from interagency.conformance import Clause, ReferenceModel
from interagency.report.printing import shown

Models = Mapping[str, ReferenceModel]


@click.command()
@click.pass_context
def models(context: click.Context) -> None:
    """List the reference models: name, day of publication, number of clauses, title."""
    found = plugins_of(context, "reference_models").reference_models
    rows = [
        (name, shown(model.published), str(len(model.clauses)), shown(model.title))
        for name, model in sorted(found.items())
    ]
    pour(table_text(rows))


def explanation(models: Models, name: str) -> str | None:
    """Return the text on a model, or on a clause of one or more models; None if it is neither."""
    if name in models:
        return _of_model(models[name])
    found: dict[Clause, list[str]] = {}
    for model in models.values():
        for clause in model.clauses:
            if clause.id.casefold() == name.casefold():
                found.setdefault(clause, []).append(model.name)
    return "\n\n".join(_of_clause(clause, names) for clause, names in found.items()) or None


def names_in(models: Models) -> tuple[str, ...]:
    """Return the names of models and the ids of their clauses."""
    ids = (clause.id for model in models.values() for clause in model.clauses)
    return tuple(dict.fromkeys((*models, *ids)))


def _of_model(model: ReferenceModel) -> str:
    head = f"{model.name} ({model.published or 'no date'}): {model.title}"
    clauses = (f"{each.id} {each.strength}: {each.text}" for each in model.clauses)
    lines = [head, *filter(None, (model.note,)), *_grounds(model), "", *clauses]
    return "\n".join(map(shown, lines))


def _grounds(model: ReferenceModel) -> Iterator[str]:
    """Yield where a model applies; a plan or a forum of its own takes a document in elsewhere."""
    yield f"Situations: {', '.join(model.situations) or 'any'}"
    grounds = {"Countries": model.countries, "Levels": model.levels}
    own = (("plan", model.plans), ("forum", model.forums))
    beside = "".join(
        f", or with a {name} of kind {' or '.join(kinds)}" for name, kinds in own if kinds
    )
    if beside and not any(grounds.values()):
        yield f"Only{beside.removeprefix(', or')}"
    for name, codes in grounds.items():
        if codes:
            yield f"{name}: {', '.join(codes)}{beside}"


def _of_clause(clause: Clause, models: list[str]) -> str:
    doubt = "" if clause.verified else ", not verified in each source"
    head = f"{clause.id} ({clause.strength}, of {', '.join(models)}{doubt})"
    sources = (f"- {each}" for each in clause.citations)
    return "\n".join(map(shown, [head, clause.text, "", "Sources:", *sources]))

"""Names that rules had before: they still work for one release, with a note."""

from collections.abc import Mapping

from interagency.checking import Rule
from interagency.cli.channel import note
from interagency.plugins.running import names_now


def tell_renamed(rules: Mapping[str, Rule], name: str) -> tuple[str, ...]:
    """Note on standard error that a rule has other names now, and return them.

    Args:
        rules: All rules by name.
        name: A name that somebody gave, which may be an old one.
    """
    now = names_now(rules, name)
    if now:
        note(f"note: {name} is {' and '.join(now)} now; the old name ends with the next release")
    return now

"""Something of which nobody wrote where it was read."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, counted

_SECTIONS = ("bodies", "mandates", "plans", "offices", "posts", "products")


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each entity without a source, or one if the file has none at all."""
    found = [
        each.id
        for section in _SECTIONS
        for each in getattr(snapshot.now, section)
        if not snapshot.sources(each)
    ]
    if found and not snapshot.now.sources:
        yield Finding("", f"no source is written, for any of {counted(len(found), 'entry')}")
        return
    for id in found:
        yield Finding(id, f"no source is written for {snapshot.name(id)}")


RULE = Rule(
    name="fact-without-source",
    severity=Severity.INFO,
    summary="Something of which it is not written where it was read.",
    rationale=(
        "Structures change and sources disagree: without a source nobody can tell which of two "
        "answers is newer. An entry without `sources` takes `default_sources` of the file, "
        "and never those of the body it lies in. To clear it, write `sources` in it, "
        "or `default_sources` in the header."
    ),
    check=check,
    sources=(
        Citation(
            "Popolo (organizations, memberships and posts each have their sources)",
            "https://github.com/popolo-project/popolo-spec",
        ),
    ),
    examples=(
        Example(
            "a source of its own, and that of the file",
            """
interagency: 2
default_sources: [minutes]
sources:
  tor: {title: Terms of reference}
  minutes: {title: Minutes of a meeting}
forums:
  rcf: {name: Refugee Coordination Forum, sources: [tor]}
sectors:
  health: {name: Health, within: rcf}
  education: {name: Education}
""",
        ),
        Example(
            "a plan without any, and a sector in a forum that has one",
            """
interagency: 2
sources:
  tor: {title: Terms of reference}
forums:
  rcf: {name: Refugee Coordination Forum, sources: [tor]}
sectors:
  health: {name: Health, within: rcf}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP}
""",
            flags=("health", "rrp"),
        ),
    ),
)

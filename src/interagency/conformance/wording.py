"""Selectors in words, for questions."""

from typing import Final

from interagency.conformance.expectations import ABSENT, PRESENT, SELF, Selector

# In the order in which they are said.
_PHRASES: Final = {
    "covers": "covering {}",
    "areas": "for {}",
    "countries": "for {}",
    "situation": "for a {} situation",
    "populations": "for {}",
    "organization_kind": "of an organization of kind {}",
    "participation": "of an {} organization",
    "organization": "of {}",
    "designations": "designated as {}",
    "plan": "in the plan {}",
    "forum": "in the realm of {}",
    "part_of": "that is part of {}",
    "within": "within {}",
    "by": "made by {}",
    "on_behalf_of": "made for {}",
    "status": "of status {}",
    "capacity": "of capacity {}",
    "tags": "that is {}",
    "amount": "with an amount of {}",
}
_THERE: Final = {"amount": "with an amount", "part_of": "that is part of another"}
# Letters whose names begin with a vowel: an H, an R.
_SPELLED_WITH_AN: Final = "aefhilmnorsx"
_VOWELS: Final = frozenset("aeiouy")


def describe_selector(selector: Selector, itself: str = "it") -> str:
    """Return what a selector means, in words: a national sector covering PRO.

    Args:
        selector: The selector.
        itself: What to call the thing that a clause speaks of.
    """
    attributes = dict(selector.attributes)
    before = [" or ".join(attributes[name]) for name in ("level", "kind") if name in attributes]
    noun = " or ".join(selector.of) or "body"
    after = [_phrase(name, attributes[name], itself) for name in _PHRASES if name in attributes]
    words = " ".join([*before, noun, *after])
    return f"{_article(words)} {words}"


def _phrase(name: str, values: tuple[str, ...], itself: str) -> str:
    if PRESENT in values:
        return _THERE.get(name, f"with {name.replace('_', ' ')}")
    if ABSENT in values:
        return f"without {name.replace('_', ' ')}"
    return _PHRASES[name].format(" or ".join(itself if each == SELF else each for each in values))


def _article(words: str) -> str:
    """Return a or an; a word with no vowel after its first letter is spelled out: an hct."""
    first = words.replace("-", " ").split()[0].casefold()
    is_spelled = not _VOWELS.intersection(first[1:])
    return "an" if first[0] in (_SPELLED_WITH_AN if is_spelled else "aeiou") else "a"

"""Selectors in words, for questions."""

from interagency.conformance.expectations import ABSENT, PRESENT, Selector

_PHRASES = {
    "covers": "covering {}",
    "areas": "for {}",
    "situation": "for a {} situation",
    "populations": "for {}",
    "organization": "of {}",
    "designations": "designated as {}",
    "plan": "in the plan {}",
    "forum": "in the realm of {}",
    "part_of": "that is part of {}",
}


def describe_selector(selector: Selector) -> str:
    """Return what a selector means, in words: a national sector covering PRO."""
    attributes = dict(selector.attributes)
    before = [" or ".join(attributes[name]) for name in ("level", "kind") if name in attributes]
    noun = " or ".join(selector.of) or "body"
    after = [
        _phrase(name, values)
        for name, values in selector.attributes
        if name not in ("level", "kind")
    ]
    words = " ".join([*before, noun, *after])
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _phrase(name: str, values: tuple[str, ...]) -> str:
    if PRESENT in values:
        return f"with {name.replace('_', ' ')}"
    if ABSENT in values:
        return f"without {name.replace('_', ' ')}"
    return _PHRASES.get(name, name + " {}").format(" or ".join(values))

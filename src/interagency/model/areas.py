"""Areas as paths that begin with a country: COL/La Guajira."""


def contains(outer: str, inner: str) -> bool:
    """Return whether an area is, or lies in, another: of paths, a prefix contains."""
    return inner == outer or inner.startswith(f"{outer}/")

"""The root of every error raised on purpose; each child lives beside what it is about."""


class InteragencyError(Exception):
    """Something the caller can act on: the message says what is wrong, where, and what to do."""

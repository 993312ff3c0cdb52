"""What each kind of data frame needs beside narwhals: small frames, rows, and keeping a result."""

from interagency.presence.engines.engine import Columns, Engine, NotAFrame, engine_of

__all__ = ["Columns", "Engine", "NotAFrame", "engine_of"]

"""Documents as people write them: comments, quotes, brackets and line ends of every sort."""

import json
import random
from typing import Any

from interagency.document.yaml_writer import yaml_word

_COMMENTS = ("# a: b, [c", "# it's, }", "#", '# "x', "# - d", "# é: 中")


class Untidy:
    """Writes a plain value as YAML in a style that its own random numbers choose."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.step = self.random.choice([2, 2, 4, 3])
        self.dash = self.random.choice([0, 2, self.step])
        self.eol = self.random.choice(["\n", "\n", "\r\n"])
        self.comments = self.random.choice([0, 0.2, 0.5])
        self.brackets = self.random.choice([0.1, 0.5, 0.9])

    def text(self, value: dict[str, Any]) -> str:
        chance = self.random.random
        lines = [line for key, each in value.items() for line in self.section(key, each)]
        head = ["---"] * (chance() < 0.2) + [self.comment() for _ in range(2) if chance() < 0.4]
        tail = [self.comment()] * (chance() < 0.3) + ["..."] * (chance() < 0.1)
        end = "" if chance() < 0.2 else self.eol
        mark = "\ufeff" if chance() < 0.1 else ""
        return mark + self.eol.join([*head, *lines, *tail]) + end

    def section(self, key: str, value: Any) -> list[str]:
        blank = [""] * (self.random.random() < 0.4)
        return [*blank, *self.entry(key, value)]

    def maybe(self) -> bool:
        return self.random.random() < self.comments

    def comment(self) -> str:
        return self.random.choice(_COMMENTS)

    def behind(self) -> str:
        return f"{self.random.choice(['  ', ' '])}{self.comment()}" if self.maybe() else ""

    def above(self) -> list[str]:
        return [" " * self.random.choice([0, 1]) + self.comment()] if self.maybe() else []

    def entry(self, key: str, value: Any) -> list[str]:
        name = self.word(key, flow=False)
        if isinstance(value, dict | list) and value and self.random.random() > self.brackets:
            step = self.dash if isinstance(value, list) else self.step
            return [*self.above(), f"{name}:{self.behind()}", *self.block(value, step)]
        first, *rest = self.inline(value)
        lines = [f"{name}: {first}", *(" " * self.step + line for line in rest)]
        behind = "" if first in _BLOCK else self.behind()
        return [*self.above(), *lines[:-1], lines[-1] + behind]

    def block(self, value: Any, step: int) -> list[str]:
        if isinstance(value, dict):
            lines = [line for key, each in value.items() for line in self.entry(key, each)]
        else:
            lines = [line for each in value for line in self.item(each)]
        return [" " * step + line if line else line for line in lines]

    def item(self, value: Any) -> list[str]:
        if isinstance(value, dict | list) and value and self.random.random() > self.brackets:
            # Comments above the first entry would stand between the dash and the entry.
            first, *rest = self.block(value, 0)
            dashed = [f"- {first}"] if not first.lstrip().startswith("#") else ["-", f"  {first}"]
            return [*self.above(), *dashed, *(f"  {line}" if line else line for line in rest)]
        first, *rest = self.inline(value)
        return [*self.above(), f"- {first}", *(f"  {line}" for line in rest)]

    def inline(self, value: Any) -> list[str]:
        """Return a value in brackets or as a word; it may have several lines."""
        if not isinstance(value, dict | list):
            return self.scalar(value)
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        parts = self.parts(value)
        if not parts or self.random.random() < 0.6:
            return [opened + ", ".join(parts) + closed]
        if self.random.random() < 0.3:  # some on a line, some on the next
            cut = self.random.randrange(len(parts))
            head = f"{opened}{', '.join(parts[:cut])}{',' * bool(cut)}"
            return [head, f"    {', '.join(parts[cut:])}{closed}"]
        last = self.random.choice(["", ","])
        commas = [*([","] * (len(parts) - 1)), last]
        lines = []
        for part, comma in zip(parts, commas, strict=True):
            lines += [*self.above(), f"    {part}{comma}{self.behind()}"]
        return [opened + self.behind(), *lines, f"  {closed}"]

    def parts(self, value: Any) -> list[str]:
        if isinstance(value, dict):
            pairs = value.items()
            return [f"{self.word(key, flow=True)}: {self.flat(each)}" for key, each in pairs]
        return [self.flat(each) for each in value]

    def flat(self, value: Any) -> str:
        if isinstance(value, dict):
            return f"{{{', '.join(self.parts(value))}}}"
        if isinstance(value, list):
            return f"[{', '.join(self.parts(value))}]"
        return self.word(value, flow=True)

    def scalar(self, value: Any) -> list[str]:
        if _fits_block(value) and self.random.random() < 0.3:
            return [self.random.choice(["|-", ">-"]), f"  {value}"]
        return [self.word(value, flow=False)]

    def word(self, value: Any, *, flow: bool) -> str:
        if not isinstance(value, str):
            return json.dumps(value) if isinstance(value, bool) else str(value)
        return yaml_word(value, flow=flow, quote=self.random.choice(["", "", "'", '"']))


_BLOCK = ("|-", ">-")


def _fits_block(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable() and value == value.strip() != ""

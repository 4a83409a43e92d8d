# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences that can be told in another language later: English where they are made, with what they were made of.

The shell, the logs and the record are English; the window shows what it is handed in the language in use. So what is
said anywhere below the window is a plain string that remembers its template: ``say("{name} is on {pages}", ...)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key")
#: A translator's words for a template, for so many (None: no number decides); the template itself where there are none.
Find = Callable[[str, int | None], str]


class Said(str):
    """Text in English, and the ``template`` and ``values`` it was made of. ``number`` decides between singular and
    plurals; the template is the singular then."""

    template: str
    values: Mapping[str, Any]
    number: int | None
    #: Begins a line, so in whatever language with a capital letter.
    begins: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (str(self), self.template, self.values, self.number, self.begins)

    def told(self, find: Find) -> str:
        """The same in another language: the words ``find`` knows for the template, values told the same way."""
        told = self._put_in(find)
        return told[:1].upper() + told[1:] if self.begins else told

    def _put_in(self, find: Find) -> str:
        found = find(self.template, self.number)
        if self.number is not None and found == self.template:
            return str(self)
        if not self.values:
            return found
        return found.format(**{name: _told(value, find) for name, value in self.values.items()})


def say(template: str, /, **values: Any) -> str:
    """``template`` with ``values`` put in by name, as :meth:`str.format` does; without values it is taken as it is."""
    return _made(template.format(**values) if values else template, template, values)


def said_all(table: Mapping[Key, str]) -> dict[Key, str]:
    """A table of words, each of which can be told in another language."""
    return {key: say(text) for key, text in table.items()}


def said_each(*texts: str) -> tuple[str, ...]:
    """Words in a row, each of which can be told in another language."""
    return tuple(say(text) for text in texts)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 page", "1,204 pages"."""
    english = f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"
    return _made(english, "{n} " + one, {"n": f"{number:,}"}, number)


def capital(text: str) -> str:
    """The same with a capital letter to begin with."""
    english = text[:1].upper() + text[1:]
    if not isinstance(text, Said):
        return english
    return _made(english, text.template, text.values, text.number, begins=True)


def listed(parts: Sequence[str]) -> str:
    """ "Ann, Ben and Cal"."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    return say("{before} and {last}", before=joined(parts[:-1]), last=parts[-1])


def joined(parts: Sequence[str], between: str = ", ") -> str:
    """Several texts in a row, each still to be told in another language."""
    names = [f"part{n}" for n in range(len(parts))]
    template = between.join("{" + name + "}" for name in names)
    return say(template, **dict(zip(names, parts, strict=True)))


def _made(
    english: str, template: str, values: Mapping[str, Any], number: int | None = None, begins: bool = False
) -> Said:
    made = Said(english)
    made.template, made.values, made.number, made.begins = template, values, number, begins
    return made


def _told(value: Any, find: Find) -> Any:
    return value.told(find) if isinstance(value, Said) else value

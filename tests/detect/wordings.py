# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts made up from a pattern: whatever it can match, so that what is tried before it is seen to let all of it by."""

from __future__ import annotations

import random
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from typing import Any

#: What stands for a class of characters.
_CLASSES = {
    op.CATEGORY_DIGIT: "0123456789",
    op.CATEGORY_SPACE: " \n\t",
    op.CATEGORY_WORD: "abcdehinorstABKS059_",
    op.CATEGORY_NOT_DIGIT: "abcK -.",
    op.CATEGORY_NOT_SPACE: "abcK05-.",
    op.CATEGORY_NOT_WORD: " -.,'\n",
}
_ANY = "abehnorstAKS059 -.,'()\n\t|:"
#: An open end is repeated so many times more at most.
_MORE = 2


def wordings(pattern: re.Pattern[str], number: int, seed: int = 1) -> Iterator[str]:
    """``number`` texts that the pattern matches somewhere, in any case where it does not mind. Raises AssertionError
    when they cannot be made."""
    random_ = random.Random(seed)
    tree = parser.parse(pattern.pattern, pattern.flags)
    found = 0
    for _ in range(200 * number):
        text = "".join(_made(tree, random_, {}))
        if pattern.flags & re.IGNORECASE or "(?i" in pattern.pattern:
            # Not in the whole text: a pattern may mind in parts.
            text = random_.choice((text, text, text.upper(), text.title()))
        if pattern.search(text):
            yield text
            found += 1
            if found == number:
                return
    raise AssertionError(f"only {found} texts for {pattern.pattern[:80]}")


def _made(tree: Any, random_: random.Random, groups: dict[int, str]) -> Iterator[str]:
    for kind, value in tree:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.NOT_LITERAL:
            yield random_.choice([c for c in _ANY if ord(c) != value])
        elif kind is op.ANY:
            yield random_.choice([c for c in _ANY if c != "\n"])
        elif kind is op.IN:
            yield _one_of(value, random_)
        elif kind is op.BRANCH:
            yield from _made(random_.choice(value[1]), random_, groups)
        elif kind is op.SUBPATTERN:
            said = "".join(_made(value[3], random_, groups))
            groups[value[0]] = said
            yield said
        elif kind is op.ATOMIC_GROUP:
            yield from _made(value, random_, groups)
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, part = value
            for _ in range(random_.randint(least, min(most, least + _MORE))):
                yield from _made(part, random_, groups)
        elif kind is op.GROUPREF:
            yield groups.get(value, "")
        else:
            # What only looks at its neighbours: whether it was content the pattern itself says.
            assert kind in (op.AT, op.ASSERT, op.ASSERT_NOT), kind


def _one_of(choices: Any, random_: random.Random) -> str:
    signs: list[str] = []
    for kind, value in choices:
        if kind is op.LITERAL:
            signs.append(chr(value))
        elif kind is op.RANGE:
            signs.append(chr(random_.randint(*value)))
        elif kind is op.CATEGORY:
            signs.append(random_.choice(_CLASSES[value]))
    if choices[0][0] is op.NEGATE:
        return random_.choice([c for c in _ANY if c not in signs])
    return random_.choice(signs)

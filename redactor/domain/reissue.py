# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a release plan may hold besides pages: what it takes the place of, and the person's own statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

#: A page of ours takes this much of a statement: in letters, and in lines the writer broke himself. Small enough for
#: the widest letters there are.
PIECE, LINES = 1200, 10
#: A statement that is longer is no comment on a passage but a paper of its own: it is added as one.
LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Replaced:
    """A page of a supplement and what it takes the place of: the number of the earlier release (1: the first) and the
    page of its bundle; both 0 for a page that was in none."""

    release: int
    page: int


@dataclass(frozen=True, slots=True)
class Reissue:
    """A plan that has only what changed since an earlier release.

    ``of`` is the SHA-256 (hex) of that release's manifest; ``number`` of this one (2: the first supplement); ``whole``
    the digest of the plan of the whole record, which the approval covers too; ``replaces`` stand for the plan's pages,
    in their order; ``shown`` are numbers of the log that are no longer held back."""

    of: str
    number: int
    whole: str
    replaces: tuple[Replaced, ...] = ()
    shown: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "of": self.of,
            "number": self.number,
            "whole": self.whole,
            "replaces": [[place.release, place.page] for place in self.replaces],
            "shown": list(self.shown),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reissue:
        places = tuple(Replaced(int(release), int(page)) for release, page in data["replaces"])
        return cls(data["of"], int(data["number"]), data["whole"], places, tuple(int(n) for n in data["shown"]))


@dataclass(frozen=True, slots=True)
class PlanStatement:
    """The person's own words, printed on pages of their own behind the page they are about.

    ``page`` is that of the document (0: the document as a whole); ``after`` the (document, page) of the plan behind
    which they stand; ``source`` the event that put them on record; ``on`` is ISO."""

    document: str
    page: int
    text: str
    by: str
    on: str
    after: tuple[str, int]
    source: str = ""

    def to_json(self) -> list[Any]:
        return [self.document, self.page, self.text, self.by, self.on, list(self.after), self.source]

    @classmethod
    def from_json(cls, data: list[Any]) -> PlanStatement:
        document, page, text, by, on, after, source = data
        return cls(document, int(page), text, by, on, (after[0], int(after[1])), source)


def pieces(text: str) -> list[str]:
    """A statement in pieces that each fit a page of ours, broken between words. At least one."""
    made: list[list[str]] = [[]]
    room = PIECE
    for line in filter(None, (line.split() for line in text.split("\n"))):
        run: list[str] = []
        for word in (part for whole in line for part in _short(whole)):
            if len(made[-1]) >= LINES or (len(word) >= room and (run or made[-1])):
                made[-1] += [" ".join(run)] if run else []
                made.append([])
                run, room = [], PIECE
            run.append(word)
            room -= len(word) + 1
        made[-1].append(" ".join(run))
    return ["\n".join(lines) for lines in made]


def _short(word: str) -> list[str]:
    """A word, or pieces of one that no line could hold."""
    return [word[at : at + 40] for at in range(0, len(word), 40)]

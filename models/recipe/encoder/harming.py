# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages that may do harm when they are disclosed, and such as only look like it, written by hand for training
(harm/*.txt): ``kind | text`` a line, the kinds those of :class:`redactor.domain.cues.CueKind` or ``none``.

They were written by hands that had seen no rule, word list or passage for measuring of the project.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import torch

from models.recipe.encoder.noise import damage
from models.recipe.encoder.notes import Text
from models.recipe.encoder.train import SIZE, filled
from redactor.detect.layers.harming import KINDS
from redactor.detect.layers.wordpiece import WordPiece

FOLDER = Path(__file__).with_name("harm")
NONE = KINDS.index("none")
#: A harmless passage shorter than LONG (characters) goes on in another TOGETHER of the times.
LONG, TOGETHER = 160, 0.5
#: The label of a text's first passage: those of names are less.
_FIRST = 100


def passages(folder: Path = FOLDER) -> list[tuple[int, str]]:
    """(the number of its kind, its text) of every passage."""
    lines = [line for file in sorted(folder.glob("*.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
    parts = [line.split("|", 1) for line in lines if "|" in line and not line.startswith("#")]
    return [(KINDS.index(kind.strip()), text.strip()) for kind, text in parts]


class Harming:
    """Texts of one passage or of a few after each other, as records have them; each seen once before any is again."""

    def __init__(self) -> None:
        self.all = passages()
        self.harmless = [text for kind, text in self.all if kind == NONE]
        self.turn: list[tuple[int, str]] = []

    def _next(self, rng: random.Random) -> tuple[int, str]:
        if not self.turn:
            self.turn = rng.sample(self.all, len(self.all))
        return self.turn.pop()

    def make(self, rng: random.Random, scans: float = 0.1, poor: float = 0) -> tuple[Text, list[int]]:
        """A text whose characters are labelled by the passage they are of, and the kinds of those passages."""
        text, kinds = Text(), list[int]()
        for number in range(1 if rng.random() < 0.3 else rng.randint(2, 5)):
            kind, passage = self._next(rng)
            while kind == NONE and len(passage) < LONG and rng.random() < TOGETHER:
                # What is harmless is written short: length must tell nothing.
                passage += " " + rng.choice(self.harmless)
            if number:
                text.add(rng.choice([" ", " ", "\n", "\n", "\n\n"]))
            text.add(passage, _FIRST + number)
            kinds.append(kind)
        return damage(text, rng, scans, poor), kinds


def encode(text: Text, kinds: list[int], pieces: WordPiece) -> tuple[list[int], list[int], list[int], list[int]]:
    """Piece numbers, written, for the first piece of each word its passage (-1: none's), and the kinds of the passages
    that are there whole."""
    ids, written, owners = [pieces.begin], [0], [-1]
    whole = len(kinds)
    for word in pieces.words(str(text)):
        owner = max(text.labels[word.start : word.end]) - _FIRST
        if len(ids) + len(word.pieces) >= SIZE:
            whole = max(owner, 0)
            break
        ids += word.pieces
        written += [word.written] * len(word.pieces)
        owners += [owner if owner >= 0 else -1] + [-1] * (len(word.pieces) - 1)
    return [*ids, pieces.finish], [*written, 0], [*owners, -1], kinds[:whole]


def batches(
    source: Harming, pieces: WordPiece, size: int, rng: random.Random, poor: float
) -> Iterator[tuple[torch.Tensor, ...]]:
    """Pieces, written, mask, whose passage each word is (text number times ten and its number there, -1: none's), and
    those passages with their kinds."""
    while True:
        group = [encode(*source.make(rng, poor=poor), pieces) for _ in range(size)]
        longest = max(len(e[0]) for e in group)
        owned = torch.full((size, longest), -1)
        targets: list[tuple[int, int]] = []
        for row, (_, _, owners, kinds) in enumerate(group):
            owned[row, : len(owners)] = torch.tensor([row * 10 + o if 0 <= o < len(kinds) else -1 for o in owners])
            targets += [(row * 10 + number, kind) for number, kind in enumerate(kinds)]
        yield (
            torch.tensor([filled(e[0], pieces.padding, longest) for e in group]),
            torch.tensor([filled(e[1], 0, longest) for e in group]),
            torch.tensor([filled([1] * len(e[0]), 0, longest) for e in group]),
            owned,
            torch.tensor(targets),
        )


def told(outputs: torch.Tensor, owned: torch.Tensor, targets: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(the logits of each passage's kinds, the kinds): its words' outputs, weighed by how telling each is."""
    flat, owners = outputs.reshape(-1, outputs.shape[-1]), owned.reshape(-1)
    rows, kinds = [], []
    for passage, kind in targets.tolist():
        words = flat[owners == passage]
        if len(words):
            weights = torch.softmax(words[:, 0], dim=0)
            rows.append(weights @ words[:, 1:])
            kinds.append(kind)
    return torch.stack(rows), torch.tensor(kinds)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped spaCy pipeline: a blank English one with a small encoder for names (models/en_redactor_encoder),
nothing else, no network.

A convolutional NER stood beside it (en_core_web_md, fine-tuned). Measured with and without (models/recipe/evaluate),
it found nothing that the encoder and the layers did not, cost a fifth of the time and brought false names; it went.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from redactor.detect.layers import encoder
from redactor.detect.layers.encoder import Read, Seen
from redactor.domain.errors import BadInput

#: Characters read at once. Memory follows the longest piece; the network sees its windows of it.
PIECE = 4000
BATCH = 16


def check(folder: Path) -> None:
    """Compare every file with SHA256SUMS (about 0.1 s). Raises BadInput when one is missing or changed."""
    again = "Install Redactor again: its finder is damaged"
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadInput("the language model's list of hashes cannot be read", str(folder), again) from error
    for line in lines:
        expected, _, name = line.partition("  ")
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise BadInput("a file of the language model is missing", str(folder / name), again) from error
        if found != expected:
            raise BadInput("a file of the language model is not the one that was shipped", str(folder / name), again)


@cache
def pipeline() -> Any:
    """The loaded pipeline; checked, then loaded once a process (about 0.5 s)."""
    check(encoder.FOLDER)
    import spacy

    nlp = spacy.blank("en")
    encoder.add_to(nlp)
    return nlp


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut at line ends or blanks into pieces of at most PIECE characters: (offset, piece)."""
    start = 0
    while start < len(text):
        end = min(start + PIECE, len(text))
        if end < len(text):
            for mark in ("\n\n", ". ", "\n", " "):
                at = text.rfind(mark, start + PIECE // 2, end)
                if at > 0:
                    end = at + len(mark)
                    break
        yield start, text[start:end]
        start = end


def names(texts: Iterable[str]) -> Iterator[list[Read]]:
    """For each text what the encoder reads in it, in order; texts of any length."""
    return (list(found.names) for found in seen(texts))


def seen(texts: Iterable[str]) -> Iterator[Seen]:
    """For each text what the encoder reads in it and what its words tell; texts of any length."""
    nlp = pipeline()
    counts: list[int] = []

    def stream() -> Iterator[tuple[Any, tuple[int, int]]]:
        for number, text in enumerate(texts):
            counts.append(0)
            for offset, piece in pieces(text):
                counts[number] += 1
                yield encoder.unread(nlp.vocab, piece), (number, offset)

    found: dict[int, list[Seen]] = {}
    yielded = 0
    for doc, (number, offset) in nlp.pipe(stream(), as_tuples=True, batch_size=BATCH):
        # A text is finished when a piece of a later one comes back; texts without pieces give nothing.
        while yielded < number:
            yield _together(found.pop(yielded, []))
            yielded += 1
        piece: Seen = doc.user_data[encoder.KEY]
        moved = tuple(r._replace(start=offset + r.start, end=offset + r.end) for r in piece.names)
        found.setdefault(number, []).append(Seen(moved, piece.starts + offset, piece.telling))
    while yielded < len(counts):
        yield _together(found.pop(yielded, []))
        yielded += 1


def _together(parts: list[Seen]) -> Seen:
    """The pieces of a text as one."""
    if len(parts) == 1:
        return parts[0]
    empty = [Seen((), np.zeros(0, np.int64), np.zeros((0, encoder.TELLING), np.float32))]
    names, starts, telling = zip(*(parts or empty), strict=True)
    return Seen(tuple(read for part in names for read in part), np.concatenate(starts), np.concatenate(telling))

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped spaCy pipeline: a convolutional NER (models/en_redactor_ner) and a small encoder beside it
(models/en_redactor_encoder), nothing else, no network."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from redactor.detect import encoder
from redactor.detect.encoder import Read
from redactor.detect.lexicon import MODELS
from redactor.domain.errors import BadInput

PIPELINE = MODELS / "en_redactor_ner"
#: Characters read at once. Memory follows the longest piece; the network sees at most a few words around each.
PIECE = 4000
BATCH = 16
#: A run without a blank longer than this is no word; it is not shown to the network.
ENDLESS = 120
#: Entity labels that say "this is no person".
OTHER_THINGS = frozenset({"ORG", "GPE", "FAC", "LOC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "NORP", "DATE"})


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
    """The loaded pipeline; checked, then loaded once a process (about 0.8 s)."""
    check(PIPELINE)
    check(encoder.FOLDER)
    import spacy

    nlp = spacy.load(PIPELINE)
    encoder.add_to(nlp)
    assert nlp.pipe_names == ["ner", "encoder"]
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


def _readable(piece: str) -> str:
    """Endless runs of letters blanked: no name, and the tokeniser is slow on them."""
    if len(piece) < ENDLESS:
        return piece
    words = piece.split(" ")
    if max(map(len, words)) < ENDLESS:
        return piece
    return " ".join(" " * len(w) if len(w) >= ENDLESS and "\n" not in w else w for w in words)


def entities(texts: Iterable[str]) -> Iterator[list[tuple[int, int, str]]]:
    """For each text the entities (start, end, spaCy label) of the convolutional NER, in order."""
    for found, _ in both(texts):
        yield found


def both(
    texts: Iterable[str], written: Iterable[str] | None = None
) -> Iterator[tuple[list[tuple[int, int, str]], list[Read]]]:
    """For each text what the two networks read in it: (entities, what the encoder says), in order.

    ``written`` are the same texts as the encoder shall read them, character for character as long: it needs no view
    of capitals, and sees more in the text as it stands.
    """
    nlp = pipeline()

    def stream() -> Iterator[tuple[Any, tuple[int, int]]]:
        pairs = ((text, text) for text in texts) if written is None else zip(texts, written, strict=True)
        for number, (text, as_written) in enumerate(pairs):
            counts.append(0)
            for offset, piece in pieces(text):
                counts[number] += 1
                doc = nlp.make_doc(_readable(piece))
                doc.user_data[encoder.WRITTEN] = as_written[offset : offset + len(piece)]
                yield doc, (number, offset)

    counts: list[int] = []
    found: dict[int, tuple[list[tuple[int, int, str]], list[Read]]] = {}
    yielded = 0
    for doc, (number, offset) in nlp.pipe(stream(), as_tuples=True, batch_size=BATCH):
        # A text is finished when a piece of a later one comes back; texts without pieces give nothing.
        while yielded < number:
            yield found.pop(yielded, ([], []))
            yielded += 1
        named, reads = found.setdefault(number, ([], []))
        named.extend((offset + e.start_char, offset + e.end_char, e.label_) for e in doc.ents)
        reads.extend(r._replace(start=offset + r.start, end=offset + r.end) for r in doc.user_data[encoder.KEY])
    while yielded < len(counts):
        yield found.pop(yielded, ([], []))
        yielded += 1

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small encoder (models/en_redactor_encoder) as a spaCy component: onnxruntime, one thread, no network, no torch.

It reads words as they stand, in windows that overlap, and says of each word whether it is a name, a place, an
organisation or another thing. What it found hangs on the doc as ``doc.user_data["encoder"]``: a :class:`Seen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from redactor.detect.language.lexicon import MODELS
from redactor.detect.layers.harming import KINDS
from redactor.detect.layers.wordpiece import Word, WordPiece, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = MODELS / "en_redactor_encoder"
KEY = "encoder"
#: Where a doc carries the text to be read, when it was made without spaCy's own words.
WRITTEN = "as written"
#: Pieces in one window (as many as it was trained on), and how many neighbours share: a name at an edge is read whole
#: in one of them.
WINDOW, OVERLAP = 156, 28
#: Names less sure than this are not even possible.
LEAST = 0.08
PERSON, PLACE, ORGANISATION, THING = "PERSON", "PLACE", "ORG", "THING"
#: The network's outputs, in order: labels, then how telling a word is and how much for each of harming.KINDS.
_OUT, _BEGIN, _INSIDE, _PLACE, _ORG, _THING = range(6)
LABELS, TELLING = 6, 1 + len(KINDS)
#: A word begins a name of its own when this is surer than going on with the one before.
_KINDS = {_PLACE: PLACE, _ORG: ORGANISATION, _THING: THING}


class Read(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive), what they are, and how sure (0 to 1)."""

    start: int
    end: int
    kind: str
    score: float


class Seen(NamedTuple):
    """What was read in a text, and for each of its words where it begins (characters) and the outputs by which
    :mod:`~redactor.detect.layers.harming` judges sentences."""

    names: tuple[Read, ...]
    starts: NDArray[np.int64]
    telling: NDArray[np.float32]


@cache
def vocabulary() -> WordPiece:
    return WordPiece(FOLDER / "vocab.txt")


@cache
def session() -> Any:
    """The loaded network, once a process. Its files were compared with SHA256SUMS before (see ner.pipeline)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        (FOLDER / "model.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )


def read(texts: Sequence[str]) -> list[Seen]:
    """What each text's words are, and what they tell.

    Every window is run by itself: the 8-bit network scales its numbers by what it is shown at once, so a text read
    beside others could come out otherwise than alone. On one thread it is as fast, and needs no padding.
    """
    pieces = vocabulary()
    return [_seen(text, pieces.words(text)) for text in texts]


def _seen(text: str, words: Sequence[Word]) -> Seen:
    found = _outputs(words)
    starts = np.fromiter((word.start for word in words), np.int64, len(words))
    return Seen(tuple(_spans(text, words, found[:, :LABELS])), starts, found[:, LABELS:])


def _outputs(words: Sequence[Word]) -> NDArray[np.float32]:
    """For each word the chances of the six labels and what it tells, from the window in which it stands farthest from
    an edge."""
    best = np.zeros((len(words), LABELS + TELLING), dtype=np.float32)
    depth = np.full(len(words), -1, dtype=np.int64)
    for first, last in windows(words, WINDOW, OVERLAP):
        count = last - first
        place = np.arange(count)
        # The ends of the text are no edges: nothing is missing there.
        before = place if first else np.full(count, count)
        after = place[::-1] if last < len(words) else np.full(count, count)
        far = np.minimum(before, after)
        better = far > depth[first:last]
        depth[first:last][better] = far[better]
        best[first:last][better] = _run(words[first:last])[better]
    return best


def _run(words: Sequence[Word]) -> NDArray[np.float32]:
    """For each word of one window the chances of the six labels and what it tells, from its first piece."""
    pieces = vocabulary()
    line, how, heads = [pieces.begin], [0], []
    for word in words:
        heads.append(len(line))
        line.extend(word.pieces)
        how.extend([word.written] * len(word.pieces))
    line.append(pieces.finish)
    how.append(0)
    feed = {
        "pieces": np.array([line], dtype=np.int64),
        "written": np.array([how], dtype=np.int64),
        "mask": np.ones((1, len(line)), dtype=np.int64),
    }
    found = session().run(None, feed)[0][0, heads].astype(np.float32)
    logits = found[:, :LABELS]
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    found[:, :LABELS] = chances / chances.sum(axis=1, keepdims=True)
    return np.asarray(found, dtype=np.float32)


def _spans(text: str, words: Sequence[Word], chances: NDArray[np.float32]) -> Iterator[Read]:
    """Runs of words: names whose words are each at least LEAST sure, and things that are no names."""
    if not words:
        return
    person = chances[:, _BEGIN] + chances[:, _INSIDE]
    begins = chances[:, _BEGIN] >= chances[:, _INSIDE]
    best = chances.argmax(axis=1)
    index, count = 0, len(words)
    while index < count:
        if not _letters(text, words[index]):
            index += 1
            continue
        if person[index] >= LEAST:
            # A run holds words of like certainty, so that a doubtful neighbour does not hide in a sure name.
            sure = person[index] >= 0.5
            last = index + 1
            scores = [float(person[index])]
            end = last
            while last < count and last - index < 12:
                if not _letters(text, words[last]):
                    if text[words[last].start] in "\t" or text[words[last].start : words[last].end].count("\n") > 1:
                        break
                    last += 1
                    continue
                if person[last] < LEAST or begins[last] or (person[last] >= 0.5) != sure or last - end > 3:
                    break
                scores.append(float(person[last]))
                last += 1
                end = last
            yield Read(words[index].start, words[end - 1].end, PERSON, round(sum(scores) / len(scores), 3))
            index = end
            continue
        kind = _KINDS.get(int(best[index]))
        if kind is None:
            index += 1
            continue
        last = index + 1
        while last < count and int(best[last]) == int(best[index]) and text[words[last].start] not in "\n\t":
            last += 1
        yield Read(words[index].start, words[last - 1].end, kind, round(float(chances[index:last].max()), 3))
        index = last


def _letters(text: str, word: Word) -> bool:
    return text[word.start].isalnum()


def unread(vocab: Any, text: str) -> Any:
    """A doc that carries ``text`` for the encoder, without being cut into spaCy's words: the encoder has its own."""
    from spacy.tokens import Doc

    return Doc(vocab, words=[], user_data={WRITTEN: text})


class Encoder:
    """The component: reads each doc's text, leaves its entities alone."""

    def __init__(self, nlp: Any, name: str) -> None:
        self.name = name

    def __call__(self, doc: Any) -> Any:
        doc.user_data[KEY] = read([doc.user_data.get(WRITTEN, doc.text)])[0]
        return doc

    def pipe(self, docs: Iterable[Any], *, batch_size: int = 16) -> Iterator[Any]:
        return map(self, docs)


def add_to(nlp: Any) -> None:
    """Put the component at the end of a spaCy pipeline, under the name "encoder"."""
    from spacy.language import Language

    if not Language.has_factory("redactor_encoder"):
        Language.factory("redactor_encoder", func=Encoder)
    nlp.add_pipe("redactor_encoder", name="encoder", last=True)

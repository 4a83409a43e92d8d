# SPDX-License-Identifier: AGPL-3.0-or-later
"""How pages, places and JSON are kept in the case file: small, exact, and quick to read back.

Numbers come back exactly as they went in: a plan that is worked out again must not differ by a rounding.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.bundle.words.columns import PlainPage
from redactor.domain.geometry import Box
from redactor.domain.journal import canonical
from redactor.domain.pages import PageContent, PageStatus, Place, Where, WordSource
from redactor.domain.words import KeptWords

#: Anything shorter gains nothing from compression.
_WORTH_IT = 400
#: Hundredths of a point beyond this are kept as floats.
_FAR = 2**30
_SURROGATE = re.compile("[\ud800-\udfff]")
_SOURCES = tuple(WordSource)
#: Nearly every mention has one box, and a case half a million mentions.
_ONE_BOX = struct.Struct("<4d")
_BOX: Callable[[Any], Box] = partial(tuple.__new__, Box)


def clean(text: str) -> str:
    """``text`` with code points that are no characters (lone surrogates) replaced one for one, offsets kept."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("�", text)
    return text


def pack(value: Any) -> bytes:
    """Canonical JSON, compressed when it is worth it. Raises ValueError or TypeError for what JSON cannot hold."""
    return pack_written(canonical(value))


def pack_written(data: bytes) -> bytes:
    """:func:`pack` of what is JSON already."""
    return b"z" + zlib.compress(data, 6) if len(data) > _WORTH_IT else b"j" + data


def unpack(data: bytes) -> Any:
    """What :func:`pack` was given, tuples as lists. Raises ValueError when the bytes are not of its making."""
    return json.loads(_unsqueeze(data))


def _unsqueeze(data: bytes) -> bytes:
    if data[:1] == b"j":
        return data[1:]
    if data[:1] != b"z":
        raise ValueError("neither plain nor compressed")
    try:
        return zlib.decompress(data[1:])
    except zlib.error as error:
        raise ValueError(str(error)) from None


def pack_numbers(numbers: Sequence[float] | NDArray[np.float64]) -> bytes:
    """Numbers as little-endian values, exactly: hundredths where they are (as pages are read), else floats of 32 or
    64 bits.

    Hundredths are kept as the steps from one to the next, all lowest bytes first: next to nothing for words of a line.
    """
    exact = np.asarray(numbers, np.float64)
    with np.errstate(over="ignore"):
        hundredths = np.rint(exact * 100)
        if (
            exact.size
            and hundredths.min() > -_FAR
            and hundredths.max() < _FAR
            and (hundredths / 100 == exact).all()
            and not _minus(exact)
        ):
            steps = hundredths.astype("<i4")
            steps[1:] -= steps[:-1].copy()
            return b"c" + steps.view(np.uint8).reshape(-1, 4).T.tobytes()
        small = exact.astype("<f4")
    return b"f" + small.tobytes() if np.array_equal(small.astype(np.float64), exact) else b"d" + exact.tobytes()


def _minus(exact: NDArray[np.float64]) -> bool:
    """Whether there is a zero with a minus sign, which no whole number has."""
    none = exact == 0
    return bool(none.any() and np.signbit(exact[none]).any())


def unpack_numbers(data: bytes) -> list[float]:
    kind, body = data[:1], data[1:]
    values: list[float]
    if kind == b"c":
        steps = np.frombuffer(body, np.uint8).reshape(4, -1).T.copy().view("<i4").reshape(-1)
        values = (steps.cumsum(dtype=np.int64) / 100).tolist()
    else:
        values = np.frombuffer(body, "<f4" if kind == b"f" else "<f8").astype(np.float64).tolist()
    return values


def pack_boxes(boxes: Iterable[Box]) -> bytes:
    """The boxes of one mention (too few for :func:`pack_numbers` to gain)."""
    flat = [value for box in boxes for value in box]
    return struct.pack(f"<{len(flat)}d", *flat)


def unpack_boxes(data: bytes) -> tuple[Box, ...]:
    if len(data) == _ONE_BOX.size:
        return (_BOX(_ONE_BOX.unpack(data)),)
    flat = struct.unpack(f"<{len(data) // 8}d", data)
    return tuple(Box(*flat[i : i + 4]) for i in range(0, len(flat), 4))


def place_to_json(place: Place) -> list[Any]:
    return [str(place.where), place.text, place.page, [list(box) for box in place.boxes], place.detail]


def place_from_json(data: Sequence[Any]) -> Place:
    where, text, page, boxes, detail = data
    return Place(Where(where), text, page, tuple(Box(*box) for box in boxes), detail)


def pack_places(places: Iterable[Place]) -> bytes:
    return pack_written(_json([place_to_json(place) for place in places]))


def unpack_places(data: bytes) -> tuple[Place, ...]:
    return tuple(place_from_json(place) for place in unpack(data))


def pack_page(content: PageContent) -> bytes:
    """Everything of a page but what has a column of its own (see :func:`unpack_page`)."""
    words = content.words
    boxes = [word.box for word in words]
    confidences = [word.confidence for word in words]
    head = {
        "texts": [word.text for word in words],
        "lines": _runs(word.line for word in words),
        "blocks": _runs(word.block for word in words),
        "sources": _runs(_SOURCES.index(word.source) for word in words),
        "confidences": confidences if any(value != 1.0 for value in confidences) else [],
        "places": [place_to_json(place) for place in content.places],
        "engine": content.engine,
        "extras": content.extras,
    }
    # Column by column: neighbouring words share their line's top and bottom, which compression likes.
    return _body(head, np.array([value for side in zip(*boxes, strict=True) for value in side], np.float64))


def pack_plain(page: PlainPage) -> bytes:
    """As :func:`pack_page` of the same page, to the byte."""
    count = len(page.texts)
    head = {
        "texts": page.texts,
        "lines": _runs_of(page.lines),
        "blocks": _runs_of(page.blocks),
        "sources": [_SOURCES.index(WordSource.TEXT), count] if count else [],
        "confidences": [],
        "places": [place_to_json(place) for place in page.places],
        "engine": page.engine,
        "extras": {},
    }
    return _body(head, page.boxes.reshape(-1))


def _body(head: dict[str, Any], numbers: NDArray[np.float64]) -> bytes:
    said = _json(head)
    return zlib.compress(struct.pack("<I", len(said)) + said + pack_numbers(numbers), 3)


def unpack_page(
    body: bytes, page: int, width: float, height: float, status: str, problem: str, needs_eyes: str
) -> PageContent:
    """The page as it was given to :func:`pack_page`. Raises ValueError when the body is not of its making."""
    try:
        data = zlib.decompress(body)
        (length,) = struct.unpack_from("<I", data)
        head = json.loads(data[4 : 4 + length])
        numbers = unpack_numbers(data[4 + length :])
        texts = head["texts"]
        count = len(texts)
        words = KeptWords(
            texts,
            numbers,
            _unrun(head["lines"]),
            _unrun(head["blocks"]),
            list(map(_SOURCES.__getitem__, _unrun(head["sources"]))),
            head["confidences"] or [1.0] * count,
        )
        places = tuple(place_from_json(place) for place in head["places"])
        return PageContent(
            page=page,
            width=width,
            height=height,
            words=words,
            places=places,
            status=PageStatus(status),
            problem=problem,
            needs_eyes=needs_eyes,
            engine=head["engine"],
            extras=head["extras"],
        )
    except (zlib.error, struct.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"the page's words cannot be read: {error}") from None


def _json(value: Any) -> bytes:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return clean(text).encode()


def _runs(numbers: Iterable[int]) -> list[int]:
    """Run lengths: [value, times, value, times...]."""
    return [value for number, run in groupby(numbers) for value in (number, len(list(run)))]


def _runs_of(numbers: NDArray[np.int64]) -> list[int]:
    """:func:`_runs` of an array."""
    if not numbers.size:
        return []
    starts = np.concatenate(([0], (numbers[1:] != numbers[:-1]).nonzero()[0] + 1, [numbers.size]))
    sizes = starts[1:] - starts[:-1]
    return [*chain.from_iterable(zip(numbers[starts[:-1]].tolist(), sizes.tolist(), strict=True))]


def _unrun(runs: Sequence[int]) -> list[int]:
    numbers: list[int] = []
    for i in range(0, len(runs), 2):
        numbers += [runs[i]] * runs[i + 1]
    return numbers

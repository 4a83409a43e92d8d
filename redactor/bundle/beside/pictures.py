# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a picture file says beside its pixels. It does not show, and stays behind when the picture is made a PDF."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from redactor.bundle.beside.unsaid import tells
from redactor.bundle.encodings import decoded_text
from redactor.bundle.words.markup import decoded_markup, node_texts
from redactor.domain.pages import Place, Where

_UNREADABLE = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError, struct.error,
    Image.DecompressionBombError,
)  # fmt: skip
#: What makers of pictures write about the pixels, not about anybody.
_TECHNICAL = frozenset({"icc_profile", "exif", "photoshop", "compression", "jfif_unit", "mp", "version", "srgb"})
#: Notes and stamps somebody put on a scan in Kodak (Wang) Imaging, which came with Windows 95 to 2000: a tag of TIFF.
_IMAGING_NOTES = 32932
_PLAIN_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){4,}|[\x20-\x7e\xa0-\xff]{4,}")
_XML = re.compile(rb"<\?xpacket.*?<\?xpacket end|<x:xmpmeta.*?</x:xmpmeta>|<\?xml.*?>\s*\Z", re.DOTALL)
#: The bytes of one text that are looked at.
_LONGEST = 1 << 20


def photo_places(data: bytes) -> list[Place]:
    """Texts of the file's EXIF, IPTC and XMP, its comments, and what old imaging programs hung on a scan."""
    found: dict[tuple[str, str], Place] = {}
    try:
        with warnings.catch_warnings():
            # What is broken in it was never text.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                for where, detail, text in _texts(image):
                    text = text.replace("\x00", "").strip()
                    if text.isprintable() and tells(text):
                        found.setdefault((detail, text), Place(where, text, None, (), detail))
    except _UNREADABLE:
        # As far as it goes: a damaged picture's metadata is no reason to refuse its pixels.
        pass
    return list(found.values())


def _texts(image: ImageFile.ImageFile) -> Iterator[tuple[Where, str, str]]:
    exif = image.getexif()
    for tag, value in {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}.items():
        name = ExifTags.TAGS.get(tag, "")
        if tag == _IMAGING_NOTES and isinstance(value, bytes):
            for run in _PLAIN_RUN.findall(value[:_LONGEST]):
                text = run.replace(b"\0", b"").decode("cp1252", "ignore")
                yield Where.HIDDEN_TEXT, "note of an imaging program, not shown", text
        elif name and name != "XMLPacket" and not isinstance(value, tuple):
            text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
            text = text.replace("\x00", "").removeprefix("ASCII").removeprefix("UNICODE")
            yield Where.METADATA, f"EXIF {name}", text
    for (record, number), value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
        for one in value if isinstance(value, list) else [value]:
            yield Where.METADATA, f"IPTC {record}:{number}", decoded_text(bytes(one)) or ""
    yield from _named(image.info)


def _named(info: dict[str | tuple[int, int], Any]) -> Iterator[tuple[Where, str, str]]:
    """Comments, texts of a PNG, and XMP."""
    for key, value in info.items():
        if not isinstance(value, str | bytes) or str(key).lower() in _TECHNICAL:
            continue
        text = value if isinstance(value, str) else decoded_text(value[:_LONGEST]) or ""
        if "xmp" in str(key).lower():
            yield from ((Where.METADATA, "XMP", part) for part in node_texts(text))
        else:
            yield Where.METADATA, f"picture, {key}", text


def jpeg2000_places(data: bytes) -> list[Place]:
    """What the boxes of XML in a JPEG 2000 say, which Pillow does not read."""
    texts = (text for found in _XML.finditer(data) for text in node_texts(decoded_markup(found[0])))
    return [Place(Where.METADATA, text.strip(), None, (), "XML") for text in texts if tells(text.strip())]

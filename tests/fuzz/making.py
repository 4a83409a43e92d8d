# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound files of every kind, and ways to break them. The same seed gives the same files."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import pikepdf
import pymupdf
import rars
import tifffile
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.faxmade import fax
from tests.mailmade import mail, outlook, picture, winmail
from tests.officemade import docx, odt
from tests.storemade import Folder, Item, store


def _pdf(pages: int = 3, *, compressed: bool = True) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, pageCompression=int(compressed), invariant=1)
    for number in range(pages):
        for line in range(20):
            canvas.drawString(72, 760 - 16 * line, f"Page {number} line {line}: seen with Gareth Pole and Mrs Adeyemi")
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Part {number}", f"p{number}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _form() -> bytes:
    document = pymupdf.open(stream=_pdf(2), filetype="pdf")
    page = document[0]
    field = pymupdf.Widget()
    field.field_name, field.field_value, field.field_type = "kin", "Oksana", pymupdf.PDF_WIDGET_TYPE_TEXT
    field.rect = pymupdf.Rect(100, 500, 300, 520)
    page.add_widget(field)
    page.add_text_annot((50, 50), "ring Gareth")
    page.add_freetext_annot((50, 600, 200, 640), "a note")
    document.embfile_add("note.txt", b"Call Graham Crane", filename="note.txt")
    made: bytes = document.tobytes(no_new_id=True)
    return made


def _saved(**options: object) -> bytes:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(_form())) as pdf:
        pdf.save(held, **options)  # type: ignore[arg-type]
    return held.getvalue()


def _scan() -> bytes:
    document = pymupdf.open()
    for words in ("Gareth", "Meena"):
        page = document.new_page()
        page.insert_image(page.rect, stream=picture(words, (600, 850), "JPEG"))
    made: bytes = document.tobytes(no_new_id=True)
    return made


def _picture(kind: str, mode: str = "RGB", frames: int = 1, **options: object) -> bytes:
    images = [Image.open(io.BytesIO(picture(f"frame {n}", (400, 300)))).convert(mode) for n in range(frames)]
    held = io.BytesIO()
    images[0].save(held, kind, **({"save_all": True, "append_images": images[1:]} if frames > 1 else {}), **options)
    return held.getvalue()


def _mail() -> bytes:
    message = mail()
    message.set_boundary("=b0=")
    message.get_payload()[1].set_boundary("=b1=")  # type: ignore[union-attr]
    message.add_attachment(_pdf(1), maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(winmail("A note", [("a.txt", b"Dear Sir")]), maintype="application", subtype="ms-tnef")
    return message.as_bytes()


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("a.pdf", _pdf(1)), ("b.txt", b"Call Gareth"), ("c.png", picture())):
            archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


def _tiff(values: Any, **options: Any) -> bytes:
    """By tifffile: makes of TIFF that Pillow writes none of."""
    held = io.BytesIO()
    tifffile.imwrite(held, values, bigtiff=True, metadata=None, **options)
    return held.getvalue()


def _store() -> bytes:
    visit = Item({0x001A: "IPM.Note", 0x0037: "Visit", 0x1000: "Mrs Adeyemi rang."}, [("a.txt", b"Call Gareth")])
    contact = Item({0x001A: "IPM.Contact", 0x0037: "Kayleigh", 0x3A1C: "07700 900123"})
    return store([Folder("Inbox", [visit], [Folder("Old", [visit])]), Folder("Contacts", [contact])])


def _rar() -> bytes:
    made = rars.RarBuilder(solid=True)
    for name, data in (("a.pdf", _pdf(1)), ("b.txt", b"Call Gareth"), ("c.png", picture())):
        made.add_bytes(data, name)
    return bytes(made.to_bytes())


#: Name of the file, how it is made, and how often it is taken: what LibreOffice must convert takes seconds each.
SEEDS: dict[str, tuple[Callable[[], bytes], int]] = {
    "text.pdf": (_pdf, 20),
    "plain.pdf": (lambda: _pdf(2, compressed=False), 20),
    "form.pdf": (_form, 20),
    "streams.pdf": (lambda: _saved(object_stream_mode=pikepdf.ObjectStreamMode.generate), 16),
    "linear.pdf": (lambda: _saved(linearize=True), 10),
    "owner.pdf": (
        lambda: _saved(encryption=pikepdf.Encryption(user="", owner="boss", aes=False, R=3, metadata=False)),
        8,
    ),
    "scan.pdf": (_scan, 12),
    "visit.eml": (_mail, 20),
    "visit.msg": (lambda: outlook(body="Seen with Gareth", html="<p>Seen</p>", attachments=[("a.txt", b"hi", "")]), 14),
    "winmail.dat": (lambda: winmail("A note", [("a.txt", b"Dear Sir")]), 6),
    "fax.tif": (lambda: _picture("TIFF", "1", 3, compression="group4", dpi=(200, 200)), 10),
    "colour.tif": (lambda: _picture("TIFF", "RGB", 2, compression="tiff_lzw"), 6),
    "planes.tif": (lambda: _tiff(_SHADES, photometric="rgb", planarconfig="separate", compression="zstd"), 6),
    "deep.tif": (lambda: _tiff(_SHADES[0].astype(np.uint16) << 4, tile=(64, 64), compression="lzw"), 6),
    "fax.jb2": (lambda: fax(3), 6),
    "old.pst": (_store, 6),
    "old.rar": (_rar, 6),
    "photo.jpg": (lambda: _picture("JPEG"), 10),
    "screen.png": (lambda: _picture("PNG"), 8),
    "photo.webp": (lambda: _picture("WEBP"), 6),
    "moving.gif": (lambda: _picture("GIF", "P", 3), 6),
    "page.html": (lambda: b"<!DOCTYPE html><html><body><p>Seen with <b>Gareth</b></p></body></html>", 4),
    "notes.txt": (lambda: "Call Siân about Gareth\n".encode() * 30, 4),
    "old.zip": (_zip, 10),
    "plan.docx": (lambda: docx("Seen with Gareth", comments=[("Kyle", "Ask Meena")]), 2),
    "plan.odt": (lambda: odt("Seen with Gareth", note="Ask Meena"), 1),
    "plan.rtf": (lambda: rb"{\rtf1 Seen with Gareth\par {\v hidden}}", 1),
}
_SHADES = np.arange(3 * 300 * 400, dtype=np.uint32).reshape(3, 300, 400).astype(np.uint8)
OFFICE = (".docx", ".odt", ".rtf")


@cache
def seed(name: str) -> bytes:
    return SEEDS[name][0]()


def broken(data: bytes, rng: random.Random) -> bytes:
    """The file with one to three kinds of harm done to it."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice(_HARMS)(data, rng)
    return data


def _span(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(max(len(data), 1))
    return start, min(start + rng.choice((1, 8, 60, 400, 3000)), len(data))


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _headless(data: bytes, rng: random.Random) -> bytes:
    return data[rng.randrange(min(len(data) + 1, 2000)) :]


def _flip(data: bytes, rng: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 4, 20, 100)) if made else 0):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def _blank(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + (bytes(end - start) if rng.random() < 0.5 else rng.randbytes(end - start)) + data[end:]


def _drop(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 50)) + data[end:]


def _swap(data: bytes, rng: random.Random) -> bytes:
    one, two = sorted((_span(data, rng), _span(data, rng)))
    if one[1] > two[0]:
        return data
    return data[: one[0]] + data[slice(*two)] + data[one[1] : two[0]] + data[slice(*one)] + data[two[1] :]


_NUMBER = re.compile(rb"\d+")
_WILD = (b"0", b"-1", b"1", b"65535", b"4294967295", b"2147483647", b"99999999999999", b"3 0 R", b"1e9")


def _numbers(data: bytes, rng: random.Random) -> bytes:
    """Numbers in the file's text made wild: lengths, counts, sizes, references, offsets."""
    there = [match.span() for match in _NUMBER.finditer(data[:400_000])]
    for start, end in sorted(rng.sample(there, min(len(there), rng.choice((1, 3, 10)))), reverse=True):
        data = data[:start] + rng.choice(_WILD) + data[end:]
    return data


def _words(data: bytes, rng: random.Random) -> bytes:
    """Names of PDF keys exchanged for each other."""
    there = [match.span() for match in re.finditer(rb"/[A-Z][A-Za-z]+", data)]
    if len(there) < 2:
        return data
    (a, b), (c, d) = sorted(rng.sample(there, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


_HARMS = (_cut, _headless, _flip, _flip, _blank, _drop, _repeat, _swap, _numbers, _numbers, _words)


def files(count: int, number: int, *, with_office: bool) -> Iterator[tuple[str, bytes]]:
    """``count`` broken files by name, drawn with the seed ``number``."""
    rng = random.Random(number)
    names = [name for name in SEEDS if with_office or not name.endswith(OFFICE)]
    weights = [SEEDS[name][1] for name in names]
    for at in range(count):
        name = rng.choices(names, weights)[0]
        yield f"{at:05d} {name}", broken(seed(name), rng)

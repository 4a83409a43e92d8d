# SPDX-License-Identifier: AGPL-3.0-or-later
"""Messages made byte by byte: Internet mail, Outlook items (MS-OXMSG) and winmail.dat (MS-OXTNEF)."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage

from PIL import Image, ImageDraw

HTML = """<html><head><style>.x{display:none}</style><script>alert('Scripty')</script></head><body>
<p>Dear Jo, I visited <b>Meena Dunmore</b>. <span style="display:none">Hidden Oswald</span></p>
<table border=1><tr><th>Date</th><th>Who</th></tr><tr><td>12/3/2019</td><td>Gareth Pole</td></tr></table>
<p><img src="cid:pic1" alt="photo of the house"></p>
<img src="https://track.example/open?u=jo@x.example" width=1 height=1>
<p><a href="mailto:oluwaseun@webpost.example">Mrs Adeyemi</a></p>
<blockquote>On 3 May Kyle wrote:<blockquote>An earlier message</blockquote></blockquote>
<!-- drafted by Tobias Moran --></body></html>"""


def picture(words: str = "Gareth", size: tuple[int, int] = (300, 150), kind: str = "PNG") -> bytes:
    made = Image.new("RGB", size, "white")
    ImageDraw.Draw(made).text((20, 50), words, fill="black", font_size=40)
    held = io.BytesIO()
    made.save(held, kind)
    return held.getvalue()


def mail(
    *, html: str = HTML, text: str = "Dear Jo, I visited Meena Dunmore.\n\nPlain only: Zebedee Brown\n"
) -> EmailMessage:
    made = EmailMessage()
    made["Received"] = "from a.example by b.example for <deputy.head@school.example>"
    made["From"] = "Fiona Mársh <fiona@x.example>"
    made["To"] = "Jo Smith <jo@x.example>, Kyle Dunn <kyle@y.example>"
    made["Cc"] = "A. N. Other <other@x.example>"
    made["Bcc"] = "quiet@x.example"
    made["Date"] = "Thu, 14 Mar 2019 10:00:00 +0000"
    made["Subject"] = "Re: Priya – visit 😀"
    made["X-Author"] = "Hyacinth Bucket"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
        made.get_payload()[1].add_related(picture(), "image", "png", cid="<pic1>")  # type: ignore[union-attr]
    return made


def winmail(
    body: str,
    attachments: Sequence[tuple[str, bytes]],
    properties: Sequence[tuple[int, object]] = (),
    *,
    to: Sequence[tuple[str, str, int]] = (),
    cid: str = "",
    cut: int = 0,
) -> bytes:
    """A winmail.dat. ``properties`` are by their numbers: words, bytes, whole numbers or times; ``to`` as for
    :func:`outlook`; ``cid`` is the Content-ID of each attachment; ``cut`` bytes are missing of the properties."""

    def attribute(level: int, name: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    made = struct.pack("<IH", 0x223E9F78, 1)
    made += attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
    made += attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
    if properties:
        listed = _listed(properties)
        made += attribute(1, 0x00069003, listed[: len(listed) - cut])
    if to:
        rows = [_listed([(0x3001, name), (0x3003, address), (0x0C15, kind)]) for name, address, kind in to]
        made += attribute(1, 0x00069004, struct.pack("<I", len(rows)) + b"".join(rows))
    if body:
        made += attribute(1, 0x0002800C, body.encode("cp1252"))
    for name, data in attachments:
        made += attribute(2, 0x00069002, bytes(14))
        made += attribute(2, 0x00018010, name.encode("cp1252") + b"\0")
        made += attribute(2, 0x0006800F, data)
        if cid:
            made += attribute(2, 0x00069005, _listed([(0x3712, cid)]))
    return made


def _listed(properties: Sequence[tuple[int, object]]) -> bytes:
    """Properties as a TNEF lists them (MS-OXTNEF, 2.1.3.4)."""
    made = struct.pack("<I", len(properties))
    for number, value in properties:
        if isinstance(value, int):
            made += struct.pack("<HHI", 0x03, number, value)
        elif isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1)).total_seconds() * 10_000_000)
            made += struct.pack("<HHQ", 0x40, number, ticks)
        else:
            data = value if isinstance(value, bytes) else (str(value) + "\0").encode("utf-16-le")
            kind = 0x102 if isinstance(value, bytes) else 0x1F
            made += struct.pack("<HHII", kind, number, 1, len(data)) + data + bytes(-len(data) % 4)
    return made


def outlook(
    *,
    subject: str = "Visit",
    body: str = "",
    html: str = "",
    sender: tuple[str, str] = ("Fiona Marsh", "fiona@x.example"),
    to: Sequence[tuple[str, str, int]] = (("Jo Smith", "jo@x.example", 1),),
    strings: dict[str, str] | None = None,
    attachments: Sequence[tuple[str, bytes, str]] = (),
    inner: bytes = b"",
) -> bytes:
    """An Outlook message. ``to`` are (name, address, 1 To, 2 Cc, 3 Bcc); ``attachments`` (name, data, Content-ID);
    ``strings`` further text properties by their number ("3FFA"); ``inner`` a message inside it."""
    from extract_msg import OleWriter

    writer = OleWriter()
    texts = {"001A": "IPM.Note", "0037": subject, "0C1A": sender[0], "0C1F": sender[1], **(strings or {})}
    texts |= {"1000": body} if body else {}
    web = {"1013": html.encode()} if html else {}
    _item(writer, "", 32, texts, web, len(to), len(attachments) + bool(inner))
    for name in ("00020102", "00030102", "00040102"):
        writer.addEntry(f"__nameid_version1.0/__substg1.0_{name}", b"")
    for number, (name, address, kind) in enumerate(to):
        here = f"__recip_version1.0_#{number:08X}/"
        _item(writer, here, 8, {"3001": name, "3003": address, "39FE": address}, {}, 0, 0, {0x0C15: kind})
    for number, (name, data, cid) in enumerate(attachments):
        here = f"__attach_version1.0_#{number:08X}/"
        texts = {"3707": name, "3704": name, **({"3712": cid} if cid else {})}
        _item(writer, here, 8, texts, {"3701": data}, 0, 0, {0x3705: 1})
    if inner:
        here = f"__attach_version1.0_#{len(attachments):08X}/"
        _item(writer, here, 8, {"3001": "Inner message"}, {}, 0, 0, {0x3705: 5}, objects=(0x3701,))
        _nest(writer, f"{here}__substg1.0_3701000D/", inner)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _item(
    writer: object,
    here: str,
    head: int,
    texts: dict[str, str],
    binaries: dict[str, bytes],
    recipients: int,
    attachments: int,
    numbers: dict[int, int] | None = None,
    objects: Sequence[int] = (),
) -> None:
    """The streams of a message, recipient or attachment, with its table of properties."""
    rows = b""
    for code, text in texts.items():
        data = text.encode("utf-16-le")
        writer.addEntry(f"{here}__substg1.0_{code}001F", data)  # type: ignore[attr-defined]
        rows += struct.pack("<HHIII", 0x1F, int(code, 16), 6, len(data) + 2, 0)
    for code, data in binaries.items():
        writer.addEntry(f"{here}__substg1.0_{code}0102", data)  # type: ignore[attr-defined]
        rows += struct.pack("<HHIII", 0x102, int(code, 16), 6, len(data), 0)
    for number, value in (numbers or {}).items():
        rows += struct.pack("<HHIII", 3, number, 6, value, 0)
    for number in objects:
        rows += struct.pack("<HHIII", 0xD, number, 6, 0xFFFFFFFF, 1)
    if head == 32:
        # Strings in Unicode (PidTagStoreSupportMask); sent on 14 March 2019, in steps of 100 ns since 1601.
        rows += struct.pack("<HHIII", 3, 0x340D, 6, 0x00040000, 0)
        rows += struct.pack("<HHIQ", 0x40, 0x0039, 6, 131970312000000000)
        start = struct.pack("<QIIIIQ", 0, recipients, attachments, recipients, attachments, 0)
    else:
        start = bytes(head)
    writer.addEntry(f"{here}__properties_version1.0", start + rows)  # type: ignore[attr-defined]


def _nest(writer: object, here: str, message: bytes) -> None:
    """A message inside another: its streams, with the shorter head such a one has (MS-OXMSG 2.4.1.2)."""
    import olefile

    with olefile.OleFileIO(message) as ole:
        for path in ole.listdir():
            if path[0].startswith("__nameid"):
                continue
            data = ole.openstream(path).read()
            if path == ["__properties_version1.0"]:
                data = data[:24] + data[32:]
            writer.addEntry(here + "/".join(path), data)  # type: ignore[attr-defined]

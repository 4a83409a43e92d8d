# SPDX-License-Identifier: AGPL-3.0-or-later
"""A winmail.dat (TNEF), which Outlook wraps around messages for programs that are not Outlook, as a letter."""

from __future__ import annotations

import datetime
import struct
from typing import Any

from tnefparse import TNEF
from tnefparse.mapi import decode_mapi

from redactor.bundle.encodings import decoded
from redactor.bundle.mail.items import RECIPIENTS, WHAT, bare, named_address, out_of_rich
from redactor.bundle.mail.letter import Letter
from redactor.domain.errors import BadInput
from redactor.domain.pages import Attachment

#: What Outlook calls its own kinds of item in such files (MS-OXTNEF, 2.1.3.2.4): "IPM.Microsoft Schedule.MtgReq".
_OLD_NAME = "IPM.MICROSOFT SCHEDULE"
_STRINGS = (0x1E, 0x1F, 0x101E, 0x101F)
#: String properties that are shown, or are copies of what is (MS-OXPROPS).
_KNOWN = frozenset({0x001A, 0x0037, 0x003D, 0x0070, 0x0E1D, 0x1008})
#: When it was sent, came or was made; when an appointment begins and ends (MS-OXPROPS).
_DATES, _START, _END = (0x0039, 0x0E06, 0x3007), 0x0060, 0x0061
#: The same of an appointment, and where it is (PidLidAppointmentStartWhole, ...EndWhole, PidLidLocation).
_NAMED = {0x820D: _START, 0x820E: _END, 0x8208: 0x8208}
_CONTENT_ID, _DISPLAY_NAME = 0x3712, 0x3001


def opened(data: bytes) -> Letter:
    """The message the TNEF in ``data`` holds. Raises BadInput when it cannot be read."""
    try:
        _require_counts(data)
        return _letter(TNEF(data, do_checksum=False))
    except Exception as error:
        # The parser indexes into whatever the bytes say, and raises what that happens to end in.
        raise BadInput("the winmail.dat is damaged and cannot be read", do="Ask for the message again") from error


def _letter(tnef: Any) -> Letter:
    # What the file says itself comes before the properties, by kind; of properties the first of a number counts.
    own = {part.name: part.data for part in tnef.msgprops}
    properties: dict[int, Any] = {}
    for prop in tnef.mapiprops:
        properties.setdefault(_NAMED.get(prop.guid_prop or 0, prop.name), prop.data)

    def said(*codes: int) -> str:
        return next((text for code in codes if (text := bare(_text(properties.get(code), tnef)))), "")

    def when(*codes: int) -> str:
        # Times among the properties are in UTC, those of the file's own are the sender's clock.
        return next((f"{time} +0000" for code in codes if (time := _time(properties.get(code)))), "")

    kind = (said(0x001A) or bare(own.get(TNEF.ATTMESSAGECLASS))).upper().replace(_OLD_NAME, "IPM.SCHEDULE")
    letter = Letter(next((what for start, what in WHAT.items() if kind.startswith(start)), "E-mail message"))
    people = _people(own.get(TNEF.ATTRECIPTABLE) or [], tnef)
    name, _, address = own.get(TNEF.ATTFROM) or (b"", b"", b"")
    sender = named_address(said(0x0C1A, 0x0042, 0x4030, 0x4031), said(0x5D01, 0x0C1F, 0x5D02, 0x0065))
    for_whom = named_address(said(0x0042), said(0x5D02, 0x0065))
    rows = {
        "From": sender or named_address(_text(name, tnef), _text(address, tnef)),
        "Sender": for_whom if for_whom != sender else "",
        **{to: "; ".join(people[to]) or said(code) for to, code in (("To", 0x0E04), ("Cc", 0x0E03), ("Bcc", 0x0E02))},
        "Date": when(*_DATES) or _time(own.get(TNEF.ATTDATESENT)),
        "Subject": said(0x0037) or bare(own.get(TNEF.ATTSUBJECT)) or f"{said(0x003D)} {said(0x0E1D)}".strip(),
        "Start": when(_START) or _time(own.get(TNEF.ATTDATESTART)),
        "End": when(_END) or _time(own.get(TNEF.ATTDATEEND)),
        "Place": said(0x8208),
    }
    letter.headers = [row for row in rows.items() if row[1]]
    if any(_cut_short(part, tnef) for part in tnef.objects):
        letter.notes.append("the winmail.dat is damaged, and part of what it says of the message could not be read")
    _bodies(tnef, letter)
    for number, part in enumerate(tnef.attachments, start=1):
        _attachment(part, number, tnef, letter)
    shown = " ".join([value for _, value in letter.headers] + [text for _, text in letter.bodies])
    for prop in tnef.mapiprops:
        values = prop.data if isinstance(prop.data, list | tuple) else [prop.data]
        if prop.attr_type in _STRINGS and prop.name not in _KNOWN:
            for value in values:
                text = bare(_text(value, tnef))
                if text and text not in shown:
                    letter.others.append((f"property {prop.name:04X}", text))
    return letter


def _people(rows: list[Any], tnef: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in RECIPIENTS.values()}
    for row in rows:
        entry = {prop.name: prop.data for prop in row}
        address = _text(entry.get(0x39FE) or entry.get(0x3003), tnef)
        who = named_address(_text(entry.get(_DISPLAY_NAME), tnef), address)
        kind = entry.get(0x0C15)
        found[RECIPIENTS.get(kind & 0xF if isinstance(kind, int) else 1, "To")].append(who)
    return found


def _bodies(tnef: Any, letter: Letter) -> None:
    html, plain = _text(tnef.htmlbody, tnef), _text(tnef.body, tnef)
    rich = bytes(tnef.rtfbody or b"")
    if not html.strip() and rich:
        html, inside = out_of_rich(rich)
        plain = plain or inside
    if html.strip():
        letter.bodies.append(("html", html))
        letter.versions.append(plain)
    elif plain.strip():
        letter.bodies.append(("text", plain))
    elif rich:
        letter.attachments.append(Attachment("message.rtf", rich))
        letter.notes.append("its text is kept in an old format (RTF), and is a document of its own: message.rtf")


def _attachment(part: Any, number: int, tnef: Any, letter: Letter) -> None:
    properties = {prop.name: prop.data for prop in part.mapi_attrs}
    name = next(
        (text for given in (part.long_filename(), properties.get(_DISPLAY_NAME)) if (text := bare(_text(given, tnef)))),
        f"attachment {number}",
    )
    attached = Attachment(name.replace("\\", "/").rpartition("/")[2], bytes(part.data or b""))
    cid = bare(_text(properties.get(_CONTENT_ID), tnef)).strip("<> ")
    if cid and cid not in letter.pictures:
        letter.pictures[cid] = attached
    else:
        letter.attachments.append(attached)


def _require_counts(data: bytes) -> None:
    """Raises ValueError for a list that says it is longer than its bytes: the parser would count to its end."""
    at = 6
    while at + 13 <= len(data):
        name, size, count = struct.unpack_from("<xH2xII", data, at)
        if name in (TNEF.ATTMAPIPROPS, TNEF.ATTATTACHMENT, TNEF.ATTRECIPTABLE) and 4 * count > size:
            raise ValueError("a list longer than its bytes")
        at += 11 + size


def _cut_short(part: Any, tnef: Any) -> bool:
    """Whether a list of properties says that it holds more than can be read of it, of which the parser is silent."""
    if part.name not in (TNEF.ATTMAPIPROPS, TNEF.ATTATTACHMENT) or not isinstance(part.data, bytes):
        return False
    return len(decode_mapi(part.data, tnef.codepage)) < int.from_bytes(part.data[:4], "little")


def _time(value: object) -> str:
    return value.strftime("%a, %d %b %Y %H:%M:%S") if isinstance(value, datetime.datetime) else ""


def _text(value: object, tnef: Any) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        try:
            # What is UTF-8 is nothing else, whatever the file says of its letters.
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = decoded(value, str(tnef.codepage or "cp1252"))
        return text.rstrip("\x00")
    return str(value or "").rstrip("\x00")

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook items (.msg) as letters: messages, appointments, contacts, tasks, notes."""

from __future__ import annotations

import datetime
import email
import re
from email import policy
from typing import Any

import extract_msg
from extract_msg.enums import ErrorBehavior
from extract_msg.msg_classes.message_signed_base import MessageSignedBase

from redactor.bundle.encodings import decoded
from redactor.bundle.mail.internet import _headers as internet_headers
from redactor.bundle.mail.items import RECIPIENTS, WHAT, bare, named_address
from redactor.bundle.mail.letter import Letter
from redactor.domain.errors import BadInput
from redactor.domain.pages import Attachment

#: String properties that are shown, or are copies of what is (MS-OXPROPS).
_KNOWN = {"1000", "1013", "007D", "0037", "001A", "003D", "0E1D", "1035", "8000"}
_PROPERTY = re.compile(r"__substg1\.0_([0-9A-F]{4})00(1E|1F)")


def read_outlook(data: bytes, name: str) -> Letter:
    """The item in ``data``. Raises BadInput when it is damaged."""
    try:
        with extract_msg.openMsg(data, strict=False, errorBehavior=ErrorBehavior.SUPPRESS_ALL) as item:
            return _letter(item)
    except BadInput:
        raise
    except Exception as error:
        # The library reads what the bytes say and raises whatever that ends in.
        raise BadInput(
            "the Outlook message is damaged and cannot be read", name, "Ask for it again, or as PDF"
        ) from error


def _letter(item: Any) -> Letter:
    kind = str(item.classType or "").upper()
    letter = Letter(next((what for start, what in WHAT.items() if kind.startswith(start)), "E-mail message"))
    _headers(item, letter)
    _body(item, letter)
    # The library takes a signed message apart and leaves out what is in none of its lists: what was signed is a
    # document of its own, whole.
    signed = isinstance(item, MessageSignedBase)
    for number, part in enumerate(item.rawAttachments if signed else item.attachments, start=1):
        _attachment(part, number, letter)
    shown = " ".join([value for _, value in letter.headers] + [text for _, text in letter.bodies])
    for code, value in _strings(item):
        if value and value not in shown:
            letter.others.append((f"property {code}", value))
    return letter


def _headers(item: Any, letter: Letter) -> None:
    sent = Letter()
    text = item.getStringStream("__substg1.0_007D")
    if text:
        internet_headers(email.message_from_string(str(text), policy=policy.compat32), sent)
    given = dict(sent.headers)
    letter.others = sent.others
    rows = [("From", _sender(item) or given.get("From", ""))]
    people: dict[str, list[str]] = {"To": [], "Cc": [], "Bcc": []}
    for recipient in getattr(item, "recipients", []):
        said = named_address(recipient.name, recipient.email or recipient.smtpAddress)
        people.setdefault(RECIPIENTS.get(int(recipient.type or 1) & 0xF, "To"), []).append(said)
    for name, code in (("To", "0E04"), ("Cc", "0E03"), ("Bcc", "0E02")):
        stated = item.getStringStream(f"__substg1.0_{code}") or given.get(name, "")
        rows.append((name, "; ".join(filter(None, people[name])) or str(stated or "")))
    rows.append(("Date", given.get("Date", "") or _date(item)))
    rows.append(("Subject", str(item.getStringStream("__substg1.0_0037") or given.get("Subject", ""))))
    known = {"From", "To", "Cc", "Bcc", "Date", "Subject"}
    letter.headers = [(label, bare(said)) for label, said in rows if bare(said)] + [
        row for row in sent.headers if row[0] not in known
    ]
    for label, attribute in (("Start", "startDate"), ("End", "endDate"), ("Place", "location")):
        value = getattr(item, attribute, None)
        if value:
            letter.headers.append((label, _time(value)))


def _sender(item: Any) -> str:
    name = item.getStringStream("__substg1.0_0C1A") or item.getStringStream("__substg1.0_0042")
    address = item.getStringStream("__substg1.0_5D01") or item.getStringStream("__substg1.0_0C1F")
    return named_address(name, address)


def _date(item: Any) -> str:
    for code in ("00390040", "0E060040", "30070040"):
        value = item.getPropertyVal(code)
        if value:
            return _time(value)
    return ""


def _time(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.strftime("%a, %d %b %Y %H:%M:%S %z").strip()
    return str(value)


def _body(item: Any, letter: Letter) -> None:
    read = not isinstance(item, MessageSignedBase) and hasattr(item, "body")
    html, text = (getattr(item, "htmlBody", None), item.body) if read else (None, None)
    if not read:
        html, text = item.getStream("__substg1.0_10130102"), item.getStringStream("__substg1.0_1000")
    words = "" if html is None else (html if isinstance(html, str) else decoded(bytes(html), _charset(bytes(html))))
    plain = str(text or "").strip("\x00")
    if words.strip():
        letter.bodies.append(("html", words))
        letter.versions.append(plain)
    elif plain.strip():
        letter.bodies.append(("text", plain))
    elif rich := getattr(item, "rtfBody", None):
        letter.attachments.append(Attachment("message.rtf", bytes(rich)))
        letter.notes.append("its text is kept in an old format (RTF), and is a document of its own: message.rtf")


def _charset(html: bytes) -> str:
    match = re.search(rb"<meta[^>]+charset=[\"']?([\w.:-]+)", html[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else "utf-8"


def _attachment(part: Any, number: int, letter: Letter) -> None:
    name = next(
        (str(n) for n in (part.longFilename, part.displayName, part.shortFilename) if n), f"attachment {number}"
    )
    name = bare(name.replace("\\", "/").rpartition("/")[2])
    try:
        inside = part.data
    except NotImplementedError:
        inside = None
        letter.notes.append(f"'{name}' is not in the message: it is a link to a file kept elsewhere")
    if isinstance(inside, extract_msg.MSGFile):
        letter.attachments.append(
            Attachment(name if name.lower().endswith(".msg") else f"{name}.msg", inside.exportBytes())
        )
        return
    if not isinstance(inside, bytes | bytearray):
        letter.notes.append(f"the attachment '{name}' cannot be read out of the message")
        letter.attachments.append(Attachment(name, b""))
        return
    attached = Attachment(name, bytes(inside))
    cid = str(part.cid or "").strip("<> ")
    if cid and cid not in letter.pictures:
        letter.pictures[cid] = attached
    else:
        letter.attachments.append(attached)


def _strings(item: Any) -> list[tuple[str, str]]:
    """The item's own string properties (not those of recipients and attachments) that are not shown."""
    found = []
    for path in item.listDir(streams=True, storages=False, includePrefix=False):
        match = _PROPERTY.fullmatch(path[0]) if len(path) == 1 else None
        if match and match[1] not in _KNOWN:
            value = item.getStringStream(f"__substg1.0_{match[1]}")
            found.append((match[1], bare(value)))
    return found

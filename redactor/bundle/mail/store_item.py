# SPDX-License-Identifier: AGPL-3.0-or-later
"""One item of an Outlook data file as a message of the internet. What libpff raises for a broken one goes through."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator
from email import message_from_string, policy
from email.header import Header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from typing import Any

from redactor.bundle.encodings import decoded
from redactor.bundle.mail.items import RECIPIENTS, WHAT, named_address, out_of_rich

#: Times of appointments and addresses of contacts have numbers of their own (MS-OXPROPS: PidLidLocation, ...).
NAMED = {
    0x820D: "Start", 0x820E: "End", 0x8208: "Place", 0x8104: "Task begun", 0x8105: "Task due", 0x8083: "E-mail",
    0x8093: "E-mail, second",
}  # fmt: skip
#: The labels of named properties, by the number they have in the file.
Named = dict[int, str]
LINES = policy.compat32.clone(linesep="\r\n")
_STRINGS, _ANSI, _TIMES = 0x1F, 0x1E, 0x40
#: String properties that are shown, are copies of what is, or say how the item is stored (MS-OXPROPS).
_KNOWN = frozenset({0x001A, 0x0037, 0x003D, 0x0070, 0x007D, 0x0E02, 0x0E03, 0x0E04, 0x0E1D, 0x1000, 0x1013, 0x1035})
_FIELDS = {
    0x3001: "Name", 0x3A06: "First name", 0x3A11: "Last name", 0x3A16: "Company", 0x3A17: "Job", 0x3A08: "Phone, work",
    0x3A09: "Phone, home", 0x3A1C: "Mobile", 0x3A15: "Address", 0x3A27: "Town", 0x3A2A: "Postcode",
}  # fmt: skip
_CODE_PAGE, _UTF_8 = 0x3FDE, 65001
#: The texts of an item that are kept as bytes: HTML, and compressed RTF.
_CODED = frozenset({0x1013, 0x1009})
_EMBEDDED, _BY_VALUE = 5, 1
_CONTROL = re.compile(rb"\{\\(?:fonttbl|colortbl|stylesheet|\*)(?:[^{}]|\{[^{}]*\})*\}|\\[a-z]+-?\d* ?|[{}\s]")


def message_of(item: Any, named: Named) -> Message:
    strings, others = _properties(item, named)
    kind = strings.get(0x001A, "IPM.Note").upper()
    message = MIMEMultipart("mixed")
    shown = _headers(message, item, strings)
    details = _details(kind, strings, others)
    if details:
        message.attach(MIMEText(details, "plain", "utf-8"))
    for part in _bodies(item, others):
        message.attach(part)
    for number, attachment in enumerate(item.attachments, start=1):
        message.attach(_attached(attachment, number, named))
    shown += details
    for code, text in strings.items():
        if code not in _KNOWN and text.strip() and text.strip() not in shown:
            _put(message, f"X-Outlook-Property-{code:04X}", text)
    _steady(message)
    return message


def _properties(item: Any, named: Named) -> tuple[dict[int, str], dict[int | str, Any]]:
    """The item's words by property; its numbers and times by property or, for those that have one, by name."""
    strings: dict[int, str] = {}
    others: dict[int | str, Any] = {}
    for entry in (entry for records in item.record_sets for entry in records.entries):
        if entry.value_type in (_STRINGS, _ANSI):
            strings[entry.entry_type] = str(entry.data_as_string or "")
            value: Any = strings[entry.entry_type]
        elif entry.value_type == _TIMES:
            value = entry.data_as_datetime
        elif entry.value_type == 0x03:
            value = entry.data_as_integer
        elif entry.entry_type in _CODED:
            value = True
        else:
            continue
        others[entry.entry_type] = value
        if entry.entry_type in named:
            others[named[entry.entry_type]] = value
    return strings, others


def _headers(message: Message, item: Any, strings: dict[int, str]) -> str:
    """Those the message came with, and what the item knows of those it has not. All of them in one text."""
    sent = message_from_string(strings.get(0x007D, ""), policy=policy.compat32)
    for name, value in sent.items():
        if not name.lower().startswith(("content-", "mime-")):
            _put(message, name, str(value))
    people = _people(item)
    when = item.client_submit_time or item.delivery_time or item.creation_time
    known = {
        "From": named_address(
            strings.get(0x0C1A) or strings.get(0x0042, ""), strings.get(0x5D01) or strings.get(0x0C1F, "")
        ),
        "To": people["To"] or strings.get(0x0E04, ""),
        "Cc": people["Cc"] or strings.get(0x0E03, ""),
        "Bcc": people["Bcc"] or strings.get(0x0E02, ""),
        "Date": format_datetime(when) if when else "",
        "Subject": str(item.subject or ""),
    }
    for name, value in known.items():
        if value.strip() and name not in message:
            _put(message, name, value)
    return "\n".join(str(value) for value in (*message.values(), *known.values()))


def _people(item: Any) -> dict[str, str]:
    found: dict[str, list[str]] = {"To": [], "Cc": [], "Bcc": []}
    recipients = item.recipients
    for records in recipients.record_sets if recipients is not None else ():
        entries = {entry.entry_type: entry for entry in records.entries}
        strings = {
            code: str(entry.data_as_string or "")
            for code, entry in entries.items()
            if entry.value_type in (_STRINGS, _ANSI)
        }
        kind = entries[0x0C15].data_as_integer if 0x0C15 in entries else 1
        said = named_address(strings.get(0x3001, ""), strings.get(0x39FE) or strings.get(0x3003, ""))
        found[RECIPIENTS.get(kind & 0xF, "To")].append(said)
    return {name: "; ".join(filter(None, said)) for name, said in found.items()}


def _details(kind: str, strings: dict[int, str], others: dict[int | str, Any]) -> str:
    """What an appointment, a contact or a task says apart from its text; "" for a message."""
    if kind.startswith("IPM.NOTE"):
        return ""
    lines = [what for start, what in WHAT.items() if kind.startswith(start)]
    lines += [f"{label}: {_said(others[label])}" for label in NAMED.values() if others.get(label)]
    if kind.startswith("IPM.CONTACT"):
        lines += [f"{_FIELDS[code]}: {strings[code]}" for code in _FIELDS if strings.get(code, "").strip()]
    return "\n".join(lines)


def _said(value: object) -> str:
    return value.strftime("%a, %d %b %Y %H:%M UTC") if isinstance(value, datetime.datetime) else str(value)


def _bodies(item: Any, others: dict[int | str, Any]) -> Iterator[Message]:
    html, rich = _stream(item, "html_body"), _stream(item, "rtf_body")
    plain = decoded(_stream(item, "plain_text_body"), "utf-8")
    words = decoded(html, f"cp{others[_CODE_PAGE]}" if others.get(_CODE_PAGE, _UTF_8) != _UTF_8 else "utf-8")
    if not words.strip() and rich:
        words, inside = out_of_rich(rich)
        plain = plain or inside
    if words.strip() and plain.strip():
        both = MIMEMultipart("alternative")
        both.attach(MIMEText(plain, "plain", "utf-8"))
        both.attach(MIMEText(words, "html", "utf-8"))
        yield both
    elif words.strip() or plain.strip():
        yield MIMEText(words or plain, "html" if words.strip() else "plain", "utf-8")
    elif _CODED & others.keys() and not rich:
        yield MIMEText("[The text of this item is damaged and cannot be read.]", "plain", "utf-8")
    elif rich and _CONTROL.sub(b"", rich):
        part = MIMEApplication(rich, "rtf")
        part.add_header("Content-Disposition", "attachment", filename="message.rtf")
        yield part


def _stream(item: Any, kind: str) -> bytes:
    """One of an item's texts. One that is broken is as good as none while there are others."""
    try:
        body = getattr(item, kind)
    except OSError:
        return b""
    return (body.encode() if isinstance(body, str) else bytes(body or b"")).rstrip(b"\0")


def _attached(attachment: Any, number: int, named: Named) -> Message:
    entries = {entry.entry_type: entry for records in attachment.record_sets for entry in records.entries}
    strings = {
        code: str(entry.data_as_string or "")
        for code, entry in entries.items()
        if entry.value_type in (_STRINGS, _ANSI)
    }
    name = strings.get(0x3707) or strings.get(0x3704) or strings.get(0x3001) or f"attachment {number}"
    how = entries[0x3705].data_as_integer if 0x3705 in entries else _BY_VALUE
    if how == _EMBEDDED and attachment.number_of_sub_items:
        inner = message_of(attachment.get_sub_item(0), named).as_bytes(policy=LINES)
        part = MIMEApplication(inner, "octet-stream")
        name = name if name.lower().endswith(".eml") else f"{name}.eml"
    else:
        part = MIMEApplication(attachment.read_buffer(attachment.size) if attachment.size else b"", "octet-stream")
    if strings.get(0x3712):
        part["Content-ID"] = f"<{strings[0x3712].strip('<> ')}>"
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part


def _put(message: Message, name: str, value: str) -> None:
    """A header on one line; in words no mail program has to guess at."""
    plain = " ".join(value.split())
    message[name] = plain if plain.isascii() else Header(plain, "utf-8", header_name=name).encode()


def _steady(message: Message) -> None:
    """The same item gives the same bytes: its boundaries are made of what it holds, not of chance."""
    held = hashlib.sha256("".join(str(value) for value in message.values()).encode("utf-8", "replace")).hexdigest()
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{held[:32]}_{number}")

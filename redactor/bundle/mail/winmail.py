# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is in a winmail.dat (TNEF), which Outlook wraps around messages for programs that are not Outlook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tnefparse import TNEF
from tnefparse.mapi import TNEFMAPI_Attribute

from redactor.domain.errors import BadInput
from redactor.domain.pages import Attachment

_ID_SUBJECT, _ID_SENDER, _ID_SENT_FOR, _ID_TO, _ID_CC, _ID_BCC = 0x0037, 0x0C1A, 0x0042, 0x0E04, 0x0E03, 0x0E02
_NAMES = {
    _ID_SUBJECT: "Subject", _ID_SENDER: "From", _ID_SENT_FOR: "Sender", _ID_TO: "To", _ID_CC: "Cc", _ID_BCC: "Bcc",
}  # fmt: skip


@dataclass(slots=True)
class Winmail:
    html: str = ""
    text: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)


def opened(data: bytes) -> Winmail:
    """What the TNEF in ``data`` holds. Raises BadInput when it cannot be read."""
    try:
        return _read(TNEF(data, do_checksum=False))
    except Exception as error:
        # The parser indexes into whatever the bytes say, and raises what that happens to end in.
        raise BadInput("the winmail.dat is damaged and cannot be read", do="Ask for the message again") from error


def _read(tnef: Any) -> Winmail:
    found = Winmail(html=_text(tnef.htmlbody), text=_text(tnef.body))
    if not found.html and not found.text and tnef.rtfbody:
        found.attachments.append(Attachment("message.rtf", bytes(tnef.rtfbody)))
    for prop in tnef.mapiprops:
        value = prop.data
        if isinstance(prop, TNEFMAPI_Attribute) and isinstance(value, str | bytes) and _is_text(prop):
            name = _NAMES.get(prop.name, "")
            text = _text(value)
            (found.headers if name else found.others).append((name or f"property {prop.name:04X}", text))
    for number, part in enumerate(tnef.attachments, start=1):
        name = _text(part.long_filename()) or f"attachment {number}"
        found.attachments.append(Attachment(name.replace("\\", "/").rpartition("/")[2], bytes(part.data or b"")))
    return found


def _is_text(prop: Any) -> bool:
    return prop.attr_type in (0x1E, 0x1F)


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        for name in ("utf-8", "cp1252"):
            try:
                return value.decode(name).rstrip("\x00")
            except UnicodeDecodeError:
                continue
        return value.decode("latin-1").rstrip("\x00")
    return str(value or "").rstrip("\x00")

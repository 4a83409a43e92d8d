# SPDX-License-Identifier: AGPL-3.0-or-later
"""What Outlook's items have in common, in whatever file they come: their kinds, people, and texts wrapped in RTF."""

from __future__ import annotations

from redactor.bundle.encodings import decoded

#: Kinds of recipients (MS-OXOMSG, PidTagRecipientType).
RECIPIENTS = {1: "To", 2: "Cc", 3: "Bcc"}
#: What an item is, by the class Outlook gives it.
WHAT = {
    "IPM.APPOINTMENT": "Outlook appointment",
    "IPM.SCHEDULE": "Outlook meeting message",
    "IPM.CONTACT": "Outlook contact",
    "IPM.TASK": "Outlook task",
    "IPM.STICKYNOTE": "Outlook note",
    "IPM.ACTIVITY": "Outlook journal entry",
}
#: What libraries that read such items raise for whatever is broken.
WRONG = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, MemoryError, LookupError)


def named_address(name: object, address: object) -> str:
    """ "Jo Smith <jo@x.example>"; the name alone where the address is one inside an Exchange server."""
    said, where = bare(name), bare(address)
    if not where or where == said or where.upper().startswith("/O="):
        return said or where
    return f"{said} <{where}>" if said else where


def bare(value: object) -> str:
    """A string of an item, without the character of no value that old Outlooks end each with."""
    return str(value or "").strip("\x00 \t\r\n")


def out_of_rich(rich: bytes) -> tuple[str, str]:
    """The HTML, or else the plain text, that Outlook wrapped in RTF (MS-OXRTFEX); both "" where it wrapped none."""
    from RTFDE.deencapsulate import DeEncapsulator
    from RTFDE.exceptions import MalformedEncapsulatedRtf, NotEncapsulatedRtf

    try:
        inside = DeEncapsulator(rich)
        inside.deencapsulate()
        content = inside.html if inside.content_type == "html" else inside.plain_text
        text = content if isinstance(content, str) else decoded(bytes(content or b""), "utf-8")
    except (MalformedEncapsulatedRtf, NotEncapsulatedRtf, *WRONG):
        return "", ""
    return (text, "") if inside.content_type == "html" else ("", text)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Internet messages (.eml, .mht, mbox) as letters, whatever is wrong with their headers and alphabets.

The standard library takes the message apart; headers and bodies are decoded here, since thirty years of mail
programs wrote alphabets they did not name, or named ones they did not write.
"""

from __future__ import annotations

import email
import email.errors
import re
from email import policy
from email.header import decode_header
from email.message import Message
from html import unescape
from urllib.parse import unquote, urlsplit

from redactor.bundle.encodings import decoded
from redactor.bundle.formats.hypertext import flat
from redactor.bundle.formats.sealed import contents
from redactor.bundle.mail.letter import Letter
from redactor.bundle.mail.winmail import opened
from redactor.domain.errors import BadInput
from redactor.domain.pages import Attachment

_SHOWN = ("From", "Sender", "Reply-To", "Resent-From", "Resent-To", "Resent-Date", "To", "Cc", "Bcc", "Date", "Subject")
_SHOWN_LOWER = {name.lower(): name for name in _SHOWN}
#: Signatures made by programs: nothing in them to read, and no document to add.
_SEALS = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
_BODIES = ("text/plain", "text/html", "text/enriched")
_MOST_PARTS = 3000
_DEEP = 60


def read_mail(data: bytes, name: str) -> Letter:
    """The message in ``data``. Raises BadInput when it is sealed, or nested beyond all reason."""
    try:
        message = email.message_from_bytes(data, policy=policy.compat32)
        letter = Letter()
        _headers(message, letter)
        parts = _Parts(letter, name, page=_is_page(message))
        parts.take(message, 0)
        if parts.dress:
            letter.notes.append(f"style sheets and fonts are left out ({parts.dress})")
    except RecursionError:
        raise BadInput("the message is nested too deeply to be read", name, "Ask for it again, or as PDF") from None
    return letter


def _headers(message: Message, letter: Letter) -> None:
    order: dict[str, list[str]] = {name: [] for name in _SHOWN}
    for name, raw in message._headers:  # type: ignore[attr-defined]  # raw values; asking for them by name decodes
        value = header_text(raw)
        shown = _SHOWN_LOWER.get(str(name).lower())
        if shown:
            order[shown].append(value)
        else:
            letter.others.append((str(name), value))
    letter.headers = [(name, value) for name, values in order.items() for value in values]


def _is_page(message: Message) -> bool:
    """Whether it is a web page that a browser or Word saved as one file (MHT, RFC 2557): sent by and to nobody."""
    sender = header_text(message.get("From", ""))
    sent = any(message.get(name) for name in ("To", "Cc", "Bcc", "Received", "Message-ID", "Delivered-To"))
    return message.get_content_type() == "multipart/related" and not sent and (not sender or "Saved by" in sender)


def header_text(raw: object) -> str:
    """A header's value unfolded and decoded, as far as it can be."""
    data = str(raw).encode("utf-8", "surrogateescape") if not isinstance(raw, bytes) else raw
    text = " ".join(decoded(data, "utf-8").split())
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text)
    except (email.errors.HeaderParseError, ValueError):
        return text
    said = []
    for part, charset in parts:
        said.append(part if isinstance(part, str) else decoded(part, charset or "utf-8"))
    return " ".join("".join(said).split())


class _Parts:
    """Walks through a message's parts and sorts them into its letter."""

    def __init__(self, letter: Letter, name: str, *, page: bool = False) -> None:
        self._letter = letter
        self._name = name
        self._page = page
        self._seen = 0
        #: How many parts were left out that only say how a web page looks.
        self.dress = 0
        if page:
            letter.what = "Web page in one file (MHT)"

    def take(self, part: Message, depth: int) -> None:
        self._seen += 1
        if self._seen > _MOST_PARTS or depth > _DEEP:
            raise BadInput("the message has more parts than can be read", self._name, "Ask for it again, or as PDF")
        kind = part.get_content_type()
        if kind == "message/rfc822" or (kind == "message/global" and part.is_multipart()):
            self._message(part)
        elif kind == "multipart/alternative":
            self._alternatives(part, depth)
        elif part.is_multipart():
            for inner in _inner(part):
                self.take(inner, depth + 1)
        elif kind in _SEALED:
            self._sealed(part, depth)
        elif kind not in _SEALS:
            self._leaf(part, kind)

    def _alternatives(self, part: Message, depth: int) -> None:
        """Versions of one text: the last formatted one is shown, or the first; the others are kept beside it."""
        letter, found = self._letter, list[list[tuple[str, str]]]()
        before = letter.bodies
        for inner in _inner(part):
            letter.bodies = []
            self.take(inner, depth + 1)
            if letter.bodies:
                found.append(letter.bodies)
        letter.bodies = before
        formatted = [bodies for bodies in found if any(kind == "html" and text.strip() for kind, text in bodies)]
        chosen = formatted[-1] if formatted else found[0] if found else []
        letter.bodies += chosen
        for bodies in found:
            if bodies is not chosen:
                letter.versions += [text if kind == "text" else "\n".join(flat(text).texts) for kind, text in bodies]

    def _leaf(self, part: Message, kind: str) -> None:
        data, whole = payload(part)
        name = _file_name(part) or (_located(part) if self._page else "")
        if self._page and (kind == "text/css" or kind.startswith(("font/", "application/font"))):
            self.dress += 1
            return
        if not whole:
            self._letter.notes.append(
                f"the part {name or kind} is damaged inside the message; what is left was taken in"
            )
        attached = (part.get_content_disposition() or "") == "attachment"
        if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
            self._winmail(data, name)
        elif kind in _BODIES and not attached and (self._page or not _is_file(part, name)):
            self._body(data, kind, str(part.get_content_charset("") or _charset(part)))
        elif kind.startswith("image/") and _in_place(part, attached):
            self._picture(part, name or f"picture.{kind.partition('/')[2]}", data)
        else:
            self._letter.attachments.append(Attachment(name or _made_up(kind), data))

    def _body(self, data: bytes, kind: str, charset: str) -> None:
        text = decoded(data, charset or _declared(data) or "utf-8")
        if kind == "text/enriched":
            text = re.sub(r"<[^<>]*>", "", text)
        if text.strip():
            self._letter.bodies.append(("html" if kind == "text/html" else "text", text))

    def _picture(self, part: Message, name: str, data: bytes) -> None:
        key = header_text(part.get("Content-ID") or part.get("Content-Location")).strip("<> ")
        if key in self._letter.pictures:
            self._letter.attachments.append(Attachment(name, data))
        else:
            self._letter.pictures[key] = Attachment(name, data)

    def _message(self, part: Message) -> None:
        inner = _inner(part)
        for message in inner[:1]:
            subject = header_text(message.get("Subject", "")) or "message"
            self._letter.attachments.append(Attachment(_file_name(part) or f"{_fit(subject)}.eml", _bytes(message)))

    def _winmail(self, data: bytes, name: str) -> None:
        letter = self._letter
        try:
            inside = opened(data)
        except BadInput:
            letter.attachments.append(Attachment(name or "winmail.dat", data))
            return
        letter.bodies += inside.bodies
        letter.versions += inside.versions
        letter.pictures |= {key: part for key, part in inside.pictures.items() if key not in letter.pictures}
        letter.attachments += inside.attachments
        letter.notes += inside.notes
        # The message around it has its own head; what that does not say is kept beside it.
        said = " ".join(value for _, value in letter.headers)
        letter.others += [*inside.others, *(row for row in inside.headers if row[1] not in said)]

    def _sealed(self, part: Message, depth: int) -> None:
        data, _ = payload(part)
        name = _file_name(part) or "smime.p7m"
        try:
            inside = contents(data, name)
        except BadInput:
            pass
        else:
            self.take(email.message_from_bytes(inside, policy=policy.compat32), depth + 1)
            return
        self._letter.notes.append(f"{name} is encrypted or sealed: open the message in Outlook and save it unsealed")
        self._letter.attachments.append(Attachment(name, data))


def _inner(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [item for item in inside if isinstance(item, Message)] if isinstance(inside, list) else []


def payload(part: Message) -> tuple[bytes, bool]:
    """A part's bytes, and whether they are whole."""
    defects = len(part.defects)
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, UnicodeError):
        data = None
    if isinstance(data, bytes):
        encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        raw = part.get_payload()
        coded = encoding == "base64" and isinstance(raw, str) and len("".join(raw.split()).rstrip("=")) % 4 == 1
        return data, len(part.defects) == defects and not coded
    raw = part.get_payload()
    return (raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""), False


def _bytes(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except (UnicodeError, LookupError, ValueError, KeyError, TypeError, AttributeError):
        # Headers the library cannot write again: they go through letter by letter.
        return str(message).encode("utf-8", "surrogateescape")


def _is_file(part: Message, name: str) -> bool:
    """A text with a file's name and not meant to be read in place."""
    return bool(name) and (part.get_content_disposition() or "") != "inline"


def _in_place(part: Message, attached: bool) -> bool:
    """Whether a picture is one the text may show; Outlook calls those attachments too."""
    return bool(part.get("Content-ID") or (part.get("Content-Location") and not attached))


def _file_name(part: Message) -> str:
    """The name the part goes by, without folders."""
    for param, header in (("filename", "Content-Disposition"), ("name", "Content-Type")):
        try:
            value = _lettered(part, header).get_param(param, header=header)
        except (ValueError, TypeError, LookupError, AttributeError):
            continue
        if isinstance(value, tuple):
            charset, _, text = value
            value = decoded(str(text).encode("latin-1", "replace"), charset or "utf-8")
        if value:
            return _fit(header_text(value))
    return ""


def _lettered(part: Message, header: str) -> Message:
    """The part, or its ``header`` alone where letters stand in it as they are, which the library takes for damage."""
    raw = next((value for name, value in part.raw_items() if name.lower() == header.lower()), "")
    if not isinstance(raw, str) or raw.isascii():
        return part
    alone = Message()
    alone[header] = header_text(raw)
    return alone


def _located(part: Message) -> str:
    """The name of the file that a part of a web page was."""
    return _fit(unquote(urlsplit(header_text(part.get("Content-Location", ""))).path))


def _fit(name: str) -> str:
    """A name without folders, controls and excess."""
    plain = "".join(c for c in unescape(name) if c.isprintable()).replace("\\", "/").rpartition("/")[2].strip()
    return plain if len(plain) <= 120 else plain[:100] + plain[-20:]


def _made_up(kind: str) -> str:
    kinds = {"text/calendar": "calendar.ics", "text/vcard": "contact.vcf", "text/x-vcard": "contact.vcf"}
    return kinds.get(kind, f"part.{kind.partition('/')[2] or 'bin'}")


def _charset(part: Message) -> str:
    value = part.get_param("charset", "")
    return str(value[2] if isinstance(value, tuple) else value or "")


def _declared(data: bytes) -> str:
    """The alphabet an HTML page says it is written in."""
    match = re.search(rb"<meta[^>]+charset=[\"']?([\w.:-]+)", data[:2048], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else ""

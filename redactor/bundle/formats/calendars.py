# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calendar entries and visiting cards (RFC 5545, RFC 6350, vCard 2.1) with their lines as they are meant, and the
photos and papers that stand in them. Pure."""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode

from redactor.domain.pages import Attachment

_CARD = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)\s", re.IGNORECASE)
_END = re.compile(r"(?im)^END:V(?:CALENDAR|CARD)\b")
#: A line longer than 75 bytes goes on in the next one, after a blank (3.1): in the middle of a word.
_FOLD = re.compile(r"\r?\n[ \t]")
#: How a break, a comma, a semicolon and a backslash stand in a text (3.3.11).
_ESCAPED = re.compile(r"\\([nN,;\\])")
#: Lines of vCard 2.1 go on behind an equals sign, and hold other letters than ASCII by number.
_QUOTED = re.compile(r"(?im)^([^:\r\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[^:\r\n]*:)((?:[^\r\n]*=\r?\n)*[^\r\n]*)")
_CHARSET = re.compile(r"(?i);CHARSET=\"?([\w.:-]+)")
#: A property whose value is a file: in base 64, or as an address that holds it. A colon may stand in quotes before.
_FILE = re.compile(
    r"(?im)^(?P<name>[\w.-]+)(?P<said>(?:;(?:[^\":\r\n]|\"[^\"\r\n]*\")*)?):(?:data:(?P<kind>[\w/+.-]*)[^,\r\n]*;base64,)?"
    r"(?P<value>[A-Za-z0-9+/=][A-Za-z0-9+/= \t]{40,})\r?$"
)
_CODED = re.compile(r"(?i);(?:ENCODING=)?(?:B|BASE64)(?=[;:]|$)|;VALUE=BINARY(?=[;:]|$)")
_NAMED = re.compile(r"(?i);(?:X-)?(?:ORACLE-|APPLE-)?FILENAME=(?:\"([^\"]+)\"|([^;:]+))")
_TYPED = re.compile(r"(?i);(?:(?:FMT|MEDIA)?TYPE=\"?(?:\w+/)?)?(JPE?G|PNG|GIF|BMP|TIFF?|WEBP|PDF|WAVE?|MP3|OGG)\b")


def opened(text: str) -> tuple[str, tuple[Attachment, ...]]:
    """The text with long lines in one and nothing escaped, where it is a calendar or a card, and the files that stand
    in it; else, and what somebody wrote below one, as it was."""
    if not _CARD.match(text.removeprefix("\ufeff")):
        return text, ()
    end = max((match.end() for match in _END.finditer(text)), default=len(text))
    files: list[Attachment] = []

    def taken_out(found: re.Match[str]) -> str:
        if not found["kind"] and not _CODED.search(found["said"] or ""):
            return found[0]
        try:
            data = b64decode("".join(found["value"].split()), validate=True)
        except (binascii.Error, ValueError):
            return found[0]
        files.append(Attachment(_name(found, len(files) + 1), data))
        return f"{found['name']}{found['said'] or ''}: {files[-1].name} (a document of its own)"

    entry = _FILE.sub(taken_out, _FOLD.sub("", _QUOTED.sub(_unquoted, text[:end])))
    entry = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], entry)
    return entry + text[end:], tuple(files)


def _unquoted(found: re.Match[str]) -> str:
    charset = _CHARSET.search(found[1])
    said = quopri.decodestring(found[2].encode("utf-8", "replace"))
    try:
        return found[1] + said.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return found[1] + said.decode("cp1252", "replace")


def _name(found: re.Match[str], number: int) -> str:
    """The file's own name, or one made of what it is: "photo 1.jpeg"."""
    said = found["said"] or ""
    if own := _NAMED.search(said):
        return str(own[1] or own[2]).replace("\\", "/").rpartition("/")[2].strip()
    kind = (found["kind"] or "").rpartition("/")[2] or ((typed := _TYPED.search(said)) and typed[1]) or "bin"
    return f"{found['name'].rpartition('.')[2].lower()} {number}.{kind.lower()}"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A message as read from whatever file it came in, and how it is set as pages.

Shown are the headers a reader knows, the body with its pictures in place, and the names of what is attached. All
else of the message (other headers, addresses behind links, a plain-text version that says something else) becomes
places: searched and decided about like hidden text.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from PIL import Image, ImageOps, UnidentifiedImageError

from redactor.bundle.formats.converted import Converted, count_of, hidden_places, not_among, tells
from redactor.bundle.formats.hypertext import Flat, escaped, flat, readable
from redactor.bundle.formats.typeset import html_pdf, not_set
from redactor.bundle.formats.unshown import not_made
from redactor.domain.pages import Attachment, Place, Where

#: Pictures smaller than this in both directions, in pixels, tell a sender that the message was opened; nothing more.
_SPECK = 3
_MOST_PIXELS = 60_000_000
_LINES = re.compile(r"\r\n|\r|\n")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)?(.*?)/?", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class Letter:
    """``headers`` are shown, in this order; ``others`` are not.

    ``bodies`` are shown one after the other, each ("html" or "text", content); ``versions`` are plain-text versions
    of them, shown only where those are empty. ``pictures`` are by Content-ID, for HTML bodies; those not shown there
    become attachments. ``notes`` as in :class:`~redactor.bundle.formats.converted.Converted`.
    """

    what: str = "E-mail message"
    headers: list[tuple[str, str]] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[tuple[str, str]] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    pictures: dict[str, Attachment] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def letter_pages(letter: Letter, source: str) -> Converted:
    """The message set as pages. ``source`` is the SHA-256 (hex) of its file."""
    shown: dict[str, str] = {}

    def picture(address: str) -> str | None:
        return _picture(address, letter.pictures, shown)

    body = Flat()
    for kind, content in letter.bodies:
        body.add(flat(content, picture) if kind == "html" else plain_flat(content))
    extra: list[str] = []
    if not body.texts and not shown:
        for version in letter.versions:
            body.add(plain_flat(version))
    else:
        said = "\n".join([*body.texts, *body.links, *body.unseen])
        extra = [text for version in letter.versions for text in not_among(_paragraphs(version), said)]
    left = [part for cid, part in letter.pictures.items() if cid not in shown]
    attachments = [*letter.attachments, *(part for part in left if part not in letter.attachments)]
    head = _head(letter, attachments)
    pdf = html_pdf(head.html + "<hr/>" + body.html, source)
    missing = not_set([*head.texts, *body.texts], pdf)
    notes = list(dict.fromkeys(letter.notes))
    html = "".join(content for kind, content in letter.bodies if kind == "html")
    notes += not_made(html, scripts=False)
    if missing:
        notes.append(f"{count_of(len(missing), 'passage')} could not be set on the pages")
    if extra := [text for text in extra if tells(text)]:
        notes.append("its plain-text version says something the formatted one does not")
    places = [Place(Where.METADATA, value, None, (), f"header {name}") for name, value in _worth_telling(letter.others)]
    places += hidden_places(missing, "text of the message that is not on its pages")
    places += hidden_places(["\n".join(extra)] if extra else [], "plain-text version of the message")
    places += hidden_places(_unsaid(body.unseen, body.texts), "in the message's HTML, not shown")
    places += _addresses(body.links, body.texts, "addresses behind links")
    places += _addresses(body.remote, body.texts, "addresses of pictures that were not fetched")
    return Converted(pdf, "Redactor, e-mail set as pages", tuple(notes), tuple(places), tuple(attachments))


def _head(letter: Letter, attachments: list[Attachment]) -> Flat:
    head = Flat()
    lines = [("banner", f"{letter.what}, set as pages by Redactor", "")]
    lines += [("head", f"{name}:", value) for name, value in letter.headers if value.strip()]
    if attachments:
        names = "; ".join(part.name for part in attachments)
        lines.append(("head", "Attachments:", f"{names} (each a document of its own)"))
    for kind, name, value in lines:
        label = f"<b>{escaped(name)}</b> " if value else escaped(name)
        head.html += f'<p class="{kind}">{label}{escaped(value)}</p>'
        head.texts.append(readable(f"{name} {value}"))
    return head


def plain_flat(text: str) -> Flat:
    """Plain text as flat HTML: lines kept, quoted lines marked."""
    found = Flat()
    lines = _LINES.split(text)
    at = 0
    while at < len(lines):
        depth = _quoted(lines[at])
        end = at
        # Short paragraphs: MuPDF sets what is some lines long without fault.
        while end < len(lines) and end - at < 30 and _quoted(lines[end]) == depth and lines[end].strip():
            end += 1
        part = lines[at : max(end, at + 1)]
        at = max(end, at + 1)
        if not any(line.strip() for line in part):
            found.html += '<p class="gap">&#160;</p>' if found.html.endswith("</p>") else ""
            continue
        html = "<br/>".join(_spaced(line) for line in part)
        found.html += f'<p class="q{min(depth, 3)}">{html}</p>' if depth else f"<p>{html}</p>"
        found.texts += [readable(line) for line in part if line.strip()]
    return found


def _spaced(line: str) -> str:
    """A line with its runs of blanks, which tables in plain text are made of."""
    line = line.expandtabs(4).rstrip()
    return re.sub(
        r"^ +| {2,}",
        lambda run: "&#160;" * (len(run[0]) - 1) + " " if run.start() else "&#160;" * len(run[0]),
        escaped(line),
    )


def _quoted(line: str) -> int:
    return len(re.match(r"(?:\s?>)*", line)[0].replace(" ", ""))  # type: ignore[index]


def _paragraphs(text: str) -> list[str]:
    """Sentences as units to compare: lines are wrapped otherwise in the other version, and quoted lines marked."""
    plain = "\n".join(re.sub(r"^[\s>]+", "", line) for line in _LINES.split(text))
    plain = re.sub(r"<(?:https?|mailto|tel):[^>\s]*>|\[(?:cid|image):[^\]]*\]|https?://\S+|[*_|]+", " ", plain)
    return [part for part in re.split(r"\n\s*\n|(?<=[.!?;:])\s+|\n", plain) if part.strip()]


def _unsaid(unseen: Iterable[str], texts: list[str]) -> list[str]:
    return not_among(unseen, "\n".join(texts))


def _addresses(addresses: list[str], texts: list[str], detail: str) -> list[Place]:
    """One place for all addresses that do not show; each link of a newsletter by itself would bury the rest."""
    bare = [match[1] for address in addresses if (match := _ADDRESS.fullmatch(address.strip()))]
    hidden = [address for address in not_among(bare, "\n".join(texts)) if tells(address)]
    return [Place(Where.HIDDEN_TEXT, "\n".join(hidden), None, (), detail)] if hidden else []


#: Seals of machines: long runs of letters that say nothing of anybody.
_SEALS = re.compile(
    r"dkim-signature|arc-.*|x-google-dkim-signature|x-.*-(?:dkim|signature|messagedata.*|smime.*)|content-.*"
    r"|mime-version|x-(?:gm|google)-.*|x-microsoft-antispam.*|x-ms-(?:exchange-)?antispam.*|x-ms-.*guid.*"
    r"|x-forefront-.*|x-mimeole|x-priority|authentication-results.*|received-spf|x-received|list-.*",
    re.IGNORECASE,
)


def _worth_telling(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((n, v.strip()) for n, v in headers if not _SEALS.fullmatch(n) and tells(v)))


def _picture(address: str, pictures: dict[str, Attachment], shown: dict[str, str]) -> str | None:
    """A picture's address for the page; "" for a speck, None for what is not in the message or cannot be drawn."""
    lower = address.lower()
    if lower.startswith("data:"):
        head, _, tail = address.partition(",")
        try:
            data = base64.b64decode(tail, validate=False) if ";base64" in head.lower() else b""
        except (binascii.Error, ValueError):
            return None
        return drawable(data)
    key = re.sub(r"^cid:", "", address, flags=re.IGNORECASE).strip("<> ")
    if key not in pictures:
        # A web page in one file says where each picture was, and its text from where it stands itself.
        key = next((where for where in pictures if key and where.endswith("/" + unquote(key))), key)
    part = pictures.get(key)
    if part is None:
        return None
    if key not in shown:
        made = drawable(part.data)
        if made is None:
            return None
        shown[key] = made
    return shown[key]


def drawable(data: bytes) -> str | None:
    """The picture upright, as a data address MuPDF can draw; "" for a speck, None when it cannot be read."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            if max(image.size) <= _SPECK:
                return ""
            upright = ImageOps.exif_transpose(image)
            plain = upright if upright.mode in ("L", "RGB") else upright.convert("RGBA")
            if plain.mode == "RGBA":
                under = Image.new("RGBA", plain.size, (255, 255, 255, 255))
                plain = Image.alpha_composite(under, plain).convert("RGB")
            held = io.BytesIO()
            plain.save(held, "PNG")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return "data:image/png;base64," + base64.b64encode(held.getvalue()).decode()

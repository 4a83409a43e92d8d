# SPDX-License-Identifier: AGPL-3.0-or-later
"""An invitation and a visiting card are read as they are meant: names are not cut where their lines are, and the photo
and the papers in them are documents of their own."""

from __future__ import annotations

import base64
import io
import quopri

import pymupdf
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.formats.calendars import opened
from redactor.bundle.formats.converted import Converted

INVITATION = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:Discuss Kit Beech\\nand Mr Marmaduke Cholmon\r\n deley\\, neighbour"
    '\r\nATTENDEE;CN="Lena Ko\r\n\tch":mailto:lena@example.org\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n'
)


def photo() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(held, "JPEG")
    return held.getvalue()


def paper(said: str) -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), said)
    made: bytes = document.tobytes()
    return made


def folded(line: str) -> str:
    """A line as programs write it: 74 letters, the rest in lines that begin with a blank."""
    return "\r\n ".join(line[at : at + 74] for at in range(0, len(line), 74)) + "\r\n"


def coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def text_of(made: Converted) -> str:
    (page,) = tasks.read_pages(made.pdf, "", 1, 1)
    return " ".join(page.text.split())


def card(*lines: str) -> Converted:
    whole = "".join(("BEGIN:VCARD\r\n", *lines, "NOTE:Kyle Dunn rang\r\nEND:VCARD\r\n"))
    return tasks.convert(whole.encode(), "card.vcf", "text")


def test_names_in_an_invitation_are_whole_on_its_page() -> None:
    made = tasks.convert(INVITATION.format("").encode(), "invite.ics", "text")
    text = text_of(made)
    assert "Discuss Kit Beech and Mr Marmaduke Cholmondeley, neighbour" in text
    assert 'CN="Lena Koch"' in text and made.notes == () and made.attachments == ()


def test_a_paper_in_an_invitation_is_a_document_of_its_own() -> None:
    data = paper("Report by Gareth Pole")
    line = 'ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;X-FILENAME="K:\\n\\Pole: a report.pdf":'
    made = tasks.convert(INVITATION.format(folded(line + coded(data))).encode(), "invite.ics", "text")
    (inside,) = made.attachments
    assert (inside.name, inside.data) == ("Pole: a report.pdf", data)
    text = text_of(made)
    assert "Pole: a report.pdf (a document of its own)" in text and coded(data)[:40] not in text
    assert "Lena Koch" in text


def test_the_photo_on_a_card_of_any_age_is_a_document_of_its_own() -> None:
    data = photo()
    for line in (
        f"PHOTO;ENCODING=b;TYPE=JPEG:{coded(data)}",
        f"PHOTO;JPEG;ENCODING=BASE64:{coded(data)}",
        f"item1.PHOTO:data:image/jpeg;base64,{coded(data)}",
    ):
        made = card(folded(line))
        (inside,) = made.attachments
        assert (inside.name, inside.data) == ("photo 1.jpeg", data)
        assert "Kyle Dunn" in text_of(made) and coded(data)[:40] not in text_of(made)


def test_what_only_looks_like_a_file_stays_words() -> None:
    said = "KEY;ENCODING=b:" + "not=a=file" * 9
    made = card(f"{said}\r\n", "ORG:" + "x" * 60 + "\r\n")
    assert made.attachments == ()
    assert said in "".join(text_of(made).split())


def test_letters_by_number_are_letters() -> None:
    name = quopri.encodestring(
        "Zoë Brontë of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".encode()
    ).decode()
    made = card(f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{name}\r\n".replace("=\n", "=\r\n"))
    assert "Zoë Brontë of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" in text_of(made)


def test_other_text_stays_as_it_is() -> None:
    said = "Path C:\\new\n  and more\\, he wrote"
    assert opened(said) == (said, ())


def test_what_is_written_below_a_card_keeps_its_lines() -> None:
    text = "BEGIN:VCARD\nFN:Sal Ma\n rsh\nEND:VCARD\nFor Tom Bell\n  Jean Fenn rang\n"
    assert opened(text) == ("BEGIN:VCARD\nFN:Sal Marsh\nEND:VCARD\nFor Tom Bell\n  Jean Fenn rang\n", ())

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Messages become pages that show all a reader sees; what does not show is kept beside them; nothing is fetched."""

from __future__ import annotations

import base64
import struct
from datetime import datetime
from email.message import EmailMessage

import pytest

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.kinds import file_kind
from redactor.domain.errors import BadInput
from tests.mailmade import HTML, mail, outlook, picture, winmail


def converted(data: bytes, name: str = "m.eml") -> Converted:
    return tasks.convert(data, name, file_kind(data))


def text_of(made: Converted) -> str:
    content, _ = tasks.identify(made.pdf, "m")
    return "\n".join(page.text for page in tasks.read_pages(made.pdf, "", 1, content.pages))


def hidden(made: Converted) -> dict[str, str]:
    return {place.detail: place.text for place in made.places}


def test_a_message_as_its_reader_saw_it() -> None:
    made = converted(mail().as_bytes())
    text = text_of(made)
    for shown in (
        "From: Fiona Mársh <fiona@x.example>", "Kyle Dunn <kyle@y.example>", "Bcc: quiet@x.example",
        "Date: Thu, 14 Mar 2019", "Subject: Re: Priya – visit [grinning face]", "Meena Dunmore", "Gareth Pole",
        "On 3 May Kyle wrote:", "An earlier message", "set as pages by Redactor",
    ):  # fmt: skip
        assert shown in text
    assert "Scripty" not in text
    assert "Hidden Oswald" in text, "what the sender hid by a style is text like any other"
    images = tasks.read_pages(made.pdf, "", 1, 1)[0]
    assert images.status == "needs_ocr", "the picture stands in its place, to be read"
    assert made.attachments == ()


def test_what_does_not_show_is_kept_beside_the_pages() -> None:
    made = converted(mail().as_bytes())
    found = hidden(made)
    assert found["header X-Author"] == "Hyacinth Bucket"
    assert "deputy.head@school.example" in found["header Received"]
    assert "Zebedee Brown" in found["plain-text version of the message"]
    assert found["addresses behind links"] == "oluwaseun@webpost.example"
    assert "jo@x.example" in found["addresses of pictures that were not fetched"]
    assert any("Tobias Moran" in place.text for place in made.places)
    assert made.notes == ("its plain-text version says something the formatted one does not",)


def test_a_message_without_differences_asks_nobody_to_compare() -> None:
    made = converted(mail(html="<p>Dear Jo,<br>I visited Meena.</p>", text="Dear Jo,\nI visited\nMeena.\n").as_bytes())
    assert made.notes == () and "plain-text version of the message" not in hidden(made)


def test_the_same_message_is_the_same_pdf_and_another_is_not() -> None:
    one = mail(html="").as_bytes()
    assert converted(one).pdf == converted(one).pdf
    assert converted(one).pdf != converted(b"X-Other: header\r\n" + one).pdf


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked for the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    html = '<link rel=stylesheet href="http://a.example/x.css"><img src="http://a.example/i.png" alt="the house">'
    html += '<iframe src="http://a.example/"></iframe><object data="http://a.example/o"></object><p>Words</p>'
    text = text_of(converted(mail(html=html).as_bytes()))
    assert "[picture not fetched from a.example: the house]" in text and "Words" in text


def test_attachments_nested_messages_and_signatures() -> None:
    message = mail(html="")
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="Kyle’s report.pdf")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "x@y.example", "An inner matter"
    inner.set_content("inner words")
    message.add_attachment(inner)
    message.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment("BEGIN:VCALENDAR", subtype="calendar")
    made = converted(message.as_bytes())
    assert [part.name for part in made.attachments] == ["Kyle’s report.pdf", "An inner matter.eml", "calendar.ics"]
    assert file_kind(made.attachments[1].data) == "mail"
    assert "inner words" in text_of(converted(made.attachments[1].data))
    assert "Kyle’s report.pdf" in text_of(made), "the page names what was attached"


def test_a_picture_no_text_shows_is_a_document_of_its_own() -> None:
    message = mail(html="")
    message.add_attachment(picture(), maintype="image", subtype="png", filename="photo.png", cid="<loose>")
    assert [part.name for part in converted(message.as_bytes()).attachments] == ["photo.png"]


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "Siân £5 – ok".encode()), ("utf-8", "Siân £5 – ok".encode("cp1252")),
        ("us-ascii", "Siân £5 – ok".encode()), ("iso-8859-1", "Siân £5 – ok".encode("cp1252")),
        ("no-such-thing", "Siân £5 – ok".encode()), ("", "Siân £5 – ok".encode("cp1252")),
        ("utf-16", "Siân £5 – ok".encode("utf-16")),
    ],
)  # fmt: skip
def test_alphabets_that_are_not_what_they_are_called(charset: str, raw: bytes) -> None:
    head = f"From: a@b.example\r\nDate: today\r\nContent-Type: text/plain; charset={charset}\r\n"
    head += "Content-Transfer-Encoding: 8bit\r\n\r\n"
    if charset == "utf-16":
        import base64

        head, raw = head.replace("8bit", "base64"), base64.b64encode(raw)
    assert "Siân £5 – ok" in text_of(converted(head.encode() + raw))


def test_headers_written_badly() -> None:
    raw = (
        "From: Siân Jones <s@x.example>\r\nSubject: =?utf-8?q?caf=C3=A9?= =?iso-8859-1?q?_Jos=E9?=\r\n second line\r\n"
    )
    raw += "To: =?no-such?b?@@@?= x\r\nDate: never\r\nCc: \r\n\r\nbody"
    for data in (raw.encode(), raw.encode("cp1252")):
        text = text_of(converted(data))
        assert "Siân Jones" in text and "café José second line" in text and "body" in text


def test_a_message_cut_short_says_so() -> None:
    message = mail(html="")
    message.add_attachment(picture(size=(900, 900)), maintype="image", subtype="png", filename="photo.png")
    made = converted(message.as_bytes()[:-900])
    assert [part.name for part in made.attachments] == ["photo.png"]
    assert "Meena Dunmore" in text_of(made)


def test_layout_tables_lose_no_word() -> None:
    """MuPDF cuts off wide tables and loses cells higher than a page: a newsletter is one such cell."""
    rows = "".join(f"<tr><td>{'y' * 120}</td><td>cell{n} right</td></tr>" for n in range(5))
    long = "".join(f"<p>paragraph {n} about Meena</p>" for n in range(300))
    deep = "<div>" * 400 + "very deep" + "</div>" * 400
    inside = f"<table>{rows}</table><table><tr><td>{long}</td><td>aside</td></tr></table>{deep}"
    html = f"<table><tr><td>{inside}</td></tr></table>"
    made = converted(mail(html=html, text="").as_bytes())
    text = text_of(made)
    assert all(f"cell{n} right" in text for n in range(5))
    assert all(f"paragraph {n} about" in text for n in range(300))
    assert "aside" in text and "very deep" in text
    assert made.notes == ()


def test_quoted_lines_and_columns_of_plain_text_are_kept() -> None:
    body = "Name:      Jo\nAge:       7\n\n> On Monday Kyle wrote:\n>> Earlier\nEnd\n" + "\n".join(
        f"{n} a line of some length about Janet Lister and what she said" for n in range(200)
    )
    made = converted(mail(html="", text=body).as_bytes())
    text = text_of(made)
    assert "Kyle wrote:" in text and "Earlier" in text
    assert all(f"{n} a line of some length" in " ".join(text.split()) for n in range(200))


@pytest.mark.parametrize("damage", [b"\x00" * 200, b"--x--\r\n", b"\xff\xfe\xfd" * 60])
def test_a_damaged_message_still_ends_as_pages(damage: bytes) -> None:
    data = mail().as_bytes()
    middle = len(data) // 2
    assert converted(data[:middle] + damage + data[middle + 500 :]).pdf


def test_a_message_nested_without_end_is_refused_in_plain_words() -> None:
    data = b"From: a@b.example\r\nDate: x\r\n"
    for n in range(400):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
    with pytest.raises(BadInput, match=r"more parts|too deeply"):
        converted(data + b"\r\nend")


# -- Outlook ------------------------------------------------------------------------------------------------


def test_an_outlook_message_with_everything() -> None:
    inner = outlook(subject="Inner matter", body="inner words about Kyle Dunn")
    data = outlook(
        subject="Re: Priya",
        body="Dear Jo, I visited Meena Dunmore. Plain only: Zebedee Brown.",
        html=HTML,
        to=[("Jo Smith", "jo@x.example", 1), ("Kyle Dunn", "kyle@y.example", 2), ("Quiet One", "quiet@x.example", 3)],
        strings={"3FFA": "Hyacinth Bucket"},
        attachments=[("photo.png", picture(), "pic1"), ("report.pdf", b"%PDF-1.4 ..", "")],
        inner=inner,
    )
    assert file_kind(data) == "msg"
    made = converted(data, "m.msg")
    text = text_of(made)
    for shown in (
        "From: Fiona Marsh <fiona@x.example>", "To: Jo Smith <jo@x.example>", "Cc: Kyle Dunn <kyle@y.example>",
        "Bcc: Quiet One <quiet@x.example>", "Subject: Re: Priya", "14 Mar 2019", "Gareth Pole", "An earlier message",
    ):  # fmt: skip
        assert shown in text
    assert [part.name for part in made.attachments] == ["report.pdf", "Inner message.msg"]
    assert "inner words about Kyle Dunn" in text_of(converted(made.attachments[1].data, "i.msg"))
    said = " ".join(place.text for place in made.places)
    assert "Hyacinth Bucket" in said and "Zebedee Brown" in said
    assert converted(data, "m.msg").pdf == made.pdf


def test_what_is_in_a_signed_outlook_message_is_a_document_of_its_own() -> None:
    kind = {"001A": "IPM.Note.SMIME.MultipartSigned"}
    made = converted(outlook(strings=kind, attachments=[("smime.p7m", mail().as_bytes(), "")]), "signed.msg")
    (inside,) = made.attachments
    assert file_kind(inside.data) == "mail" and "Meena Dunmore" in text_of(converted(inside.data, inside.name))
    assert "Subject: Visit" in text_of(made) and inside.name in text_of(made)


def test_what_is_in_an_encrypted_outlook_message_is_not_lost_in_silence() -> None:
    data = outlook(strings={"001A": "IPM.Note.SMIME"}, attachments=[("smime.p7m", b"0\x82" + bytes(900), "")])
    assert [len(part.data) for part in converted(data, "sealed.msg").attachments] == [902]


def test_an_outlook_message_of_plain_text() -> None:
    assert "just words about Gareth" in text_of(converted(outlook(body="just words about Gareth"), "m.msg"))


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_an_outlook_message_cut_short_is_pages_or_a_named_problem(keep: float) -> None:
    data = outlook(subject="Cut", body="words " * 2000, attachments=[("a.bin", bytes(9000), "")])
    try:
        assert converted(data[: int(len(data) * keep)], "m.msg").pdf
    except BadInput as error:
        assert error.what and error.do


def test_winmail_is_opened() -> None:
    message = mail(html="", text="see attached")
    data = winmail("A note about Gareth Pole", [("letter.txt", b"Dear Mrs Adeyemi")])
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    made = converted(message.as_bytes())
    assert [(part.name, part.data) for part in made.attachments] == [("letter.txt", b"Dear Mrs Adeyemi")]
    assert "A note about Gareth Pole" in text_of(made)
    alone = converted(data, "winmail.dat")
    assert "Gareth Pole" in text_of(alone) and [part.name for part in alone.attachments] == ["letter.txt"]


def test_winmail_alone_is_a_message_like_any_other() -> None:
    told = [
        (0x0C1A, "Fiona Marsh"),
        (0x0C1F, "fiona@x.example"),
        (0x0037, "Visit to the Adeyemis"),
        (0x0039, datetime(2019, 3, 14, 10, 0)),
        (0x1013, b"<p>Seen <b>Gareth Pole</b> <img src='cid:pic1'></p>"),
        (0x3FFA, "Hyacinth Bucket"),
    ]
    people = [("Jo Smith", "jo@x.example", 1), ("Priya Shah", "priya@x.example", 2)]
    made = converted(winmail("", [("face.png", picture())], told, to=people, cid="pic1"), "winmail.dat")
    text = text_of(made)
    for line in (
        "From: Fiona Marsh <fiona@x.example>",
        "To: Jo Smith <jo@x.example>",
        "Cc: Priya Shah <priya@x.example>",
        "Date: Thu, 14 Mar 2019 10:00:00 +0000",
        "Subject: Visit to the Adeyemis",
        "Seen Gareth Pole",
    ):
        assert line in text
    assert made.attachments == () and made.notes == (), "its picture is shown in its place"
    assert [place.text for place in made.places] == ["Hyacinth Bucket"]


def test_a_winmail_that_lost_some_of_what_it_says_tells_so() -> None:
    told = [(0x0037, "Visit"), (0x0C1A, "Fiona Marsh"), (0x0E04, "Jo Smith")]
    assert converted(winmail("Seen at home", [], told), "winmail.dat").notes == ()
    (note,) = converted(winmail("Seen at home", [], told, cut=24), "winmail.dat").notes
    assert "damaged" in note


def test_a_winmail_whose_list_promises_billions_is_refused_at_once() -> None:
    data = bytearray(winmail("Seen", [], [(0x0037, "Visit")]))
    at = data.index(struct.pack("<IHH", 1, 0x1F, 0x0037))
    data[at : at + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(BadInput, match="damaged"):
        converted(bytes(data), "winmail.dat")


def test_a_message_around_a_winmail_keeps_its_own_head_and_says_what_the_other_adds() -> None:
    message = mail(html="", text="")
    data = winmail("Seen", [], [(0x0C1A, "Somebody Else"), (0x0E02, "Hidden Reader")])
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    made = converted(message.as_bytes())
    assert "Somebody Else" not in text_of(made)
    assert {"Somebody Else", "Hidden Reader"} <= {place.text for place in made.places}


def test_a_web_page_and_a_text() -> None:
    page = b"<!DOCTYPE html><html><body><h1>Visit</h1><p>Seen <i>Gareth</i>.</p><img src=http://x.example/a.png></body></html>"
    made = converted(page, "p.html")
    assert file_kind(page) == "html" and "Seen Gareth." in text_of(made)
    assert made.notes == ("1 picture kept elsewhere were not fetched",)
    table = b"Name,Phone\nGareth,07700 900123\n"
    made = converted(table, "t.csv")
    assert "Gareth\n07700 900123" in text_of(made) and made.notes == ()


ONE_FILE = """{head}MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

{before}
--cut
Content-Type: text/html; charset="windows-1252"
Content-Location: file:///C:/D1/letter.htm

<html><body><p>Visit by Gareth Pole</p><img src="letter_files/image%20001.png"></body></html>

--cut
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: file:///C:/D1/letter_files/image 001.png

{picture}
--cut
Content-Type: text/css
Content-Location: file:///C:/D1/letter_files/look.css

p {{ color: red }}
--cut
Content-Type: text/html; charset="us-ascii"
Content-Location: file:///C:/D1/letter_files/header.htm

<html><body><p>Header for Meena Dunmore</p></body></html>
--cut--
"""


@pytest.mark.parametrize("head", ["", "From: <Saved by Blink>\nSubject: Case notes\n"], ids=["Word", "Chrome"])
def test_a_web_page_saved_as_one_file_is_pages_with_its_pictures(head: str) -> None:
    before = "This document is a Single File Web Page."
    whole = ONE_FILE.format(head=head, before=before, picture=base64.encodebytes(picture()).decode())
    data = whole.replace("\n", "\r\n").encode()
    assert file_kind(data) == "mail"
    made = converted(data, "letter.mht")
    text = text_of(made)
    assert "Web page in one file (MHT)" in text and "E-mail" not in text
    assert "Visit by Gareth Pole" in text and "Header for Meena Dunmore" in text and "boundary" not in text
    assert tasks.read_pages(made.pdf, "", 1, 1)[0].status == "needs_ocr", "the picture stands in its place"
    assert made.attachments == () and made.notes == ("style sheets and fonts are left out (1)",)


def test_words_of_a_message_that_only_some_programs_show_are_told_of() -> None:
    html = "<p>Dear Jo</p><template>Priya Shah</template><svg><text>Kyle Dunn</text></svg>"
    made = converted(mail(html=f"{html}<!--[if mso]>Tom Bell<![endif]-->", text="Dear Jo").as_bytes())
    told = "\n".join(place.text for place in made.places)
    assert "Priya Shah" in told and "Kyle Dunn" in told and "Tom Bell" in told
    assert made.notes == ("drawings inside it (SVG) are not on its pages",)


def test_strings_that_end_in_a_character_of_no_value_hide_nothing() -> None:
    """As old Outlooks write them."""
    data = outlook(
        subject="Visit\0",
        body="Seen with Meena Dunmore.\0",
        sender=("Fiona Marsh\0", "fiona@x.example\0"),
        to=[("Jo Smith\0", "jo@x.example\0", 1)],
        strings={"0064": "SMTP\0"},
        attachments=[("note.txt\0", b"words", "")],
    )
    made = converted(data, "m.msg")
    text = text_of(made)
    for shown in ("From: Fiona Marsh <fiona@x.example>", "To: Jo Smith <jo@x.example>", "Subject: Visit", "Seen with"):
        assert shown in text
    assert made.notes == ()
    assert "\0" not in "".join(place.text for place in made.places)
    assert [part.name for part in made.attachments] == ["note.txt"]


def test_a_character_of_no_value_ends_no_page() -> None:
    made = converted(
        b"From: a@x.example\nTo: b@x.example\nDate: Thu, 14 Mar 2019 10:00:00 +0000\n\nfirst\0second\n\nthird\n"
    )
    assert "third" in text_of(made) and "second" in text_of(made) and made.notes == ()


@pytest.mark.parametrize(
    "said", ["see a?x=1&copy;=2", "&nbsp;&#0;&lt;b&gt; &amp;amp; AT&T; A & B", "&quot;no&quot; &x"]
)
def test_names_of_characters_in_a_text_stand_as_they_were_written(said: str) -> None:
    head = b"From: a@x.example\nTo: b@x.example\nDate: Thu, 14 Mar 2019 10:00:00 +0000\n\n"
    made = converted(head + said.encode() + b"\n\nthe end\n")
    assert said in text_of(made) and "the end" in text_of(made)
    assert made.notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_stand_bare_in_the_name_of_a_file_are_kept(encoding: str) -> None:
    made = converted(
        "From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n"
        "--cut\nContent-Type: text/plain\n\nsee the note\n--cut\nContent-Type: application/octet-stream; name=a.bin\n"
        'Content-Disposition: attachment;\n filename="Zoë Siân; visit.txt"\n\nwords\n--cut--\n'.encode(encoding)
    )
    assert [part.name for part in made.attachments] == ["Zoë Siân; visit.txt"]
    assert "Attachments: Zoë Siân; visit.txt" in text_of(made) and made.notes == ()

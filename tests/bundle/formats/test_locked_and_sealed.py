# SPDX-License-Identifier: AGPL-3.0-or-later
"""Archives that are locked, messages that are sealed, and kinds of file whose refusal must say how to go on."""

from __future__ import annotations

import datetime
import io

import pytest
import pyzipper
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from PIL import Image

from redactor.bundle import tasks
from redactor.bundle.encodings import decoded_text
from redactor.bundle.formats import packed
from redactor.bundle.formats.sealed import contents
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.bundle.mail.internet import read_mail
from redactor.bundle.unopened import other_kind
from redactor.domain.errors import BadInput
from tests.mailmade import mail

FILES = {"letters/first.txt": b"Gareth Pole was seen.", "second.txt": b"Meena Dunmore rang." * 50}


def aes_zip(password: str, bits: int = 256) -> bytes:
    held = io.BytesIO()
    with pyzipper.AESZipFile(held, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setencryption(pyzipper.WZ_AES, nbits=bits)
        archive.setpassword(password.encode())
        for name, data in FILES.items():
            archive.writestr(name, data)
    return held.getvalue()


@pytest.fixture(scope="module")
def holder():
    """A certificate and its key."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Fiona Marsh")])
    start = datetime.datetime(2024, 1, 1)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=9000))
    return made.sign(key, hashes.SHA256()), key


def signed(data: bytes, holder, *, armour: bool = False) -> bytes:
    made = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(*holder, hashes.SHA256())
    kind = serialization.Encoding.PEM if armour else serialization.Encoding.DER
    return made.sign(kind, [pkcs7.PKCS7Options.Binary])


def enveloped(data: bytes, holder) -> bytes:
    made = pkcs7.PKCS7EnvelopeBuilder().set_data(data).add_recipient(holder[0])
    return made.encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


# -- archives ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bits", [128, 256])
def test_a_zip_locked_with_aes_opens_with_its_password(bits: int) -> None:
    data = aes_zip("Sesame 1", bits)
    with pytest.raises(NeedsPassword, match="needs a password"):
        packed.members(data, "a.zip")
    with pytest.raises(NeedsPassword, match="given does not open"):
        packed.members(data, "a.zip", ("wrong", "Sesame"))
    members, password = packed.members(data, "a.zip", ("wrong", "Sesame 1"))
    assert password == "Sesame 1" and {member.name: member.read() for member in members} == FILES


# -- sealed messages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("armour", [False, True])
def test_what_was_only_signed_is_taken_out(holder, armour: bool) -> None:
    message = bytes(mail())
    data = signed(message, holder, armour=armour)
    assert file_kind(data) == "sealed"
    assert tasks.unseal(data, "smime.p7m") == message


def test_what_was_encrypted_is_refused_with_what_to_do(holder) -> None:
    data = enveloped(bytes(mail()), holder)
    assert file_kind(data) == "sealed"
    with pytest.raises(BadInput, match="encrypted for the holder") as refused:
        contents(data, "smime.p7m")
    assert "Outlook" in refused.value.do


def test_a_bare_signature_says_that_it_is_one(holder) -> None:
    made = pkcs7.PKCS7SignatureBuilder().set_data(b"x").add_signer(*holder, hashes.SHA256())
    data = made.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary])
    with pytest.raises(BadInput, match="signature and nothing else"):
        contents(data, "smime.p7s")


def test_a_message_signed_inside_reads_like_any_other(holder) -> None:
    inner = b"Content-Type: text/plain; charset=utf-8\r\n\r\nMeena Dunmore was seen.\r\n"
    outer = b"From: a@x.example\r\nTo: b@x.example\r\nSubject: Visit\r\nMIME-Version: 1.0\r\n"
    outer += b'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\r\n'
    outer += b"Content-Transfer-Encoding: base64\r\n\r\n"
    import base64

    letter = read_mail(outer + base64.encodebytes(signed(inner, holder)), "visit.eml")
    assert [text.strip() for _, text in letter.bodies] == ["Meena Dunmore was seen."]
    assert not letter.attachments and not letter.notes


# -- other kinds ---------------------------------------------------------------------------------------------


def zipped(*names: str) -> bytes:
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "says", "do"),
    [
        (zipped("Index/Document.iwa", "Metadata/Properties.plist"), "Apple Pages", "PDF"),
        (bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3") + bytes(600), "OneNote", "PDF"),
        (b"AT&TFORM\x00\x00\x02\x58DJVMDIRM" + bytes(600), "DjVu", "PDF"),
    ],
    ids=["Pages", "OneNote", "DjVu"],
)
def test_what_is_never_opened_says_what_it_is_and_what_to_do(data: bytes, says: str, do: str) -> None:
    assert file_kind(data) == "other"
    what, how = other_kind(data)
    assert says in what and do in how


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_in_two_bytes_a_letter_needs_no_mark(encoding: str) -> None:
    text = "Case note 3 May 2019\r\nGareth Pole rang.\r\n" * 5
    assert decoded_text(text.encode(encoding)) == text
    assert decoded_text(bytes(range(256)) * 8) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Siân paid £20 to Zoë\r\n", "cp850"),
        ("Seen at the café with Siân\r", "mac_roman"),
        ("Siân – “no” – paid £20 to Zoë Žižek, café, cœur, 5‰, ÉMILE, naïve… €4", "cp1252"),
        ("Orchard¬Tamsin¦café¬4\r\n", "cp1252"),
        ("Ça va, ÇA VA, Ångström, O’Brien’s ½ cup at 20°", "cp1252"),
        ("Rent £20 † and ‡ see the notes. Mr Müller paid.", "cp1252"),
        ("„Müller“ said so, ‹again›, £30", "cp1252"),
    ],
)
def test_letters_of_older_machines_are_read_as_they_were_typed(text: str, encoding: str) -> None:
    assert decoded_text(text.encode(encoding)) == text


def test_text_in_four_bytes_a_letter_is_read() -> None:
    assert decoded_text("Siân Griffiths".encode("utf-32")) == "Siân Griffiths"
    assert decoded_text("\ufeffSiân Griffiths".encode("utf-32-be")) == "Siân Griffiths"


def test_a_web_page_is_in_the_letters_it_says() -> None:
    page = (
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'></head><p>Żółć Wójcik</p>"
    )
    assert decoded_text(page.encode("iso-8859-2")) == page
    assert decoded_text(page.encode()) == page, "what is UTF-8 is UTF-8, whatever it says"
    latin = page.replace("8859-2", "8859-1").replace("Żółć Wójcik", "Zoë – “seen”")
    assert decoded_text(latin.encode("cp1252")) == latin


@pytest.mark.parametrize(
    "start", ["<!-- saved -->\n<h1>Notes</h1>", "<meta charset='utf-8'/>\n<p>", "<table border=1>"]
)
def test_a_part_of_a_web_page_is_one(start: str) -> None:
    assert file_kind(f"{start} Gareth Pole was seen".encode()) == "html"
    assert file_kind(b"<Gareth> was seen, <p said nothing") == "text"


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Gareth Pole\r\nTEL:07700 900482\r\nEND:VCARD\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20190314T100000Z\r\nSUMMARY:Visit Gareth Pole\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
    ids=["vCard", "iCalendar"],
)
def test_contacts_and_calendars_are_pages_of_text(text: str) -> None:
    assert file_kind(text.encode()) == "text"
    made = tasks.convert(text.encode(), "a.vcf", "text")
    (page,) = tasks.read_pages(made.pdf, "", 1, 1)
    assert "Gareth Pole" in page.text.replace("\n", " ")


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_finer_shades_than_a_page_can_show_are_told(kind: str) -> None:
    held = io.BytesIO()
    Image.frombytes("I;16", (40, 30), b"".join((n * 50).to_bytes(2, "little") for n in range(1200))).save(held, kind)
    made = tasks.convert(held.getvalue(), "x-ray." + kind.lower(), kind.lower())
    assert any("shades" in note for note in made.notes)
    plain = io.BytesIO()
    Image.new("L", (40, 30), 90).save(plain, kind)
    assert not tasks.convert(plain.getvalue(), "a." + kind.lower(), kind.lower()).notes

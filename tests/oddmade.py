# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small PDFs with what was met in files that other programs wrote, each showing one thing."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageDraw

LINES = ("Dear Ms Shah,", "Gareth Pole was seen on Monday.", "Yours sincerely, Fiona Marsh")


def paper(size: tuple[float, float] = (595, 842), lines: tuple[str, ...] = LINES, height: float = 12) -> pikepdf.Pdf:
    """One page with lines of Helvetica from the top."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, *size]), Resources=Dictionary(Font=Dictionary(F1=font)))
    drawn = "".join(
        f"BT /F1 {height} Tf {height} {size[1] - 2 * height * (n + 1)} Td ({line}) Tj ET\n"
        for n, line in enumerate(lines)
    )
    page.Contents = pdf.make_stream(drawn.encode())
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    held = io.BytesIO()
    pdf.save(held, **options)  # type: ignore[arg-type]
    return held.getvalue()


def empty_signature() -> bytes:
    """A field that somebody may sign one day: it shows nothing. Its page is not of US letter size and inherits it."""
    pdf = paper((300, 200))
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="Signed", F=4, Rect=Array([20, 20, 280, 60])
    )
    _with_fields(pdf, field)
    pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
    del pdf.pages[0].obj.MediaBox
    return saved(pdf)


def fields_to_be_drawn_anew() -> bytes:
    """A filled-in form that asks the reader to draw its fields: each program has its own idea of a list's arrow."""
    pdf = paper()
    appearance = pdf.make_stream(b"/Tx BMC BT /F1 12 Tf 0 g 4 6 Td (Monthly) Tj ET EMC")
    appearance.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 200, 20])})
    appearance.Resources = pdf.pages[0].obj.Resources
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Ch, Ff=1 << 17, T="Often", F=4, V="Monthly", DA="/F1 12 Tf 0 g",
        Opt=Array(["Weekly", "Monthly"]), Rect=Array([60, 500, 260, 520]), AP=Dictionary(N=appearance),
        MK=Dictionary(BC=Array([0, 0, 0])), BS=Dictionary(W=2),
    )  # fmt: skip
    _with_fields(pdf, field)
    pdf.Root.AcroForm.NeedAppearances = True
    return saved(pdf)


def _with_fields(pdf: pikepdf.Pdf, *fields: pikepdf.Dictionary) -> None:
    held = Array([pdf.make_indirect(field) for field in fields])
    pdf.pages[0].obj.Annots = held
    fonts = Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1)
    pdf.Root.AcroForm = Dictionary(Fields=held, DR=Dictionary(Font=fonts))


def field_without_a_parent() -> bytes:
    """A stamp that is a signed field's picture and does not say whose: pdfium shows it, MuPDF does not."""
    pdf = paper((300, 200))
    shown = pdf.make_stream(b"BT /F1 14 Tf 6 24 Td (Received on) Tj 0 -16 Td (1 May by post) Tj ET")
    shown.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 120, 40])})
    shown.Resources = pdf.pages[0].obj.Resources
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Widget, F=4, Rect=Array([150, 20, 270, 60]))
    stamp.AP = Dictionary(N=shown)
    stamp = pdf.make_indirect(stamp)
    field = Dictionary(FT=Name.Sig, T="Signed", Kids=Array([stamp]), V=Dictionary(Type=Name.Sig, Contents=b"00"))
    pdf.pages[0].obj.Annots = Array([stamp])
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
    return saved(pdf)


def one_page_comes_round_again() -> bytes:
    """A page tree with a good page and itself: the second page is there by number only."""
    pdf = paper((300, 200))
    pdf.pages.append(pdf.pages[0])
    plain = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    root, second = re.search(rb"/Pages (\d) 0 R", plain), re.search(rb"/Kids \[ \d 0 R (\d)", plain)
    assert root is not None and second is not None
    return plain[: second.start(1)] + root[1] + plain[second.end(1) :]


def slanted_labels() -> bytes:
    """Names under the columns of a chart, written aslant: each starts lower than it ends."""
    pdf = paper(lines=("Who was there, by month",))
    page = pdf.pages[0].obj
    turned = "".join(
        f"BT /F1 10 Tf .7071 .7071 -.7071 .7071 {100 + 60 * n} 500 Tm (Gareth Pole {n}) Tj ET\n" for n in range(4)
    )
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + turned.encode())
    return saved(pdf)


def laid_straight(ticked: bool = False) -> bytes:
    """A crooked scan that was laid straight by turning its picture on the page, which is turned itself; the end of each
    line may be ``ticked``."""
    from tests.scans import printed

    image = printed(["Gareth Pole was seen on Monday, and rang again", "on Tuesday about the flat in Mill Lane."] * 14)
    for y in range(70 if ticked else image.height, image.height, 62):
        ImageDraw.Draw(image).line([760, y, 790, y + 24, 830, y - 20], fill=0, width=6)
    pixels = image.convert("L").point(lambda tone: 255 if tone > 128 else 0)
    pdf = paper((792, 612), ())
    stream = pdf.make_stream(pixels.tobytes())
    stream.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": pixels.width, "/Height": pixels.height})
    stream.update({"/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8})
    page = pdf.pages[0].obj
    page.Resources.XObject, page.Rotate = Dictionary(I=stream), 90
    # The page's foot is at its right as it lies: the picture's foot stands upright there, three degrees askew.
    page.Contents = pdf.make_stream(b"-30 611 -791 -39 807 20 cm /I Do")
    return saved(pdf)


def postage_stamp() -> bytes:
    return saved(paper((50, 18), ("Jo Pole",), 6))


def photographed_stamp(pixels: int = 16, points: float = 3.84) -> bytes:
    """A picture of a few pixels as a page of a few points."""
    pdf = paper((points, points), ())
    image = pdf.make_stream(bytes((17 * n) % 256 for n in range(pixels * pixels)))
    image.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": pixels, "/Height": pixels})
    image.update({"/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8})
    pdf.pages[0].obj.Resources.XObject = Dictionary(I=image)
    pdf.pages[0].obj.Contents = pdf.make_stream(f"{points} 0 0 {points} 0 0 cm /I Do".encode())
    return saved(pdf)


def poster(unit: int = 10) -> bytes:
    """A wall poster: 18,000 by 36,000 points, said in units of ten."""
    pdf = paper((1800, 3600), ("A poster about Gareth Pole",), 60)
    pdf.pages[0].obj.UserUnit = unit
    return saved(pdf)


def only_mupdf_opens() -> bytes:
    """Encrypted, with a broken /Perms that only a lenient reader overlooks. The password is "secret"."""
    data = saved(paper(), encryption=pikepdf.Encryption(owner="owner", user="secret", R=6))
    return re.sub(rb"/Perms (<[0-9a-f]*>)", lambda found: b"/Perms 1".ljust(len(found[0])), data)


def wrong_addresses() -> bytes:
    """The table of the file's objects sends whoever looks for the page to its content."""
    data = saved(paper(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    page, content = (re.search(sign, data) for sign in (rb"\d+ 0 obj\n<< /Contents", rb"\d+ 0 obj\n<< /Length"))
    assert page is not None and content is not None
    return data.replace(b"%010d 00000 n" % page.start(), b"%010d 00000 n" % content.start())


def for_a_certificate() -> bytes:
    """Encrypted with a public key: no password opens it."""
    pdf = paper()
    data = saved(pdf)
    key = b"<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128/CF<</DefaultCryptFilter<</CFM/AESV2/Length 16"
    key += b"/Recipients[<00>]>>>>/StmF/DefaultCryptFilter/StrF/DefaultCryptFilter>>"
    return data.replace(b"trailer <<", b"trailer <</Encrypt " + key)

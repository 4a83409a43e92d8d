# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that does not show is no word, and is found all the same; text that shows is one, however drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from redactor.bundle import tasks
from redactor.domain.pages import PageContent, Where

SECRET = "BT /F1 12 Tf 100 700 Td (Secret Name) Tj ET\n"
SEEN = "BT /F1 12 Tf 100 600 Td (Visible words here) Tj ET\n"

Change = Callable[[pikepdf.Pdf, list[Any]], None]


def state(**keys: Any) -> Change:
    def change(_: pikepdf.Pdf, pages: list[Any]) -> None:
        pages[0].Resources.ExtGState = Dictionary(G=Dictionary({f"/{key}": value for key, value in keys.items()}))

    return change


def layer(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
    off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft comments"))
    pages[0].Resources.Properties = Dictionary(L=off)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(OFF=Array([off]), Order=Array([off])))


def picture(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
    white = pdf.make_stream(
        b"\xff" * 100,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    pages[0].Resources.XObject = Dictionary(I=white)


def form(masked: bool) -> Change:
    def change(pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        resources = pages[0].Resources
        frame = Array([0, 0, 595, 842])
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        shown = pdf.make_stream(
            SECRET.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=frame, Resources=resources, Group=group
        )
        resources.XObject = Dictionary(X=shown)
        graphics = Dictionary(ca=0, CA=0)
        if masked:
            black = b"0 g 0 0 595 842 re f"
            mask = pdf.make_stream(black, Type=Name.XObject, Subtype=Name.Form, BBox=frame, Group=group)
            graphics = Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
        resources.ExtGState = Dictionary(G=graphics)

    return change


HIDDEN: dict[str, tuple[str, Change | None, str]] = {
    "render mode 3": ("3 Tr " + SECRET + "0 Tr ", None, "invisible text"),
    "a clip nothing is painted through": ("q 7 Tr " + SECRET + "Q ", None, "covered"),
    "white on white": ("1 g " + SECRET + "0 g ", None, "colour of what is under"),
    "nearly white on white": (".99 g " + SECRET + "0 g ", None, "colour of what is under"),
    "red on red": ("1 0 0 rg 90 690 200 30 re f " + SECRET + "0 g ", None, "colour of what is under"),
    "white outlines": ("1 Tr 1 G " + SECRET + "0 Tr ", None, "colour of what is under"),
    "off the page": (SECRET.replace("100 700", "-300 700"), None, "off the page"),
    "above the page": (SECRET.replace("100 700", "100 900"), None, "off the page"),
    "half a point high": (SECRET.replace("12 Tf", ".5 Tf"), None, "too small"),
    "opacity 0": ("q /G gs " + SECRET + "Q ", state(ca=0), "invisible text"),
    "a group of opacity 0": ("q /G gs /X Do Q ", form(False), "covered"),
    "a soft mask": ("q /G gs /X Do Q ", form(True), "covered"),
    "a layer that is off": ("/OC /L BDC " + SECRET + "EMC ", layer, "layer that is switched off"),
    "a white box above it": (SECRET + "1 g 90 690 200 30 re f 0 g ", None, "covered"),
    "a black box above it": (SECRET + "0 g 90 690 200 30 re f ", None, "covered"),
    "a picture above it": (SECRET + "q 200 0 0 30 90 690 cm /I Do Q ", picture, "covered"),
    "a clip beside it": ("q 0 0 50 50 re W n " + SECRET + "Q ", None, "clipped away"),
    "a slanted clip": ("q 0 0 m 595 0 l 0 300 l h W n " + SECRET + "Q ", None, "clipped away"),
    "white under black letters": ("1 g " + SECRET.replace("100 700", "100 600") + "0 g ", None, "colour of what is"),
    "white over black letters": (SEEN + "1 g " + SECRET.replace("100 700", "100 600") + "0 g ", None, "colour of"),
    "only declared": ("/Span <</ActualText (Secret Name)>> BDC () Tj EMC ", None, "alternate text"),
}

SHOWN: dict[str, tuple[str, Change | None]] = {
    "plain": (SECRET, None),
    "white on black": ("0 g 90 690 200 30 re f 1 g " + SECRET + "0 g ", None),
    "pale grey": (".9 g " + SECRET + "0 g ", None),
    "outlined": ("1 Tr " + SECRET + "0 Tr ", None),
    "a clip painted through": ("q 7 Tr " + SECRET + "0 0 1 rg 0 0 595 842 re f Q ", None),
    "red on green, as dark": (".9 0 0 rg 0 0 0 RG 0 .46 0 rg 90 690 200 30 re f .9 0 0 rg " + SECRET + "0 g ", None),
    "half opaque": ("q /G gs " + SECRET + "Q ", state(ca=0.5)),
    "on a picture": ("q 200 0 0 30 90 690 cm /I Do Q " + SECRET, picture),
    "cut through by a clip": ("q 0 0 595 705 re W n " + SECRET + "Q ", None),
    "as its letters and not as declared": ("/Span <</ActualText (Innocent)>> BDC " + SECRET + "EMC ", None),
}


def read(data: bytes) -> PageContent:
    (page,) = tasks.read_pages(data, "", 1, 1)
    return page


@pytest.mark.parametrize("how", HIDDEN)
def test_hidden_text_is_no_word_and_is_found(make_pdf: Callable[..., bytes], how: str) -> None:
    content, change, why = HIDDEN[how]
    page = read(make_pdf(content + ("" if SEEN in content else SEEN), change=change))
    assert page.text == "Visible words here"
    (place,) = [place for place in page.places if place.where is Where.HIDDEN_TEXT]
    assert (place.text, place.page) == ("Secret Name", 1)
    assert why in place.detail


@pytest.mark.parametrize("how", SHOWN)
def test_visible_text_is_a_word_however_it_is_drawn(make_pdf: Callable[..., bytes], how: str) -> None:
    content, change = SHOWN[how]
    page = read(make_pdf(content + SEEN, change=change))
    assert "Secret Name" in page.text
    assert not [place for place in page.places if place.text == "Secret Name"]


def test_text_outside_the_crop_box_is_hidden(make_pdf: Callable[..., bytes]) -> None:
    page = read(make_pdf(SECRET + SEEN, CropBox=Array([0, 0, 595, 650])))
    assert page.text == "Visible words here"
    assert [(place.text, place.detail, place.boxes) for place in page.places] == [("Secret Name", "off the page", ())]


def test_a_hidden_places_boxes_are_where_it_would_show(make_pdf: Callable[..., bytes]) -> None:
    (place,) = read(make_pdf("3 Tr " + SECRET)).places
    (box,) = place.boxes
    assert 99 < box.x0 < 102
    assert 160 < box.x1 < 175
    assert 128 < box.y0 < 842 - 700 < box.y1 < 150

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pairs of records that differ only in the names that are hidden, as several programs write them.

A record is a list of parts with ``{}`` where a name stands; each part says what it is. The same record with
other names must break its lines in the same places, else it is no pair.
"""

from __future__ import annotations

import html
import io
import random
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FORENAMES = ("Al", "Jo", "Ida", "Tom", "Kayleigh", "Bartholomew", "Wilhelmina", "Siân", "Mohammed", "Li", "Grace")
SURNAMES = (
    "Ito", "Ng", "Lee", "Hall", "Barnes", "Fitzgerald", "Featherstonehaugh", "Wójcik", "Okonkwo", "MacDonald",
    "Li", "Williams", "Attar", "Tyler", "O'Neill", "Smith-Jones",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """``kind``: heading, centred, mail, text, justified, item, cells, link. ``lines`` are its lines (or cells)."""

    kind: str
    lines: tuple[str, ...]


HEADINGS = (
    Part("heading", ("Visit to {} and family",)),
    Part("centred", ("Meeting about {}",)),
    Part("heading", ("{}: record of contact",)),
    Part("centred", ("{}",)),
)
MAILS = (
    Part("mail", ("From:|{}", "To:|Priscilla Bannister; {}; Duty Desk", "Subject:|Re: {} and the school run")),
    Part("mail", ("From:|Duty Desk", "To:|{}", "Cc:|{}; Allocations", "Subject:|Contact with {}")),
)
TEXTS = (
    Part("text", ("The worker spoke to {} about the bus fare and the garden.", "Nobody else was at home that day.")),
    Part("text", ("On Tuesday {} (the neighbour) came with {} to collect", "the keys, and left again soon after.")),
    Part("text", ("{} opened the door. AV Ta To We said that", "the boiler was mended and that all was well.")),
    Part("text", ("It was agreed to write to {}", "before the end of the month, and to copy it to her school.")),
    Part("text", ("Priscilla, {}, {} and the dog went out; {}'s car", "was found later near the Town Yard.")),
    Part("text", ("She had been told by \u201c{}\u201d, who rang twice; see {}.", "The rest of the day was quiet.")),
    Part("text", ("They asked whether {}; or \u2013 as before \u2013 {}", "had seen the letter of the Tribunal.")),
)
SPLIT = (
    Part("text", ("The school had written to {0a}", "{0b} about the fees and the coach to Avonmouth.")),
    Part("text", ("A note for {0h}-", "{0t} was left with the reception of the Town Hall.")),
)
JUSTIFIED = (
    "Priscilla has lived at the address since the spring and is known to the team. Her neighbour {} helps with the "
    "shopping and has a key. The landlord was told twice about the damp in the back room but nothing was done until "
    "the council wrote. It was {} who first raised the alarm in the winter, when the boiler had failed again, and the "
    "worker was asked to call every week. Voluntary visits stopped in May.",
    "At the review it was noted that school attendance had improved and that Tuesday clubs were going well. The view "
    "of {} was that a longer break might help. Avoiding the journey by two buses would save time. All agreed that {} "
    "should be invited to the next meeting, which will be held at the Town Hall in the first week of the term.",
)
ITEMS = (Part("item", ("Ring {} about the keys", "Ask {}, then the landlord", "Write it up")),)
CELLS = (
    Part("cells", ("Name|Link|Seen", "{}|Neighbour|Yes", "{} (aunt)|Family|No", "Duty Desk|Council|Yes")),
    Part("cells", ("Date|Who|What", "1 May|{}|Rang about the door", "2 May|Worker|Visited {} at home")),
)
LINKS = (Part("link", ("Write to {} at once: the <u>notes about {} here</u> say why.",)),)


@dataclass(frozen=True)
class Record:
    parts: tuple[Part, ...]
    names: tuple[str, ...]
    font: int

    @property
    def filled(self) -> tuple[Part, ...]:
        given = iter(self.names * 20)
        return tuple(Part(part.kind, _fill(part.lines, given)) for part in self.parts)


def _fill(lines: tuple[str, ...], given: Any) -> tuple[str, ...]:
    if any("{0" in line for line in lines):
        name = next(given)
        first, _, last = name.partition(" ")
        half = max(len(last) // 2, 2)
        cut = {"0a": first, "0b": last, "0h": f"{first} {last[:half]}", "0t": last[half:] or "y"}
        return tuple(_put(line, cut) for line in lines)
    done = []
    for line in lines:
        while "{}" in line:
            line = line.replace("{}", next(given), 1)
        done.append(line)
    return tuple(done)


def _put(line: str, cut: dict[str, str]) -> str:
    for key, value in cut.items():
        line = line.replace("{" + key + "}", value)
    return line


def records(seed: int, attempt: int = 0) -> tuple[Record, Record]:
    """Two records that differ only in the names. Another ``attempt`` gives the second record other names."""
    pick = random.Random(seed)
    parts = [pick.choice((*HEADINGS, *MAILS)), pick.choice((*TEXTS, *SPLIT)), pick.choice(TEXTS)]
    parts.append(pick.choice((*ITEMS, *CELLS, *LINKS)))
    if pick.random() < 0.5:
        parts.append(Part("justified", (pick.choice(JUSTIFIED),)))
    pick.shuffle(parts)
    font = pick.randrange(3)
    one = _people(pick)
    return Record(tuple(parts), one, font), Record(tuple(parts), _people(random.Random(f"{seed} {attempt}")), font)


def _people(pick: random.Random) -> tuple[str, ...]:
    return tuple(f"{pick.choice(FORENAMES)} {pick.choice(SURNAMES)}" for _ in range(3))


def name_spans(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where the names stand in a page's text, those broken over lines too, with and without a hyphen."""
    spans: list[tuple[int, int]] = []
    for name in sorted(set(names), key=len, reverse=True):
        pattern = r"\s+".join("(?:-\n+)?".join(map(re.escape, word)) for word in name.split())
        for found in re.finditer(pattern, text):
            if all(found.end() <= a or b <= found.start() for a, b in spans):
                spans.append(found.span())
    return sorted(spans)


# -- programs -----------------------------------------------------------------------------------------


def reportlab(record: Record) -> bytes:
    """Platypus with kerning-free fonts, justified paragraphs by word spacing, tables with rules."""
    font = ("Helvetica", "Times-Roman", "Courier")[record.font]
    size = 9 if record.font == 2 else 11
    plain = ParagraphStyle("plain", fontName=font, fontSize=size, leading=size * 1.25, spaceAfter=6)
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}[font]
    head = ParagraphStyle("head", parent=plain, fontName=bold, fontSize=15, leading=19)
    centred = ParagraphStyle("centred", parent=head, alignment=TA_CENTER)
    justified = ParagraphStyle("justified", parent=plain, alignment=TA_JUSTIFY)
    story: list[Any] = []
    for part in record.filled:
        if part.kind in ("heading", "centred"):
            story += [Paragraph(html.escape(line), head if part.kind == "heading" else centred) for line in part.lines]
        elif part.kind == "mail":
            rows = [[Paragraph(html.escape(cell), plain) for cell in line.split("|")] for line in part.lines]
            story.append(Table(rows, colWidths=[60, 390], hAlign="LEFT", style=[("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        elif part.kind == "cells":
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), font, size - 1)]
            cells = [line.split("|") for line in part.lines]
            story += [Table(cells, colWidths=[160, 150, 150], style=TableStyle(grid)), Spacer(1, 6)]
        elif part.kind == "justified":
            story.append(Paragraph(html.escape(part.lines[0]), justified))
        elif part.kind == "item":
            story += [Paragraph(html.escape(line), plain, bulletText="•") for line in part.lines]
        elif part.kind == "link":
            story.append(Paragraph(part.lines[0], ParagraphStyle("link", parent=plain, textColor=colors.blue)))
        else:
            story.append(Paragraph("<br/>".join(html.escape(line) for line in part.lines), plain))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1, leftMargin=62, rightMargin=62).build(story)
    return out.getvalue()


def canvas(record: Record) -> bytes:
    """Lines one by one, headings in false bold (drawn twice), a grid of lines, names in colour, kerned by hand."""
    font = ("Helvetica", "Times-Roman", "Helvetica-Bold")[record.font]
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    y = 770.0
    for part in record.filled:
        size = 15 if part.kind in ("heading", "centred") else 10.5
        page.setFont(font, size)
        for line in part.lines:
            if part.kind == "centred":
                page.drawCentredString(A4[0] / 2, y, line)
            elif part.kind == "heading":
                page.drawString(56, y, line)
                page.drawString(56.3, y, line)
            elif part.kind in ("mail", "cells"):
                widths = (62, 300, 100) if part.kind == "mail" else (160, 150, 180)
                x = 60.0
                for width, cell in zip(widths, line.split("|"), strict=False):
                    page.drawString(x, y, cell)
                    if part.kind == "cells":
                        page.rect(x - 4, y - 4, width, 16)
                    x += width
                y -= 2
            elif part.kind == "justified":
                words = line.split()
                broken = _broken(page, words, font)
                for own in broken:
                    _stretched(page, own, font, y, last=own is broken[-1])
                    y -= 14
            elif part.kind == "link":
                plain = line.replace("<u>", "").replace("</u>", "")
                before, under = line.split("<u>")[0], line.split("<u>")[1].split("</u>")[0]
                page.setFillColorRGB(0, 0, 0.8)
                page.drawString(60, y, plain)
                x0 = 60 + page.stringWidth(before, font, size)
                page.setStrokeColorRGB(0, 0, 0.8)
                page.line(x0, y - 1.5, x0 + page.stringWidth(under, font, size), y - 1.5)
                page.setFillColorRGB(0, 0, 0)
                page.setStrokeColorRGB(0, 0, 0)
            else:
                page.drawString(60, y, f"• {line}" if part.kind == "item" else line)
            y -= size * 1.35
        y -= 6
    page.showPage()
    page.save()
    return out.getvalue()


def _broken(page: Canvas, words: Sequence[str], font: str) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for word in words:
        if page.stringWidth(" ".join((*lines[-1], word)), font, 10.5) > 470:
            lines.append([])
        lines[-1].append(word)
    return lines


def _stretched(page: Canvas, words: Sequence[str], font: str, y: float, *, last: bool) -> None:
    text = page.beginText(60, y)
    text.setFont(font, 10.5)
    if not last:
        text.setWordSpace((470 - page.stringWidth(" ".join(words), font, 10.5)) / (len(words) - 1))
    text.textOut(" ".join(words))
    text.setWordSpace(0)
    page.drawText(text)


STYLE = (
    "body{{font-family:{font};font-size:{size}pt;line-height:1.35}} h1{{font-size:15pt}} .c{{text-align:center}} "
    ".j{{text-align:justify}} a,.l{{color:#0000cc}} table{{border-collapse:collapse}} "
    "td{{padding:2pt 5pt;{border}}} u{{text-decoration:underline}}"
)


def as_html(record: Record, border: str = "border:1px solid black", widths: tuple[int, ...] = ()) -> str:
    body: list[str] = []
    for part in record.filled:
        lines = [html.escape(line) for line in part.lines]
        if part.kind in ("heading", "centred"):
            body += [f'<h1 class="{"c" if part.kind == "centred" else "h"}">{line}</h1>' for line in lines]
        elif part.kind in ("mail", "cells"):
            if part.kind == "cells":
                lines = ["What is known|Who it is about and where|What was done then, if anything", *lines]
            else:
                lines = ["The form of it|What was written in that place, as it was received", *lines]
            if widths:
                rows = [
                    [f'<td width="{w}">{c}</td>' for c, w in zip(line.split("|"), widths, strict=False)]
                    for line in lines[1:]
                ]
                body.append(f"<table>{''.join('<tr>' + ''.join(row) + '</tr>' for row in rows)}</table>")
                continue
            cells = ["".join(f"<td>{cell.replace(' ', '&nbsp;')}</td>" for cell in line.split("|")) for line in lines]
            body.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
        elif part.kind == "justified":
            body.append(f'<p class="j">{lines[0]}</p>')
        elif part.kind == "item":
            body.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        elif part.kind == "link":
            body.append(f'<p class="l">{part.lines[0]}</p>')
        else:
            body.append(f"<p>{'<br/>'.join(lines)}</p>")
    font, size = (("sans-serif", 11), ("serif", 11), ("sans-serif", 10))[record.font]
    style = STYLE.format(font=font, size=size, border=border)
    return f"<html><head><style>{style}</style></head><body>{''.join(body)}</body></html>"


def story(record: Record) -> bytes:
    """MuPDF's own setter of HTML."""
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    told = pymupdf.Story(as_html(record), em=11)
    more = 1
    while more:
        page = pymupdf.Rect(0, 0, 595, 842)
        device = writer.begin_page(page)
        more, _ = told.place(pymupdf.Rect(62, 56, 533, 786))
        told.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


_KEPT: list[Any] = []


def qt(record: Record) -> bytes:
    """Qt's rich text, written by QPdfWriter: subset fonts with kerning, each run at its own place."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
    from PySide6.QtWidgets import QApplication

    # One for the whole process, and of the kind that windows need: other tests use it too.
    _KEPT.append(QApplication.instance() or QApplication(["pairs", "-platform", "offscreen"]))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(60, 50, 60, 50))
    )
    document = QTextDocument()
    document.setDefaultFont(QFont(("Carlito", "Liberation Serif", "Liberation Sans")[record.font], 11))
    document.documentLayout().setPaintDevice(writer)
    text = as_html(record, border="border:1px solid black", widths=(150, 220, 180))
    document.setHtml(re.sub(r"font-family:[^;]*;font-size:[^;]*;", "", text))
    document.setPageSize(writer.pageLayout().paintRectPixels(writer.resolution()).size())
    document.print_(writer)
    del writer
    return bytes(buffer.data().data())


PRODUCERS: dict[str, Callable[[Record], bytes]] = {
    "ReportLab": reportlab,
    "ReportLab, by hand": canvas,
    "MuPDF Story": story,
    "Qt": qt,
}

# -- LibreOffice --------------------------------------------------------------------------------------

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-left="22mm" fo:margin-right="22mm" fo:margin-top="20mm" fo:margin-bottom="20mm"/></style:page-layout>
"""


def _style(name: str, paragraph: str = "", text: str = "", tabs: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="2mm" '
        f"{paragraph}>{tabs}</style:paragraph-properties><style:text-properties {text}/></style:style>"
    )


def flat_odt(record: Record) -> str:
    """The record as one XML file that LibreOffice opens."""
    font = ("Carlito", "Liberation Serif", "Liberation Sans")[record.font]
    plain = f'style:font-name="{font}" fo:font-family="{font}" fo:font-size="11pt" fo:language="en" fo:country="GB"'
    tabs = '<style:tab-stops><style:tab-stop style:position="24mm"/></style:tab-stops>'
    head = plain.replace("11pt", "15pt") + ' fo:font-weight="bold"'
    out = [_HEAD, _style("P", "", plain), _style("M", "", plain, tabs), _style("H", "", head)]
    out += [_style("C", 'fo:text-align="center"', head), _style("J", 'fo:text-align="justify"', plain)]
    out += [_style("L", "", plain + ' fo:color="#0000cc"')]
    out.append(
        '<style:style style:name="U" style:family="text"><style:text-properties style:text-underline-style="solid" '
        'style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>'
        '<style:style style:name="T" style:family="table"><style:table-properties style:width="160mm" '
        'table:align="left"/></style:style><style:style style:name="K" style:family="table-cell">'
        '<style:table-cell-properties fo:padding="1mm" fo:border="0.5pt solid #000000"/></style:style>'
    )
    for n, width in enumerate((55, 50, 55)):
        out.append(
            f'<style:style style:name="K{n}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{width}mm"/></style:style>'
        )
    out.append('</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
               'style:page-layout-name="pm"/></office:master-styles><office:body><office:text>')  # fmt: skip
    for part in record.filled:
        lines = [html.escape(line) for line in part.lines]
        if part.kind in ("heading", "centred"):
            out += [
                f'<text:p text:style-name="{"H" if part.kind == "heading" else "C"}">{line}</text:p>' for line in lines
            ]
        elif part.kind == "mail":
            out += [f'<text:p text:style-name="M">{line.replace("|", "<text:tab/>")}</text:p>' for line in lines]
        elif part.kind == "cells":
            out.append('<table:table table:style-name="T">')
            out += [f'<table:table-column table:style-name="K{n}"/>' for n in range(3)]
            for line in lines:
                cells = "".join(
                    f'<table:table-cell table:style-name="K"><text:p text:style-name="P">{cell}</text:p>'
                    "</table:table-cell>"
                    for cell in line.split("|")
                )
                out.append(f"<table:table-row>{cells}</table:table-row>")
            out.append("</table:table>")
        elif part.kind == "link":
            line = part.lines[0].replace("<u>", '<text:span text:style-name="U">').replace("</u>", "</text:span>")
            out.append(f'<text:p text:style-name="L">{line}</text:p>')
        elif part.kind == "item":
            out += [f'<text:p text:style-name="P">• {line}</text:p>' for line in lines]
        else:
            kind = "J" if part.kind == "justified" else "P"
            out.append(f'<text:p text:style-name="{kind}">{"<text:line-break/>".join(lines)}</text:p>')
    out.append("</office:text></office:body></office:document>")
    return "\n".join(out)


def with_libreoffice(program: str, records: Sequence[Record], folder: Path) -> list[bytes]:
    """Convert records in one run of ``program`` (soffice)."""
    for n, record in enumerate(records):
        (folder / f"r{n:04d}.fodt").write_text(flat_odt(record), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"r{n:04d}.fodt") for n in range(len(records))]
    for first in range(0, len(files), 60):
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *files[first : first + 60],
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [(folder / f"r{n:04d}.pdf").read_bytes() for n in range(len(records))]

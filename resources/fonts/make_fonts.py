# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make the three fonts that released bundles carry. Run by hand, with fontTools and Debian's
fonts-crosextra-carlito installed; the result is kept beside this script.

    python resources/fonts/make_fonts.py [FOLDER WITH Carlito-Regular.ttf AND Carlito-Bold.ttf]

- ``redactor-sans.ttf`` and ``redactor-sans-bold.ttf``: Carlito cut down to Latin, Greek and Cyrillic,
  without layout tables and hints, renamed because the Open Font Licence reserves the name "Carlito".
- ``glyphless.ttf``: one empty glyph, for the invisible text layer.
- ``metrics.json``: for each letter its glyph number and advance (in thousandths of an em), so that the
  program needs no font library; ``fonts.json``: the SHA-256 of each font file, by which a bundle's
  fonts are known to be these.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x192, 0x192),
    (0x1CD, 0x1DC),
    (0x1FA, 0x21B),
    (0x2C6, 0x2DD),
    (0x386, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x1E00, 0x1EF9),
    (0x2010, 0x2026),
    (0x2030, 0x203A),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
)


def cut(source: Path, target: Path, family: str, style: str) -> dict[str, Any]:
    """Subset and rename one face. Returns its metrics."""
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "LTSH", "VDMX", "hdmx", "gasp", "meta"]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    name = font["name"]
    name.names = []
    for number, text in (
        (
            0,
            "Copyright (c) 2010-2013 by tyPoland Lukasz Dziedzic. "
            "A modified version of a font under the SIL Open Font License.",
        ),
        (1, family),
        (2, style),
        (4, f"{family} {style}"),
        (6, f"{family}-{style}".replace(" ", "")),
        (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
        (14, "https://openfontlicense.org"),
    ):
        name.setName(text, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = 0
    font["head"].fontRevision = 1.0
    font.save(str(target), reorderTables=True)
    made = TTFont(str(target))
    scale = 1000 / made["head"].unitsPerEm
    advances, os2, order = made["hmtx"], made["OS/2"], made.getReverseGlyphMap()
    return {
        "ascent": round(made["hhea"].ascent * scale),
        "descent": round(made["hhea"].descent * scale),
        "cap_height": round(os2.sCapHeight * scale),
        "bbox": [round(getattr(made["head"], side) * scale) for side in ("xMin", "yMin", "xMax", "yMax")],
        "glyphs": {
            chr(code): [order[glyph], round(advances[glyph][0] * scale)]
            for code, glyph in sorted(made.getBestCmap().items())
        },
    }


def glyphless(target: Path) -> None:
    """A font of one empty glyph (and .notdef, empty too), half an em wide."""
    pen = TTGlyphPen(None)
    empty = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "blank"])
    builder.setupCharacterMap({0x20: "blank"})
    builder.setupGlyf({".notdef": empty, "blank": empty})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "blank": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Redactor Blank", "styleName": "Regular", "psName": "RedactorBlank"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(str(target))


def main(folder: Path) -> None:
    metrics = {
        "regular": cut(folder / "Carlito-Regular.ttf", HERE / "redactor-sans.ttf", "Redactor Sans", "Regular"),
        "bold": cut(folder / "Carlito-Bold.ttf", HERE / "redactor-sans-bold.ttf", "Redactor Sans", "Bold"),
    }
    glyphless(HERE / "glyphless.ttf")
    compact = json.dumps(metrics, ensure_ascii=False, separators=(",", ":"))
    (HERE / "metrics.json").write_text(compact + "\n", encoding="utf-8")
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(HERE.glob("*.ttf"))}
    (HERE / "fonts.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/crosextra"))
